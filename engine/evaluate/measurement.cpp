// The second walk over decisions about measured values: what they compared, and what would settle them.

#include "evaluate/second_walk.hpp"

#include "base/limits.hpp"
#include "base/match.hpp"
#include "source/one_line.hpp"
#include "statistics/real.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace assay::evaluate {

using assessment::Measurement;
using assessment::NeedKind;
using assessment::Reason;
using assessment::ReasonKind;
using program::no_node;
using program::NodeId;
using statistics::RuleKind;

namespace {

std::string times_100(const Decimal& share) {
  const auto percentage = multiply(share, Decimal::of(100));
  return percentage ? percentage->to_string() : share.to_string();
}

/// The rule as a scheme writes it, without `by` and `with`.
std::string words_of(const statistics::DecisionRule& rule) {
  const std::string guard =
      rule.parameter == Decimal::of(1) ? std::string() : " with guard " + rule.parameter.to_string() + " U";
  switch (rule.kind) {
    case RuleKind::simple_acceptance: return "simple acceptance";
    case RuleKind::guarded_acceptance: return "guarded acceptance" + guard;
    case RuleKind::guarded_rejection: return "guarded rejection" + guard;
    case RuleKind::guarded_acceptance_and_rejection: return "guarded acceptance and rejection" + guard;
    case RuleKind::consumer_risk: return "consumer risk at most " + times_100(rule.parameter) + " %";
    case RuleKind::confidence: return times_100(rule.parameter) + " % confidence";
  }
  return "";
}

std::string in_percent(double share) { return statistics::to_six_digits(100 * share); }

void describe(const statistics::Measurement& found, const statistics::Limits& limits,
              const statistics::DecisionRule& rule, assessment::Memory& memory, Measurement& made) {
  const auto accepted = statistics::acceptance_limits(found, limits, rule);
  std::vector<std::string_view> acceptance;
  for (const auto& limit : {accepted.low, accepted.high})
    if (limit) acceptance.push_back(memory.keep(*limit));
  made.acceptance = memory.keep(acceptance);
  const double probability = statistics::probability_of_conformity(found, limits);
  made.probability_of_conformity = memory.keep(statistics::to_six_digits(probability));
}

void describe(const statistics::Proportion& found, const statistics::Limits& limits,
              const statistics::DecisionRule& rule, assessment::Memory& memory, Measurement& made) {
  const auto share = static_cast<double>(found.successes) / static_cast<double>(found.trials);
  made.value = memory.keep(in_percent(share));
  if (rule.kind != RuleKind::confidence) return;
  const double alpha = statistics::alpha_of(rule, limits);
  made.confidence_lower = memory.keep(in_percent(statistics::lower_bound(found, alpha)));
  made.confidence_upper = memory.keep(in_percent(statistics::upper_bound(found, alpha)));
}

std::string joined(std::span<const std::string_view> numbers, std::string_view unit) {
  std::string text;
  for (const std::string_view number : numbers) text.append(text.empty() ? "" : " .. ").append(number);
  return with_unit(text, unit);
}

std::string confidence_interval(const Measurement& measurement) {
  const std::array bounds = {measurement.confidence_lower, measurement.confidence_upper};
  return joined(bounds, measurement.unit);
}

bool has_same_texts(std::span<const std::string_view> left, std::span<const std::string_view> right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end());
}

}  // namespace

std::optional<Measurement> SecondWalk::measurement(NodeId id) {
  const program::Node& at = node(id);
  const auto asked = evaluator_.measured(at);
  const auto decided = evaluator_.decided(at);
  if (!asked || !decided) return std::nullopt;
  const program::Conformity& conformity = program_.conformities[at.d];
  const model::Record& record = scheme_.model.types.records[scheme_.model.types[type(NodeId{at.a})].record];
  const auto raw = [&](std::uint32_t field) {
    const std::uint32_t slot = asked->slot + field;
    return evaluator_.facts()[slot].state == dossier::State::known ? telling_.fact(slot).value : std::string_view();
  };
  Measurement made;
  made.place = place(asked->slot);
  if (conformity.is_proportion) {
    made.successes = raw(model::slot_successes);
    made.trials = raw(model::slot_trials);
  } else {
    made.value = raw(model::slot_value);
    made.expanded_uncertainty = raw(model::slot_expanded_uncertainty);
    made.coverage_factor = raw(model::slot_coverage_factor);
    made.lower = raw(model::slot_lower);
    made.upper = raw(model::slot_upper);
    made.level = raw(model::slot_level);
  }
  made.unit = scheme_.model.types.units[record.unit].name;
  std::vector<std::string_view> limits;
  for (const std::uint32_t limit : {at.b, at.c})
    if (NodeId{limit} != no_node)
      limits.push_back(keep(json(evaluator_.value(NodeId{limit}), type(NodeId{limit}).value)));
  made.limits = memory().keep(limits);
  made.asked = asked_of(id, false);
  made.rule = keep(words_of(conformity.rule));
  match(asked->found, [&](const auto& found) { describe(found, asked->limits, conformity.rule, memory(), made); });
  made.zone = statistics::to_string(decided->zone);
  made.met = decided->met;
  return made;
}

std::string SecondWalk::zone_text(NodeId id) {
  const auto found = measurement(id);
  if (!found) return {};
  std::string text(found->zone);
  std::replace(text.begin(), text.end(), '_', ' ');
  if (!found->acceptance.empty()) text += ", acceptance limit " + joined(found->acceptance, found->unit);
  if (!found->confidence_lower.empty()) text += ", the share lies in " + confidence_interval(*found);
  if (!found->probability_of_conformity.empty())
    text.append(", probability of conformity ").append(found->probability_of_conformity);
  return text;
}

void SecondWalk::add_measurement(NodeId id, Account& account) {
  if (account.measurements.size() >= limits::reasons) {
    ++account.more_measurements;
    return;
  }
  if (const auto made = measurement(id)) account.measurements.push_back(*made);
}

void SecondWalk::tell_conformity(NodeId id, bool holds, Account& account) {
  const auto found = measurement(id);
  if (!found) return;
  Reason reason{.kind = ReasonKind::value, .place = found->place, .value = {}, .asked = {}, .message = {}};
  reason.value = telling_.fact(evaluator_.measured(node(id))->slot).value;
  std::string asked = holds ? "not: " : "";
  asked += found->asked;
  const bool is_moved = !found->acceptance.empty() && !has_same_texts(found->acceptance, found->limits);
  if (is_moved) asked += ", acceptance limit " + joined(found->acceptance, found->unit);
  if (!found->confidence_lower.empty()) asked += ", the share lies in " + confidence_interval(*found);
  reason.asked = keep(asked);
  reason.message = memory().joined(
      {spoken(found->place.pointer), " is ", with_unit(found->value, found->unit), ", asked: ", reason.asked});
  add_reason(reason, account);
}

void SecondWalk::unknown_conformity(NodeId id, Account& account) {
  const program::Node& at = node(id);
  const auto found = measurement(id);
  if (!found) return unknown_operator(id, account);
  const std::uint32_t slot = evaluator_.measured(at)->slot;
  Reason reason;
  reason.place = found->place;
  reason.value = telling_.fact(slot).value;
  reason.asked = found->asked;
  Need need{NeedKind::measurement, slot, {}};
  const std::string limits = joined(found->limits, found->unit);
  if (program_.conformities[at.d].is_proportion) {
    reason.kind = ReasonKind::inconclusive;
    reason.message = memory().joined({"inconclusive: with ", found->rule, " the share lies in ",
                                      confidence_interval(*found), ", the limit is ", limits});
    need.kind = NeedKind::more_trials;
    need.message = memory().joined(
        {"more trials than ", found->trials, " would tell on which side of ", limits, " the share lies"});
  } else {
    const bool is_inside = found->zone == "conditional_pass";
    reason.kind = ReasonKind::guard_band;
    reason.message = memory().joined({with_unit(found->value, found->unit), " is inside the guard band, ",
                                      is_inside ? "conditional pass" : "conditional fail", "; the acceptance limit is ",
                                      joined(found->acceptance, found->unit)});
    need.message = "a measurement with less uncertainty, or of a better value";
  }
  add_measurement(id, account);
  add_reason(reason, account);
  account.needs.push_back(need);
}

}  // namespace assay::evaluate
