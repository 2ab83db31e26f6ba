// A stretch of a scheme as one line, for reports.
#include "check/declaration.hpp"

#include <algorithm>

namespace assay::check {
namespace {

bool is_blank(char letter) { return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n'; }

/// The end of the text whose quotes begin at `begin`.
std::size_t end_of_text(std::string_view code, std::size_t begin) {
  if (code.substr(begin, 3) == "\"\"\"") {
    const auto close = code.find("\"\"\"", begin + 3);
    return close == std::string_view::npos ? code.size() : close + 3;
  }
  std::size_t at = begin + 1;
  while (at < code.size() && code[at] != '"') at += code[at] == '\\' ? 2u : 1u;
  return std::min(at + 1, code.size());
}

/// Line ends and the blanks around them become one blank; other blanks inside a text stay.
void append_text(std::string& line, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\n') {
      line += text[at];
      continue;
    }
    while (!line.empty() && is_blank(line.back())) line.pop_back();
    while (at + 1 < text.size() && is_blank(text[at + 1])) ++at;
    line += ' ';
  }
}

}  // namespace

std::string phrase_of(const syntax::Spanned& node, const Context& context, std::size_t module) {
  const std::string_view file = context.files[context.module_files[module]].text();
  if (node.begin >= file.size() || node.end <= node.begin) return {};
  const auto code = file.substr(node.begin, node.end - node.begin);
  std::string line;
  std::size_t at = 0;
  while (at < code.size()) {
    if (code[at] == '#') {
      at = std::min(code.find('\n', at), code.size());
    } else if (code[at] == '"') {
      const auto end = end_of_text(code, at);
      append_text(line, code.substr(at, end - at));
      at = end;
    } else if (is_blank(code[at])) {
      if (!line.empty() && line.back() != ' ') line += ' ';
      ++at;
    } else {
      line += code[at++];
    }
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

}  // namespace assay::check
