#include "evaluate/telling.hpp"

#include "base/limits.hpp"
#include "dossier/place.hpp"
#include "dossier/pointer.hpp"

namespace assay::evaluate {

void Telling::begin(const dossier::Dossier& dossier, assessment::Memory& memory) {
  dossier_ = &dossier;
  memory_ = &memory;
  positions_.begin(dossier.text);
  list_ = nullptr;
  told_by_slot_.assign(dossier.facts.slots.size(), nullptr);
}

assessment::DossierPlace Telling::place_at(std::string_view pointer, std::uint32_t offset) {
  const source::Position position = positions_.at(offset);
  return {keep(pointer), position.line, position.column};
}

bool Telling::turn_to_element(std::uint32_t slot) {
  const bool is_near = list_ != nullptr && slot >= list_->first && slot - list_->first < list_->count * list_->stride;
  if (!is_near) {
    list_ = dossier::list_around(dossier_->facts, slot);
    if (list_ == nullptr) return false;
    element_ = dossier::element_around(*list_, slot);
  }
  // Mostly it is the same element again, or the next one.
  if (slot - element_ < list_->stride) return true;
  element_ += list_->stride;
  if (slot - element_ >= list_->stride) element_ = dossier::element_around(*list_, slot);
  return true;
}

std::string_view Telling::pointer(std::uint32_t slot) {
  const model::RecordId subject = scheme_.model.subject;
  if (slot != 0 && slot < slots_of_subject_)
    return memory_->joined(dossier_->pointer_prefix, paths_.within(subject, slot));
  text_.clear();
  if (!turn_to_element(slot)) {
    dossier::append_pointer(dossier_->facts, scheme_.model.types, subject, dossier_->pointer_prefix, slot, text_);
    return keep(text_);
  }
  const dossier::ListBlock& list = *list_;
  const std::uint32_t element = element_;
  if (slot != element) return memory_->joined(told(element).place.pointer, paths_.in_element(list, slot - element));
  text_ = told(list.parent).place.pointer;
  dossier::append_element(list, element, text_);
  return keep(text_);
}

assessment::Fact* Telling::tell(std::uint32_t slot) {
  const std::string_view pointer = this->pointer(slot);
  const source::Position position = positions_.at(dossier_->facts[slot].offset);
  return memory_->keep_one(assessment::Fact{{pointer, position.line, position.column}, {}, slot});
}

std::string_view Telling::written(std::uint32_t slot) {
  const dossier::Slot& fact = dossier_->facts[slot];
  if (fact.bytes != 0 && fact.bytes <= limits::shown_value_bytes)
    return keep(dossier_->text.substr(fact.offset, fact.bytes));
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
