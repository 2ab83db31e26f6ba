#pragma once

#include "evaluate/second_walk.hpp"
#include "evaluate/verdicts.hpp"

// Internal to the stage: what a report says about the evidence of one requirement.
namespace assay::evaluate {

/// Writes the items, reasons and grounds of a requirement that may apply. `grounds`, if they are asked for, get
/// what the verdict stands on; the needs of what is not there are the result: none where a nonconformity is settled
/// without it. `own` is filled anew for each evidence.
std::vector<Need> account_for_evidence(const Scheme& scheme, Evaluator& evaluator, SecondWalk& walk,
                                       const Verdicts& verdicts, assessment::RequirementResult& result,
                                       Grounds* grounds, Account& own);

/// "Data sheet of each data set; covering 'train'; issued within 12 months"
std::string what_is_needed(const model::Evidence& asked, std::string_view key);

}  // namespace assay::evaluate
