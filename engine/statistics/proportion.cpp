#include "statistics/proportion.hpp"

#include "statistics/distribution.hpp"

namespace assay::statistics {

namespace {

double real(std::int64_t count) { return static_cast<double>(count); }

}  // namespace

// The binomial distribution as an incomplete beta function: P(X >= x) = I_p(x, n - x + 1).
double probability_of_no_fewer(const Proportion& found, double share) {
  if (found.successes == 0) return 1;
  return beta_below(real(found.successes), real(found.trials - found.successes) + 1, share);
}

double probability_of_no_more(const Proportion& found, double share) {
  if (found.successes == found.trials) return 1;
  return beta_above(real(found.successes) + 1, real(found.trials - found.successes), share);
}

double lower_bound(const Proportion& found, double alpha) {
  if (found.successes == 0) return 0;
  return beta_quantile(real(found.successes), real(found.trials - found.successes) + 1, alpha);
}

double upper_bound(const Proportion& found, double alpha) {
  if (found.successes == found.trials) return 1;
  return beta_quantile_from_above(real(found.successes) + 1, real(found.trials - found.successes), alpha);
}

bool lower_bound_is_at_least(const Proportion& found, double alpha, double share) {
  if (share <= 0) return true;
  return share <= 1 && probability_of_no_fewer(found, share) <= alpha;
}

bool lower_bound_is_above(const Proportion& found, double alpha, double share) {
  if (share < 0) return true;
  return share <= 1 && found.successes > 0 && probability_of_no_fewer(found, share) < alpha;
}

bool upper_bound_is_at_most(const Proportion& found, double alpha, double share) {
  if (share >= 1) return true;
  return share >= 0 && probability_of_no_more(found, share) <= alpha;
}

bool upper_bound_is_below(const Proportion& found, double alpha, double share) {
  if (share > 1) return true;
  return share >= 0 && found.successes < found.trials && probability_of_no_more(found, share) < alpha;
}

}  // namespace assay::statistics
