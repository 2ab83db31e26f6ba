#pragma once

#include "base/utf8.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// Text as JSON writes it (RFC 8259, section 7).
namespace assay {

/// How the control characters are written for which JSON has a letter: `\n`, or by number as all others, `\u000a`.
enum class ControlCharacters : std::uint8_t { by_letter, by_number };

/// Appends `value` as a JSON string. Bytes that are not UTF-8 become U+FFFD, for a path may hold any.
void append_json_text(std::string& out, std::string_view value, ControlCharacters controls);

/// How many bytes `value` begins with that are ASCII and stand in a JSON string as they are. Eight at a time.
std::size_t plain_json_length(std::string_view value);

/// An escape: at most six bytes.
struct JsonEscape {
  std::array<char, 6> letters{};
  std::uint8_t length = 0;

  std::string_view text() const { return {letters.data(), length}; }
};
/// Of a quotation mark, a backslash or a control character.
JsonEscape json_escape(char letter, ControlCharacters controls);

/// Hands on what stands between the quotation marks of a JSON string, piece by piece.
template <typename Take>
void for_each_json_piece(std::string_view value, ControlCharacters controls, Take take) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  while (!value.empty()) {
    const bool is_ascii = static_cast<unsigned char>(value.front()) < 0x80;
    std::size_t taken = plain_json_length(value);
    if (taken == 0 && !is_ascii) taken = utf8_length(value);
    if (taken > 0) {
      take(value.substr(0, taken));
    } else {
      taken = 1;
      take(is_ascii ? json_escape(value.front(), controls).text() : replacement);
    }
    value.remove_prefix(taken);
  }
}

}  // namespace assay
