// RFC 8259 without recursion: a value at a time, the open objects and arrays in a list of their own.
#include "dossier/json_reader.hpp"

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "dossier/json_escape.hpp"

#include <array>
#include <cstddef>
#include <cstring>

namespace assay::dossier {
namespace {

// Offsets and numbers of values are 32 bits wide.
static_assert(limits::dossier_bytes <= UINT32_MAX && limits::dossier_values <= UINT32_MAX);

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool is_word_letter(char letter) {
  return is_digit(letter) || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_';
}

/// Does one of eight bytes end a run of plain ASCII within a text? Bytes above one that does may count falsely, which
/// does no harm: the bytes are then looked at singly.
bool has_special_byte(const char* bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101u;
  constexpr std::uint64_t tops = 0x80 * ones;
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes, sizeof eight);
  const std::uint64_t quote = eight ^ ('"' * ones);
  const std::uint64_t backslash = eight ^ ('\\' * ones);
  const std::uint64_t below_space = (eight - 0x20 * ones) & ~eight;
  const std::uint64_t found = ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash) | below_space | eight;
  return (found & tops) != 0;
}

std::string in_hex(std::uint32_t byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {digits[byte >> 4], digits[byte & 15]};
}

class Reader {
 public:
  Reader(std::string_view text, std::vector<JsonValue>& values)
      : begin_(text.data()), end_(text.data() + text.size()), values_(values) {
    at_ = end_ - without_byte_order_mark(text).size();
  }

  std::optional<JsonFailure> read() {
    skip_blanks();
    if (at_ == end_) return JsonFailure{JsonFailure::Kind::empty, {}, offset()};
    bool good = value();
    while (good && depth_ > 0) good = step();
    if (good) end_of_text();
    return std::move(failure_);
  }

 private:
  std::uint32_t offset() const { return static_cast<std::uint32_t>(at_ - begin_); }
  bool is_at(char letter) const { return at_ != end_ && *at_ == letter; }
  bool in_object() const { return values_[open_[depth_ - 1]].kind == JsonKind::object; }

  bool fail(std::string words) {
    failure_ = JsonFailure{JsonFailure::Kind::syntax, std::move(words), offset()};
    return false;
  }
  bool fail_beyond(JsonFailure::Kind kind) {
    failure_ = JsonFailure{kind, {}, offset()};
    return false;
  }

  void skip_blanks() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
  }

  /// What stands here, for "…, found 'x'".
  std::string found() const {
    if (at_ == end_) return "the end of the text";
    const auto byte = static_cast<unsigned char>(*at_);
    if (byte < 0x20 || byte == 0x7F) return "the control character U+00" + in_hex(byte);
    const std::size_t length = utf8_length({at_, static_cast<std::size_t>(end_ - at_)});
    if (length == 0) return "invalid UTF-8, the byte " + in_hex(byte);
    return "'" + std::string(at_, length) + "'";
  }

  bool push(JsonKind kind, const char* from, std::uint32_t extent) {
    if (values_.size() == limits::dossier_values) return fail_beyond(JsonFailure::Kind::too_large);
    values_.push_back({static_cast<std::uint32_t>(from - begin_), extent, kind});
    return true;
  }
  bool push_scalar(JsonKind kind, const char* from) { return push(kind, from, static_cast<std::uint32_t>(at_ - from)); }

  /// The next member or element of what is open, or its end.
  bool step() {
    const bool is_first = open_[depth_ - 1] + 1 == values_.size();
    const char closing = in_object() ? '}' : ']';
    skip_blanks();
    if (is_at(closing)) return close();
    if (!is_first) {
      if (!is_at(',')) return no_comma(closing);
      ++at_;
      skip_blanks();
      if (is_at(closing)) return fail(std::string("a comma is followed by '") + closing + "'");
    }
    if (in_object() && !key()) return false;
    return value();
  }

  bool open(JsonKind kind) {
    if (depth_ == open_.size()) return fail_beyond(JsonFailure::Kind::too_deep);
    open_[depth_++] = static_cast<std::uint32_t>(values_.size());
    return push(kind, at_++, 0);
  }

  bool close() {
    ++at_;
    const std::uint32_t opened = open_[--depth_];
    values_[opened].extent = static_cast<std::uint32_t>(values_.size()) - opened;
    return true;
  }

  bool no_comma(char closing) {
    if (at_ == end_) return fail(std::string("the text ends before a '") + closing + "'");
    return fail(std::string("expected ',' or '") + closing + "', found " + found());
  }

  bool key() {
    if (!is_at('"')) return fail("expected a key in double quotes, found " + found());
    if (!text()) return false;
    skip_blanks();
    if (!is_at(':')) return fail("expected ':' after a key, found " + found());
    ++at_;
    return true;
  }

  bool value() {
    skip_blanks();
    if (at_ == end_) return fail("the text ends where a value is expected");
    switch (*at_) {
      case '{': return open(JsonKind::object);
      case '[': return open(JsonKind::array);
      case '"': return text();
      case 't': return literal("true", JsonKind::true_value);
      case 'f': return literal("false", JsonKind::false_value);
      case 'n': return literal("null", JsonKind::null);
      default: return *at_ == '-' || is_digit(*at_) ? number() : no_value();
    }
  }

  std::string_view word_here() const {
    const char* last = at_ + (is_at('-') || is_at('+') ? 1 : 0);
    while (last != end_ && is_word_letter(*last)) ++last;
    return {at_, static_cast<std::size_t>(last - at_)};
  }

  bool literal(std::string_view word, JsonKind kind) {
    if (word_here() != word) return no_value();
    const char* from = at_;
    at_ += word.size();
    return push_scalar(kind, from);
  }

  /// What stands here is no value; says what it may have been meant to be.
  bool no_value() {
    const std::string_view word = word_here();
    if (word == "NaN" || word == "nan") return fail("NaN is no JSON number");
    if (word.ends_with("Infinity") || word.ends_with("inf")) return fail("an infinity is no JSON number");
    if (word == "True" || word == "TRUE") return fail("true is written in small letters");
    if (word == "False" || word == "FALSE") return fail("false is written in small letters");
    if (word == "None" || word == "NULL" || word == "Null" || word == "undefined")
      return fail("an absent value is written null");
    if (is_at('+')) return fail("a number has no '+'");
    if (is_at('.')) return fail("a number begins with a digit");
    if (is_at('\'')) return fail("a text stands in double quotes");
    if (is_at('/') || is_at('#')) return fail("JSON has no comments");
    if (is_at(',')) return fail("a value is missing before ','");
    if (word.empty()) return fail("expected a value, found " + found());
    return fail("expected a value, found '" + std::string(word.substr(0, 40)) + "'");
  }

  bool digits(const char* words) {
    if (at_ == end_ || !is_digit(*at_)) return fail(words);
    while (at_ != end_ && is_digit(*at_)) ++at_;
    return true;
  }

  bool number() {
    const char* from = at_;
    if (is_at('-')) ++at_;
    if (is_at('I') || is_at('i')) return fail("an infinity is no JSON number");
    if (is_at('0')) {
      ++at_;
      if (at_ != end_ && is_digit(*at_)) return fail("a number has no leading zeros");
    } else if (!digits("a digit follows '-'")) {
      return false;
    }
    if (is_at('.')) {
      ++at_;
      if (!digits("a digit follows the decimal point of a number")) return false;
    }
    if (is_at('e') || is_at('E')) {
      ++at_;
      if (is_at('+') || is_at('-')) ++at_;
      if (!digits("a digit follows the 'e' of a number")) return false;
    }
    return push_scalar(JsonKind::number, from);
  }

  bool text() {
    const char* from = at_++;
    JsonKind kind = JsonKind::text;
    while (true) {
      while (end_ - at_ >= 8 && !has_special_byte(at_)) at_ += 8;
      if (at_ == end_) return unterminated(from);
      const auto byte = static_cast<unsigned char>(*at_);
      if (byte == '"') break;
      if (byte == '\\') {
        kind = JsonKind::escaped_text;
        if (!escape(from)) return false;
      } else if (byte >= 0x80) {
        const std::size_t length = utf8_length({at_, static_cast<std::size_t>(end_ - at_)});
        if (length == 0) return fail(found());
        at_ += length;
      } else if (byte < 0x20) {
        return control_character();
      } else {
        ++at_;
      }
    }
    ++at_;
    return push_scalar(kind, from);
  }

  bool unterminated(const char* from) {
    at_ = from;
    return fail("the text ends inside the string that begins here");
  }

  bool control_character() {
    if (is_at('\n') || is_at('\r')) return fail("a string ends on its line: write a line break as \\n");
    if (is_at('\t')) return fail("a string has no tab: write \\t");
    return fail("a string has no control characters: write \\u00" + in_hex(static_cast<unsigned char>(*at_)));
  }

  bool escape(const char* from) {
    if (end_ - at_ < 2) return unterminated(from);
    const std::size_t length = escape_length(at_, end_);
    if (length == 0) return no_escape();
    at_ += length;
    return true;
  }

  bool no_escape() {
    if (at_[1] != 'u') {
      ++at_;
      return fail("a backslash is followed by one of \" \\ / b f n r t u, not by " + found());
    }
    if (!has_code_unit(at_, end_)) return fail("\\u is followed by four hexadecimal digits");
    return fail("a lone surrogate stands for no character");
  }

  void end_of_text() {
    skip_blanks();
    if (at_ != end_) fail("the text goes on after its value: found " + found());
  }

  const char* begin_;
  const char* end_;
  const char* at_ = nullptr;
  std::vector<JsonValue>& values_;
  std::array<std::uint32_t, limits::json_depth> open_;
  std::size_t depth_ = 0;
  std::optional<JsonFailure> failure_;
};

}  // namespace

std::optional<JsonFailure> read_json(std::string_view text, std::vector<JsonValue>& values) {
  values.clear();
  return Reader(text, values).read();
}

}  // namespace assay::dossier
