#pragma once

#include "assessment/assessment.hpp"
#include "evaluate/workspace.hpp"

#include <vector>

// Internal to the stage: everything that the first walk finds on one day.
namespace assay::evaluate {

/// Verdicts of all requirements. What turns later is noted in `workspace.turns`, which have begun on that date.
void walk(const Scheme& scheme, const dossier::Dossier& dossier, Date date, Workspace& workspace);

/// The same where nobody asks what turns later.
void walk_for_one_day(const Scheme& scheme, const dossier::Dossier& dossier, Date date, Workspace& workspace);

/// The proposed decision, once the verdicts are there. `unknown_parts` as `decide` gives them.
assessment::DecisionResult propose(const Scheme& scheme, const dossier::Dossier& dossier, Date date,
                                   Workspace& workspace, std::vector<program::NodeId>& unknown_parts);
assessment::DecisionResult propose_for_one_day(const Scheme& scheme, const dossier::Dossier& dossier, Date date,
                                               Workspace& workspace);

}  // namespace assay::evaluate
