#pragma once

#include "assessment/assessment.hpp"
#include "report/layout.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assay::report {

/// The provisions of a requirement as trees: {"requirement", "verdict", "provisions"}, each node {"role", "text",
/// "value", "pointer", "line", "column", "note", "parts"}. Appended to `out`.
void write_explanation_json(std::string_view requirement, std::string_view verdict,
                            const std::vector<assessment::Explanation>& provisions, Layout layout, std::string& out);

}  // namespace assay::report
