#include "report/markup.hpp"

#include "diagnostics/printable.hpp"

namespace assay::report {

namespace {

void append_html(std::string_view line, std::string& out) {
  for (const char letter : line) {
    switch (letter) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += letter;
    }
  }
}

void append_markdown(std::string_view line, std::string& out) {
  for (const char letter : line) {
    if (letter == '&' || letter == '<' || letter == '>') {
      append_html({&letter, 1}, out);
      continue;
    }
    if (std::string_view("\\`*_[]{}#|!~").find(letter) != std::string_view::npos) out += '\\';
    out += letter;
  }
}

template <typename Append>
std::string lines_joined(std::string_view text, std::string_view joint, const Append& append) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    append(diagnostics::printable(text.substr(0, end)), out);
    if (end == std::string_view::npos) break;
    out += joint;
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace

std::string html_text(std::string_view text) { return lines_joined(text, "<br>", append_html); }

std::string markdown_text(std::string_view text) { return lines_joined(text, " ", append_markdown); }

}  // namespace assay::report
