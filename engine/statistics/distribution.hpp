#pragma once

// The distributions that the decision rules stand on. Binary floating point, accurate to some units in the last of 15
// digits, without contraction and without `long double`, so that six digits are the same on every machine.
namespace assay::statistics {

/// Phi(z), the standard normal distribution; 1 - Phi(z) without the loss of digits of a difference; and the z of a
/// probability.
double normal_below(double z);
double normal_above(double z);
double normal_quantile(double probability);

/// I_x(a, b), 1 - I_x(a, b), and the x of a value of each. a, b > 0.
double beta_below(double a, double b, double x);
double beta_above(double a, double b, double x);
double beta_quantile(double a, double b, double below);
double beta_quantile_from_above(double a, double b, double above);

}  // namespace assay::statistics
