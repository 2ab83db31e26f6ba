#pragma once

#include "dossier/dossier.hpp"

#include <string>

namespace assay::load {

/// Opens the file of each item of evidence whose `uri` is a relative path, below `root` and never outside it, and
/// compares it with the item's SHA-256. What differs or cannot be read is a finding. An item without SHA-256 only has
/// to be readable.
void check_files(const std::string& root, dossier::Dossier& dossier);

/// Is it a folder that files can be looked for in?
bool is_folder(const std::string& path);

}  // namespace assay::load
