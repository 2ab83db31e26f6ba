// Which lines of a Markdown text are code. Fences follow CommonMark 0.31, section 4.5.
#include "source/file.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <optional>

namespace assay::source {
namespace {

struct Fence {
  char mark = '`';
  std::size_t length = 0;
  std::string_view info;  ///< What stands behind the marks, without blanks around it.
};

bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Four blanks would make the line an indented code block.
std::string_view without_indentation(std::string_view line) {
  const auto indentation = line.find_first_not_of(' ');
  return indentation <= 3 ? line.substr(indentation) : std::string_view{};
}

std::optional<Fence> fence_in(std::string_view line) {
  const auto text = without_indentation(line);
  if (text.empty() || (text.front() != '`' && text.front() != '~')) return std::nullopt;
  const char mark = text.front();
  const auto length = std::min(text.find_first_not_of(mark), text.size());
  const auto info = trimmed(text.substr(length));
  const bool is_inline_code = mark == '`' && info.find('`') != std::string_view::npos;
  if (length < 3 || is_inline_code) return std::nullopt;
  return Fence{mark, length, info};
}

bool closes(const Fence& fence, const Fence& opened) {
  return fence.mark == opened.mark && fence.length >= opened.length && fence.info.empty();
}

/// `assay`, also with attributes behind it, but not `assay-report`.
bool is_code(const Fence& fence) {
  constexpr std::string_view language = "assay";
  if (fence.info.substr(0, language.size()) != language) return false;
  const auto rest = fence.info.substr(language.size());
  return rest.empty() || is_blank(rest.front()) || rest.front() == '{' || rest.front() == ',';
}

void blank_out(std::string& text, std::size_t begin, std::size_t end) {
  for (auto position = begin; position < end; ++position)
    if (text[position] != '\n' && text[position] != '\r') text[position] = ' ';
}

}  // namespace

std::string mask_prose(std::string_view markdown) {
  std::string masked(markdown);
  std::optional<Fence> opened;
  const auto mark = markdown.size() - without_byte_order_mark(markdown).size();
  blank_out(masked, 0, mark);
  for (std::size_t begin = mark, end = 0; begin < markdown.size(); begin = end) {
    end = std::min(markdown.find('\n', begin), markdown.size() - 1) + 1;
    const auto fence = fence_in(markdown.substr(begin, end - begin));
    const bool is_closing = opened && fence && closes(*fence, *opened);
    if (!opened || is_closing || !is_code(*opened)) blank_out(masked, begin, end);
    if (is_closing)
      opened.reset();
    else if (!opened)
      opened = fence;
  }
  return masked;
}

bool is_literate(std::string_view path) { return path.size() > 3 && path.substr(path.size() - 3) == ".md"; }

}  // namespace assay::source
