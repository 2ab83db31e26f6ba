// The first stage of simdjson. Its second would lose digits of numbers, repeated keys and places.
#include "dossier/structural_index.hpp"

#include <bit>
#include <utility>

#include <simdjson.h>

namespace assay::dossier {

struct StructuralIndex::Indexer {
  const simdjson::implementation* instructions = simdjson::get_active_implementation();
  // Without vector instructions simdjson is no faster than the exact reader, and looks behind the end of a text that
  // breaks off in an escape or a character.
  bool is_usable = instructions->name() != "fallback";
  std::unique_ptr<simdjson::internal::dom_parser_implementation> stages;
  std::size_t capacity = 0;

  bool make_room_for(std::size_t bytes) {
    if (bytes <= capacity) return true;
    constexpr std::size_t least = std::size_t{16} << 10;
    constexpr std::size_t depth = 1;  // of the second stage, which does not run
    const std::size_t wanted = std::bit_ceil(bytes < least ? least : bytes);
    capacity = 0;
    if (instructions->create_dom_parser_implementation(wanted, depth, stages) != simdjson::SUCCESS) return false;
    capacity = wanted;
    return true;
  }
};

StructuralIndex::StructuralIndex() = default;
StructuralIndex::~StructuralIndex() = default;
StructuralIndex::StructuralIndex(StructuralIndex&&) noexcept = default;
StructuralIndex& StructuralIndex::operator=(StructuralIndex&&) noexcept = default;

std::span<const std::uint32_t> StructuralIndex::of(std::string_view text) {
  if (text.empty() || text.size() > longest_indexed_text) return {};
  if (!indexer_) indexer_ = std::make_unique<Indexer>();
  if (!indexer_->is_usable || !indexer_->make_room_for(text.size())) return {};
  auto& stages = *indexer_->stages;
  // The last bytes are copied to a block of its own, so that nothing behind the text is read.
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  if (stages.stage1(bytes, text.size(), simdjson::stage1_mode::regular) != simdjson::SUCCESS) return {};
  return {stages.structural_indexes.get(), stages.n_structural_indexes};
}

}  // namespace assay::dossier
