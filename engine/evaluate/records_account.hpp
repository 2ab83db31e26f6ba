#pragma once

#include "assessment/assessment.hpp"
#include "evaluate/second_walk.hpp"
#include "evaluate/verdicts.hpp"

#include <string>
#include <vector>

// Internal to the stage: what a report says of nonconformity records, waivers and presumptions, and of the time in
// which a requirement and a statement of conformity hold.
namespace assay::evaluate {

/// The open records of a requirement: as reasons, as what its verdict rests on, and by themselves.
void tell_records(const Records& records, const dossier::Dossier& dossier, SecondWalk& walk,
                  assessment::RequirementResult& result, std::vector<assessment::Ground>& grounds);

/// The waiver that counts for a nonconforming requirement.
assessment::Waiver told(const dossier::WaiverRecord& waiver, SecondWalk& walk);

/// A requirement does not apply, for it is not in force or not selected: why, and when it will come into force.
void tell_exclusion(const Scheme& scheme, const Verdicts::Requirement& found, SecondWalk& walk, Evaluator& evaluator,
                    assessment::RequirementResult& result, std::vector<assessment::Coming>& coming);

/// What is presumed rests on the condition of the presumption; or a presumption that was rebutted.
void tell_presumption(const Scheme& scheme, const Verdicts::Requirement& found, SecondWalk& walk,
                      assessment::RequirementResult& result);

/// Adds what is to be said of the records and of the activity, also of waivers that are in order and have no effect.
void find_mistaken_records(const Scheme& scheme, const Verdicts& verdicts, const Records& records,
                           const dossier::Dossier& dossier, std::vector<dossier::Finding>& findings);

/// How long the statement holds: from the recorded decision, or from today if a positive one is proposed.
void tell_validity(const Scheme& scheme, const dossier::Dossier& dossier, assessment::Assessment& assessment);

}  // namespace assay::evaluate
