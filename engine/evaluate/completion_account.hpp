#pragma once

#include "evaluate/second_walk.hpp"
#include "evaluate/workspace.hpp"

#include <optional>

// Internal to the stage: what is said of conditions that only their completions can tell.
namespace assay::evaluate {

/// Of a condition settled by its completions: the facts whose values were tried. What else it stands on goes into
/// `account`. Nothing if the condition was not settled so.
std::optional<assessment::Completions> account_for_completions(const Scheme& scheme, Workspace& workspace,
                                                               SecondWalk& walk, program::NodeId condition,
                                                               Account& account);

/// Adds to the tree of a condition that is unknown how its completions settle it, or two that come out differently.
void explain_completions(const Scheme& scheme, Workspace& workspace, SecondWalk& walk, std::uint32_t requirement,
                         program::NodeId condition, assessment::Explanation& tree);

}  // namespace assay::evaluate
