#include "report/measurement.hpp"

#include "assessment/measured.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>

namespace assay::report {

namespace {

using assessment::Measurement;
using assessment::ProvisionResult;

void write_raw(JsonWriter& json, std::string_view key, std::string_view number) {
  json.key(key);
  json.raw_or_null(number);
}

/// One number, or the list of a lower and an upper one.
void write_limits(JsonWriter& json, std::string_view key, std::span<const std::string_view> limits) {
  if (limits.size() < 2) return write_raw(json, key, limits.empty() ? std::string_view() : limits.front());
  json.key(key);
  json.begin_array();
  for (const std::string_view limit : limits) json.raw(limit);
  json.end_array();
}

void write_members(JsonWriter& json, const Measurement& measurement) {
  json.member("pointer", measurement.place.pointer);
  write_raw(json, "value", measurement.value);
  write_raw(json, "expanded_uncertainty", measurement.expanded_uncertainty);
  write_raw(json, "coverage_factor", measurement.coverage_factor);
  write_raw(json, "lower", measurement.lower);
  write_raw(json, "upper", measurement.upper);
  write_raw(json, "level", measurement.level);
  write_raw(json, "successes", measurement.successes);
  write_raw(json, "trials", measurement.trials);
  json.member_or_null("unit", measurement.unit);
  write_limits(json, "limit", measurement.limits);
  json.member("asked", measurement.asked);
  json.member("rule", measurement.rule);
  write_limits(json, "acceptance_limit", measurement.acceptance);
  write_raw(json, "probability_of_conformity", measurement.probability_of_conformity);
  write_raw(json, "confidence_lower", measurement.confidence_lower);
  write_raw(json, "confidence_upper", measurement.confidence_upper);
  json.member("zone", measurement.zone);
}

/// The one that explains the result: of a provision that is not met the first that is not.
std::size_t decisive(const ProvisionResult& provision) {
  const auto& all = provision.measurements;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Measurement& each) { return each.met == provision.met; });
  return found == all.end() ? 0 : static_cast<std::size_t>(found - all.begin());
}

std::string joined(std::span<const std::string_view> numbers) {
  std::string text;
  for (const std::string_view number : numbers) text.append(text.empty() ? "" : " .. ").append(number);
  return text;
}

bool has_same_texts(std::span<const std::string_view> left, std::span<const std::string_view> right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end());
}

}  // namespace

void write_measurement(JsonWriter& json, const ProvisionResult& provision) {
  const auto& all = provision.measurements;
  if (all.empty()) return json.null_member("measurement");
  const std::size_t first = decisive(provision);
  json.key("measurement");
  json.begin_object();
  write_members(json, all[first]);
  json.key("others");
  json.begin_array();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == first) continue;
    json.begin_object();
    write_members(json, all[i]);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

std::string measurement_text(const Measurement& measurement) {
  const std::string unit = measurement.unit.empty() ? "" : " " + std::string(measurement.unit);
  std::string text = assessment::words_of_value(measurement);
  const auto add = [&text](std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts) text += part;
  };
  add({", limit ", joined(measurement.limits), unit, ", ", measurement.rule});
  if (!measurement.acceptance.empty() && !has_same_texts(measurement.acceptance, measurement.limits))
    add({", acceptance limit ", joined(measurement.acceptance), unit});
  if (!measurement.confidence_lower.empty())
    add({", bounds ", measurement.confidence_lower, " .. ", measurement.confidence_upper, unit});
  if (!measurement.probability_of_conformity.empty())
    add({", probability of conformity ", measurement.probability_of_conformity});
  std::string zone(measurement.zone);
  std::replace(zone.begin(), zone.end(), '_', ' ');
  add({": ", zone});
  return text;
}

}  // namespace assay::report
