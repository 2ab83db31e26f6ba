// What the steps of a straight test look at, and the steps that compute it.

#include "compile/straight_compiler.hpp"

#include "model/expression.hpp"

namespace assay::compile {

using program::Operation;
using program::Shape;

std::optional<Place> StraightCompiler::fact(std::uint32_t id) {
  const Node& at = node(id);
  switch (at.operation) {
    case Operation::constant: return place_of(program_.constants[at.a]);
    case Operation::subject_fact: return Place{Place::subject, at.a};
    case Operation::variable: return meant_[at.a];
    case Operation::variable_fact: {
      const auto record = meant_[at.a];
      if (!record || !record->is_fact()) return std::nullopt;
      return Place{record->base, record->at + at.b};
    }
    default: return std::nullopt;
  }
}

std::optional<Place> StraightCompiler::place(std::uint32_t id) {
  const Node& at = node(id);
  switch (at.operation) {
    case Operation::assessment_date: looks_at_facts_only_ = false; return computed({.look = Look::today});
    case Operation::arithmetic: return arithmetic(at);
    case Operation::apply: return size(at);
    case Operation::scale: {
      const auto operand = place(at.a);
      if (!operand) return std::nullopt;
      return computed({.look = Look::calculate,
                       .orders = static_cast<std::uint8_t>(model::ArithmeticOperator::multiply),
                       .left = *operand,
                       .right = place_of(program_.constants[at.b])});
    }
    default: return fact(id);
  }
}

std::optional<Place> StraightCompiler::arithmetic(const Node& at) {
  auto left = place(kid(at.b));
  for (std::uint32_t i = 1; left && i < at.c; ++i) {
    const auto step = static_cast<model::ArithmeticOperator>(kid(at.d + i - 1));
    auto right = place(kid(at.b + i));
    if (right && at.left != Shape::number)
      right = step == model::ArithmeticOperator::subtract ? negated(*right) : right;
    if (!right) return std::nullopt;
    const bool is_moment = at.left == Shape::date || at.left == Shape::datetime;
    if (at.left != Shape::number && !(is_moment && right->base == Place::constant)) return std::nullopt;
    left = computed({.look = is_moment ? Look::shift : Look::calculate,
                     .orders = static_cast<std::uint8_t>(step),
                     .left = *left,
                     .right = *right});
  }
  return left;
}

/// A constant of the other sign.
std::optional<Place> StraightCompiler::negated(const Place& duration) {
  if (duration.base != Place::constant) return std::nullopt;
  const auto back = negate(std::get<Duration>(constant(duration)));
  if (!back) return std::nullopt;
  return place_of(*back);
}

std::optional<Place> StraightCompiler::size(const Node& at) {
  if (static_cast<model::Function>(at.a) != model::Function::count) return std::nullopt;
  const auto list = fact(kid(at.b));
  if (!list || !list->is_fact()) return std::nullopt;
  return computed({.look = Look::size, .left = *list});
}

std::optional<Place> StraightCompiler::computed(StraightStep step) {
  if (computing_.size() == StraightTest::computed_values) return std::nullopt;
  step.target = static_cast<std::uint8_t>(computing_.size());
  computing_.push_back(step);
  return Place{Place::computed, step.target};
}

std::uint32_t StraightCompiler::behind_computing(std::uint32_t step) {
  for (; !computing_.empty(); computing_.pop_back()) {
    computing_.back().yes = step;
    step = add(computing_.back());
  }
  return step;
}

}  // namespace assay::compile
