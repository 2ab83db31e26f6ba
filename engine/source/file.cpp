#include "source/file.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace assay::source {
namespace {

/// A byte-order mark is no column of the first line, which begins behind it.
std::vector<std::uint32_t> starts_of_lines(std::string_view text) {
  std::vector<std::uint32_t> starts{static_cast<std::uint32_t>(text.size() - without_byte_order_mark(text).size())};
  for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1))
    starts.push_back(static_cast<std::uint32_t>(end + 1));
  return starts;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// The first byte of the code point in which `offset` stands. It has at most four, so three steps back suffice.
std::size_t begin_of_code_point(std::string_view line, std::size_t offset) {
  for (int steps = 0; steps < 3 && offset > 0 && offset < line.size() && is_continuation(line[offset]); ++steps)
    --offset;
  return offset;
}

}  // namespace

File::File(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)), line_starts_(starts_of_lines(text_)) {}

std::uint32_t File::line_start(std::uint32_t number) const {
  const auto last = static_cast<std::uint32_t>(line_starts_.size());
  return line_starts_[std::clamp<std::uint32_t>(number, 1, last) - 1];
}

std::string_view File::line(std::uint32_t number) const {
  auto line = text().substr(line_start(number));
  const auto end = line.find('\n');
  if (end == std::string_view::npos) return line;
  line = line.substr(0, end);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

Position File::position(std::size_t offset) const {
  offset = std::clamp<std::size_t>(offset, line_starts_.front(), text_.size());
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto number = static_cast<std::uint32_t>(after - line_starts_.begin());
  const auto content = line(number);
  // Either byte of a line end stands behind the last character, so LF and CRLF files have the same columns.
  const auto within = begin_of_code_point(content, std::min(offset - line_start(number), content.size()));
  return {number, static_cast<std::uint32_t>(count_code_points(content.substr(0, within)) + 1)};
}

}  // namespace assay::source
