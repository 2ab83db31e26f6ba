#pragma once

#include "model/scheme.hpp"

#include <functional>

namespace assay::completeness {

/// An expression that some provision rests on, also through the defines and tables that it names, for which `holds`;
/// null if there is none. Each define and table is entered once.
const model::Expression* find_in_provisions(const model::Scheme& scheme,
                                            const std::function<bool(const model::Expression&)>& holds);

}  // namespace assay::completeness
