#pragma once

#include "dossier/dossier.hpp"
#include "dossier/findings.hpp"

namespace assay::dossier {

/// The dossier's `nonconformities`. Each stays in the list, whatever of it cannot be read: a mistake in a record must
/// not make a nonconformity go away.
std::vector<NonconformityRecord> read_nonconformities(const Json& json, JsonIndex list, Findings& findings);

}  // namespace assay::dossier
