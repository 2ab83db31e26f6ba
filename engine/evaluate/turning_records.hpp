#pragma once

#include "evaluate/evaluate.hpp"
#include "evaluate/recorded_evidence.hpp"
#include "evaluate/turning.hpp"

// Internal to the stage: the days that stand written in the scheme and in the records of the dossier.
namespace assay::evaluate {

/// When requirements, and the scheme, come into force and go out of it.
void note_periods(const Scheme& scheme, Turns& turns);

/// When a record begins to count, and when it counts no longer.
void note_records(const Scheme& scheme, const dossier::Dossier& dossier, const RecordedEvidence& evidence, Date date,
                  Turns& turns);

}  // namespace assay::evaluate
