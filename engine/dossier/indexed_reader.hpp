#pragma once

#include "dossier/json.hpp"
#include "dossier/structural_index.hpp"

#include <string_view>
#include <vector>

namespace assay::dossier {

/// Reads what read_json (json_reader.hpp) reads, to the same values, several times as fast; but it knows no words for
/// what is wrong. False if the text is no JSON object, if it is beyond a limit, or only too long: read_json then
/// decides. Nothing behind `text` is read. `values` only grows: what the first one spans is the text's.
bool read_indexed_json(std::string_view text, StructuralIndex& index, std::vector<JsonValue>& values);

}  // namespace assay::dossier
