// The first walk: straight tests. Each step looks at known values and goes on at one of two others. Where a value is
// not known there is no result, and the nodes are evaluated instead.

#include "base/limits.hpp"
#include "base/word.hpp"
#include "evaluate/evaluator.hpp"
#include "model/expression.hpp"

namespace assay::evaluate {

using program::Orders;
using program::Place;
using program::StraightStep;
using program::StraightTest;
using Look = StraightStep::Look;

namespace {

/// What a step finds: the way to go on, or none.
enum class Found : std::uint8_t { no, yes, nothing };
constexpr Found found(bool holds) { return holds ? Found::yes : Found::no; }

constexpr std::uint8_t order_bit(std::strong_ordering order) {
  return order < 0 ? Orders::less : order == 0 ? Orders::equal : Orders::greater;
}

/// A known value by its static type; null if it is not known.
template <typename T>
const T* as(const dossier::Slot& slot) {
  return slot.state == dossier::State::known ? std::get_if<T>(&slot.value) : nullptr;
}

template <typename T>
Found in_order(const dossier::Slot& left, const dossier::Slot& right, std::uint8_t orders) {
  const T* a = as<T>(left);
  const T* b = as<T>(right);
  if (a == nullptr || b == nullptr) return Found::nothing;
  return found((order_bit(*a <=> *b) & orders) != 0);
}

Found same_texts(const dossier::Slot& left, const dossier::Slot& right, std::uint8_t orders) {
  const auto* a = as<std::string_view>(left);
  const auto* b = as<std::string_view>(right);
  if (a == nullptr || b == nullptr) return Found::nothing;
  return found(same_word(*a, *b) == (orders == Orders::equal));
}

Found member_in(const dossier::Slot& slot, std::uint64_t members) {
  const auto* member = as<Member>(slot);
  if (member == nullptr || member->position >= 64) return Found::nothing;
  return found((members >> member->position & 1) != 0);
}

Found provided(const dossier::Slot& slot) {
  return slot.state == dossier::State::invalid ? Found::nothing : found(slot.state == dossier::State::known);
}

/// An element that is not known leaves open only what no other one decides.
Found has_element(const dossier::Slot& list, const dossier::Slot& wanted, const dossier::Slot* slots) {
  const auto* elements = as<Elements>(list);
  if (elements == nullptr || wanted.state != dossier::State::known) return Found::nothing;
  bool all_known = true;
  for (std::uint32_t i = 0; i < elements->count; ++i) {
    const dossier::Slot& element = slots[elements->first + i * elements->stride];
    const auto equal =
        element.state == dossier::State::known ? equal_values(element.value, wanted.value) : std::nullopt;
    if (equal == true) return Found::yes;
    all_known = all_known && equal;
  }
  return all_known ? Found::no : Found::nothing;
}

Found begin_loop(const StraightStep& step, const dossier::Slot& list, StraightWalk& walk) {
  const auto* elements = as<Elements>(list);
  if (elements == nullptr) return Found::nothing;
  walk.bases[step.target] = walk.bases[Place::subject] + elements->first;
  walk.loops[step.target] = {elements->count, elements->stride, 0};
  return found(elements->count > 0);
}

Found next(const StraightStep& step, StraightWalk& walk) {
  StraightWalk::Loop& loop = walk.loops[step.target];
  walk.bases[step.target] += loop.stride;
  return found(--loop.left > 0);
}

template <typename T>
Found kept(const std::optional<T>& result, dossier::Slot& slot) {
  if (!result) return Found::nothing;
  slot.value = *result;
  slot.state = dossier::State::known;
  return Found::yes;
}

std::optional<Decimal> result_of(const Decimal& left, model::ArithmeticOperator step, const Decimal& right) {
  switch (step) {
    case model::ArithmeticOperator::add: return add(left, right);
    case model::ArithmeticOperator::subtract: return subtract(left, right);
    case model::ArithmeticOperator::multiply: return multiply(left, right);
    case model::ArithmeticOperator::divide: return divide(left, right);
  }
  return std::nullopt;
}

Found calculated(const StraightStep& step, const dossier::Slot& left, const dossier::Slot& right,
                 dossier::Slot& result) {
  const auto* a = as<Decimal>(left);
  const auto* b = as<Decimal>(right);
  if (a == nullptr || b == nullptr) return Found::nothing;
  return kept(result_of(*a, static_cast<model::ArithmeticOperator>(step.orders), *b), result);
}

Found shifted(const dossier::Slot& moment, const dossier::Slot& by, dossier::Slot& result) {
  const auto* duration = as<Duration>(by);
  if (duration == nullptr) return Found::nothing;
  if (const auto* instant = as<DateTime>(moment)) return kept(add(*instant, *duration), result);
  const auto* date = as<Date>(moment);
  return date == nullptr ? Found::nothing : kept(add(*date, *duration), result);
}

}  // namespace

void Evaluator::begin_straight() {
  straight_walk_.bases[Place::subject] = facts().slots.data();
  straight_walk_.bases[Place::constant] = straight_walk_.constants.data();
  straight_walk_.bases[Place::computed] = straight_walk_.computed.data();
}

void Evaluator::bind(std::uint32_t variable, const Place& place) {
  if (place.is_fact()) {
    const std::uint32_t slot = slot_at(place);
    registers_[variable] = {fact(slot), slot, program::no_node};
  } else {
    const dossier::Slot& slot = straight_walk_.bases[place.base][place.at];
    registers_[variable] = {Operand::known(slot.value), program::none, program::no_node};
  }
}

bool Evaluator::tell_grounds(const StraightTest& steps, FunctionRef<void(std::uint32_t)> tell) {
  if (!is_straight(steps)) return false;
  told_grounds_ = &tell;
  return straight(steps.first) == Truth::yes;
}

Truth Evaluator::straight(std::uint32_t entry) {
  const program::StraightTests& tests = program_.straight;
  const StraightStep* const steps = tests.steps.data();
  StraightWalk& walk = straight_walk_;
  // What counts among the steps of the assessment is each turn of a loop, and what is as long as a list or a text:
  // between two of them stands little.
  ++steps_;
  while (entry < StraightTest::fails) {
    const StraightStep& step = steps[entry];
    const dossier::Slot& left = walk.bases[step.left.base][step.left.at];
    const auto right = [&]() -> const dossier::Slot& { return walk.bases[step.right.base][step.right.at]; };
    const auto result = [&]() -> dossier::Slot& { return walk.computed[step.target]; };
    Found way = Found::nothing;
    switch (step.look) {
      case Look::flag:
        if (const bool* flag = as<bool>(left)) way = found(*flag);
        break;
      case Look::numbers: way = in_order<Decimal>(left, right(), step.orders); break;
      case Look::dates: way = in_order<Date>(left, right(), step.orders); break;
      case Look::instants: way = in_order<DateTime>(left, right(), step.orders); break;
      case Look::members: way = in_order<Member>(left, right(), step.orders); break;
      case Look::member_in: way = member_in(left, tests.member_sets[step.right.at]); break;
      case Look::texts: way = same_texts(left, right(), step.orders); break;
      case Look::text_in:
        if (const auto* text = as<std::string_view>(left)) way = found(tests.text_sets[step.right.at].contains(*text));
        break;
      case Look::matches:
        if (const auto* text = as<std::string_view>(left)) {
          charge(text->size() / letters_a_step);
          way = found(program_.straight_patterns[step.right.at]->matches(*text));
        }
        break;
      case Look::provided: way = provided(left); break;
      case Look::stated:
        if (left.state == dossier::State::known) way = Found::yes;
        break;
      case Look::includes:
        if (const auto* list = as<Elements>(left)) charge(list->count);
        way = has_element(left, right(), walk.bases[Place::subject]);
        break;
      case Look::today: way = kept(std::optional(date_), result()); break;
      case Look::calculate: way = calculated(step, left, right(), result()); break;
      case Look::shift: way = shifted(left, right(), result()); break;
      case Look::size:
        if (const auto* list = as<Elements>(left)) way = kept(std::optional(Decimal::of(list->count)), result());
        break;
      case Look::first: way = begin_loop(step, left, walk); break;
      case Look::next:
        if (++steps_ > limits::evaluation_steps) return Truth::unknown;
        way = next(step, walk);
        break;
      case Look::tally: way = found(++walk.loops[step.target].tally == step.right.at); break;
      case Look::is_tallied: way = found(walk.loops[step.target].tally == step.right.at); break;
      case Look::ground:
        (*told_grounds_)(slot_at(step.left));
        way = Found::yes;
        break;
      case Look::bind:
        bind(step.right.at, step.left);
        way = Found::yes;
        break;
      case Look::ask: {
        const Truth answer = truth(program::NodeId{step.right.at});
        if (answer != Truth::unknown) way = found(answer == Truth::yes);
        break;
      }
    }
    if (way == Found::nothing) return Truth::unknown;
    entry = way == Found::yes ? step.yes : step.no;
  }
  return truth_of(entry == StraightTest::holds);
}

}  // namespace assay::evaluate
