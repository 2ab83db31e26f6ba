#pragma once

#include "assessment/assessment.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assay::inquiry {

/// The provisions of a requirement as trees: every sub-expression with its value, every leaf with its place in the
/// dossier at `path`. Appended to `out`.
void write_explanation_text(const std::vector<assessment::Explanation>& provisions, std::string_view path,
                            std::string& out);

}  // namespace assay::inquiry
