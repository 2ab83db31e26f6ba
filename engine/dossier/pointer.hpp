#pragma once

#include "dossier/facts.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace assay::dossier {

/// The list among whose elements the slot lies; null for a slot of the subject's own, or beside it.
const ListBlock* list_around(const Facts& facts, std::uint32_t slot);

/// Appends the path from that list to the slot.
void append_path_in_list(const ListBlock& list, const model::Types& types, std::uint32_t slot, std::string& pointer);

/// Appends what `pointer_of` gives.
void append_pointer(const Facts& facts, const model::Types& types, model::RecordId subject, std::string_view prefix,
                    std::uint32_t slot, std::string& pointer);

}  // namespace assay::dossier
