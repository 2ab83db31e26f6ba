// Two readers of JSON, one by structural characters and one byte by byte: what the first accepts it reads as the second
// does, and it accepts every object that is in order. Whichever instructions the processor has.
#include "base/limits.hpp"
#include "dossier/indexed_reader.hpp"
#include "dossier/json_reader.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>
#include <sys/mman.h>
#include <unistd.h>

namespace assay::dossier {
namespace {

/// A text whose last byte is the last of its page; the next page cannot be read.
class TextAtTheEnd {
 public:
  explicit TextAtTheEnd(std::string_view text) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    const std::size_t readable = (text.size() + page - 1) / page * page;
    size_ = readable + page;
    memory_ = static_cast<char*>(mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    char* begin = memory_ + readable - text.size();
    if (!text.empty()) std::memcpy(begin, text.data(), text.size());
    mprotect(memory_ + readable, page, PROT_NONE);
    view_ = {begin, text.size()};
  }
  TextAtTheEnd(const TextAtTheEnd&) = delete;
  TextAtTheEnd& operator=(const TextAtTheEnd&) = delete;
  ~TextAtTheEnd() { munmap(memory_, size_); }

  std::string_view view() const { return view_; }

 private:
  char* memory_ = nullptr;
  std::size_t size_ = 0;
  std::string_view view_;
};

std::string told(const std::vector<JsonValue>& values) {
  std::string text;
  for (const JsonValue& value : values) {
    text += std::to_string(static_cast<int>(value.kind)) + '@' + std::to_string(value.offset) + '+' +
            std::to_string(value.extent) + ' ';
  }
  return text;
}

/// Turns to the instructions that the processor is found to have, whatever was tried.
struct Instructions {
  const simdjson::implementation* own = simdjson::get_active_implementation();
  Instructions() = default;
  Instructions(const Instructions&) = delete;
  Instructions& operator=(const Instructions&) = delete;
  ~Instructions() { simdjson::get_active_implementation() = own; }
};

/// In what the two readers differ; empty if they do not.
std::string difference(std::string_view text) {
  const Instructions restored;
  const TextAtTheEnd at_the_end(text);
  std::vector<JsonValue> exact;
  const bool is_good = !read_json(at_the_end.view(), exact);
  const bool is_object = is_good && exact[0].kind == JsonKind::object;
  for (const simdjson::implementation* instructions : simdjson::get_available_implementations()) {
    if (!instructions->supported_by_runtime_system()) continue;
    const bool has_vectors = instructions->name() != "fallback";
    simdjson::get_active_implementation() = instructions;
    StructuralIndex index;
    std::vector<JsonValue> values;
    const bool is_read = read_indexed_json(at_the_end.view(), index, values);
    if (is_read != (is_object && has_vectors))
      return std::string(is_read ? "accepted by " : "refused by ") + instructions->name();
    if (!is_read) continue;
    values.resize(values[0].extent);
    if (told(values) != told(exact)) return instructions->name() + ": " + told(values) + "not " + told(exact);
  }
  return {};
}

std::string any_of(const std::vector<std::string>& parts) { return *rc::gen::elementOf(parts); }

std::string blanks() { return any_of({"", "", "", " ", "\n", "\t\r", std::string(70, ' ')}); }

std::string a_string() {
  std::string text = "\"";
  const int parts = *rc::gen::inRange(0, 6);
  for (int i = 0; i < parts; ++i) {
    text += any_of({"a",
                    "risk_class",
                    " ",
                    ", ",
                    "{",
                    "]",
                    ":",
                    "ü",
                    "€",
                    "😀",
                    "\\\"",
                    "\\\\",
                    "\\/",
                    "\\n",
                    "\\u00e9",
                    "\\uD83D\\uDE00",
                    "\\ud83d\\ude00",
                    "\x7F",
                    std::string(63, 'x'),
                    std::string(40, '\\')});
  }
  return text + '"';
}

std::string a_value(int depth) {
  const int kind = *rc::gen::inRange(0, depth > 3 ? 3 : 5);
  if (kind == 0) return a_string();
  if (kind == 1) return any_of({"true", "false", "null"});
  if (kind == 2) {
    return any_of({"0", "-0", "1", "-12", "12.50", "0.1", "1e5", "1E+400", "2.5e-3", "123456789012345678901234567890"});
  }
  const bool is_object = kind == 3;
  std::string text = (is_object ? "{" : "[") + blanks();
  const int members = *rc::gen::inRange(0, 4);
  for (int i = 0; i < members; ++i) {
    if (i > 0) text += ',' + blanks();
    if (is_object) text += a_string() + blanks() + ':' + blanks();
    text += a_value(depth + 1) + blanks();
  }
  return text + (is_object ? "}" : "]");
}

std::string an_object() {
  std::string text = blanks() + '{' + blanks();
  const int members = *rc::gen::inRange(0, 6);
  for (int i = 0; i < members; ++i) {
    if (i > 0) text += ',' + blanks();
    text += a_string() + blanks() + ':' + blanks() + a_value(0) + blanks();
  }
  return any_of({"", "", "\xEF\xBB\xBF"}) + text + '}' + blanks();
}

/// Something is changed, so that it is no JSON any more in most cases.
void spoil(std::string& text) {
  if (text.empty()) return;
  const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(text.size())));
  switch (*rc::gen::inRange(0, 5)) {
    case 0: text[at] = static_cast<char>(text[at] ^ (1 << *rc::gen::inRange(0, 8))); break;
    case 1: text.resize(at); break;
    case 2: text.erase(at, 1); break;
    case 3:
      text.insert(at, any_of({"\"",   "\\",      "{",     "}",    "[",    "]",    ",",
                              ":",    "0",       "-",     ".",    "e",    "x",    "true",
                              "nul",  "\n",      "\f",    "\x1A", "\x01", "\xC3", "\xED\xA0\x80",
                              "\xF8", "\\uD800", "\\u12", "'",    "/**/"}));
      break;
    default: text[at] = static_cast<char>(*rc::gen::arbitrary<char>()); break;
  }
}

RC_GTEST_PROP(JsonReaders, ReadEveryObjectAlike, ()) { RC_ASSERT(difference(an_object()) == ""); }

RC_GTEST_PROP(JsonReaders, ReadEveryOtherValueAlike, ()) {
  RC_ASSERT(difference(blanks() + a_value(0) + blanks()) == "");
}

RC_GTEST_PROP(JsonReaders, RefuseAlikeWhatIsSpoiled, ()) {
  std::string text = an_object();
  const int times = *rc::gen::inRange(1, 4);
  for (int i = 0; i < times; ++i) spoil(text);
  RC_ASSERT(difference(text) == "");
}

RC_GTEST_PROP(JsonReaders, RefuseAlikeWhatIsNoise, (const std::string& noise)) {
  RC_ASSERT(difference('{' + noise + '}') == "");
}

TEST(JsonReaders, EndObjectsAtTheSameDepth) {
  const auto nested = [](std::size_t depth) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) text += "{\"a\":";
    return text + "1" + std::string(depth, '}');
  };
  EXPECT_EQ(difference(nested(limits::json_depth)), "");
  EXPECT_EQ(difference(nested(limits::json_depth + 1)), "");
}

TEST(JsonReaders, LeaveTextsThatAreTooLongToTheExactOne) {
  const std::string text = "{\"a\":\"" + std::string(longest_indexed_text, 'a') + "\"}";
  StructuralIndex index;
  std::vector<JsonValue> values;
  EXPECT_FALSE(read_indexed_json(text, index, values));
  EXPECT_FALSE(read_json(text, values).has_value());
}

}  // namespace
}  // namespace assay::dossier
