// Values and positions in a dossier's text, for reports; asked about few places, so nothing is indexed.
#include "dossier/place.hpp"

#include "base/json_text.hpp"
#include "dossier/dossier.hpp"
#include "dossier/positions.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace assay::dossier {
namespace {

bool is_blank(char letter) { return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t'; }

constexpr std::array<bool, 256> ends_of_words = [] {
  std::array<bool, 256> ends{};
  for (const char letter : {',', ':', ']', '}', '[', '{', '"', ' ', '\n', '\r', '\t'})
    ends[static_cast<unsigned char>(letter)] = true;
  return ends;
}();
bool ends_word(char letter) { return ends_of_words[static_cast<unsigned char>(letter)]; }

/// Does a value begin there that has parts, or none at all?
bool is_structural(char letter) { return letter != '"' && ends_word(letter); }

/// Behind the string that begins at `from`.
std::size_t end_of_string(std::string_view text, std::size_t from) {
  std::size_t at = from + 1;
  while (at < text.size()) {
    at += plain_json_length(text.substr(at));
    if (at >= text.size()) break;
    if (text[at] == '"') return at + 1;
    at += text[at] == '\\' ? std::size_t{2} : std::size_t{1};
  }
  return text.size();
}

std::size_t end_of_word(std::string_view text, std::size_t from) {
  std::size_t at = from + 1;
  while (at < text.size() && !ends_word(text[at])) ++at;
  return at;
}

}  // namespace

std::string_view compact_value_at(std::string_view text, std::uint32_t offset, std::string& room) {
  std::size_t begin = std::min<std::size_t>(offset, text.size());
  while (begin < text.size() && is_blank(text[begin])) ++begin;
  if (begin < text.size() && !is_structural(text[begin]))
    return text.substr(begin, (text[begin] == '"' ? end_of_string(text, begin) : end_of_word(text, begin)) - begin);
  room.clear();
  std::size_t depth = 0;
  std::size_t at = begin;
  std::size_t copied = begin;  // behind the last white space
  while (at < text.size()) {
    const char letter = text[at];
    if (is_blank(letter)) {
      room += text.substr(copied, at - copied);
      copied = ++at;
      continue;
    }
    if (letter == '"') {
      at = end_of_string(text, at);
    } else if (letter == '{' || letter == '[') {
      ++depth, ++at;
    } else if ((letter == '}' || letter == ']') && depth > 0) {
      --depth, ++at;
    } else {
      at = letter == ',' || letter == ':' ? at + 1 : end_of_word(text, at);
    }
    if (depth == 0) break;
  }
  if (copied == begin) return text.substr(begin, at - begin);
  return room += text.substr(copied, at - copied);
}

std::string compact_value_at(std::string_view text, std::uint32_t offset) {
  std::string room;
  return std::string(compact_value_at(text, offset, room));
}

source::Position position_in(std::string_view text, std::uint32_t offset) { return Positions(text).at(offset); }

}  // namespace assay::dossier
