#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assay::diagnostics {

/// A stretch [begin, end) in bytes of a line or in columns of its excerpt.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A line of code as it is drawn: tabs are blanks to the next multiple of four, and of a line longer than
/// limits::excerpt_columns only the surroundings of a mark are shown, with `…` where something was cut.
class Excerpt {
 public:
  /// The surroundings are those of the byte `around`.
  Excerpt(std::string_view line, std::size_t around);

  const std::string& text() const { return text_; }

  /// The columns, counted from 0, that bytes of the line take: at least one, clamped to what is shown.
  Stretch columns(Stretch bytes) const;

 private:
  std::size_t column(std::size_t offset) const;
  void draw(std::string_view visible);

  std::string text_;
  std::size_t first_byte_ = 0;
  std::size_t width_ = 0;
  std::vector<std::size_t> columns_;  ///< Of each byte shown, and of the place behind the last.
};

/// Has the line more characters than an excerpt shows?
bool is_cut(std::string_view line);

}  // namespace assay::diagnostics
