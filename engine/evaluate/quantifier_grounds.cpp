// What a quantifier or a compared count stands on, and the elements that made it fail.

#include "evaluate/second_walk.hpp"
#include "program/quantifier.hpp"

namespace assay::evaluate {

using assessment::Reason;
using assessment::ReasonKind;
using program::NodeId;
using program::Operation;

namespace {

// Of "exactly N" those that satisfy are at fault where they are too many, else those that do not.
Truth at_fault_in_exactly(Evaluator& evaluator, const program::Program& program, const program::Node& at,
                          const Elements& elements) {
  const program::Range& range = program.ranges[at.a];
  std::int64_t satisfying = 0;
  for (std::uint32_t i = 0; i < elements.count; ++i) {
    evaluator.bind_element(range, elements, i);
    if (both(evaluator.passes(range), evaluator.truth(NodeId{at.b})) == Truth::yes) ++satisfying;
  }
  const auto wanted = std::get<Decimal>(program.constants[at.c]).to_int64().value_or(0);
  return truth_of(satisfying > wanted);
}

// Of a count outside its range those that pass are at fault where they are too many, else those that do not.
Truth at_fault_in_count(const program::Program& program, const program::Node& at, std::int64_t passing) {
  if (at.operation == Operation::count_not_in_range) return Truth::yes;
  const Value* most = at.c == program::none ? nullptr : &program.constants[at.c];
  return truth_of(most != nullptr && Decimal::of(passing) > std::get<Decimal>(*most));
}

}  // namespace

void SecondWalk::why_quantifier(const program::Node& at, bool holds, bool tell_values, Account& account) {
  const program::Range& range = program_.ranges[at.a];
  const Operand list = evaluator_.list_of(range);
  if (!list.is_known()) return;
  const auto& elements = std::get<Elements>(list.value);
  if (const std::uint32_t slot = direct_slot(range.list); elements.count == 0 && slot != program::none) {
    ground_fact(slot, account);
    if (tell_values) tell_fact(slot, "an element", account);
  }
  const bool is_exactly = at.operation == Operation::exactly;
  const Truth told = truth_of(program::satisfied_where(at.operation, holds));
  const Truth culprit = is_exactly && !holds ? at_fault_in_exactly(evaluator_, program_, at, elements) : told;
  const bool is_told = program::tells_of_each(at.operation, holds);
  const auto paths = tell_values ? std::nullopt : leaf_facts_.all_told(NodeId{at.b}, told == Truth::yes);
  for (std::uint32_t i = 0; i < elements.count; ++i) {
    evaluator_.bind_element(range, elements, i);
    const Truth passed = evaluator_.passes(range);
    // Asked again only where it matters and is not told already: most verdicts stand on lists in which all is in order.
    const Truth satisfied = passed == Truth::no ? Truth::unknown : is_told ? told : evaluator_.truth(NodeId{at.b});
    if (!program::element_decides(at.operation, holds, both(passed, satisfied), implication(passed, satisfied)))
      continue;
    if (range.where != program::no_node && is_definite(passed)) why(range.where, passed == Truth::yes, false, account);
    if (passed == Truth::no || !is_definite(satisfied)) continue;
    if (paths && satisfied == told) {
      ground_all(*paths, account);
      continue;
    }
    const bool is_culprit = (is_exactly && holds) || satisfied == culprit;
    why(NodeId{at.b}, satisfied == Truth::yes, tell_values && is_culprit, account);
  }
}

void SecondWalk::why_count(NodeId id, bool holds, bool tell_values, Account& account) {
  if (!tell_values) return why_leaf(id, holds, false, account);
  const program::Node& at = node(id);
  const program::Range& range = program_.ranges[at.a];
  const Operand list = evaluator_.list_of(range);
  if (!list.is_known()) return;
  const auto& elements = std::get<Elements>(list.value);
  const Evaluator::Count found = evaluator_.count_passing(range, elements);
  Reason reason{.kind = ReasonKind::value, .place = {}, .value = {}, .asked = keep(text(id)), .message = {}};
  if (const std::uint32_t slot = direct_slot(range.list); slot != program::none) reason.place = place(slot);
  const std::string low = std::to_string(found.low);
  reason.value = found.low == found.high
                     ? keep(low)
                     : memory().joined({"{\"at_least\":", low, ",\"at_most\":", std::to_string(found.high), "}"});
  reason.message = memory().joined({"the count is ", reason.value, ", asked: ", holds ? "not: " : "", reason.asked});
  add_reason(reason, account);
  why_leaf(id, holds, false, account);
  if (range.where == program::no_node) return;
  const Truth culprit = at_fault_in_count(program_, at, found.low);
  for (std::uint32_t i = 0; i < elements.count; ++i) {
    evaluator_.bind_element(range, elements, i);
    if (evaluator_.passes(range) == culprit) why(range.where, culprit == Truth::yes, true, account);
  }
}

}  // namespace assay::evaluate
