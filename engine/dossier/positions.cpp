#include "dossier/positions.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>

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

/// With how many whole blocks of ASCII in one line a text begins.
std::size_t plain_blocks(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  std::size_t blocks = 0;
  for (; line.size() >= (blocks + 1) * block_bytes; ++blocks) {
    std::uint64_t all = 0;
    for (std::size_t at = blocks * block_bytes; at < (blocks + 1) * block_bytes; at += sizeof all) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, line.data() + at, sizeof eight);
      all |= eight;
    }
    if ((all & 0x8080'8080'8080'8080) != 0) break;
  }
  return blocks;
}

}  // namespace

void Positions::begin(std::string_view text) {
  text_ = without_byte_order_mark(text);
  mark_bytes_ = static_cast<std::uint32_t>(text.size() - text_.size());
  plain_bytes_ = plain_blocks(text_) * block_bytes;
  blocks_.assign(1, source::Position{1, static_cast<std::uint32_t>(plain_bytes_ + 1)});
}

source::Position Positions::behind_plain(std::size_t wanted) {
  wanted = std::min(wanted, text_.size());
  const std::string_view rest = text_.substr(plain_bytes_);
  const std::size_t block = (wanted - plain_bytes_) / block_bytes;
  while (blocks_.size() <= block) {
    const std::string_view last = rest.substr((blocks_.size() - 1) * block_bytes, block_bytes);
    blocks_.push_back(behind(blocks_.back(), last));
  }
  return behind(blocks_[block], rest.substr(block * block_bytes, wanted - plain_bytes_ - block * block_bytes));
}

}  // namespace assay::dossier
