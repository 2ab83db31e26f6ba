#pragma once

#include "dossier/dossier.hpp"
#include "dossier/findings.hpp"

namespace assay::dossier {

/// The dossier's `waivers`. One that is not usable is a finding and does not count.
std::vector<WaiverRecord> read_waivers(const Json& json, JsonIndex list, Findings& findings);

}  // namespace assay::dossier
