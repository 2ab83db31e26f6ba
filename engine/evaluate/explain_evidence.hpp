#pragma once

#include "evaluate/second_walk.hpp"

#include <vector>

// Internal to the stage: evidence as a tree.
namespace assay::evaluate {

/// An evidence that a requirement asks for: its items, and whether each key is covered.
assessment::Explanation explain_evidence(const Scheme& scheme, Evaluator& evaluator, SecondWalk& walk,
                                         std::uint32_t evidence);

/// Its items alone, which are what `provide` asks for.
std::vector<assessment::Explanation> explain_items(const Scheme& scheme, Evaluator& evaluator, SecondWalk& walk,
                                                   std::uint32_t evidence);

}  // namespace assay::evaluate
