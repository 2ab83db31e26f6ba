#include "inquiry/explain.hpp"

#include "base/utf8.hpp"

#include <cstddef>

namespace assay::inquiry {

namespace {

using assessment::DossierPlace;
using assessment::Explanation;

// A whole table or a long quantifier is found at its place in the scheme; here its beginning names it.
constexpr std::size_t longest_text = 80;

std::string shortened(std::string_view text) {
  if (count_code_points(text) <= longest_text) return std::string(text);
  std::size_t end = 0;
  for (std::size_t taken = 0; taken + 1 < longest_text; ++taken) end += utf8_length(text.substr(end));
  return std::string(text.substr(0, end)) + "…";
}

std::string place_text(const DossierPlace& place, std::string_view path) {
  std::string pointer = place.pointer.empty() ? "" : " (" + std::string(place.pointer) + ")";
  if (place.line == 0) return pointer;
  return " " + std::string(path) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + pointer;
}

std::string line_of(const Explanation& node, std::string_view path) {
  std::string line;
  if (!node.role.empty()) line += node.role + ": ";
  line += shortened(node.text);
  if (!node.value.empty()) line += " = " + shortened(node.value);
  if (node.place) line += " " + place_text(*node.place, path);
  if (!node.note.empty()) line += "  (" + node.note + ")";
  // A dossier's text must not break out of its line.
  for (char& letter : line) {
    if (static_cast<unsigned char>(letter) < 0x20 || letter == '\x7F') letter = ' ';
  }
  return line + "\n";
}

/// `margin` is what stands before the lines of the parts: the branches that go on further down.
void write_parts(const Explanation& node, std::string_view path, std::string& margin, std::string& out) {
  for (const Explanation& part : node.parts) {
    const bool is_last = &part == &node.parts.back();
    out += margin + (is_last ? "└─ " : "├─ ") + line_of(part, path);
    const std::size_t length = margin.size();
    margin += is_last ? "   " : "│  ";
    write_parts(part, path, margin, out);
    margin.resize(length);
  }
}

}  // namespace

void write_explanation_text(const std::vector<Explanation>& provisions, std::string_view path, std::string& out) {
  std::string margin;
  for (const Explanation& provision : provisions) {
    out += line_of(provision, path);
    write_parts(provision, path, margin, out);
  }
}

}  // namespace assay::inquiry
