#pragma once

#include "assessment/assessment.hpp"
#include "evaluate/evaluator.hpp"
#include "evaluate/second_walk.hpp"

// Internal to the stage.
namespace assay::evaluate {

/// The facts that the statement of conformity carries; nothing if the scheme has no `attestation`.
std::optional<assessment::Attestation> attested(const Scheme& scheme, const Evaluator& evaluator, SecondWalk& walk);

}  // namespace assay::evaluate
