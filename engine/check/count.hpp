#pragma once

#include "check/expression.hpp"

// A comparison of a count with a constant is decided as soon as the known elements decide it.
namespace assay::check {

/// The comparison as a CountInRange, or null if neither side is `count(…)` with a constant on the other; then both
/// sides are as they were.
Draft count_compared(model::Comparator comparator, Draft& left, Draft& right, source::Span span, Scope& scope);

/// The same for `count(…) is in low .. high`.
Draft count_in_range(Draft& value, const model::Expression& low, const model::Expression& high, source::Span span,
                     Scope& scope);

}  // namespace assay::check
