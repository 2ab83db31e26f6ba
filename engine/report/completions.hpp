#pragma once

#include "assessment/assessment.hpp"
#include "report/json_writer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Conditions settled by their completions, as reports show them.
namespace assay::report {

void write_completions(JsonWriter& json, std::string_view key,
                       const std::optional<assessment::Completions>& completions);

/// "A-1/1 is met whatever /tested is (2 cases tried)", a line for each condition.
std::vector<std::string> completions_text(const assessment::RequirementResult& requirement);

}  // namespace assay::report
