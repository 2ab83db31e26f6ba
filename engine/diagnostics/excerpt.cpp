#include "diagnostics/excerpt.hpp"

#include "diagnostics/printable.hpp"

#include "base/limits.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace assay::diagnostics {
namespace {

constexpr std::size_t tab_width = 4;

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// `offset`, moved back by up to `count` characters; walks no further than it must, for a line may have 100 MB.
std::size_t back(std::string_view line, std::size_t offset, std::size_t count) {
  offset = std::min(offset, line.size());
  while (offset > 0 && count > 0) {
    --offset;
    if (!is_continuation(line[offset])) --count;
  }
  return offset;
}

std::size_t forward(std::string_view line, std::size_t offset, std::size_t count) {
  for (; offset < line.size() && count > 0; --count)
    offset += std::max<std::size_t>(utf8_length(line.substr(offset)), 1);
  return offset;
}

/// As much before the mark as behind it, unless the line ends sooner.
Stretch window(std::string_view line, std::size_t around) {
  const auto half = back(line, around, limits::excerpt_columns / 2);
  const auto end = forward(line, half, limits::excerpt_columns);
  const auto begin = end == line.size() ? back(line, end, limits::excerpt_columns) : half;
  return {begin, end};
}

}  // namespace

bool is_cut(std::string_view line) {
  return line.size() > limits::excerpt_columns && count_code_points(line) > limits::excerpt_columns;
}

Excerpt::Excerpt(std::string_view line, std::size_t around) {
  const auto visible = is_cut(line) ? window(line, around) : Stretch{0, line.size()};
  first_byte_ = visible.begin;
  if (visible.begin > 0) {
    text_ = "…";
    width_ = 1;
  }
  draw(line.substr(visible.begin, visible.end - visible.begin));
  columns_.push_back(width_);
  if (visible.end < line.size()) text_ += "…";
}

void Excerpt::draw(std::string_view visible) {
  while (!visible.empty()) {
    const bool is_tab = visible.front() == '\t';
    const auto next = is_tab ? Shown{std::string(tab_width - width_ % tab_width, ' '), 1} : shown(visible);
    columns_.insert(columns_.end(), next.bytes, width_);
    text_ += next.form;
    width_ += count_code_points(next.form);
    visible.remove_prefix(next.bytes);
  }
}

std::size_t Excerpt::column(std::size_t offset) const {
  const auto position = offset < first_byte_ ? 0 : offset - first_byte_;
  return columns_[std::min(position, columns_.size() - 1)];
}

Stretch Excerpt::columns(Stretch bytes) const {
  const auto begin = column(bytes.begin);
  return {begin, std::max(column(bytes.end), begin + 1)};
}

}  // namespace assay::diagnostics
