#pragma once

#include "assessment/assessment.hpp"

#include <string>
#include <string_view>

namespace assay::report {

/// The words of the report for what an assessment holds as enumerations.
std::string_view word(assessment::ReasonKind kind);
std::string_view word(assessment::NeedKind kind);
std::string_view word(assessment::Basis basis);  ///< empty for none
std::string_view word(Truth met);                ///< "met", "not_met", "unknown"

/// Why the decision is proposed, as in "because …": the rule that held, or what holds where none of them did.
std::string grounds_of_decision(const assessment::Assessment& assessment);

}  // namespace assay::report
