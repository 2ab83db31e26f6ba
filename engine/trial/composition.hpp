#pragma once

#include "source/file.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assay::trial {

/// Where a stretch of text comes from.
struct Origin {
  const source::File* file = nullptr;
  std::size_t offset = 0;
};

/// A text that is put together from stretches of several files, and the way back from each byte to its file.
class Composition {
 public:
  Composition(std::string_view text, Origin origin) : text_(text), pieces_{{0, origin, true}} {}

  const std::string& text() const { return text_; }

  /// Puts `part` in the place of the bytes [begin, end). What stands in no file itself, as a comma, has a `part` that
  /// is not `verbatim`: all of it comes from one place.
  void replace(std::size_t begin, std::size_t end, std::string_view part, Origin origin, bool verbatim = true);

  /// Where the byte at `offset` stands; at the end, where the last one does. Logarithmic in the pieces.
  Origin origin_of(std::size_t offset) const;

 private:
  struct Piece {
    std::size_t begin = 0;
    Origin origin;
    bool verbatim = true;
  };
  std::size_t split(std::size_t offset);

  std::string text_;
  std::vector<Piece> pieces_;  ///< in order; the first begins at 0
};

}  // namespace assay::trial
