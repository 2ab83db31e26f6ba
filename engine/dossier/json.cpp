// What can be asked of a JSON text that was found to be one.
#include "dossier/json.hpp"

#include "base/utf8.hpp"

#include <cstddef>

namespace assay::dossier {
namespace {

std::uint32_t hex_digit(char digit) {
  if (digit <= '9') return static_cast<std::uint32_t>(digit - '0');
  return static_cast<std::uint32_t>((digit | 0x20) - 'a') + 10;
}

std::uint32_t code_unit(std::string_view digits) {
  std::uint32_t unit = 0;
  for (const char digit : digits.substr(0, 4)) unit = unit * 16 + hex_digit(digit);
  return unit;
}

char unescaped(char letter) {
  switch (letter) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return letter;
  }
}

/// Appends what the escape at the begin of `rest`, behind its backslash, stands for; returns its bytes.
std::size_t append_escape(std::string_view rest, std::string& decoded) {
  if (rest[0] != 'u') {
    decoded += unescaped(rest[0]);
    return 1;
  }
  const std::uint32_t unit = code_unit(rest.substr(1));
  if (unit < 0xD800 || unit > 0xDFFF) {
    append_utf8(decoded, unit);
    return 5;
  }
  const std::uint32_t low = code_unit(rest.substr(7));
  append_utf8(decoded, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
  return 11;
}

}  // namespace

std::uint32_t Json::element_count(JsonIndex array) const {
  std::uint32_t count = 0;
  for (JsonIndex element = array + 1; element < after(array); element = after(element)) ++count;
  return count;
}

std::string Json::decoded(JsonIndex text) const {
  std::string_view rest = raw(text);
  std::string decoded;
  decoded.reserve(rest.size());
  while (true) {
    const std::size_t backslash = rest.find('\\');
    decoded += rest.substr(0, backslash);
    if (backslash == std::string_view::npos) return decoded;
    rest.remove_prefix(backslash + 1);
    rest.remove_prefix(append_escape(rest, decoded));
  }
}

std::string_view words(JsonKind kind) {
  switch (kind) {
    case JsonKind::object: return "an object";
    case JsonKind::array: return "a list";
    case JsonKind::text:
    case JsonKind::escaped_text: return "a text";
    case JsonKind::number: return "a number";
    case JsonKind::true_value: return "true";
    case JsonKind::false_value: return "false";
    case JsonKind::null: return "null";
  }
  return "";
}

}  // namespace assay::dossier
