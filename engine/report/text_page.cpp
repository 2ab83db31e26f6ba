#include "report/text_page.hpp"

#include "base/utf8.hpp"
#include "diagnostics/printable.hpp"

#include <algorithm>

namespace assay::report {

namespace {

std::string_view escape_of(Style style) {
  switch (style) {
    case Style::plain: return "";
    case Style::strong: return "\x1b[1m";
    case Style::faint: return "\x1b[2m";
    case Style::good: return "\x1b[32m";
    case Style::bad: return "\x1b[31m";
    case Style::open: return "\x1b[33m";
  }
  return "";
}

/// Where the line that begins at `begin` ends: behind the last word that fits, or behind the first one. Blanks inside a
/// line stay as they are, so that columns stay aligned.
std::size_t end_of_line(std::string_view text, std::size_t begin, std::size_t columns) {
  std::size_t end = begin;
  while (end < text.size()) {
    const std::size_t word = std::min(text.find_first_not_of(' ', end), text.size());
    const std::size_t next = std::min(text.find(' ', word), text.size());
    if (end > begin && count_code_points(text.substr(begin, next - begin)) > columns) return end;
    end = next;
  }
  return end;
}

}  // namespace

void TextPage::paragraph(std::size_t indent, std::size_t hanging, std::string_view text, Style style,
                         std::size_t styled) {
  const std::string clean = diagnostics::printable(text);
  const std::size_t style_end = styled == 0 ? clean.size() : std::min(styled, clean.size());
  std::size_t margin = indent;
  for (std::size_t begin = 0; begin < clean.size();) {
    const std::size_t room = options_.width > margin ? options_.width - margin : 1;
    const std::size_t end = end_of_line(clean, begin, room);
    const std::size_t split = std::clamp(style_end, begin, end);
    out_.append(margin, ' ');
    styled_text(std::string_view(clean).substr(begin, split - begin), style);
    out_.append(clean, split, end - split);
    out_ += '\n';
    begin = std::min(clean.find_first_not_of(' ', end), clean.size());
    margin = indent + hanging;
  }
}

void TextPage::styled_text(std::string_view text, Style style) {
  const bool is_plain = !options_.color || style == Style::plain || text.empty();
  if (is_plain) {
    out_ += text;
    return;
  }
  out_ += escape_of(style);
  out_ += text;
  out_ += "\x1b[0m";
}

std::string padded(std::string_view text, std::size_t width) {
  std::string result(text);
  const std::size_t length = count_code_points(text);
  if (length < width) result.append(width - length, ' ');
  return result;
}

std::string shortened(std::string_view text, std::size_t width) {
  if (count_code_points(text) <= width) return std::string(text);
  std::size_t end = 0;
  for (std::size_t columns = 0; columns + 1 < width; ++columns) {
    do ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
  }
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace assay::report
