#include "dossier/positions.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cstddef>

namespace assay::dossier {
namespace {

constexpr std::size_t block_bytes = 64;

/// The position behind a text that begins at `from`.
source::Position behind(source::Position from, std::string_view text) {
  if (const std::size_t last_end = text.rfind('\n'); last_end != std::string_view::npos) {
    from.line += static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
    from.column = 1;
    text.remove_prefix(last_end + 1);
  }
  from.column += static_cast<std::uint32_t>(count_code_points(text));
  return from;
}

}  // namespace

void Positions::begin(std::string_view text) {
  text_ = without_byte_order_mark(text);
  mark_bytes_ = static_cast<std::uint32_t>(text.size() - text_.size());
  blocks_.assign(1, source::Position{});
}

source::Position Positions::at(std::uint32_t offset) {
  const std::size_t wanted = std::min<std::size_t>(offset < mark_bytes_ ? 0 : offset - mark_bytes_, text_.size());
  const std::size_t block = wanted / block_bytes;
  while (blocks_.size() <= block) {
    const std::string_view last = text_.substr((blocks_.size() - 1) * block_bytes, block_bytes);
    blocks_.push_back(behind(blocks_.back(), last));
  }
  return behind(blocks_[block], text_.substr(block * block_bytes, wanted - block * block_bytes));
}

}  // namespace assay::dossier
