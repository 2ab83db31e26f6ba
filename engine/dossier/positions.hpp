#pragma once

#include "source/file.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace assay::dossier {

/// Lines and columns of many byte offsets, both from 1, columns in code points; a byte-order mark is no column. Most
/// records of a stream are one line of ASCII, where a column is an offset. Behind that it notes where blocks of the
/// text begin, as far as it was asked, so that after the first time an answer takes no longer at the end of a long
/// line.
class Positions {
 public:
  Positions() = default;
  /// `text` must outlive it.
  explicit Positions(std::string_view text) { begin(text); }

  /// Turns to another text, in the memory of the last.
  void begin(std::string_view text);

  source::Position at(std::uint32_t offset) {
    const std::size_t wanted = offset < mark_bytes_ ? 0 : offset - mark_bytes_;
    return wanted <= plain_bytes_ ? source::Position{1, static_cast<std::uint32_t>(wanted + 1)} : behind_plain(wanted);
  }

 private:
  source::Position behind_plain(std::size_t wanted);

  std::string_view text_;                 ///< behind the byte-order mark
  std::uint32_t mark_bytes_ = 0;          ///< of that mark
  std::size_t plain_bytes_ = 0;           ///< the text begins with so many that are ASCII and no line break, at least
  std::vector<source::Position> blocks_;  ///< where each of those behind begins
};

}  // namespace assay::dossier
