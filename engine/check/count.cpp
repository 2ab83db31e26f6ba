// What a count is compared with, as the whole numbers that it may be.

#include "check/count.hpp"

namespace assay::check {

using model::Comparator;
using model::Kind;

namespace {

/// low <= count <= high, or its opposite.
struct Bounds {
  Decimal low;
  std::optional<Decimal> high;
  bool negated = false;
};

/// No count is below 0 or between two whole numbers: what can never hold is the opposite of 0 .. ∞.
Bounds simplified(Bounds bounds) {
  if (bounds.low.is_negative()) bounds.low = Decimal{};
  if (bounds.high && *bounds.high < bounds.low) return {Decimal{}, std::nullopt, !bounds.negated};
  return bounds;
}

std::optional<Bounds> bounds_of(Comparator comparator, const Decimal& constant) {
  const auto one = Decimal::of(1);
  switch (comparator) {
    case Comparator::equal: return Bounds{ceiling(constant), floor(constant), false};
    case Comparator::not_equal: return Bounds{ceiling(constant), floor(constant), true};
    case Comparator::less_equal: return Bounds{Decimal{}, floor(constant), false};
    case Comparator::greater_equal: return Bounds{ceiling(constant), std::nullopt, false};
    case Comparator::less: {
      const auto high = subtract(ceiling(constant), one);
      return high ? std::optional(Bounds{Decimal{}, *high, false}) : std::nullopt;
    }
    case Comparator::greater: {
      const auto low = add(floor(constant), one);
      return low ? std::optional(Bounds{*low, std::nullopt, false}) : std::nullopt;
    }
  }
  return std::nullopt;
}

/// `3 < count` is `count > 3`.
Comparator mirrored(Comparator comparator) {
  switch (comparator) {
    case Comparator::less: return Comparator::greater;
    case Comparator::less_equal: return Comparator::greater_equal;
    case Comparator::greater: return Comparator::less;
    case Comparator::greater_equal: return Comparator::less_equal;
    case Comparator::equal:
    case Comparator::not_equal: break;
  }
  return comparator;
}

bool is_count(const model::Expression& expression) {
  if (const auto* aggregate = std::get_if<model::Aggregate>(&expression.node))
    return aggregate->kind == model::AggregateKind::count;
  const auto* call = std::get_if<model::FunctionCall>(&expression.node);
  return call && call->function == model::Function::count;
}

/// What `count` counts; takes it out of the node.
model::Range range_of(model::Expression& count, Scope& scope) {
  if (auto* aggregate = std::get_if<model::Aggregate>(&count.node)) return std::move(aggregate->range);
  auto& list = std::get<model::FunctionCall>(count.node).arguments.front();
  const auto element = type_of(*list, scope).element;
  return {scope.context.scheme.variables.add({"", element}), std::move(list), nullptr};
}

std::optional<Decimal> number_of(const model::Expression& expression) {
  const auto constant = constant_of(expression);
  const auto* number = constant ? std::get_if<Decimal>(&constant->value) : nullptr;
  return number ? std::optional(*number) : std::nullopt;
}

Draft count_node(model::Expression& count, const Bounds& any, source::Span span, Scope& scope) {
  const auto bounds = simplified(any);
  model::CountInRange node;
  node.range = range_of(count, scope);
  node.low = bounds.low;
  node.high = bounds.high.value_or(Decimal{});
  node.has_high = bounds.high.has_value();
  node.negated = bounds.negated;
  return make(plain_type(Kind::boolean, scope), span, std::move(node));
}

}  // namespace

Draft count_compared(Comparator comparator, Draft& left, Draft& right, source::Span span, Scope& scope) {
  const bool count_is_left = is_count(*left);
  auto& count = count_is_left ? *left : *right;
  const auto number = number_of(count_is_left ? *right : *left);
  if (!is_count(count) || !number) return nullptr;
  const auto bounds = bounds_of(count_is_left ? comparator : mirrored(comparator), *number);
  return bounds ? count_node(count, *bounds, span, scope) : nullptr;
}

Draft count_in_range(Draft& value, const model::Expression& low, const model::Expression& high, source::Span span,
                     Scope& scope) {
  const auto from = number_of(low);
  const auto to = number_of(high);
  if (!is_count(*value) || !from || !to) return nullptr;
  return count_node(*value, {ceiling(*from), floor(*to), false}, span, scope);
}

}  // namespace assay::check
