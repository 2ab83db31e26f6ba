#pragma once

#include "assessment/assessment.hpp"
#include "evaluate/evaluate.hpp"
#include "evaluate/verdicts.hpp"

#include <vector>

namespace assay::evaluate {

/// The decision that the scheme has for the activity; null if it has none or the activity is not known.
const model::Decision* decision_at(const Scheme& scheme, const std::optional<Activity>& activity);

/// The proposed decision. If a condition ended the search because it is unknown, `unknown_parts` are the parts of it
/// that are: what the counts settle is not among them.
assessment::DecisionResult decide(const Scheme& scheme, const std::optional<Activity>& activity,
                                  const Verdicts& verdicts, Evaluator& evaluator,
                                  std::vector<program::NodeId>& unknown_parts);

/// What it comes to, without the words.
DecisionOutcome outcome_of_decision(const Scheme& scheme, const std::optional<Activity>& activity,
                                    const Verdicts& verdicts, Evaluator& evaluator);

/// Undetermined requirements and those whose grade is not settled.
std::uint64_t count_open(const Verdicts& verdicts);

}  // namespace assay::evaluate
