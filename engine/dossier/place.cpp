// Values and positions in a dossier's text, for reports; asked about few places, so nothing is indexed.
#include "dossier/dossier.hpp"
#include "dossier/positions.hpp"

#include <algorithm>
#include <cstddef>

namespace assay::dossier {
namespace {

bool is_blank(char letter) { return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t'; }

/// Behind the string that begins at `from`.
std::size_t end_of_string(std::string_view text, std::size_t from) {
  for (std::size_t at = from + 1; at < text.size(); ++at) {
    if (text[at] == '"') return at + 1;
    if (text[at] == '\\') ++at;
  }
  return text.size();
}

std::size_t end_of_word(std::string_view text, std::size_t from) {
  const std::size_t end = text.find_first_of(" \n\r\t,:]}[{\"", from + 1);
  return std::min(end, text.size());
}

}  // namespace

std::string compact_value_at(std::string_view text, std::uint32_t offset) {
  std::string value;
  std::size_t depth = 0;
  std::size_t at = offset;
  while (at < text.size()) {
    const char letter = text[at];
    std::size_t end = at + 1;
    if (letter == '"') {
      end = end_of_string(text, at);
    } else if (letter == '{' || letter == '[') {
      ++depth;
    } else if ((letter == '}' || letter == ']') && depth > 0) {
      --depth;
    } else if (letter != ',' && letter != ':' && !is_blank(letter)) {
      end = end_of_word(text, at);
    }
    if (!is_blank(letter)) value += text.substr(at, end - at);
    at = end;
    if (depth == 0 && !value.empty()) break;
  }
  return value;
}

source::Position position_in(std::string_view text, std::uint32_t offset) { return Positions(text).at(offset); }

}  // namespace assay::dossier
