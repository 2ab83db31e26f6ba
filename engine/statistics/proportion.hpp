#pragma once

#include <cstdint>

// What a number of successes says about the share behind it (Clopper and Pearson, 1934): exact, never too narrow.
namespace assay::statistics {

/// 0 <= successes <= trials, 1 <= trials.
struct Proportion {
  std::int64_t successes = 0;
  std::int64_t trials = 1;
};

/// P(X <= x) and P(X >= x) of as many successes x as there were, if the share is `share`, between 0 and 1.
double probability_of_no_more(const Proportion& found, double share);
double probability_of_no_fewer(const Proportion& found, double share);

/// The one-sided bounds at confidence 1 - alpha: the share is at least `lower_bound`, at most `upper_bound`.
double lower_bound(const Proportion& found, double alpha);
double upper_bound(const Proportion& found, double alpha);

/// How a bound compares with a share. It takes the tail of the distribution and not its inverse, so that the answer
/// does not depend on how far an iteration went. A share outside 0 .. 1 is allowed.
bool lower_bound_is_at_least(const Proportion& found, double alpha, double share);
bool lower_bound_is_above(const Proportion& found, double alpha, double share);
bool upper_bound_is_at_most(const Proportion& found, double alpha, double share);
bool upper_bound_is_below(const Proportion& found, double alpha, double share);

}  // namespace assay::statistics
