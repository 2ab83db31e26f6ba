#pragma once

#include "assessment/outlook.hpp"
#include "evaluate/workspace.hpp"

// Internal to the stage: what the decision would be if one open requirement came out so or so.
namespace assay::evaluate {

/// Fills in `is_open` and the prospects of each requirement that is open, in the scheme's order.
void find_prospects(const Scheme& scheme, const dossier::Dossier& dossier, Date date, Workspace& workspace,
                    assessment::Outlook& outlook);

}  // namespace assay::evaluate
