#pragma once

#include "dossier/dossier.hpp"
#include "dossier/findings.hpp"

namespace assay::dossier {

/// The dossier's `judgements`. One that is not usable is a finding and does not count.
std::vector<JudgementRecord> read_judgements(const Json& json, JsonIndex list, Findings& findings);

}  // namespace assay::dossier
