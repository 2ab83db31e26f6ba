#include "trial/composition.hpp"

#include <algorithm>
#include <iterator>

namespace assay::trial {

namespace {

using Difference = std::vector<int>::difference_type;

}  // namespace

/// The position of the piece that begins at `offset`, made if none did.
std::size_t Composition::split(std::size_t offset) {
  const auto behind = std::lower_bound(pieces_.begin(), pieces_.end(), offset,
                                       [](const Piece& piece, std::size_t at) { return piece.begin < at; });
  const auto position = static_cast<std::size_t>(behind - pieces_.begin());
  if (behind != pieces_.end() && behind->begin == offset) return position;
  Piece rest = pieces_[position - 1];
  if (rest.verbatim) rest.origin.offset += offset - rest.begin;
  rest.begin = offset;
  pieces_.insert(behind, rest);
  return position;
}

void Composition::replace(std::size_t begin, std::size_t end, std::string_view part, Origin origin, bool verbatim) {
  const std::size_t first = split(begin);
  const std::size_t last = std::max(first, split(end));
  pieces_.erase(pieces_.begin() + static_cast<Difference>(first), pieces_.begin() + static_cast<Difference>(last));
  for (std::size_t i = first; i < pieces_.size(); ++i) pieces_[i].begin += part.size() - (end - begin);
  if (!part.empty()) pieces_.insert(pieces_.begin() + static_cast<Difference>(first), Piece{begin, origin, verbatim});
  text_.replace(begin, end - begin, part);
}

Origin Composition::origin_of(std::size_t offset) const {
  const auto behind = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                       [](std::size_t at, const Piece& piece) { return at < piece.begin; });
  const Piece& piece = *std::prev(behind);
  return {piece.origin.file, piece.origin.offset + (piece.verbatim ? offset - piece.begin : 0)};
}

}  // namespace assay::trial
