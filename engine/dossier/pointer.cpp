// From a slot back to its place in the dossier: blocks lead from an element to its list, layouts from a slot to a key.
#include "dossier/escape.hpp"
#include "dossier/facts.hpp"

#include <algorithm>

namespace assay::dossier {
namespace {

/// The list that holds the slot among its elements; null for a slot of the subject's own.
const ListBlock* block_of(const Facts& facts, std::uint32_t slot) {
  const auto behind =
      std::upper_bound(facts.blocks.begin(), facts.blocks.end(), slot,
                       [](std::uint32_t wanted, const ListBlock& block) { return wanted < block.first; });
  return behind == facts.blocks.begin() ? nullptr : &*(behind - 1);
}

/// The path from a record to the slot that lies `offset` behind its first one.
std::string path_within(const model::Types& types, model::RecordId record, std::uint32_t offset) {
  std::string path;
  while (offset > 0) {
    const std::vector<model::Field>& fields = types.records[record].fields;
    const auto behind =
        std::upper_bound(fields.begin(), fields.end(), offset,
                         [](std::uint32_t wanted, const model::Field& field) { return wanted < field.slot; });
    const model::Field& field = *(behind - 1);
    append_token(path, field.key);
    if (types[field.type].kind != model::Kind::record) return path;
    record = types[field.type].record;
    offset -= field.slot;
  }
  return path;
}

std::string element_path(const model::Types& types, const ListBlock& block, std::uint32_t slot) {
  const std::uint32_t distance = slot - block.first;
  std::string path = "/" + std::to_string(distance / block.stride);
  const model::Type& element = types[block.element];
  if (element.kind == model::Kind::record) path += path_within(types, element.record, distance % block.stride);
  return path;
}

}  // namespace

std::string pointer_of(const Facts& facts, const model::Types& types, model::RecordId subject, std::string_view prefix,
                       std::uint32_t slot) {
  std::vector<std::string> parts;
  for (const ListBlock* block = block_of(facts, slot); block != nullptr; block = block_of(facts, slot)) {
    parts.push_back(element_path(types, *block, slot));
    slot = block->parent;
  }
  std::string pointer = std::string(prefix) + path_within(types, subject, slot);
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) pointer += *part;
  return pointer;
}

}  // namespace assay::dossier
