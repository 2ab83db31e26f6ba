// The first walk: dispatch, facts, connectives, defines, calls and tables.

#include "evaluate/evaluator.hpp"

#include "base/limits.hpp"

#include <algorithm>

namespace assay::evaluate {

using program::NodeId;
using program::Operation;

Evaluator::Evaluator(const program::Program& program)
    : program_(program),
      registers_(program.registers),
      defines_(program.defines.size()),
      define_is_computed_(program.defines.size(), 0) {
  for (const Value& constant : program.straight.constants)
    straight_walk_.constants.push_back({constant, 0, dossier::State::known, 0});
}

void Evaluator::begin(const dossier::Dossier& dossier, Date date, std::vector<JudgementState> judgements) {
  dossier_ = &dossier;
  date_ = date;
  judgements_ = std::move(judgements);
  begin_straight();
  assumed_.clear();
  forget();
  steps_ = 0;
}

void Evaluator::forget() {
  std::fill(define_is_computed_.begin(), define_is_computed_.end(), std::uint8_t{0});
  texts_.clear();
}

void Evaluator::assume(const std::vector<Assumed>& given) {
  assumed_ = given;
  forget();
}

void Evaluator::allow(std::uint64_t steps) { steps_ = limits::evaluation_steps - steps; }

bool Evaluator::is_exhausted() const { return steps_ > limits::evaluation_steps; }

namespace {

bool is_ordered(const Value& value) {
  return !std::holds_alternative<bool>(value) && !std::holds_alternative<Member>(value);
}

}  // namespace

Operand Evaluator::fact(std::uint32_t slot) const {
  const dossier::Slot& found = facts()[slot];
  switch (found.state) {
    case dossier::State::known: return Operand::known(found.value);
    case dossier::State::missing: return assumed(slot);
    case dossier::State::invalid: return Operand::unknown();
  }
  return Operand::unknown();
}

Operand Evaluator::assumed(std::uint32_t slot) const {
  for (const Assumed& one : assumed_)
    if (one.slot == slot) return {Operand::State::known, one.value, is_ordered(one.value)};
  return Operand::missing();
}

std::uint32_t Evaluator::slot_found(const program::Node& at) {
  if (at.operation == Operation::variable) return registers_[at.a].slot;
  const Operand record = at.operation == Operation::variable_fact ? registers_[at.a].operand : value(NodeId{at.a});
  return record.is_known() ? std::get<RecordAt>(record.value).slot + at.b : program::none;
}

Truth Evaluator::truth(NodeId id) {
  if (!step()) return Truth::unknown;
  const program::Node& at = node(id);
  switch (at.operation) {
    case Operation::conjunction:
    case Operation::disjunction: return connective(at);
    case Operation::negation: return negation(truth(NodeId{at.a}));
    case Operation::implication: {
      const Truth premise = truth(NodeId{at.a});
      return premise == Truth::no ? Truth::yes : implication(premise, truth(NodeId{at.b}));
    }
    case Operation::provided:
    case Operation::missing:
    case Operation::stated: return presence(at);
    case Operation::every:
    case Operation::some:
    case Operation::no:
    case Operation::at_least:
    case Operation::at_most:
    case Operation::exactly: return quantifier(at);
    case Operation::equal:
    case Operation::not_equal:
    case Operation::less:
    case Operation::less_equal:
    case Operation::greater:
    case Operation::greater_equal: return compared(id, at);
    default: return boolean(id);
  }
}

Truth Evaluator::boolean(NodeId id) {
  Operand room;
  const Value* found = known(id, room);
  return found != nullptr ? truth_of(std::get<bool>(*found)) : Truth::unknown;
}

const Value* Evaluator::evaluated(NodeId id, Operand& room) {
  room = value(id);
  return room.is_known() ? &room.value : nullptr;
}

Operand Evaluator::value(NodeId id) {
  if (!step()) return Operand::unknown();
  const program::Node& at = node(id);
  return turns_ != nullptr && program::is_test(at.course) ? turning(id, at) : computed(id, at);
}

Operand Evaluator::computed(NodeId id, const program::Node& at) {
  switch (at.operation) {
    case Operation::constant: return Operand::known(program_.constants[at.a]);
    case Operation::all_members: return Operand::known(Elements{at.a, at.b, 0});
    case Operation::subject_fact: return fact(at.a);
    case Operation::variable: return registers_[at.a].operand;
    case Operation::variable_fact:
    case Operation::record_fact: {
      if (const std::uint32_t slot = slot_of(id); slot != program::none) return fact(slot);
      return at.operation == Operation::record_fact ? Operand{value(NodeId{at.a}).state, {}}
                                                    : Operand{registers_[at.a].operand.state, {}};
    }
    case Operation::define: return define(at.a);
    case Operation::call: return call(at);
    case Operation::table: return table(at);
    case Operation::assessment_date: return Operand::known(date_);
    case Operation::apply: return apply(at);
    case Operation::scale: return scale(at);
    case Operation::conditional: return conditional(at);
    case Operation::fallback: return fallback(at);
    case Operation::arithmetic: return arithmetic(at);
    case Operation::minus: return minus(at);
    case Operation::equal:
    case Operation::not_equal:
    case Operation::less:
    case Operation::less_equal:
    case Operation::greater:
    case Operation::greater_equal: return comparison(at);
    case Operation::in_range: return in_range(at);
    case Operation::conformity: return conformity(at);
    case Operation::plan_part: return plan_part(at);
    case Operation::one_of:
    case Operation::not_one_of: return one_of(at);
    case Operation::includes: return includes(at);
    case Operation::matches: return matches(at);
    case Operation::within: return within(at);
    case Operation::count_in_range:
    case Operation::count_not_in_range: return count_in_range(at);
    case Operation::count:
    case Operation::sum:
    case Operation::min:
    case Operation::max:
    case Operation::average: return aggregate(at);
    case Operation::the: return the(at);
    case Operation::judgement: return judged(at.a);
    case Operation::provide: return Operand::of(evidence_->provided[at.a]);
    case Operation::tally:
    case Operation::verdict: return Operand::unknown();  // decision.cpp knows them
    default: return Operand::of(truth(id));
  }
}

Truth Evaluator::connective(const program::Node& at) {
  const bool is_and = at.operation == Operation::conjunction;
  const Truth decisive = is_and ? Truth::no : Truth::yes;
  Truth result = is_and ? Truth::yes : Truth::no;
  for (std::uint32_t i = 0; i < at.c; ++i) {
    const Truth operand = truth(kid(at.b + i));
    if (operand == decisive) return decisive;
    result = is_and ? both(result, operand) : either(result, operand);
  }
  return result;
}

Truth Evaluator::presence(const program::Node& at) {
  Operand room;
  const bool is_known = known(NodeId{at.a}, room) != nullptr;
  const bool is_unknown = !is_known && room.state == Operand::State::unknown;
  switch (at.operation) {
    case Operation::provided: return is_unknown ? Truth::unknown : truth_of(is_known);
    case Operation::missing: return is_unknown ? Truth::unknown : truth_of(!is_known);
    default: return is_known ? Truth::yes : Truth::unknown;
  }
}

Operand Evaluator::judged(std::uint32_t judgement) const {
  switch (judgements_[judgement].kind) {
    case JudgementState::Kind::met: return Operand::known(true);
    case JudgementState::Kind::not_met: return Operand::known(false);
    case JudgementState::Kind::pending: return assumed_finding(judgement);
    case JudgementState::Kind::disagreeing: return Operand::unknown();
  }
  return Operand::unknown();
}

Operand Evaluator::assumed_finding(std::uint32_t judgement) const {
  for (const Assumed& one : assumed_)
    if (one.judgement == judgement) return Operand::known(one.value);
  return Operand::unknown();
}

Operand Evaluator::define(std::uint32_t index) {
  const NodeId body = program_.defines[index];
  if (is_elsewhen_ && (!define_is_computed_[index] || program::is_moving(node(body).course))) return value(body);
  if (!define_is_computed_[index]) {
    defines_[index] = value(body);
    define_is_computed_[index] = 1;
  }
  return defines_[index];
}

void Evaluator::bind_arguments(const std::vector<std::uint32_t>& parameters, std::uint32_t first_kid,
                               std::uint32_t count) {
  // All arguments before the first binding: an argument may call the same function.
  const std::size_t bottom = held_.size();
  for (std::uint32_t i = 0; i < count; ++i) {
    const NodeId argument = kid(first_kid + i);
    Register bound{value(argument), program::none, argument};
    if (is_path(node(argument).operation)) bound.slot = slot_of(argument);
    held_.push_back(bound);
  }
  for (std::uint32_t i = 0; i < count; ++i) registers_[parameters[i]] = held_[bottom + i];
  held_.resize(bottom);
}

Operand Evaluator::call(const program::Node& at) {
  const program::Function& function = program_.functions[at.a];
  return in_call(function.parameters, at, [&] { return value(function.body); });
}

Operand Evaluator::conditional(const program::Node& at) {
  switch (truth(NodeId{at.a})) {
    case Truth::yes: return value(NodeId{at.b});
    case Truth::no: return value(NodeId{at.c});
    case Truth::unknown: break;
  }
  // Whether both sides come to the same may be otherwise on any day.
  if (program::is_moving(at.course)) look_again_tomorrow();
  const Operand then = value(NodeId{at.b});
  if (!then.is_known()) return Operand::unknown();
  const Operand otherwise = value(NodeId{at.c});
  if (!otherwise.is_known() || equal_values(then.value, otherwise.value) != true) return Operand::unknown();
  return then;
}

Operand Evaluator::fallback(const program::Node& at) {
  const Operand first = value(NodeId{at.a});
  return first.state == Operand::State::missing ? value(NodeId{at.b}) : first;
}

namespace {

bool is_within(const Value& value, const program::Pattern& pattern, const std::vector<Value>& constants) {
  if (pattern.low.constant != program::none) {
    const auto order = order_of(value, constants[pattern.low.constant]);
    if (order < 0 || (order == 0 && pattern.low.excluded)) return false;
  }
  if (pattern.high.constant != program::none) {
    const auto order = order_of(value, constants[pattern.high.constant]);
    if (order > 0 || (order == 0 && pattern.high.excluded)) return false;
  }
  return true;
}

Truth pattern_matches(const Operand& input, const program::Pattern& pattern, const std::vector<Value>& constants) {
  if (pattern.any) return Truth::yes;
  if (!input.is_known()) return Truth::unknown;
  if (pattern.values.empty()) return truth_of(is_within(input.value, pattern, constants));
  return truth_of(std::any_of(pattern.values.begin(), pattern.values.end(), [&](std::uint32_t constant) {
    return equal_values(input.value, constants[constant]) == true;
  }));
}

}  // namespace

Truth Evaluator::row_matches(const program::Row& row, const std::vector<Operand>& inputs) const {
  Truth result = Truth::yes;
  for (std::size_t i = 0; i < inputs.size(); ++i)
    result = both(result, pattern_matches(inputs[i], row.patterns[i], program_.constants));
  return result;
}

Operand Evaluator::table(const program::Node& at) {
  const program::DecisionTable& table = program_.tables[at.a];
  return in_call(table.parameters, at, [&] { return looked_up(table, program::is_moving(at.course)); });
}

Operand Evaluator::looked_up(const program::DecisionTable& table, bool is_moving) {
  std::vector<Operand> inputs;
  bool an_input_is_missing = false;
  bool an_input_is_unknown = false;
  for (const NodeId input : table.inputs) {
    inputs.push_back(value(input));
    an_input_is_missing |= inputs.back().state == Operand::State::missing;
    an_input_is_unknown |= inputs.back().state == Operand::State::unknown;
  }
  if (turns_ != nullptr) note_inputs(table);
  std::optional<Operand> agreed;
  bool agree = true;
  for (const program::Row& row : table.rows) {
    const Truth matches = row_matches(row, inputs);
    if (matches == Truth::no) continue;
    if (is_moving && matches == Truth::unknown) look_again_tomorrow();
    const Operand result = value(row.result);
    if (!agreed) {
      agreed = result;
    } else if (!result.is_known() || !agreed->is_known() || equal_values(result.value, agreed->value) != true) {
      agree = false;
    }
    if (matches == Truth::yes || !agree) break;
  }
  if (agreed && agree && (agreed->is_known() || !(an_input_is_missing || an_input_is_unknown))) return *agreed;
  return an_input_is_missing && !an_input_is_unknown ? Operand::missing() : Operand::unknown();
}

}  // namespace assay::evaluate
