#pragma once

#include <cstddef>

// Internal to the stage: what may follow a backslash in a JSON text. Both readers ask here.
namespace assay::dossier {

inline bool is_hex_digit(char letter) {
  const char lower = static_cast<char>(letter | 0x20);
  return (letter >= '0' && letter <= '9') || (lower >= 'a' && lower <= 'f');
}

/// `\uXXXX`, from its backslash.
inline bool has_code_unit(const char* from, const char* end) {
  if (end - from < 6 || from[0] != '\\' || from[1] != 'u') return false;
  return is_hex_digit(from[2]) && is_hex_digit(from[3]) && is_hex_digit(from[4]) && is_hex_digit(from[5]);
}

/// Of \uD8xx, \uDCxx: D, then 8 to B for the first half of a pair, C to F for the second.
inline bool is_first_half(const char* unit) {
  const char third = static_cast<char>(unit[3] | 0x20);
  return (unit[2] | 0x20) == 'd' && (unit[3] == '8' || unit[3] == '9' || third == 'a' || third == 'b');
}
inline bool is_second_half(const char* unit) {
  return (unit[2] | 0x20) == 'd' && (unit[3] | 0x20) >= 'c' && (unit[3] | 0x20) <= 'f';
}

/// One of the letters that stand behind a backslash for one character.
inline bool is_short_escape(char letter) {
  switch (letter) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't': return true;
    default: return false;
  }
}

/// Bytes of the escape that begins with the backslash at `from`; 0 if it is none, or half of a surrogate pair.
inline std::size_t escape_length(const char* from, const char* end) {
  if (end - from < 2) return 0;
  if (from[1] != 'u') return is_short_escape(from[1]) ? 2 : 0;
  if (!has_code_unit(from, end) || is_second_half(from)) return 0;
  if (!is_first_half(from)) return 6;
  return has_code_unit(from + 6, end) && is_second_half(from + 6) ? 12 : 0;
}

}  // namespace assay::dossier
