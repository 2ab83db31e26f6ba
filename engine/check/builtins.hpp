#pragma once

#include "check/scope.hpp"

// Internal to the stage.
namespace assay::check {

/// Adds to the scheme the units, enumerations, records and lists that every scheme has without declaring them, and to
/// each of its modules their names.
void declare_builtins(Context& context);

/// Of those the lists that dossiers hold beside the subject, with their records and enumerations.
void declare_dossier_lists(model::Scheme& scheme);

}  // namespace assay::check
