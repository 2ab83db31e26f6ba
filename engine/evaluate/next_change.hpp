#pragma once

#include "assessment/assessment.hpp"
#include "evaluate/workspace.hpp"

#include <optional>

// Internal to the stage.
namespace assay::evaluate {

/// The last day that an assessment on `date` looks ahead to.
Date horizon_of(Date date);

/// The first day after that of the assessment on which a verdict or the decision is another one. The turns of its first
/// walk are in `workspace.turns`; afterwards the workspace stands at another day.
std::optional<assessment::NextChange> next_change(const Scheme& scheme, const dossier::Dossier& dossier,
                                                  const assessment::Assessment& now, Workspace& workspace);

}  // namespace assay::evaluate
