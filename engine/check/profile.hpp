#pragma once

#include "check/declaration.hpp"

namespace assay::check {

/// May the declaration stand in the file of a profile, or in one that only the profile draws in? What demands something
/// stands among the changes, where a report lists it.
bool may_stand_in_profile(const syntax::Declaration& declaration);
void report_in_profile(const syntax::Declaration& declaration, std::size_t module, Context& context);

/// The provision that `relax ID/NAME` names, among those of the scheme itself; null if there is none.
model::Provision* find_provision(const syntax::Relaxation& relaxation, Context& context);

/// `relax DG-1/2`: the change as a reader refers to it.
std::string words_of(const model::ProfileChange& change);

}  // namespace assay::check
