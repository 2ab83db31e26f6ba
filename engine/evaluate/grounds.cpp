// The second walk over what is definite: what a result stands on, and the values that made a provision fail.

#include "evaluate/second_walk.hpp"

#include "base/limits.hpp"
#include "program/parts.hpp"

#include <algorithm>

namespace assay::evaluate {

using assessment::Ground;
using assessment::Reason;
using assessment::ReasonKind;
using program::NodeId;
using program::Operation;

namespace {

std::uint32_t definition_key(std::uint32_t define, bool holds, bool tell_values = false) {
  return define * 4 + (holds ? 2 : 0) + (tell_values ? 1 : 0);
}

}  // namespace

void SecondWalk::why(NodeId id, bool holds, bool tell_values, Account& account) {
  const bool tells_nothing = extent_ == Extent::reasons && !tell_values;
  if (tells_nothing || !evaluator_.step()) return;
  if (const auto paths = tell_values ? std::nullopt : leaf_facts_.all_told(id, holds))
    return ground_all(*paths, account);
  const program::Node& at = node(id);
  switch (at.operation) {
    case Operation::conjunction:
    case Operation::disjunction:
    case Operation::implication: return why_connective(at, holds, tell_values, account);
    case Operation::negation: return why(NodeId{at.a}, !holds, tell_values, account);
    case Operation::conditional: return why_conditional(at, holds, tell_values, account);
    case Operation::define:
      if (node(program_.defines[at.a]).shape != program::Shape::boolean) break;
      if (!account.told_definitions.insert(definition_key(at.a, holds, tell_values))) return;
      return why(program_.defines[at.a], holds, tell_values, account);
    case Operation::call: {
      const program::Function& function = program_.functions[at.a];
      return evaluator_.with_arguments(function.parameters, at.b, at.c,
                                       [&] { why(function.body, holds, tell_values, account); });
    }
    case Operation::fallback: {
      const bool is_first = evaluator_.value(NodeId{at.a}).is_known();
      return why(NodeId{is_first ? at.a : at.b}, holds, tell_values, account);
    }
    case Operation::every:
    case Operation::some:
    case Operation::no:
    case Operation::at_least:
    case Operation::at_most:
    case Operation::exactly: return why_quantifier(at, holds, tell_values, account);
    case Operation::count_in_range:
    case Operation::count_not_in_range: return why_count(id, holds, tell_values, account);
    case Operation::judgement: return why_judgement(at, tell_values, account);
    case Operation::provide: return why_provided(at.a, holds, tell_values, account);
    default: break;
  }
  why_leaf(id, holds, tell_values, account);
}

void SecondWalk::why(NodeId id, bool holds, const program::StraightTest& grounds, Account& account) {
  const auto ground = [&](std::uint32_t slot) { ground_fact(slot, account); };
  if (account.grounds == nullptr || !evaluator_.tell_grounds(grounds, ground)) why(id, holds, false, account);
}

void SecondWalk::why_connective(const program::Node& at, bool holds, bool tell_values, Account& account) {
  if (at.operation == Operation::implication) {
    const Truth premise = evaluator_.truth(NodeId{at.a});
    if (holds && premise == Truth::no) return why(NodeId{at.a}, false, tell_values, account);
    if (is_definite(premise)) why(NodeId{at.a}, true, false, account);
    if (evaluator_.truth(NodeId{at.b}) == truth_of(holds)) why(NodeId{at.b}, holds, tell_values, account);
    return;
  }
  // A conjunction that holds has only operands that do, a disjunction that fails only ones that fail.
  const bool is_of_all = (at.operation == Operation::conjunction) == holds;
  for (std::uint32_t i = 0; i < at.c; ++i) {
    const NodeId kid{program_.children[at.b + i]};
    if (is_of_all || evaluator_.truth(kid) == truth_of(holds)) why(kid, holds, tell_values, account);
  }
}

void SecondWalk::why_conditional(const program::Node& at, bool holds, bool tell_values, Account& account) {
  const Truth condition = evaluator_.truth(NodeId{at.a});
  if (is_definite(condition)) why(NodeId{at.a}, condition == Truth::yes, false, account);
  if (condition != Truth::no) why(NodeId{at.b}, holds, tell_values, account);
  if (condition != Truth::yes) why(NodeId{at.c}, holds, tell_values, account);
}

void SecondWalk::why_judgement(const program::Node& at, bool tell_values, Account& account) {
  ground_judgement(at.a, account);
  if (!tell_values) return;
  const JudgementState& state = evaluator_.judgement(at.a);
  const dossier::JudgementRecord& record = evaluator_.dossier().judgements[state.record];
  Reason reason{.kind = ReasonKind::judgement, .place = {}, .value = {}, .asked = {}, .message = {}};
  reason.place = place_at(record.pointer, record.offset);
  reason.asked = scheme_.model.judgements[model::JudgementId{at.a}].question;
  reason.message = memory().joined({"judgement ", record.name, record.met ? ": met" : ": not met",
                                    record.rationale.empty() ? "" : ", ", record.rationale});
  add_reason(reason, account);
}

void SecondWalk::why_leaf(NodeId id, bool holds, bool tell_values, Account& account) {
  ground_leaf(id, account);
  if (extent_ == Extent::everything && node(id).operation == Operation::conformity) add_measurement(id, account);
  if (tell_values) tell_value(id, holds, account);
}

void SecondWalk::add_reason(const Reason& reason, Account& account) {
  // Elements of a list may fail by the same fact, asked the same.
  if (!account.seen_reasons.insert(reason.place ? reason.place->pointer : "", reason.message)) return;
  if (account.reasons.size() < limits::reasons) {
    account.reasons.push_back(reason);
  } else {
    ++account.more_reasons;
  }
}

std::string_view spoken(std::string_view pointer) {
  const std::string_view last = pointer.substr(pointer.rfind('/') + 1);
  const bool is_index =
      !last.empty() && std::all_of(last.begin(), last.end(), [](char c) { return c >= '0' && c <= '9'; });
  return is_index || last.empty() ? pointer : last;
}

void SecondWalk::tell_side(NodeId side, std::string_view asked, Account& account) {
  const std::uint32_t slot = direct_slot(side);
  if (slot != program::none) return tell_fact(slot, asked, account);
  Reason reason{.kind = ReasonKind::value, .place = {}, .value = {}, .asked = asked, .message = {}};
  reason.value = keep(json(evaluator_.value(side), type(side).value));
  if (evaluator_.value(side).is_known()) reason.unit = unit_of_type(type(side));
  reason.message = memory().joined({text(side), " is ", reason.value, reason.unit.empty() ? "" : " ", reason.unit,
                                    asked.empty() ? "" : ", asked: ", asked});
  add_reason(reason, account);
  // A computed value has no place of its own; the few facts behind it have.
  std::vector<std::uint32_t> facts;
  account.told_side_definitions.clear();
  const auto receive = [&](std::uint32_t fact) { facts.push_back(fact); };
  collect_facts(side, {receive, account.told_side_definitions}, account);
  if (facts.size() > limits::told_facts) return;
  for (const std::uint32_t fact : facts)
    if (evaluator_.facts()[fact].state != dossier::State::invalid) tell_fact(fact, {}, account);
}

void SecondWalk::tell_fact(std::uint32_t slot, std::string_view asked, Account& account) {
  Reason reason{.kind = ReasonKind::value, .place = place(slot), .value = {}, .asked = asked, .message = {}};
  const std::string_view name = spoken(reason.place->pointer);
  if (evaluator_.facts()[slot].state == dossier::State::missing) {
    reason.kind = ReasonKind::missing;
    reason.message = memory().joined({name, " is missing"});
    return add_reason(reason, account);
  }
  reason.value = telling_.fact(slot).value;
  if (evaluator_.facts()[slot].state == dossier::State::known) reason.unit = unit_of(slot);
  reason.message = memory().joined({name, " is ", reason.value, reason.unit.empty() ? "" : " ", reason.unit,
                                    asked.empty() ? "" : ", asked: ", asked});
  add_reason(reason, account);
}

// What was asked of the left operand: the rest of the expression, with the value of a right operand that is no literal.
std::string_view SecondWalk::asked_of(NodeId id, bool holds) {
  const program::Node& at = node(id);
  const std::string_view negation = holds ? "not: " : "";
  const bool has_right =
      is_comparison(at.operation) || at.operation == Operation::includes || at.operation == Operation::within;
  if (!has_right || node(NodeId{at.b}).operation == Operation::constant)
    return memory().joined({negation, asked_texts_.of(id)});
  const std::string right = shown(NodeId{at.b}, evaluator_.value(NodeId{at.b}));
  return memory().joined({negation, asked_texts_.of(id), " (", right, ")"});
}

void SecondWalk::tell_value(NodeId id, bool holds, Account& account) {
  const program::Node& at = node(id);
  if (at.operation == Operation::conformity) return tell_conformity(id, holds, account);
  if (!asks_of_value(at.operation))
    return tell_side(id, holds ? "false" : at.shape == program::Shape::boolean ? "true" : "", account);
  tell_side(NodeId{at.a}, asked_of(id, holds), account);
  if (!is_comparison(at.operation)) return;
  if (const std::uint32_t slot = direct_slot(NodeId{at.b}); slot != program::none) tell_fact(slot, {}, account);
}

void SecondWalk::ground_leaf(NodeId id, Account& account) {
  if (account.grounds == nullptr) return;
  if (const auto paths = leaf_facts_.of(id)) return ground_all(*paths, account);
  const auto ground = [&](std::uint32_t slot) { ground_fact(slot, account); };
  collect_facts(id, {ground, account.grounds->definitions}, account);
}

void SecondWalk::ground_all(std::span<const NodeId> paths, Account& account) {
  if (account.grounds == nullptr) return;
  for (const NodeId path : paths) {
    const std::uint32_t slot = evaluator_.slot_of(path);
    if (slot == program::none) {
      const auto ground = [&](std::uint32_t behind) { ground_fact(behind, account); };
      collect_facts(path, {ground, account.grounds->definitions}, account);
    } else if (evaluator_.step()) {
      ground_fact(slot, account);
    }
  }
}

void SecondWalk::ground_fact(std::uint32_t slot, Account& account) {
  Grounds* const grounds = account.grounds;
  if (grounds == nullptr || !grounds->facts.insert(slot) || !grounds->has_room()) return;
  grounds->list.push_back(Ground::of(&telling_.fact(slot)));
}

void SecondWalk::ground_judgement(std::uint32_t judgement, Account& account) {
  if (account.grounds == nullptr) return;
  const JudgementState& state = evaluator_.judgement(judgement);
  const bool counts = state.kind == JudgementState::Kind::met || state.kind == JudgementState::Kind::not_met;
  if (!counts || !account.grounds->judgements.insert(judgement)) return;
  const dossier::JudgementRecord& record = evaluator_.dossier().judgements[state.record];
  const auto* statement =
      memory().keep_one(assessment::Statement{.place = {keep(record.pointer), 0, 0},
                                              .name = keep(record.name),
                                              .id = keep(record.id),
                                              .by = keep(record.by),
                                              .role = keep(record.role),
                                              .on = record.on ? keep(to_string(*record.on)) : std::string_view(),
                                              .rationale = keep(record.rationale),
                                              .digest = {},
                                              .met = record.met});
  account.grounds->list.push_back(Ground::of(Ground::Kind::judgement, statement));
}

void SecondWalk::collect_facts(NodeId id, const FactReceiver& receiver, Account& account) {
  if (!evaluator_.step()) return;
  const program::Node& at = node(id);
  switch (at.operation) {
    case Operation::subject_fact:
    case Operation::variable_fact:
    case Operation::record_fact:
    case Operation::variable: {
      const std::uint32_t slot = direct_slot(id);
      if (slot != program::none) return receiver.receive(slot);
      if (at.operation == Operation::record_fact) return collect_facts(NodeId{at.a}, receiver, account);
      if (const NodeId argument = evaluator_.register_at(at.a).argument; argument != program::no_node)
        evaluator_.in_an_argument([&] { collect_facts(argument, receiver, account); });
      return;
    }
    case Operation::define:
      if (receiver.entered.insert(at.a)) collect_facts(program_.defines[at.a], receiver, account);
      return;
    case Operation::call: {
      const program::Function& function = program_.functions[at.a];
      return evaluator_.with_arguments(function.parameters, at.b, at.c,
                                       [&] { collect_facts(function.body, receiver, account); });
    }
    case Operation::table: return collect_table(at, receiver, account);
    case Operation::judgement: return ground_judgement(at.a, account);
    default: break;
  }
  if (is_range(at.operation)) return collect_range(id, receiver, account);
  for_each_kid(at, [&](NodeId kid) { collect_facts(kid, receiver, account); });
}

void SecondWalk::collect_table(const program::Node& at, const FactReceiver& receiver, Account& account) {
  const program::DecisionTable& table = program_.tables[at.a];
  evaluator_.with_arguments(table.parameters, at.b, at.c, [&] {
    std::vector<Operand> inputs;
    for (const NodeId input : table.inputs) {
      inputs.push_back(evaluator_.value(input));
      collect_facts(input, receiver, account);
    }
    for (const program::Row& row : table.rows) {
      const Truth matches = evaluator_.row_matches(row, inputs);
      if (matches != Truth::no) collect_facts(row.result, receiver, account);
      if (matches == Truth::yes) break;
    }
  });
}

void SecondWalk::collect_range(NodeId id, const FactReceiver& receiver, Account& account) {
  const program::Node& at = node(id);
  const program::Range& range = program_.ranges[at.a];
  const Operand list = evaluator_.list_of(range);
  if (const std::uint32_t slot = direct_slot(range.list); slot != program::none && range.where == program::no_node)
    receiver.receive(slot);
  if (!list.is_known()) return;
  const auto& elements = std::get<Elements>(list.value);
  const bool has_inside = has_element_part(at.operation);
  for (std::uint32_t i = 0; i < elements.count; ++i) {
    evaluator_.bind_element(range, elements, i);
    const Truth passed = evaluator_.passes(range);
    if (at.operation == Operation::the && passed != Truth::yes) continue;
    if (range.where != program::no_node) collect_facts(range.where, receiver, account);
    if (has_inside && passed != Truth::no) collect_facts(NodeId{at.b}, receiver, account);
  }
}

bool SecondWalk::is_empty(const program::Range& range) {
  const Operand list = evaluator_.list_of(range);
  return list.is_known() && std::get<Elements>(list.value).count == 0;
}

bool SecondWalk::is_passed_by_none(const program::Range& range) {
  const Operand list = evaluator_.list_of(range);
  return list.is_known() && !evaluator_.may_pass_any(range, std::get<Elements>(list.value));
}

bool SecondWalk::is_vacuous(NodeId id, bool holds) {
  if (!evaluator_.step()) return false;
  const program::Node& at = node(id);
  switch (at.operation) {
    case Operation::negation: return is_vacuous(NodeId{at.a}, !holds);
    case Operation::define: {
      const auto key = definition_key(at.a, holds);
      if (const auto found = vacuous_definitions_.find(key); found != vacuous_definitions_.end()) return found->second;
      return vacuous_definitions_[key] = is_vacuous(program_.defines[at.a], holds);
    }
    case Operation::call: {
      bool vacuous = false;
      const program::Function& function = program_.functions[at.a];
      evaluator_.with_arguments(function.parameters, at.b, at.c, [&] { vacuous = is_vacuous(function.body, holds); });
      return vacuous;
    }
    case Operation::conditional:
      return is_vacuous(NodeId{evaluator_.truth(NodeId{at.a}) == Truth::yes ? at.b : at.c}, holds);
    case Operation::implication: {
      if (!holds) return is_vacuous(NodeId{at.b}, false);
      const bool by_premise = evaluator_.truth(NodeId{at.a}) == Truth::no;
      const bool by_conclusion = evaluator_.truth(NodeId{at.b}) == Truth::yes;
      return (!by_premise || is_vacuous(NodeId{at.a}, false)) && (!by_conclusion || is_vacuous(NodeId{at.b}, true));
    }
    case Operation::conjunction:
    case Operation::disjunction: {
      // One vacuous operand is enough where all were needed; where one was, all that held must be vacuous.
      const bool all_needed = (at.operation == Operation::conjunction) == holds;
      bool any = false;
      bool all = true;
      for_each_kid(at, [&](NodeId kid) {
        if (evaluator_.truth(kid) != truth_of(holds)) return;
        const bool vacuous = is_vacuous(kid, holds);
        any |= vacuous;
        all &= vacuous;
      });
      return all_needed ? any : any && all;
    }
    case Operation::every:
    case Operation::no:
    case Operation::at_most: return holds && is_passed_by_none(program_.ranges[at.a]);
    case Operation::some:
    case Operation::at_least: return !holds && is_empty(program_.ranges[at.a]);
    case Operation::exactly: return holds ? is_passed_by_none(program_.ranges[at.a]) : is_empty(program_.ranges[at.a]);
    case Operation::count_in_range:
    case Operation::count_not_in_range:
      return !program::is_count_of_all(program_, at) && is_empty(program_.ranges[at.a]);
    default: return false;
  }
}

}  // namespace assay::evaluate
