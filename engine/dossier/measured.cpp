// What must stand together in a measurement, and what its numbers may be. Nothing is assumed where one is absent: a
// coverage factor of 2 that nobody stated is no coverage factor.
#include "dossier/measured.hpp"

#include "base/limits.hpp"

#include <array>
#include <string_view>

namespace assay::dossier {
namespace {

using diagnostics::Code;

struct Part {
  std::uint32_t slot;
  std::string_view name;
};
constexpr std::array<Part, 2> uncertainty{
    {{model::slot_expanded_uncertainty, "expanded_uncertainty"}, {model::slot_coverage_factor, "coverage_factor"}}};
constexpr std::array<Part, 3> interval{
    {{model::slot_lower, "lower"}, {model::slot_upper, "upper"}, {model::slot_level, "level"}}};
constexpr std::array<Part, 2> proportion{{{model::slot_successes, "successes"}, {model::slot_trials, "trials"}}};

template <typename Parts>
bool has_any(const MeasuredAt& measured, const Parts& parts) {
  for (const Part& part : parts)
    if (measured.has(part.slot)) return true;
  return false;
}

template <typename Parts>
std::optional<MeasuredMistake> missing_of(const MeasuredAt& measured, const Parts& parts, std::string_view kind) {
  for (const Part& part : parts)
    if (!measured.has(part.slot))
      return MeasuredMistake{Code::measurement_incomplete, {std::string(kind), std::string(part.name)}, part.slot, ""};
  return std::nullopt;
}

std::optional<MeasuredMistake> mistake_in_uncertainty(const MeasuredAt& measured) {
  if (auto missing = missing_of(measured, uncertainty, "measurement")) return missing;
  const Decimal& expanded = measured.number(model::slot_expanded_uncertainty);
  const Decimal& factor = measured.number(model::slot_coverage_factor);
  if (expanded.is_negative() && !expanded.is_zero())
    return MeasuredMistake{Code::uncertainty_below_zero, {expanded.to_string()}, model::slot_expanded_uncertainty, ""};
  if (factor.is_negative() || factor.is_zero())
    return MeasuredMistake{Code::coverage_factor_not_above_zero, {factor.to_string()}, model::slot_coverage_factor, ""};
  return std::nullopt;
}

std::optional<MeasuredMistake> mistake_in_interval(const MeasuredAt& measured) {
  if (auto missing = missing_of(measured, interval, "measurement")) return missing;
  const Decimal& value = measured.number(model::slot_value);
  const Decimal& lower = measured.number(model::slot_lower);
  const Decimal& upper = measured.number(model::slot_upper);
  const Decimal& level = measured.number(model::slot_level);
  if (value < lower || value > upper)
    return MeasuredMistake{
        Code::value_outside_interval, {value.to_string(), lower.to_string(), upper.to_string()}, model::slot_value, ""};
  if (level > Decimal{} && level < Decimal::of(1)) return std::nullopt;
  const auto share = divide(level, Decimal::of(100));
  const bool is_percentage = level > Decimal::of(1) && level < Decimal::of(100) && share;
  return MeasuredMistake{Code::level_out_of_range,
                         {level.to_string()},
                         model::slot_level,
                         is_percentage ? "write " + share->to_string() : std::string()};
}

}  // namespace

bool MeasuredAt::has_invalid(std::uint32_t count) const {
  for (std::uint32_t field = 0; field < count; ++field)
    if (slots[base + field].state == State::invalid) return true;
  return false;
}

std::optional<MeasuredMistake> mistake_in_measurement(const MeasuredAt& measured) {
  if (!measured.has(model::slot_value))
    return MeasuredMistake{Code::measurement_incomplete, {"measurement", "value"}, model::slot_value, ""};
  const bool has_uncertainty = has_any(measured, uncertainty);
  if (has_uncertainty && has_any(measured, interval))
    return MeasuredMistake{Code::two_forms_of_uncertainty,
                           {},
                           0,
                           "keep expanded_uncertainty and coverage_factor, or lower, upper and level"};
  if (has_uncertainty) return mistake_in_uncertainty(measured);
  if (has_any(measured, interval)) return mistake_in_interval(measured);
  return MeasuredMistake{Code::measurement_incomplete,
                         {"measurement", "uncertainty"},
                         0,
                         "add expanded_uncertainty and coverage_factor, or lower, upper and level"};
}

std::optional<MeasuredMistake> mistake_in_proportion(const MeasuredAt& measured) {
  if (auto missing = missing_of(measured, proportion, "proportion")) return missing;
  const Decimal& successes = measured.number(model::slot_successes);
  const Decimal& trials = measured.number(model::slot_trials);
  if (trials < Decimal::of(1) || trials > Decimal::of(limits::trials))
    return MeasuredMistake{
        Code::trials_out_of_range, {trials.to_string(), std::to_string(limits::trials)}, model::slot_trials, ""};
  if (successes < Decimal{} || successes > trials)
    return MeasuredMistake{
        Code::impossible_successes, {successes.to_string(), trials.to_string()}, model::slot_successes, ""};
  return std::nullopt;
}

}  // namespace assay::dossier
