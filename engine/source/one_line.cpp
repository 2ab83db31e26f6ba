#include "source/one_line.hpp"

#include <algorithm>

namespace assay::source {

namespace {

bool is_blank(char letter) { return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r'; }

// The end of the text literal that begins at `at`: behind its closing quote, or the end of the code.
std::size_t end_of_text(std::string_view code, std::size_t at) {
  if (code.substr(at, 3) == "\"\"\"") {
    const std::size_t close = code.find("\"\"\"", at + 3);
    return close == std::string_view::npos ? code.size() : close + 3;
  }
  for (std::size_t i = at + 1; i < code.size(); ++i) {
    if (code[i] == '\\') {
      ++i;
    } else if (code[i] == '"') {
      return i + 1;
    }
  }
  return code.size();
}

// A text over several lines: each line end and the blanks around it become one blank.
void append_text(std::string& line, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\n') {
      line += text[at];
      continue;
    }
    while (is_blank(line.back())) line.pop_back();
    while (at + 1 < text.size() && is_blank(text[at + 1])) ++at;
    line += ' ';
  }
}

}  // namespace

std::string one_line(std::string_view code) {
  std::string line;
  bool blank_is_due = false;
  for (std::size_t at = 0; at < code.size();) {
    if (is_blank(code[at])) {
      blank_is_due = !line.empty();
      ++at;
      continue;
    }
    if (code[at] == '#') {
      at = std::min(code.find('\n', at), code.size());
      continue;
    }
    if (blank_is_due) line += ' ';
    blank_is_due = false;
    const std::size_t end = code[at] == '"' ? end_of_text(code, at) : at + 1;
    append_text(line, code.substr(at, end - at));
    at = end;
  }
  return line;
}

}  // namespace assay::source
