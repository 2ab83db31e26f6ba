#include "statistics/measurement.hpp"

#include "statistics/distribution.hpp"
#include "statistics/real.hpp"

namespace assay::statistics {

namespace {

enum class Side { below, above };

/// The probability that the true value lies on that side of the limit: outside of it.
double probability_beyond(const Measurement& measured, const Limit& limit, Side side) {
  const auto order = measured.value <=> limit.value;
  const double standard = order > 0 ? measured.standard_below : measured.standard_above;
  if (order == 0 && (measured.standard_below > 0 || measured.standard_above > 0)) return 0.5;
  if (standard == 0) {
    const bool is_beyond = side == Side::below ? order < 0 : order > 0;
    return is_beyond || (order == 0 && limit.excluded) ? 1 : 0;
  }
  const auto exact = subtract(limit.value, measured.value);
  const double distance = exact ? to_double(*exact) : to_double(limit.value) - to_double(measured.value);
  return side == Side::below ? normal_below(distance / standard) : normal_above(distance / standard);
}

}  // namespace

std::optional<Measurement> measurement_of(const Decimal& value, const Decimal& expanded_uncertainty,
                                          const Decimal& coverage_factor) {
  const auto standard = divide(expanded_uncertainty, coverage_factor);
  if (!standard) return std::nullopt;
  return Measurement{value, expanded_uncertainty, expanded_uncertainty, to_double(*standard), to_double(*standard)};
}

std::optional<Measurement> measurement_of_interval(const Decimal& value, const Decimal& lower, const Decimal& upper,
                                                   const Decimal& level) {
  const auto below = subtract(value, lower);
  const auto above = subtract(upper, value);
  if (!below || !above) return std::nullopt;
  const double coverage_factor = normal_quantile((1 + to_double(level)) / 2);
  return Measurement{value, *below, *above, to_double(*below) / coverage_factor, to_double(*above) / coverage_factor};
}

double probability_of_nonconformity(const Measurement& measured, const Limits& limits) {
  const double below = limits.low ? probability_beyond(measured, *limits.low, Side::below) : 0;
  const double above = limits.high ? probability_beyond(measured, *limits.high, Side::above) : 0;
  return below + above;
}

double probability_of_conformity(const Measurement& measured, const Limits& limits) {
  if (!limits.low && limits.high) {
    const Limit mirrored{limits.high->value, !limits.high->excluded};
    return probability_beyond(measured, mirrored, Side::below);
  }
  if (limits.low && !limits.high) {
    const Limit mirrored{limits.low->value, !limits.low->excluded};
    return probability_beyond(measured, mirrored, Side::above);
  }
  return 1 - probability_of_nonconformity(measured, limits);
}

}  // namespace assay::statistics
