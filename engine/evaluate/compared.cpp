// The first walk: comparisons as conditions, which are most of what it does. The values are looked at where they lie,
// by the shape that the program knows; what a report or another operator asks of a comparison is its value, which
// operators.cpp makes.

#include "evaluate/evaluator.hpp"

#include <array>

namespace assay::evaluate {

using program::Operation;
using program::Shape;

namespace {

/// Of the operations from `equal` to `greater_equal`: is it true of less, of equal, of greater?
constexpr std::array<std::array<bool, 3>, 6> true_of = {{{false, true, false},
                                                         {true, false, true},
                                                         {true, false, false},
                                                         {true, true, false},
                                                         {false, false, true},
                                                         {false, true, true}}};

template <typename T>
Truth in_order(Operation operation, const Value& left, const Value& right) {
  const auto order = std::get<T>(left) <=> std::get<T>(right);
  const std::size_t which = order < 0 ? 0 : order == 0 ? 1 : 2;
  return truth_of(true_of[static_cast<std::size_t>(operation) - static_cast<std::size_t>(Operation::equal)][which]);
}

Truth compared_otherwise(Operation operation, const Value& left, const Value& right) {
  if (operation == Operation::equal || operation == Operation::not_equal) {
    const auto equal = equal_values(left, right);  // texts, for one
    return equal ? truth_of(*equal == (operation == Operation::equal)) : Truth::unknown;
  }
  const auto order = order_of(left, right);
  if (order == std::partial_ordering::unordered) return Truth::unknown;
  const std::size_t which = order < 0 ? 0 : order == 0 ? 1 : 2;
  return truth_of(true_of[static_cast<std::size_t>(operation) - static_cast<std::size_t>(Operation::equal)][which]);
}

}  // namespace

Truth Evaluator::compared(program::NodeId id, const program::Node& at) {
  if (turns_ != nullptr && program::is_test(at.course)) return truth_in(value(id));
  Operand left_room;
  Operand right_room;
  const Value* left = known(program::NodeId{at.a}, left_room);
  const Value* right = known(program::NodeId{at.b}, right_room);
  if (left == nullptr || right == nullptr) return Truth::unknown;
  switch (at.left) {
    case Shape::number: return in_order<Decimal>(at.operation, *left, *right);
    case Shape::member: return in_order<Member>(at.operation, *left, *right);
    case Shape::date: return in_order<Date>(at.operation, *left, *right);
    case Shape::datetime: return in_order<DateTime>(at.operation, *left, *right);
    default: return compared_otherwise(at.operation, *left, *right);
  }
}

}  // namespace assay::evaluate
