#pragma once

#include "dossier/facts.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace assay::dossier {

/// Appends what `pointer_of` gives.
void append_pointer(const Facts& facts, const model::Types& types, model::RecordId subject, std::string_view prefix,
                    std::uint32_t slot, std::string& pointer);

}  // namespace assay::dossier
