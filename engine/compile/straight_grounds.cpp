// The grounds of conditions as steps: the facts that the second walk over their nodes would find, in its order.

#include "compile/straight_compiler.hpp"

#include "program/parts.hpp"
#include "program/quantifier.hpp"

#include <vector>

namespace assay::compile {

using program::Operation;
using program::Shape;

StraightTest StraightCompiler::grounds(NodeId condition, bool holds) {
  first_step_ = steps().size();
  looks_at_facts_only_ = true;
  looked_into_ = 0;
  loops_.clear();
  const Entry entry = grounds_of(condition.value, holds, StraightTest::holds);
  if (entry && !is_too_long()) return {*entry, looks_at_facts_only_};
  steps().resize(first_step_);
  return {};
}

Entry StraightCompiler::grounds_of(std::uint32_t id, bool holds, std::uint32_t next) {
  if (is_too_long() || ++looked_into_ > most_steps) return std::nullopt;
  const Node& at = node(id);
  switch (at.operation) {
    case Operation::conjunction:
    case Operation::disjunction: return grounds_of_connective(at, holds, next);
    case Operation::implication: return grounds_of_implication(at, holds, next);
    case Operation::negation: return grounds_of(at.a, !holds, next);
    case Operation::conditional: return grounds_of_conditional(at, holds, next);
    case Operation::define: return grounds_of_definition(at, holds, next);
    case Operation::call: return grounds_of_call(at, holds, next);
    case Operation::every:
    case Operation::some:
    case Operation::no:
    case Operation::at_least:
    case Operation::at_most: return grounds_of_quantifier(at, holds, next);
    case Operation::count_in_range:
    case Operation::count_not_in_range: return grounds_of_count(at, next);
    // What these stand on, only the nodes tell.
    case Operation::fallback:
    case Operation::exactly:
    case Operation::judgement:
    case Operation::provide:
    case Operation::conformity: return std::nullopt;
    default: return grounds_of_paths(id, next);
  }
}

/// A conjunction that holds has only operands that do, a disjunction that fails only ones that fail.
Entry StraightCompiler::grounds_of_connective(const Node& at, bool holds, std::uint32_t next) {
  const bool is_of_all = (at.operation == Operation::conjunction) == holds;
  Entry entry = next;
  for (std::uint32_t i = at.c; i > 0 && entry; --i) {
    const std::uint32_t operand = kid(at.b + i - 1);
    const std::uint32_t otherwise = *entry;
    entry = grounds_of(operand, holds, otherwise);
    if (entry && !is_of_all) entry = condition(operand, Ways{*entry, otherwise}.towards(holds));
  }
  return entry;
}

/// That holds by a premise that fails, else by its conclusion.
Entry StraightCompiler::grounds_of_implication(const Node& at, bool holds, std::uint32_t next) {
  const Entry conclusion = grounds_of(at.b, holds, next);
  const Entry both = conclusion ? grounds_of(at.a, true, *conclusion) : std::nullopt;
  const Entry premise = both && holds ? grounds_of(at.a, false, next) : both;
  return premise && holds ? condition(at.a, {*both, *premise}) : premise;
}

Entry StraightCompiler::grounds_of_conditional(const Node& at, bool holds, std::uint32_t next) {
  const auto branch = [&](std::uint32_t result, bool is_taken) -> Entry {
    const Entry entry = grounds_of(result, holds, next);
    return entry ? grounds_of(at.a, is_taken, *entry) : std::nullopt;
  };
  const Entry otherwise = branch(at.c, false);
  const Entry then = otherwise ? branch(at.b, true) : std::nullopt;
  return then ? condition(at.a, {*then, *otherwise}) : std::nullopt;
}

Entry StraightCompiler::grounds_of_definition(const Node& at, bool holds, std::uint32_t next) {
  const NodeId body = program_.defines[at.a];
  if (calls_ == most_calls || node(body.value).shape != Shape::boolean) return std::nullopt;
  ++calls_;
  const Entry entry = grounds_of(body.value, holds, next);
  --calls_;
  return entry;
}

Entry StraightCompiler::grounds_of_call(const Node& at, bool holds, std::uint32_t next) {
  if (!bind_arguments(at)) return std::nullopt;
  ++calls_;
  const Entry entry = grounds_of(program_.functions[at.a].body.value, holds, next);
  --calls_;
  return entry;
}

Entry StraightCompiler::grounds_of_quantifier(const Node& at, bool holds, std::uint32_t next) {
  const program::Range& range = program_.ranges[at.a];
  const Node& list = node(range.list.value);
  if (list.operation != Operation::all_members) {
    const Entry if_empty = ground(range.list.value, next);
    if (!if_empty) return std::nullopt;
    return loop(range, *if_empty, next, [&](std::uint32_t go_on) { return grounds_of_element(at, holds, go_on); });
  }
  if (list.b > most_repetitions) return std::nullopt;
  loops_.push_back(range.variable);
  Entry entry = next;
  for (std::uint32_t i = list.b; i > 0 && entry; --i) {
    meant_[range.variable] = place_of(program_.constants[list.a + i - 1]);
    entry = grounds_of_element(at, holds, *entry);
  }
  loops_.pop_back();
  return entry;
}

/// Of the elements that decide: what `where` stands on, and of one that passes what `satisfies` does.
Entry StraightCompiler::grounds_of_element(const Node& at, bool holds, std::uint32_t next) {
  const NodeId where = program_.ranges[at.a].where;
  const bool is_satisfied = program::satisfied_where(at.operation, holds);
  Entry passing = grounds_of(at.b, is_satisfied, next);
  if (passing && where != program::no_node) passing = grounds_of(where.value, true, *passing);
  if (passing && !program::tells_of_each(at.operation, holds))
    passing = condition(at.b, Ways{*passing, next}.towards(is_satisfied));
  if (!passing || where == program::no_node) return passing;
  const bool others_decide = program::element_decides(at.operation, holds, Truth::no, Truth::yes);
  const Entry other = others_decide ? grounds_of(where.value, false, next) : next;
  return other ? condition(where.value, {*passing, *other}) : std::nullopt;
}

/// The list, if all of its elements count, else what makes each of them count or not.
Entry StraightCompiler::grounds_of_count(const Node& at, std::uint32_t next) {
  const program::Range& range = program_.ranges[at.a];
  if (range.where == program::no_node) return ground(range.list.value, next);
  return loop(range, next, next, [&](std::uint32_t go_on) { return grounds_of_paths(range.where.value, go_on); });
}

Entry StraightCompiler::grounds_of_paths(std::uint32_t id, std::uint32_t next) {
  std::vector<NodeId> paths;
  if (!append_paths(program_, NodeId{id}, paths)) return std::nullopt;
  Entry entry = next;
  for (auto path = paths.rbegin(); path != paths.rend() && entry; ++path) entry = ground(path->value, *entry);
  return entry;
}

/// Nothing stands on a constant, which a parameter or the member of an enumeration may be.
Entry StraightCompiler::ground(std::uint32_t id, std::uint32_t next) {
  if (node(id).operation == Operation::constant) return next;
  const auto place = fact(id);
  if (!place) return std::nullopt;
  return place->is_fact() ? add(Look::ground, *place, {}, {next, next}) : next;
}

}  // namespace assay::compile
