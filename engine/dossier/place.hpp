#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace assay::dossier {

/// What `compact_value_at` gives, as a view of `text`, or of `room` if there is white space in the value.
std::string_view compact_value_at(std::string_view text, std::uint32_t offset, std::string& room);

}  // namespace assay::dossier
