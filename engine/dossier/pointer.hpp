#pragma once

#include "dossier/facts.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace assay::dossier {

/// The list among whose elements the slot lies; null for a slot of the subject's own, or beside it.
const ListBlock* list_around(const Facts& facts, std::uint32_t slot);

/// The slot of its element that the slot belongs to.
inline std::uint32_t element_around(const ListBlock& list, std::uint32_t slot) {
  return slot - (slot - list.first) % list.stride;
}

/// Appends the path from the list to one of its elements, and from an element to a slot that belongs to it.
void append_element(const ListBlock& list, std::uint32_t element, std::string& pointer);
void append_path_in_element(const ListBlock& list, const model::Types& types, std::uint32_t slot, std::string& pointer);

/// Appends what `pointer_of` gives.
void append_pointer(const Facts& facts, const model::Types& types, model::RecordId subject, std::string_view prefix,
                    std::uint32_t slot, std::string& pointer);

}  // namespace assay::dossier
