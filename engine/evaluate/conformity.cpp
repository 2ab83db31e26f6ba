// The first walk: decisions about measured values, and how many to sample.

#include "evaluate/evaluator.hpp"

#include "base/limits.hpp"
#include "model/expression.hpp"
#include "statistics/sampling.hpp"

namespace assay::evaluate {

using model::Function;
using program::no_node;
using program::NodeId;

namespace {

const Decimal& number_at(const dossier::Facts& facts, std::uint32_t slot) {
  return std::get<Decimal>(facts[slot].value);
}

std::optional<statistics::Measurement> measurement_at(const dossier::Facts& facts, std::uint32_t slot) {
  const Decimal& value = number_at(facts, slot + model::slot_value);
  if (facts[slot + model::slot_expanded_uncertainty].state == dossier::State::known)
    return statistics::measurement_of(value, number_at(facts, slot + model::slot_expanded_uncertainty),
                                      number_at(facts, slot + model::slot_coverage_factor));
  return statistics::measurement_of_interval(value, number_at(facts, slot + model::slot_lower),
                                             number_at(facts, slot + model::slot_upper),
                                             number_at(facts, slot + model::slot_level));
}

statistics::Proportion proportion_at(const dossier::Facts& facts, std::uint32_t slot) {
  return {number_at(facts, slot + model::slot_successes).to_int64().value_or(0),
          number_at(facts, slot + model::slot_trials).to_int64().value_or(1)};
}

bool is_by_distribution(statistics::RuleKind kind) {
  return kind == statistics::RuleKind::consumer_risk || kind == statistics::RuleKind::confidence;
}

std::int64_t whole_in(const Operand& operand) { return std::get<Decimal>(operand.value).to_int64().value_or(0); }
std::uint32_t position_in(const Operand& operand) { return std::get<Member>(operand.value).position; }

Operand of(std::optional<std::int64_t> number) {
  return number ? Operand::known(Decimal::of(*number)) : Operand::unknown();
}

/// A sample larger than the lot is the lot: every item is inspected.
Operand plan_for(const Operand& lot, const Operand& aql, const Operand& level, bool tightened) {
  const std::int64_t size = whole_in(lot);
  auto plan = statistics::single_plan(size, std::get<Decimal>(aql.value),
                                      static_cast<statistics::InspectionLevel>(position_in(level)), tightened);
  if (!plan) return Operand::unknown();
  if (plan->size > size) plan->size = static_cast<std::uint32_t>(size);
  return Operand::known(*plan);
}

}  // namespace

std::optional<Measured> Evaluator::measured(const program::Node& at) {
  const Operand record = value(NodeId{at.a});
  if (!record.is_known()) return std::nullopt;
  const program::Conformity& asked = program_.conformities[at.d];
  Measured made;
  made.slot = std::get<RecordAt>(record.value).slot;
  const auto limit_at = [&](std::uint32_t node) -> std::optional<statistics::Limit> {
    const Operand limit = value(NodeId{node});
    if (!limit.is_known()) return std::nullopt;
    const auto& number = std::get<Decimal>(limit.value);
    if (!asked.is_proportion) return statistics::Limit{number, asked.excluded};
    const auto share = divide(number, Decimal::of(100));
    return share ? std::optional(statistics::Limit{*share, asked.excluded}) : std::nullopt;
  };
  if (NodeId{at.b} != no_node && !(made.limits.low = limit_at(at.b))) return std::nullopt;
  if (NodeId{at.c} != no_node && !(made.limits.high = limit_at(at.c))) return std::nullopt;
  if (asked.is_proportion) {
    made.found = proportion_at(facts(), made.slot);
    return made;
  }
  const auto measurement = measurement_at(facts(), made.slot);
  if (!measurement) return std::nullopt;
  made.found = *measurement;
  return made;
}

std::optional<statistics::Conformity> Evaluator::decided(const program::Node& at) {
  const auto& rule = program_.conformities[at.d].rule;
  if (is_by_distribution(rule.kind)) steps_ += limits::statistics_steps;
  const auto asked = measured(at);
  if (!asked) return std::nullopt;
  return std::visit([&](const auto& found) { return statistics::decide(found, asked->limits, rule); }, asked->found);
}

Operand Evaluator::conformity(const program::Node& at) {
  // An absent part makes the whole missing; an unknown one outweighs it.
  bool is_missing = false;
  for (const std::uint32_t part : {at.a, at.b, at.c}) {
    if (NodeId{part} == no_node) continue;
    const Operand operand = value(NodeId{part});
    if (operand.state == Operand::State::unknown) return Operand::unknown();
    is_missing |= operand.state == Operand::State::missing;
  }
  if (is_missing) return Operand::missing();
  const auto found = decided(at);
  return found ? Operand::of(found->met) : Operand::unknown();
}

Operand Evaluator::plan_part(const program::Node& at) {
  const Operand plan = value(NodeId{at.a});
  if (!plan.is_known()) return plan;
  const auto& found = std::get<SamplingPlan>(plan.value);
  return Operand::known(Decimal::of(at.b == 0 ? found.size : at.b == 1 ? found.accept : found.reject));
}

Operand Evaluator::sample(const program::Node& at) {
  std::vector<Operand> operands;
  bool is_missing = false;
  bool is_unknown = false;
  for (std::uint32_t i = 0; i < at.c; ++i) {
    operands.push_back(value(kid(at.b + i)));
    is_missing |= operands.back().state == Operand::State::missing;
    is_unknown |= operands.back().state == Operand::State::unknown;
  }
  if (is_unknown) return Operand::unknown();
  if (is_missing) return Operand::missing();
  steps_ += limits::statistics_steps;
  switch (static_cast<Function>(at.a)) {
    case Function::sampling_plan: return plan_for(operands[0], operands[1], operands[2], false);
    case Function::tightened_sampling_plan: return plan_for(operands[0], operands[1], operands[2], true);
    case Function::sites_to_visit:
      return of(statistics::sites_to_visit(whole_in(operands[0]),
                                           static_cast<statistics::AuditStage>(position_in(operands[1]))));
    default:
      return of(
          statistics::zero_failure_sample(std::get<Decimal>(operands[0].value), std::get<Decimal>(operands[1].value)));
  }
}

}  // namespace assay::evaluate
