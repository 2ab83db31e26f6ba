#pragma once

#include "assessment/assessment.hpp"
#include "evaluate/evaluate.hpp"
#include "evaluate/verdicts.hpp"

#include <vector>

namespace assay::evaluate {

/// The proposed decision. If a condition ended the search because it is unknown, `unknown_parts` are the parts of it
/// that are: what the counts settle is not among them.
assessment::DecisionResult decide(const Scheme& scheme, const Verdicts& verdicts, Evaluator& evaluator,
                                  std::vector<program::NodeId>& unknown_parts);

/// Undetermined requirements and those whose grade is not settled.
std::uint64_t count_open(const Verdicts& verdicts);

}  // namespace assay::evaluate
