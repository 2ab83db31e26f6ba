#include "base/json_text.hpp"

#include <bit>
#include <cstring>

namespace assay {
namespace {

constexpr std::uint64_t of_each_byte(std::uint64_t byte) { return byte * 0x0101'0101'0101'0101; }

/// With how many bytes the eight at `text` begin that are ASCII, no control character, quotation mark or backslash. A
/// subtraction borrows where a byte is too small, and sets its high bit. It may take what it borrows from the bytes
/// behind, but not from those before: the first that is marked is the first that is not plain.
std::size_t plain_of_eight(const char* text) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, text, sizeof eight);
  if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
  const std::uint64_t quote = eight ^ of_each_byte('"');
  const std::uint64_t backslash = eight ^ of_each_byte('\\');
  const std::uint64_t suspicious =
      eight | (eight - of_each_byte(0x20)) | (quote - of_each_byte(1)) | (backslash - of_each_byte(1));
  return static_cast<std::size_t>(std::countr_zero(suspicious & of_each_byte(0x80))) / 8;
}

bool is_plain(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte >= 0x20 && byte < 0x80 && letter != '"' && letter != '\\';
}

char letter_of(char control) {
  switch (control) {
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return '\0';
  }
}

}  // namespace

std::size_t plain_json_length(std::string_view value) {
  std::size_t length = 0;
  for (; value.size() - length >= 8; length += 8)
    if (const std::size_t plain = plain_of_eight(value.data() + length); plain < 8) return length + plain;
  if (length == value.size()) return length;
  // The last eight once more: those that were looked at are plain.
  if (length > 0) return value.size() - 8 + plain_of_eight(value.data() + value.size() - 8);
  while (length < value.size() && is_plain(value[length])) ++length;
  return length;
}

JsonEscape json_escape(char letter, ControlCharacters controls) {
  constexpr std::string_view digits = "0123456789abcdef";
  if (letter == '"' || letter == '\\') return {{'\\', letter}, 2};
  const char short_form = controls == ControlCharacters::by_letter ? letter_of(letter) : '\0';
  if (short_form != '\0') return {{'\\', short_form}, 2};
  const auto byte = static_cast<unsigned char>(letter);
  return {{'\\', 'u', '0', '0', digits[byte >> 4U], digits[byte & 0xFU]}, 6};
}

void append_json_text(std::string& out, std::string_view value, ControlCharacters controls) {
  out += '"';
  for_each_json_piece(value, controls, [&](std::string_view piece) { out += piece; });
  out += '"';
}

}  // namespace assay
