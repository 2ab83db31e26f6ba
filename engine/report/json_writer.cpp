#include "report/json_writer.hpp"

#include "base/utf8.hpp"

#include <array>
#include <charconv>

namespace assay::report {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool needs_escape(char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == '"' || letter == '\\'; }

void append_escape(std::string& out, char letter) {
  static constexpr char digits[] = "0123456789abcdef";
  switch (letter) {
    case '"':
    case '\\': out += '\\', out += letter; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default:
      out += "\\u00";
      out += digits[static_cast<unsigned char>(letter) >> 4];
      out += digits[static_cast<unsigned char>(letter) & 15];
  }
}

void append_utf8_text(std::string& out, std::string_view value) {
  std::size_t copied = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (!needs_escape(value[i])) continue;
    out += value.substr(copied, i - copied);
    append_escape(out, value[i]);
    copied = i + 1;
  }
  out += value.substr(copied);
}

}  // namespace

void append_json_text(std::string& out, std::string_view value) {
  out += '"';
  while (const auto invalid = first_invalid_utf8(value)) {
    append_utf8_text(out, value.substr(0, *invalid));
    out += replacement;
    value.remove_prefix(*invalid + 1);
  }
  append_utf8_text(out, value);
  out += '"';
}

void JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += pretty_ ? "\": " : "\":";
  after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  separate();
  append_json_text(out_, value);
}

void JsonWriter::number(std::uint64_t value) {
  separate();
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out_.append(digits.data(), end);
}

void JsonWriter::boolean(bool value) { raw(value ? "true" : "false"); }
void JsonWriter::null() { raw("null"); }

void JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
}

void JsonWriter::text_or_null(std::string_view value) { value.empty() ? null() : text(value); }
void JsonWriter::raw_or_null(std::string_view json) { raw(json.empty() ? "null" : json); }

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  ++depth_;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (!first_) break_line();
  out_ += bracket;
  first_ = false;
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) return;
  if (!first_) out_ += ',';
  first_ = false;
  break_line();
}

void JsonWriter::break_line() {
  if (!pretty_) return;
  out_ += '\n';
  out_.append(std::size_t{2} * depth_, ' ');
}

}  // namespace assay::report
