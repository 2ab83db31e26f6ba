#pragma once

#include "assessment/assessment.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace assay::assessment {

/// The value with its uncertainty, in the form that was given: "0.91, U 0.03 (k 2)", "0.91, 0.88 .. 0.93 at level
/// 0.95", "99.1 %, 991 of 1000".
inline std::string words_of_value(const Measurement& measurement) {
  const std::string unit = measurement.unit.empty() ? "" : " " + std::string(measurement.unit);
  std::string text = std::string(measurement.value) + unit;
  const auto add = [&text](std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts) text += part;
  };
  if (!measurement.expanded_uncertainty.empty())
    add({", U ", measurement.expanded_uncertainty, unit, " (k ", measurement.coverage_factor, ")"});
  if (!measurement.level.empty())
    add({", ", measurement.lower, " .. ", measurement.upper, unit, " at level ", measurement.level});
  if (!measurement.trials.empty()) add({", ", measurement.successes, " of ", measurement.trials});
  return text;
}

}  // namespace assay::assessment
