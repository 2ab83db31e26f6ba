// From a slot back to its place in the dossier: blocks lead from an element to its list, layouts from a slot to a key.
#include "dossier/pointer.hpp"

#include "dossier/escape.hpp"
#include "model/expression.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace assay::dossier {
namespace {

/// The field of the record that holds the slot `offset` behind its first one.
const model::Field& field_at(const model::Types& types, model::RecordId record, std::uint32_t offset) {
  const std::vector<model::Field>& fields = types.records[record].fields;
  const auto behind =
      std::upper_bound(fields.begin(), fields.end(), offset,
                       [](std::uint32_t wanted, const model::Field& field) { return wanted < field.slot; });
  return *(behind - 1);
}

/// Appends the path from a record to the slot that lies `offset` behind its first one.
void append_path_within(std::string& pointer, const model::Types& types, model::RecordId record, std::uint32_t offset) {
  while (offset > 0) {
    const model::Field& field = field_at(types, record, offset);
    append_token(pointer, field.key);
    if (types[field.type].kind != model::Kind::record) return;
    record = types[field.type].record;
    offset -= field.slot;
  }
}

void append_number(std::string& pointer, std::uint32_t number) {
  std::array<char, 10> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  pointer.append(digits.data(), end);
}

/// The slots behind those of the subject hold the lists that stand beside it; a bare subject has none.
void append_root(std::string& pointer, const model::Types& types, model::RecordId subject, std::string_view prefix,
                 std::uint32_t slot) {
  if (const std::uint32_t slots = types.records[subject].slots; slot >= slots) {
    if (!prefix.empty()) append_token(pointer, model::dossier_list_words[slot - slots]);
    return;
  }
  pointer += prefix;
  append_path_within(pointer, types, subject, slot);
}

}  // namespace

const ListBlock* list_around(const Facts& facts, std::uint32_t slot) {
  const auto behind =
      std::upper_bound(facts.blocks.begin(), facts.blocks.end(), slot,
                       [](std::uint32_t wanted, const ListBlock& block) { return wanted < block.first; });
  return behind == facts.blocks.begin() ? nullptr : &*(behind - 1);
}

void append_element(const ListBlock& list, std::uint32_t element, std::string& pointer) {
  pointer += '/';
  append_number(pointer, (element - list.first) / list.stride);
}

std::string_view Paths::put_together(model::RecordId record, std::uint32_t offset) {
  if (record.value >= by_record_.size()) by_record_.resize(std::size_t{record.value} + 1);
  std::vector<std::string>& paths = by_record_[record.value];
  if (paths.empty()) paths.resize(types_.records[record].slots);
  append_path_within(paths[offset], types_, record, offset);
  return paths[offset];
}

namespace {

void append_path_in_element(const ListBlock& list, const model::Types& types, std::uint32_t slot,
                            std::string& pointer) {
  const model::Type& element = types[list.element];
  if (element.kind != model::Kind::record) return;
  append_path_within(pointer, types, element.record, slot - element_around(list, slot));
}

}  // namespace

/// Lists nest as deep as the JSON does, which limits::json_depth bounds.
void append_pointer(const Facts& facts, const model::Types& types, model::RecordId subject, std::string_view prefix,
                    std::uint32_t slot, std::string& pointer) {
  const ListBlock* list = list_around(facts, slot);
  if (list == nullptr) return append_root(pointer, types, subject, prefix, slot);
  append_pointer(facts, types, subject, prefix, list->parent, pointer);
  append_element(*list, element_around(*list, slot), pointer);
  append_path_in_element(*list, types, slot, pointer);
}

std::string pointer_of(const Facts& facts, const model::Types& types, model::RecordId subject, std::string_view prefix,
                       std::uint32_t slot) {
  std::string pointer;
  append_pointer(facts, types, subject, prefix, slot, pointer);
  return pointer;
}

std::optional<model::TypeId> type_of(const Facts& facts, const model::Types& types, model::RecordId subject,
                                     std::uint32_t slot) {
  const ListBlock* block = list_around(facts, slot);
  model::RecordId record = subject;
  std::uint32_t offset = slot;
  if (block != nullptr) {
    offset = (slot - block->first) % block->stride;
    if (offset == 0) return block->element;
    record = types[block->element].record;
  }
  const bool is_beside_subject = block == nullptr && offset >= types.records[subject].slots;
  if (offset == 0 || is_beside_subject) return std::nullopt;
  for (;;) {
    const model::Field& field = field_at(types, record, offset);
    if (types[field.type].kind != model::Kind::record || field.slot == offset) return field.type;
    record = types[field.type].record;
    offset -= field.slot;
  }
}

}  // namespace assay::dossier
