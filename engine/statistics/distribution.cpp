// The only file that knows Boost.Math.
#include "statistics/distribution.hpp"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/beta.hpp>

namespace assay::statistics {

namespace {

namespace policies = boost::math::policies;

/// No exceptions, and no detour through `long double`, which has another width on other machines.
using Policy = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>, policies::evaluation_error<policies::ignore_error>,
    policies::rounding_error<policies::ignore_error>, policies::promote_float<false>, policies::promote_double<false>>;
using Normal = boost::math::normal_distribution<double, Policy>;

}  // namespace

double normal_below(double z) { return cdf(Normal(), z); }
double normal_above(double z) { return cdf(complement(Normal(), z)); }
double normal_quantile(double probability) { return quantile(Normal(), probability); }

double beta_below(double a, double b, double x) { return boost::math::ibeta(a, b, x, Policy()); }
double beta_above(double a, double b, double x) { return boost::math::ibetac(a, b, x, Policy()); }
double beta_quantile(double a, double b, double below) { return boost::math::ibeta_inv(a, b, below, Policy()); }
double beta_quantile_from_above(double a, double b, double above) {
  return boost::math::ibetac_inv(a, b, above, Policy());
}

}  // namespace assay::statistics
