#pragma once

#include "assessment/assessment.hpp"

#include <string_view>

namespace assay::report {

/// The words of the report for what an assessment holds as enumerations.
std::string_view word(assessment::ReasonKind kind);
std::string_view word(assessment::NeedKind kind);
std::string_view word(Truth met);  ///< "met", "not_met", "unknown"

}  // namespace assay::report
