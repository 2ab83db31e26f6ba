// The second walk over what is unknown: reasons, and what would settle them.

#include "evaluate/second_walk.hpp"

#include "model/expression.hpp"

#include <algorithm>

namespace assay::evaluate {

using assessment::NeedKind;
using assessment::Reason;
using assessment::ReasonKind;
using program::NodeId;
using program::Operation;

void SecondWalk::why_unknown(NodeId id, Account& account) {
  if (!evaluator_.step()) return;
  const program::Node& at = node(id);
  switch (at.operation) {
    case Operation::subject_fact:
    case Operation::variable_fact:
    case Operation::record_fact: {
      if (const std::uint32_t slot = evaluator_.slot_of(id); slot != program::none) return unknown_fact(slot, account);
      if (at.operation == Operation::record_fact) return why_unknown(NodeId{at.a}, account);
      return unknown_variable(at, account);
    }
    case Operation::variable: return unknown_variable(at, account);
    case Operation::judgement: return unknown_judgement(at.a, account);
    case Operation::provide: return unknown_evidence(at.a, account);
    case Operation::define:
      if (account.unknown_definitions.insert(at.a)) why_unknown(program_.defines[at.a], account);
      return;
    case Operation::call: {
      const program::Function& function = program_.functions[at.a];
      return evaluator_.with_arguments(function.parameters, at.b, at.c, [&] { why_unknown(function.body, account); });
    }
    case Operation::table:
      return evaluator_.with_arguments(program_.tables[at.a].parameters, at.b, at.c,
                                       [&] { unknown_table(at, account); });
    case Operation::every:
    case Operation::some:
    case Operation::no:
    case Operation::at_least:
    case Operation::at_most:
    case Operation::exactly:
    case Operation::count_in_range:
    case Operation::count_not_in_range:
    case Operation::count:
    case Operation::sum:
    case Operation::min:
    case Operation::max:
    case Operation::average:
    case Operation::the: return unknown_range(id, account);
    case Operation::conditional: {
      const Truth condition = evaluator_.truth(NodeId{at.a});
      if (condition != Truth::unknown) return why_unknown(NodeId{condition == Truth::yes ? at.b : at.c}, account);
      return unknown_operator(id, account);
    }
    case Operation::fallback:
      // Behind an invalid value the other side is never asked.
      if (evaluator_.value(NodeId{at.a}).state == Operand::State::unknown) return why_unknown(NodeId{at.a}, account);
      return unknown_operator(id, account);
    case Operation::conformity: return unknown_conformity(id, account);
    case Operation::includes: {
      unknown_operator(id, account);
      return unknown_collection(at, account);
    }
    default: return unknown_operator(id, account);
  }
}

void SecondWalk::unknown_operator(NodeId id, Account& account) {
  bool found = false;
  for_each_kid(node(id), [&](NodeId kid) {
    if (evaluator_.value(kid).is_known()) return;
    found = true;
    why_unknown(kid, account);
  });
  if (!found && node(id).operation != Operation::conditional && node(id).operation != Operation::includes)
    not_computable(id, account);
}

void SecondWalk::unknown_fact(std::uint32_t slot, Account& account) {
  if (!account.seen_unknown.insert(slot)) return;
  const dossier::Slot& fact = evaluator_.facts()[slot];
  Reason reason;
  reason.place = place(slot);
  const std::string_view name = spoken(reason.place->pointer);
  if (fact.state == dossier::State::missing) {
    reason.kind = ReasonKind::missing;
    reason.message = memory().joined({name, " is missing"});
  } else if (fact.state == dossier::State::invalid) {
    reason.kind = ReasonKind::invalid;
    reason.value = telling_.fact(slot).value;
    reason.message = memory().joined({name, " is invalid"});
  } else {
    // A set that holds an invalid member is known as a list, but not as a whole.
    if (const auto* elements = std::get_if<Elements>(&fact.value))
      for (std::uint32_t i = 0; i < elements->count; ++i)
        if (!evaluator_.fact(elements->first + i * elements->stride).is_known())
          unknown_fact(elements->first + i * elements->stride, account);
    return;
  }
  account.reasons.push_back(reason);
  account.needs.push_back({NeedKind::fact, slot, {}});
}

void SecondWalk::unknown_variable(const program::Node& at, Account& account) {
  const Register bound = evaluator_.register_at(at.a);
  if (bound.slot != program::none) return unknown_fact(bound.slot, account);
  if (bound.argument != program::no_node) evaluator_.in_an_argument([&] { why_unknown(bound.argument, account); });
}

void SecondWalk::unknown_judgement(std::uint32_t judgement, Account& account) {
  const model::Judgement& asked = scheme_.model.judgements[model::JudgementId{judgement}];
  if (!account.seen_judgements.insert(judgement)) return;
  Reason reason{.kind = ReasonKind::judgement, .place = {}, .value = {}, .asked = asked.question, .message = {}};
  reason.message = evaluator_.judgement(judgement).kind == JudgementState::Kind::disagreeing
                       ? "judgements disagree"
                       : memory().joined({"judgement ", asked.name, " pending"});
  account.reasons.push_back(reason);
  account.needs.push_back({NeedKind::judgement, judgement, {}});
}

void SecondWalk::unknown_collection(const program::Node& at, Account& account) {
  const Operand collection = evaluator_.value(NodeId{at.a});
  if (!collection.is_known() || !evaluator_.value(NodeId{at.b}).is_known()) return;
  const auto& elements = std::get<Elements>(collection.value);
  for (std::uint32_t i = 0; elements.stride != 0 && i < elements.count; ++i) {
    const std::uint32_t slot = elements.first + i * elements.stride;
    if (!evaluator_.fact(slot).is_known()) unknown_fact(slot, account);
  }
}

void SecondWalk::unknown_table(const program::Node& at, Account& account) {
  const program::DecisionTable& table = program_.tables[at.a];
  std::vector<Operand> inputs;
  for (const NodeId input : table.inputs) {
    inputs.push_back(evaluator_.value(input));
    if (!inputs.back().is_known()) why_unknown(input, account);
  }
  for (const program::Row& row : table.rows) {
    const Truth matches = evaluator_.row_matches(row, inputs);
    if (matches != Truth::no && !evaluator_.value(row.result).is_known()) why_unknown(row.result, account);
    if (matches == Truth::yes) break;
  }
}

void SecondWalk::unknown_range(NodeId id, Account& account) {
  const program::Node& at = node(id);
  const program::Range& range = program_.ranges[at.a];
  const Operand list = evaluator_.list_of(range);
  if (!list.is_known()) return why_unknown(range.list, account);
  const auto& elements = std::get<Elements>(list.value);
  if (at.operation == Operation::the) return unknown_the(id, elements, account);
  const bool is_undecided = unknown_elements(id, elements, account);
  if (evaluator_.value(id).state == Operand::State::missing) return nothing_to_gather(id, account);
  if (!is_undecided) not_computable(id, account);
}

void SecondWalk::nothing_to_gather(NodeId id, Account& account) {
  const program::Range& range = program_.ranges[node(id).a];
  Reason reason{.kind = ReasonKind::lookup, .place = {}, .value = {}, .asked = {}, .message = {}};
  const std::uint32_t slot = direct_slot(range.list);
  if (slot != program::none) reason.place = place(slot);
  const std::string written = text(id);
  reason.message =
      memory().joined({"no element to take the ", std::string_view(written).substr(0, written.find('(')), " of"});
  account.reasons.push_back(reason);
  account.needs.push_back({slot == program::none ? NeedKind::scheme : NeedKind::fact, slot, {}});
}

bool SecondWalk::unknown_elements(NodeId id, const Elements& elements, Account& account) {
  const program::Node& at = node(id);
  const program::Range& range = program_.ranges[at.a];
  bool is_undecided = false;
  for (std::uint32_t i = 0; i < elements.count; ++i) {
    evaluator_.bind_element(range, elements, i);
    const Truth passed = evaluator_.passes(range);
    if (passed == Truth::no) continue;
    const Operand inside = is_count(at.operation) ? Operand::known(true) : evaluator_.value(NodeId{at.b});
    // `every` asks where implies satisfies, the others where and satisfies: either can decide the element alone.
    if (node(id).shape == program::Shape::boolean && !is_count(at.operation) && inside.is_known()) {
      const bool holds = std::get<bool>(inside.value);
      if (holds == (at.operation == Operation::every)) continue;
    }
    is_undecided |= passed == Truth::unknown || !inside.is_known();
    if (passed == Truth::unknown) why_unknown(range.where, account);
    evaluator_.bind_element(range, elements, i);
    if (!inside.is_known()) why_unknown(NodeId{at.b}, account);
  }
  return is_undecided;
}

void SecondWalk::unknown_the(NodeId id, const Elements& elements, Account& account) {
  const program::Range& range = program_.ranges[node(id).a];
  const Evaluator::Count found = evaluator_.count_passing(range, elements);
  if (found.low == 1 && found.high == 1) {
    // The element itself is invalid.
    const std::uint32_t position = evaluator_.the_one(range, elements).value_or(0);
    return unknown_fact(elements.first + position * elements.stride, account);
  }
  // Of two that pass, no other element makes one.
  if (found.low < 2 && found.high > found.low) return undecided_elements(range, elements, account);
  const std::uint32_t slot = direct_slot(range.list);
  Reason reason{.kind = ReasonKind::lookup, .place = {}, .value = {}, .asked = {}, .message = {}};
  if (slot != program::none) reason.place = place(slot);
  const std::string list = reason.place ? std::string(reason.place->pointer) : text(range.list);
  std::string message = (found.low == 0 ? "no entry in " : "more than one entry in ") + list;
  if (range.where != program::no_node)
    message += " where " + text(range.where) + outer_values(range.where, range.variable);
  reason.message = keep(message);
  if (!account.seen_reasons.insert(reason.message)) return;
  account.needs.push_back({slot == program::none ? NeedKind::scheme : NeedKind::fact, slot, reason.message});
  account.reasons.push_back(reason);
}

std::string SecondWalk::outer_values(NodeId id, std::uint32_t own) {
  std::vector<std::string> values;
  collect_outer_values(id, own, values);
  std::string list;
  for (const std::string& value : values) list += (list.empty() ? " (" : ", ") + value;
  return list.empty() ? list : list + ")";
}

void SecondWalk::collect_outer_values(NodeId id, std::uint32_t own, std::vector<std::string>& values) {
  const program::Node& at = node(id);
  const bool is_outer =
      (at.operation == Operation::variable || at.operation == Operation::variable_fact) && at.a != own;
  if (!is_outer) return for_each_kid(at, [&](NodeId kid) { collect_outer_values(kid, own, values); });
  std::string value = text(id) + " is " + shown(id, evaluator_.value(id));
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(std::move(value));
}

void SecondWalk::undecided_elements(const program::Range& range, const Elements& elements, Account& account) {
  for (std::uint32_t i = 0; i < elements.count; ++i) {
    evaluator_.bind_element(range, elements, i);
    if (evaluator_.passes(range) == Truth::unknown) why_unknown(range.where, account);
  }
}

void SecondWalk::not_computable(NodeId id, Account& account) {
  // The decision's own names are counts of verdicts; what they need stands with the requirements.
  const Operation operation = node(id).operation;
  if (operation == Operation::tally || operation == Operation::verdict) return;
  Reason reason{.kind = ReasonKind::arithmetic, .place = {}, .value = {}, .asked = {}, .message = {}};
  reason.message = memory().joined({"'", text(id), "' has no value"});
  const program::Node& at = node(id);
  if (operation == Operation::arithmetic)
    for (std::uint32_t i = 1; i < at.c; ++i) {
      const auto step = static_cast<model::ArithmeticOperator>(program_.children[at.d + i - 1]);
      const Operand divisor = evaluator_.value(NodeId{program_.children[at.b + i]});
      const auto* number = std::get_if<Decimal>(&divisor.value);
      if (step == model::ArithmeticOperator::divide && number && number->is_zero())
        reason.message = memory().joined({"division by zero in '", text(id), "'"});
    }
  account.needs.push_back({NeedKind::scheme, program::none, reason.message});
  account.reasons.push_back(reason);
}

}  // namespace assay::evaluate
