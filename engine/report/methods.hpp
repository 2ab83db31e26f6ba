#pragma once

#include "assessment/assessment.hpp"
#include "model/scheme.hpp"

#include <string_view>
#include <vector>

namespace assay::report {

/// The determination methods of the requirements that an open point stands for, each once, in the scheme's order.
std::vector<std::string_view> methods_of(const assessment::OpenPoint& point, const model::Scheme& scheme);

}  // namespace assay::report
