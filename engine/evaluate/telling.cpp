#include "evaluate/telling.hpp"

#include "base/limits.hpp"
#include "dossier/place.hpp"
#include "dossier/pointer.hpp"

namespace assay::evaluate {

void Telling::begin(const dossier::Dossier& dossier, assessment::Memory& memory) {
  dossier_ = &dossier;
  memory_ = &memory;
  positions_.begin(dossier.text);
  told_.clear();
  element_ = nothing;
  told_by_slot_.assign(dossier.facts.slots.size(), nothing);
}

assessment::DossierPlace Telling::place_at(std::string_view pointer, std::uint32_t offset) {
  const source::Position position = positions_.at(offset);
  return {keep(pointer), position.line, position.column};
}

/// Many facts stand in the elements of one list, and those of one element are told one after the other.
void Telling::write_pointer(std::uint32_t slot) {
  const dossier::Facts& facts = dossier_->facts;
  const model::Types& types = scheme_.model.types;
  if (const dossier::ListBlock* list = dossier::list_around(facts, slot)) {
    if (const std::uint32_t element = dossier::element_around(*list, slot); element != element_) {
      const std::string_view of_list = told(list->parent).place.pointer;
      element_ = element;
      element_pointer_ = of_list;
      dossier::append_element(*list, element, element_pointer_);
    }
    text_ = element_pointer_;
    dossier::append_path_in_element(*list, types, slot, text_);
    return;
  }
  text_.clear();
  dossier::append_pointer(facts, types, scheme_.model.subject, dossier_->pointer_prefix, slot, text_);
}

Telling::Told& Telling::told(std::uint32_t slot) {
  std::uint32_t& position = told_by_slot_[slot];
  if (position == nothing) {
    write_pointer(slot);
    position = static_cast<std::uint32_t>(told_.size());
    told_.push_back({place_at(text_, dossier_->facts[slot].offset), {}});
  }
  return told_[position];
}

std::string_view Telling::raw_value(std::uint32_t slot) {
  Told& fact = told(slot);
  if (fact.value.empty()) fact.value = written(slot);
  return fact.value;
}

std::string_view Telling::written(std::uint32_t slot) {
  const dossier::Slot& fact = dossier_->facts[slot];
  if (fact.state == dossier::State::missing) return "null";
  const auto* elements = std::get_if<Elements>(&fact.value);
  // A list that the dossier leaves out may be an empty one.
  if (elements && elements->count == 0) return "[]";
  if (elements && elements->count > limits::shown_elements)
    return memory_->joined({"{\"elements\":", std::to_string(elements->count), "}"});
  const std::string_view value = dossier::compact_value_at(dossier_->text, fact.offset, text_);
  if (value.size() <= limits::shown_value_bytes) return keep(value);
  return memory_->joined({"{\"bytes\":", std::to_string(value.size()), "}"});
}

}  // namespace assay::evaluate
