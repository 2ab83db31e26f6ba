#pragma once

#include "dossier/evidence_record.hpp"
#include "dossier/findings.hpp"

namespace assay::dossier {

/// The dossier's `evidence`, a list. An item that is not usable is a finding; it is kept with its mistake.
std::vector<EvidenceRecord> read_evidence(const Json& json, JsonIndex list, Findings& findings);

/// The elements of that list of which nobody can tell what they are evidence of; `read` is what it was read as.
std::vector<UnplacedEvidence> find_unplaced_evidence(const Json& json, JsonIndex list,
                                                     const std::vector<EvidenceRecord>& read);

}  // namespace assay::dossier
