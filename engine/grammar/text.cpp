// Texts: escapes, triple quotes, and where a text that is not closed ends.
#include "base/utf8.hpp"
#include "grammar/scan.hpp"

#include <algorithm>
#include <optional>

namespace assay::grammar {

using diagnostics::Code;

namespace {

constexpr std::string_view triple = "\"\"\"";

std::string_view between(Iterator first, Iterator last) { return {first, static_cast<std::size_t>(last - first)}; }

bool is_line_blank(char letter) { return letter == ' ' || letter == '\t' || letter == '\r'; }
bool is_blank_line(std::string_view line) { return std::all_of(line.begin(), line.end(), is_line_blank); }

// The closing quote, or the end of the line.
Iterator find_quote(Iterator first, Iterator last) {
  while (first != last && *first != '"' && *first != '\n')
    first += *first == '\\' && last - first > 1 && first[1] != '\n' ? 2 : 1;
  return first;
}

std::optional<std::uint32_t> hexadecimal(Iterator first, Iterator last) {
  if (last - first < 4) return std::nullopt;
  std::uint32_t value = 0;
  for (Iterator at = first; at != first + 4; ++at) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::size_t const digit = digits.find(is_letter(*at) ? static_cast<char>(*at | 0x20) : *at);
    if (digit == std::string_view::npos) return std::nullopt;
    value = value * 16 + static_cast<std::uint32_t>(digit);
  }
  return value;
}

bool is_high_surrogate(std::uint32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(std::uint32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

// What the escape whose `\u` ends at `at` stands for; moves `at` behind it. Nothing for a lone surrogate.
std::optional<std::uint32_t> unicode_escape(Iterator& at, Iterator last) {
  auto const unit = hexadecimal(at, last);
  if (!unit) return std::nullopt;
  at += 4;
  if (is_low_surrogate(*unit)) return std::nullopt;
  if (!is_high_surrogate(*unit)) return unit;
  if (!between(at, last).starts_with("\\u")) return std::nullopt;
  auto const low = hexadecimal(at + 2, last);
  if (!low || !is_low_surrogate(*low)) return std::nullopt;
  at += 6;
  return 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00);
}

std::optional<char> short_escape(char letter) {
  constexpr std::string_view letters = "\"\\/bfnrt";
  constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
  std::size_t const position = letters.find(letter);
  return position == std::string_view::npos ? std::nullopt : std::optional(meant[position]);
}

void read_escape(Iterator& at, Iterator last, Session& session, std::string& value) {
  Iterator const start = at++;
  if (auto const plain = short_escape(*at)) {
    value += *plain;
    ++at;
    return;
  }
  if (*at == 'u') {
    ++at;
    if (auto const scalar = unicode_escape(at, last)) return append_utf8(value, *scalar);
  } else {
    do ++at;
    while (at != last && (*at & 0xC0) == 0x80);
  }
  session.complain(Code::invalid_escape, std::string(between(start, at)), start, at);
}

std::string unescaped(Iterator first, Iterator last, Session& session) {
  std::string value;
  value.reserve(static_cast<std::size_t>(last - first));
  while (first != last) {
    Iterator const plain = std::find(first, last, '\\');
    value.append(first, plain);
    first = plain;
    if (first != last) read_escape(first, last, session, value);
  }
  return value;
}

std::vector<std::string_view> lines_of(std::string_view content) {
  std::vector<std::string_view> lines;
  for (;;) {
    std::size_t const end = content.find('\n');
    std::string_view line = content.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    if (end == std::string_view::npos) return lines;
    content.remove_prefix(end + 1);
  }
}

// Text on the line of the opening quotes has no indentation of its own, so it does not count.
std::size_t common_indentation(const std::vector<std::string_view>& lines) {
  std::optional<std::string_view> common;
  for (std::size_t number = 1; number < lines.size(); ++number) {
    std::string_view const line = lines[number];
    if (is_blank_line(line)) continue;
    std::string_view const indentation = line.substr(0, line.find_first_not_of(" \t"));
    if (!common) common = indentation;
    auto const differ = std::mismatch(common->begin(), common->end(), indentation.begin(), indentation.end());
    common = common->substr(0, static_cast<std::size_t>(differ.first - common->begin()));
  }
  return common ? common->size() : 0;
}

std::string without_indentation(std::string_view content) {
  auto lines = lines_of(content);
  std::size_t const indentation = common_indentation(lines);
  for (std::size_t number = 1; number < lines.size(); ++number)
    lines[number] = is_blank_line(lines[number]) ? std::string_view{} : lines[number].substr(indentation);
  if (lines.size() > 1 && lines.back().empty()) lines.pop_back();

  std::size_t const first = is_blank_line(lines.front()) ? 1 : 0;
  std::string value;
  for (std::size_t number = first; number < lines.size(); ++number) {
    if (number > first) value += '\n';
    value += lines[number];
  }
  return value;
}

bool scan_triple(Iterator& first, Iterator last, Session& session, syntax::Text& text) {
  Iterator const content = first + triple.size();
  Iterator const end = std::search(content, last, triple.begin(), triple.end());
  if (end == last) session.refuse(Code::unterminated_text, {}, first, content);
  text.value = without_indentation(between(content, end));
  first = end + triple.size();
  return true;
}

Iterator end_of_text(Iterator first, Iterator last) {
  if (between(first, last).starts_with(triple)) {
    Iterator const end = std::search(first + triple.size(), last, triple.begin(), triple.end());
    return end == last ? last : end + triple.size();
  }
  Iterator const quote = find_quote(first + 1, last);
  return quote != last && *quote == '"' ? quote + 1 : quote;
}

}  // namespace

bool scan_text(Iterator& first, Iterator last, Session& session, syntax::Text& text) {
  if (first == last || *first != '"') return false;
  if (between(first, last).starts_with(triple)) return scan_triple(first, last, session, text);
  Iterator const quote = find_quote(first + 1, last);
  if (quote == last || *quote == '\n') session.refuse(Code::unterminated_text, {}, first, quote);
  text.value = unescaped(first + 1, quote, session);
  first = quote + 1;
  return true;
}

Iterator end_of_token(Iterator first, Iterator last) {
  if (first == last) return last;
  if (*first == '"') return end_of_text(first, last);
  Iterator at = first + 1;
  if (continues_word(*first)) return std::find_if_not(at, last, continues_word);
  if (is_symbol_at(first, last, between(first, at))) {
    // A character beyond ASCII is marked as a whole.
    return std::find_if(at, last, [](char byte) { return (byte & 0xC0) != 0x80; });
  }
  return at + 1;
}

}  // namespace assay::grammar
