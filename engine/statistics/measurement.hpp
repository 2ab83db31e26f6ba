#pragma once

#include "quantity/decimal.hpp"

#include <optional>

// A measured value and how likely its true value lies within limits (JCGM 106:2012).
namespace assay::statistics {

/// A value with its uncertainty, which may reach further on one side than on the other.
struct Measurement {
  Decimal value;
  Decimal below;  ///< the expanded uncertainty U, or the distance to the lower end of an interval
  Decimal above;
  double standard_below = 0;  ///< the standard uncertainty u = U / k that belongs to `below`
  double standard_above = 0;
};

/// Nothing beyond the range of numbers. `expanded_uncertainty` is not negative, `coverage_factor` is above 0.
std::optional<Measurement> measurement_of(const Decimal& value, const Decimal& expanded_uncertainty,
                                          const Decimal& coverage_factor);

/// `lower` <= `value` <= `upper`, at a `level` between 0 and 1. Each side is half of a normal distribution whose
/// coverage factor is the quantile at (1 + level) / 2: where both sides reach as far, it is the form with U and k.
std::optional<Measurement> measurement_of_interval(const Decimal& value, const Decimal& lower, const Decimal& upper,
                                                   const Decimal& level);

/// One end of what is admitted.
struct Limit {
  Decimal value;
  bool excluded = false;
};
/// What is admitted: `>= low`, `<= high` or both.
struct Limits {
  std::optional<Limit> low;
  std::optional<Limit> high;
};

/// p_c = Phi((T_U - y) / u) - Phi((T_L - y) / u)
double probability_of_conformity(const Measurement& measured, const Limits& limits);

/// R_c* = 1 - p_c, the specific consumer's risk of an accepted item, without the loss of digits of a difference.
double probability_of_nonconformity(const Measurement& measured, const Limits& limits);

}  // namespace assay::statistics
