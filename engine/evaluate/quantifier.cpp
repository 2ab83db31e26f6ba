// The first walk: quantifiers, counts, aggregates and `the`.

#include "evaluate/evaluator.hpp"

#include <algorithm>

namespace assay::evaluate {

using program::NodeId;
using program::Operation;

Operand Evaluator::list_of(const program::Range& range) { return value(range.list); }

void Evaluator::bind_element(const program::Range& range, const Elements& elements, std::uint32_t position) {
  Register& bound = registers_[range.variable];
  if (elements.stride == 0) {
    bound = {Operand::known(program_.constants[elements.first + position]), program::none, program::no_node};
    return;
  }
  const std::uint32_t slot = elements.first + position * elements.stride;
  const dossier::Slot& element = facts()[slot];
  if (element.state == dossier::State::known) {
    bound.operand.state = Operand::State::known;
    bound.operand.value = element.value;
    bound.operand.is_assumed = false;
  } else {
    bound.operand = fact(slot);
  }
  bound.slot = slot;
  bound.argument = program::no_node;
}

Evaluator::Count Evaluator::count_passing(const program::Range& range, const Elements& elements) {
  if (range.where == program::no_node) return {elements.count, elements.count};
  Count count;
  for (std::uint32_t i = 0; i < elements.count; ++i) {
    bind_element(range, elements, i);
    const Truth passed = passes(range);
    if (passed == Truth::yes) ++count.low;
    if (passed != Truth::no) ++count.high;
  }
  return count;
}

bool Evaluator::may_pass_any(const program::Range& range, const Elements& elements) {
  if (range.where == program::no_node) return elements.count > 0;
  for (std::uint32_t i = 0; i < elements.count; ++i) {
    bind_element(range, elements, i);
    if (passes(range) != Truth::no) return true;
  }
  return false;
}

Truth Evaluator::counted(const program::Node& at, const Elements& elements) {
  const program::Range& range = program_.ranges[at.a];
  const auto wanted = std::get<Decimal>(program_.constants[at.c]).to_int64().value_or(0);
  std::int64_t low = 0;
  std::int64_t high = 0;
  for (std::uint32_t i = 0; i < elements.count; ++i) {
    bind_element(range, elements, i);
    const Truth passed = passes(range);
    const Truth counts = passed == Truth::no ? Truth::no : both(passed, truth(NodeId{at.b}));
    if (counts == Truth::yes) ++low;
    if (counts != Truth::no) ++high;
  }
  const Truth enough = low >= wanted ? Truth::yes : high < wanted ? Truth::no : Truth::unknown;
  const Truth not_more = high <= wanted ? Truth::yes : low > wanted ? Truth::no : Truth::unknown;
  if (at.operation == Operation::at_least) return enough;
  if (at.operation == Operation::at_most) return not_more;
  return both(enough, not_more);
}

Truth Evaluator::quantifier(const program::Node& at) {
  const program::Range& range = program_.ranges[at.a];
  Operand room;
  const Value* list = known(range.list, room);
  if (list == nullptr) return Truth::unknown;
  const auto& elements = std::get<Elements>(*list);
  if (at.operation != Operation::every && at.operation != Operation::some && at.operation != Operation::no)
    return counted(at, elements);

  const bool is_every = at.operation == Operation::every;
  Truth result = is_every ? Truth::yes : Truth::no;
  for (std::uint32_t i = 0; i < elements.count; ++i) {
    bind_element(range, elements, i);
    const Truth passed = passes(range);
    if (passed == Truth::no) continue;
    const Truth satisfies = truth(NodeId{at.b});
    result = is_every ? both(result, implication(passed, satisfies)) : either(result, both(passed, satisfies));
    if (result == (is_every ? Truth::no : Truth::yes)) break;
  }
  return at.operation == Operation::no ? negation(result) : result;
}

Operand Evaluator::count_in_range(const program::Node& at) {
  const program::Range& range = program_.ranges[at.a];
  const Operand list = list_of(range);
  // It means the same as a counted quantifier, which is unknown over a missing list, and not missing.
  if (!list.is_known()) return Operand::unknown();
  const Count count = count_passing(range, std::get<Elements>(list.value));
  const Decimal low = Decimal::of(count.low);
  const Decimal high = Decimal::of(count.high);
  const Decimal& from = std::get<Decimal>(program_.constants[at.b]);
  const Decimal* to = at.c == program::none ? nullptr : &std::get<Decimal>(program_.constants[at.c]);
  Truth inside = Truth::unknown;
  if (low >= from && (!to || high <= *to)) inside = Truth::yes;
  if (high < from || (to && low > *to)) inside = Truth::no;
  // The counts between low and high are all possible; an empty wish is met by none of them.
  if (to && *to < from) inside = Truth::no;
  return Operand::of(at.operation == Operation::count_in_range ? inside : negation(inside));
}

namespace {

// What is gathered over the elements that pass.
struct Gathered {
  std::optional<Value> best;
  std::optional<Decimal> sum = Decimal{};
  std::int64_t count = 0;
};

void gather(Gathered& gathered, Operation operation, const Value& value) {
  ++gathered.count;
  if (operation == Operation::sum || operation == Operation::average) {
    if (gathered.sum) gathered.sum = add(*gathered.sum, std::get<Decimal>(value));
    return;
  }
  if (!gathered.best) {
    gathered.best = value;
    return;
  }
  const auto order = order_of(value, *gathered.best);
  if (operation == Operation::min ? order < 0 : order > 0) gathered.best = value;
}

Operand result_of(const Gathered& gathered, Operation operation) {
  if (operation == Operation::count) return Operand::known(Decimal::of(gathered.count));
  if (operation == Operation::sum) return gathered.sum ? Operand::known(*gathered.sum) : Operand::unknown();
  if (gathered.count == 0) return Operand::missing();
  if (operation != Operation::average) return Operand::known(*gathered.best);
  const auto average = gathered.sum ? divide(*gathered.sum, Decimal::of(gathered.count)) : std::nullopt;
  return average ? Operand::known(*average) : Operand::unknown();
}

}  // namespace

Operand Evaluator::aggregate(const program::Node& at) {
  const program::Range& range = program_.ranges[at.a];
  const Operand list = list_of(range);
  if (!list.is_known()) return {list.state, {}};
  const auto& elements = std::get<Elements>(list.value);
  Gathered gathered;
  for (std::uint32_t i = 0; i < elements.count; ++i) {
    bind_element(range, elements, i);
    const Truth passed = passes(range);
    if (passed == Truth::no) continue;
    if (passed == Truth::unknown) return Operand::unknown();
    if (at.operation == Operation::count) {
      ++gathered.count;
      continue;
    }
    // An element without its number is no missing operand: a sum that left it out would look complete.
    const Operand element = value(NodeId{at.b});
    if (!element.is_known()) return Operand::unknown();
    gather(gathered, at.operation, element.value);
  }
  return result_of(gathered, at.operation);
}

std::optional<std::uint32_t> Evaluator::the_one(const program::Range& range, const Elements& elements) {
  std::optional<std::uint32_t> found;
  for (std::uint32_t i = 0; i < elements.count; ++i) {
    bind_element(range, elements, i);
    const Truth passed = passes(range);
    if (passed == Truth::unknown || (passed == Truth::yes && found)) return std::nullopt;
    if (passed == Truth::yes) found = i;
  }
  return found;
}

Operand Evaluator::the(const program::Node& at) {
  const program::Range& range = program_.ranges[at.a];
  const Operand list = list_of(range);
  if (!list.is_known()) return Operand::unknown();
  const auto& elements = std::get<Elements>(list.value);
  const auto found = the_one(range, elements);
  if (!found) return Operand::unknown();
  bind_element(range, elements, *found);
  return registers_[range.variable].operand;
}

}  // namespace assay::evaluate
