#pragma once

#include "dossier/dossier.hpp"
#include "evaluate/judgements.hpp"
#include "evaluate/recorded_evidence.hpp"
#include "model/scheme.hpp"

#include <vector>

// Internal to the stage: what is wrong with the records of a dossier once they are held against the scheme, the
// assessment date and each other.
namespace assay::evaluate {

using Findings = std::vector<dossier::Finding>;

void find_mistaken_evidence(const dossier::Dossier& dossier, const RecordedEvidence& evidence, Findings& findings);
void find_mistaken_judgements(const model::Scheme& scheme, const dossier::Dossier& dossier,
                              const RecordedJudgements& judgements, Findings& findings);

/// Who took part in evaluation neither reviews nor decides, and who consulted for the client does neither for two
/// years; and each act follows those that it builds on. Implemented in segregation.cpp.
void find_breaches(const dossier::Dossier& dossier, Date date, Findings& findings);

}  // namespace assay::evaluate
