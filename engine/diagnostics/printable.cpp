#include "diagnostics/printable.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cstdint>

namespace assay::diagnostics {
namespace {

std::string hexadecimal(std::uint32_t value, int digits) {
  std::string text;
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) text += "0123456789ABCDEF"[(value >> shift) & 0xF];
  return text;
}

/// The value of a well-formed sequence.
std::uint32_t decoded(std::string_view sequence) {
  const auto lead = static_cast<unsigned char>(sequence.front());
  if (sequence.size() == 1) return lead;
  std::uint32_t value = lead & (0x7Fu >> sequence.size());
  for (const char byte : sequence.substr(1)) value = (value << 6) | (static_cast<unsigned char>(byte) & 0x3Fu);
  return value;
}

bool is_control(std::uint32_t scalar) { return scalar < 0x20 || (scalar >= 0x7F && scalar < 0xA0); }

/// U+2028 and U+2029 end a line; the others are the marks of Unicode annex 9 that turn the reading direction.
bool steers_the_line(std::uint32_t scalar) {
  return scalar == 0x061C || scalar == 0x200E || scalar == 0x200F || (scalar >= 0x2028 && scalar <= 0x202E) ||
         (scalar >= 0x2066 && scalar <= 0x2069);
}

/// The characters of ASCII that it begins with and that are shown as they are.
std::size_t plain_length(std::string_view text) {
  const auto is_shown_otherwise = [](char byte) { return byte < 0x20 || byte == 0x7F; };
  return static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_shown_otherwise) - text.begin());
}

}  // namespace

Shown shown(std::string_view text) {
  const auto length = utf8_length(text);
  if (length == 0) return {"<" + hexadecimal(static_cast<unsigned char>(text.front()), 2) + ">", 1};
  const auto sequence = text.substr(0, length);
  const auto scalar = decoded(sequence);
  if (is_control(scalar) || steers_the_line(scalar)) return {"<U+" + hexadecimal(scalar, 4) + ">", length};
  return {std::string(sequence), length};
}

std::string printable(std::string_view text, std::size_t limit) {
  std::string line;
  for (std::size_t count = 0; !text.empty();) {
    if (count == limit) return line + "…";
    const std::size_t plain = plain_length(text.substr(0, limit - count));
    if (plain > 0) {
      line += text.substr(0, plain);
      text.remove_prefix(plain);
      count += plain;
      continue;
    }
    const auto next = shown(text);
    line += next.form;
    text.remove_prefix(next.bytes);
    ++count;
  }
  return line;
}

}  // namespace assay::diagnostics
