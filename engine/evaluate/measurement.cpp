// The second walk over decisions about measured values: what they compared, and what would settle them.

#include "evaluate/second_walk.hpp"

#include "base/limits.hpp"
#include "base/match.hpp"
#include "source/one_line.hpp"
#include "statistics/real.hpp"

#include <algorithm>

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
              const statistics::DecisionRule& rule, Measurement& made) {
  const auto accepted = statistics::acceptance_limits(found, limits, rule);
  for (const auto& limit : {accepted.low, accepted.high})
    if (limit) made.acceptance.push_back(*limit);
  made.probability_of_conformity = statistics::to_six_digits(statistics::probability_of_conformity(found, limits));
}

void describe(const statistics::Proportion& found, const statistics::Limits& limits,
              const statistics::DecisionRule& rule, Measurement& made) {
  made.value = in_percent(static_cast<double>(found.successes) / static_cast<double>(found.trials));
  if (rule.kind != RuleKind::confidence) return;
  const double alpha = statistics::alpha_of(rule, limits);
  made.confidence_lower = in_percent(statistics::lower_bound(found, alpha));
  made.confidence_upper = in_percent(statistics::upper_bound(found, alpha));
}

std::string joined(const std::vector<std::string>& numbers, const std::string& unit) {
  std::string text;
  for (const std::string& number : numbers) text += (text.empty() ? "" : " .. ") + number;
  return unit.empty() ? text : text + " " + unit;
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
    return evaluator_.facts()[slot].state == dossier::State::known ? raw_value(slot) : std::string();
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
  for (const std::uint32_t limit : {at.b, at.c})
    if (NodeId{limit} != no_node)
      made.limits.push_back(json(evaluator_.value(NodeId{limit}), type(NodeId{limit}).value));
  made.asked = asked_of(id, false);
  made.rule = words_of(conformity.rule);
  match(asked->found, [&](const auto& found) { describe(found, asked->limits, conformity.rule, made); });
  made.zone = statistics::to_string(decided->zone);
  made.met = decided->met;
  return made;
}

std::string SecondWalk::zone_text(NodeId id) {
  const auto found = measurement(id);
  if (!found) return {};
  std::string text = found->zone;
  std::replace(text.begin(), text.end(), '_', ' ');
  if (!found->acceptance.empty()) text += ", acceptance limit " + joined(found->acceptance, found->unit);
  if (!found->confidence_lower.empty())
    text += ", the share lies in " + joined({found->confidence_lower, found->confidence_upper}, found->unit);
  if (!found->probability_of_conformity.empty())
    text += ", probability of conformity " + found->probability_of_conformity;
  return text;
}

void SecondWalk::add_measurement(NodeId id, Account& account) {
  if (account.measurements.size() >= limits::reasons) {
    ++account.more_measurements;
    return;
  }
  if (auto made = measurement(id)) account.measurements.push_back(std::move(*made));
}

void SecondWalk::tell_conformity(NodeId id, bool holds, Account& account) {
  const auto found = measurement(id);
  if (!found) return;
  Reason reason{.kind = ReasonKind::value, .place = found->place, .value = {}, .asked = {}, .message = {}};
  reason.value = raw_value(evaluator_.measured(node(id))->slot);
  reason.asked = holds ? "not: " + found->asked : found->asked;
  const bool is_moved = found->acceptance != found->limits && !found->acceptance.empty();
  if (is_moved) reason.asked += ", acceptance limit " + joined(found->acceptance, found->unit);
  if (!found->confidence_lower.empty())
    reason.asked += ", the share lies in " + joined({found->confidence_lower, found->confidence_upper}, found->unit);
  reason.message = spoken(found->place.pointer) + " is " + found->value + (found->unit.empty() ? "" : " ") +
                   found->unit + ", asked: " + reason.asked;
  add_reason(std::move(reason), account);
}

void SecondWalk::unknown_conformity(NodeId id, Account& account) {
  const program::Node& at = node(id);
  const auto found = measurement(id);
  if (!found) return unknown_operator(id, account);
  const bool is_proportion = program_.conformities[at.d].is_proportion;
  const std::uint32_t slot = evaluator_.measured(at)->slot;
  Reason reason;
  reason.place = found->place;
  reason.value = raw_value(slot);
  reason.asked = found->asked;
  Need need{is_proportion ? NeedKind::more_trials : NeedKind::measurement, slot, {}};
  if (is_proportion) {
    reason.kind = ReasonKind::inconclusive;
    reason.message = "inconclusive: with " + found->rule + " the share lies in " +
                     joined({found->confidence_lower, found->confidence_upper}, found->unit) + ", the limit is " +
                     joined(found->limits, found->unit);
    need.message = "more trials than " + found->trials + " would tell on which side of " +
                   joined(found->limits, found->unit) + " the share lies";
  } else {
    const bool is_inside = found->zone == "conditional_pass";
    reason.kind = ReasonKind::guard_band;
    reason.message = found->value + (found->unit.empty() ? "" : " " + found->unit) + " is inside the guard band, " +
                     (is_inside ? "conditional pass" : "conditional fail") + "; the acceptance limit is " +
                     joined(found->acceptance, found->unit);
    need.message = "a measurement with less uncertainty, or of a better value";
  }
  add_measurement(id, account);
  add_reason(std::move(reason), account);
  account.needs.push_back(std::move(need));
}

}  // namespace assay::evaluate
