// A walk from one structural character to the next. Between two of them stand one scalar at most and white space, so
// the end of a string needs no search, and nothing in a string is looked at but its backslashes.
#include "dossier/indexed_reader.hpp"

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "dossier/json_escape.hpp"

#include <array>
#include <cstddef>
#include <cstring>

namespace assay::dossier {
namespace {

static_assert(longest_indexed_text <= limits::dossier_values, "a text has no more values than bytes");

bool is_blank(char letter) { return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t'; }
bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// INVARIANT: the last structural character is a closing brace. So every scalar has a structural character behind it,
/// and no run of letters or digits is followed beyond the text.
class IndexedWalk {
 public:
  IndexedWalk(std::string_view text, std::uint32_t base, std::span<const std::uint32_t> index, JsonValue* values)
      : text_(text.data()),
        last_(text.data() + index.back()),
        base_(base),
        next_(index.data()),
        end_(index.data() + index.size()),
        first_(values),
        value_(values) {
    find_backslash(text_);
  }

  /// How many values there are; 0 if this is no JSON object or nested too deep.
  std::size_t run() {
    if (letter() != '{' || !open(JsonKind::object)) return 0;
    if (letter() == '}') return close() ? 0 : count();
    while (true) {
      if (closing_ == '}' && !key()) return 0;
      const char first = letter();
      if (first == '{' || first == '[') {
        if (!open(first == '{' ? JsonKind::object : JsonKind::array)) return 0;
        if (letter() != closing_) continue;
      } else if (!scalar(first)) {
        return 0;
      }
      // A comma brings the next member or element, or what is open ends, and perhaps what that stands in.
      while (letter() != ',') {
        if (letter() != closing_) return 0;
        if (!close()) return count();
      }
      ++next_;
    }
  }

 private:
  char letter() const { return text_[*next_]; }
  std::size_t count() const { return depth_ == 0 && next_ == end_ ? static_cast<std::size_t>(value_ - first_) : 0; }
  void push(JsonKind kind, std::uint32_t from, std::uint32_t extent) { *value_++ = {base_ + from, extent, kind}; }

  bool open(JsonKind kind) {
    if (depth_ == open_.size()) return false;
    open_[depth_++] = static_cast<std::uint32_t>(value_ - first_);
    closing_ = kind == JsonKind::object ? '}' : ']';
    push(kind, *next_++, 0);
    return next_ != end_;
  }

  /// False if nothing can follow: it was the outermost, or the text is over too soon.
  bool close() {
    ++next_;
    JsonValue& closed = first_[open_[--depth_]];
    closed.extent = static_cast<std::uint32_t>(value_ - &closed);
    if (depth_ == 0 || next_ == end_) return false;
    closing_ = first_[open_[depth_ - 1]].kind == JsonKind::object ? '}' : ']';
    return true;
  }

  bool key() {
    if (letter() != '"' || text_[next_[1]] != ':' || !text()) return false;
    ++next_;
    return true;
  }

  bool scalar(char first) {
    switch (first) {
      case '"': return text();
      case 't': return literal("true", JsonKind::true_value);
      case 'f': return literal("false", JsonKind::false_value);
      case 'n': return literal("null", JsonKind::null);
      default: return number();
    }
  }

  bool text() {
    const char* from = text_ + *next_++;
    const char* quote = text_ + *next_ - 1;
    if (*quote != '"') {
      while (is_blank(*quote)) --quote;
      if (*quote != '"') return false;
    }
    if (quote == from) return false;
    const bool is_escaped = backslash_ < quote;
    if (is_escaped && !pass_escapes(from, quote)) return false;
    push(is_escaped ? JsonKind::escaped_text : JsonKind::text, static_cast<std::uint32_t>(from - text_),
         static_cast<std::uint32_t>(quote + 1 - from));
    return true;
  }

  void find_backslash(const char* from) {
    const void* found = std::memchr(from, '\\', static_cast<std::size_t>(last_ - from));
    backslash_ = found == nullptr ? last_ : static_cast<const char*>(found);
  }

  /// A backslash before the string stands in none.
  bool pass_escapes(const char* from, const char* quote) {
    if (backslash_ < from) return false;
    while (backslash_ < quote) {
      const std::size_t length = escape_length(backslash_, quote);
      if (length == 0) return false;
      find_backslash(backslash_ + length);
    }
    return true;
  }

  /// Pushes what stands between the structural character at hand and `end`, if there it ends.
  bool scalar_until(const char* end, JsonKind kind) {
    const std::uint32_t from = *next_++;
    const auto to = static_cast<std::uint32_t>(end - text_);
    if (to != *next_ && !is_blank(*end)) return false;
    push(kind, from, to - from);
    return true;
  }

  bool literal(std::string_view word, JsonKind kind) {
    const char* from = text_ + *next_;
    if (static_cast<std::size_t>(last_ - from) < word.size()) return false;
    return std::memcmp(from, word.data(), word.size()) == 0 && scalar_until(from + word.size(), kind);
  }

  static bool pass_digits(const char*& at) {
    if (!is_digit(*at)) return false;
    do ++at;
    while (is_digit(*at));
    return true;
  }

  bool number() {
    const char* at = text_ + *next_;
    if (*at == '-') ++at;
    if (*at == '0') {
      ++at;  // a digit behind it is no end of a scalar
    } else if (!pass_digits(at)) {
      return false;
    }
    if (*at == '.' && !pass_digits(++at)) return false;
    if (*at == 'e' || *at == 'E') {
      ++at;
      if (*at == '+' || *at == '-') ++at;
      if (!pass_digits(at)) return false;
    }
    return scalar_until(at, JsonKind::number);
  }

  const char* text_;
  const char* last_;
  std::uint32_t base_;
  const std::uint32_t* next_;
  const std::uint32_t* end_;
  JsonValue* first_;
  JsonValue* value_;
  const char* backslash_ = nullptr;  ///< the next one; `last_` if there is none
  char closing_ = '}';               ///< the bracket that ends what is open
  std::size_t depth_ = 0;
  std::array<std::uint32_t, limits::json_depth> open_;  ///< where the values of what is open begin
};

}  // namespace

bool read_indexed_json(std::string_view text, StructuralIndex& index, std::vector<JsonValue>& values) {
  const std::string_view json = without_byte_order_mark(text);
  const auto structural = index.of(json);
  if (structural.empty() || json[structural.back()] != '}') return false;
  // What lies behind the values of this text is that of an earlier one, and kept: emptying it would cost as much as
  // reading some of them.
  if (values.size() < structural.size()) values.resize(structural.size());
  const std::size_t count =
      IndexedWalk(json, static_cast<std::uint32_t>(text.size() - json.size()), structural, values.data()).run();
  return count > 0;
}

}  // namespace assay::dossier
