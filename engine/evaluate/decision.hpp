#pragma once

#include "assessment/assessment.hpp"
#include "evaluate/evaluate.hpp"
#include "evaluate/verdicts.hpp"

namespace assay::evaluate {

/// The proposed decision. `unknown_rule` is set to the condition that ended the search, if it was one that is unknown.
assessment::DecisionResult decide(const Scheme& scheme, const Verdicts& verdicts, Evaluator& evaluator,
                                  program::NodeId& unknown_rule);

/// Undetermined requirements and those whose grade is not settled.
std::uint64_t count_open(const Verdicts& verdicts);

}  // namespace assay::evaluate
