#pragma once

#include "evaluate/open_facts.hpp"
#include "evaluate/turning.hpp"

// Internal to the stage: when the values that stand for all will be others.
namespace assay::evaluate {

/// Stops at the first day on which the cuts of an ordered fact may come in another order or so close to each other that
/// other values fit between them.
void note_moving_cuts(const OpenFacts& open, Date date, Turns& turns);

}  // namespace assay::evaluate
