#pragma once

#include "assessment/outlook.hpp"
#include "evaluate/evaluate.hpp"

#include <optional>

namespace assay::evaluate {

/// What the case may still come to, and which of its questions no longer matter. To be asked right after `evaluate`
/// with the same dossier and workspace; nothing if it takes more than limits::evaluation_steps.
std::optional<assessment::Outlook> outlook(const Scheme& scheme, const dossier::Dossier& dossier, Date date,
                                           Workspace& workspace);

}  // namespace assay::evaluate
