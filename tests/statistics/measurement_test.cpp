// Vectors of JCGM 106 and ILAC-G8, computed with 40 digits.
#include "statistics/measurement.hpp"

#include "statistics/decision_rule.hpp"
#include "statistics/distribution.hpp"
#include "statistics/real.hpp"

#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace assay::statistics {

namespace {

Decimal number(std::string_view digits) { return *Decimal::parse(digits); }

// To the digits that a vector has.
void expect_digits(double found, double expected, double relative = 1e-9) {
  EXPECT_NEAR(found, expected, relative * std::abs(expected));
}

Limits limits(std::string_view low, std::string_view high) {
  Limits made;
  if (!low.empty()) made.low = Limit{number(low)};
  if (!high.empty()) made.high = Limit{number(high)};
  return made;
}

Measurement with_u(std::string_view value, std::string_view u) {
  return *measurement_of(number(value), number(u), Decimal::of(1));
}

}  // namespace

TEST(ProbabilityOfConformity, AgreesWithTheVectorsOfJcgm106) {
  struct Vector {
    std::string_view y, u, low, high;
    double p;
  };
  for (const Vector& v : std::vector<Vector>{{"13.6", "1.8", "12.5", "16.3", 0.6626297865},
                                             {"-5.47", "0.05", "", "-5.40", 0.9192433408},
                                             {"507", "8", "490", "", 0.9832066936},
                                             {"10.1", "0.2", "9.5", "10.5", 0.9758999700},
                                             {"0.93", "0.012", "0.90", "", 0.9937903347},
                                             {"0.912", "0.012", "0.90", "", 0.8413447461},
                                             {"0.90", "0.012", "0.90", "", 0.5}}) {
    expect_digits(probability_of_conformity(with_u(v.y, v.u), limits(v.low, v.high)), v.p, 1e-10);
    expect_digits(probability_of_nonconformity(with_u(v.y, v.u), limits(v.low, v.high)), 1 - v.p, 1e-8);
  }
}

TEST(ProbabilityOfConformity, AtTheAcceptanceLimitIsTheWorstSpecificRisk) {
  struct Vector {
    std::string_view r;
    double k2, k196;
  };
  for (const Vector& v : std::vector<Vector>{{"0", 0.5, 0.5},
                                             {"0.5", 0.1586552539, 0.1635475038},
                                             {"0.83", 0.04845722627, 0.05189296633},
                                             {"1", 0.02275013195, 0.025},
                                             {"1.5", 0.001349898032, 0.001641347382},
                                             {"3", 9.86587645e-10, 2.052671849e-9}}) {
    // A value of r U = r on a lower limit of 0, with U = 1.
    const auto at = [&](std::string_view k) {
      return probability_of_nonconformity(*measurement_of(number(v.r), Decimal::of(1), number(k)), limits("0", ""));
    };
    expect_digits(at("2"), v.k2, 1e-9);
    expect_digits(at("1.959963984540054"), v.k196, 1e-9);
  }
}

TEST(Distribution, HasTheQuantilesOfTheTables) {
  expect_digits(normal_quantile(0.95), 1.64485362695147, 1e-14);
  expect_digits(normal_quantile(0.975), 1.95996398454005, 1e-14);
  expect_digits(normal_quantile(0.99), 2.32634787404084, 1e-14);
  expect_digits(normal_quantile(0.95) / 2, 0.8224268135);
  expect_digits(normal_quantile(0.975) / 2, 0.9799819923);
  expect_digits(normal_quantile(0.99) / 2, 1.163173937);
}

// The posterior of a normal prior, and global risks: integrals of what the engine has over what only a process knows.
namespace {

double density(double x, double mean, double deviation) {
  const double z = (x - mean) / deviation;
  return std::exp(-z * z / 2) / (deviation * std::sqrt(2 * 3.14159265358979323846));
}

double integral(double from, double to, const std::function<double(double)>& function) {
  constexpr int steps = 20'000;
  const double width = (to - from) / steps;
  double sum = function(from) + function(to);
  for (int i = 1; i < steps; ++i) sum += (i % 2 == 0 ? 2 : 4) * function(from + i * width);
  return sum * width / 3;
}

}  // namespace

TEST(Posterior, OfANormalPriorNarrowsTheReading) {
  const double y0 = 10;
  const double u0 = 0.5;
  const double um = 0.2;
  const double reading = 10.6;
  const double y = (um * um * y0 + u0 * u0 * reading) / (u0 * u0 + um * um);
  const double u = u0 * um / std::sqrt(u0 * u0 + um * um);
  expect_digits(y, 10.5172413793, 1e-11);
  expect_digits(u, 0.185695338177, 1e-11);
  expect_digits(normal_below((11 - y) / u) - normal_below((9 - y) / u), 0.995335207640, 1e-11);
  expect_digits(probability_of_conformity(with_u("10.6", "0.2"), limits("9", "11")), 0.977249868052, 1e-11);
}

TEST(GlobalRisk, IsTheIntegralOfTheSpecificOnes) {
  struct Vector {
    double y0, s0, um, low, high, accept_low, accept_high, consumer, producer, accept;
  };
  for (const Vector& v :
       std::vector<Vector>{{0, 4, 1, -8, 8, -8, 8, 0.00800608483, 0.0148508842, 0.947654937},
                           {0, 1, 0.5, -2, 2, -2, 2, 0.0123887493, 0.0405267555, 0.926361730},
                           {0, 1, 0.5, -2, 2, -1.82, 1.82, 0.00805160855, 0.0661064522, 0.896444892},
                           {10, 0.5, 0.2, 9, 11, 9, 11, 0.0109278187, 0.0287453416, 0.936682213},
                           {10, 0.5, 0.2, 9, 11, 9.4, 10.6, 0.000284132868, 0.219989262, 0.734794607}}) {
    const auto accepted = [&](double x) {
      return normal_below((v.accept_high - x) / v.um) - normal_below((v.accept_low - x) / v.um);
    };
    const auto accepted_mass = [&](double x) { return density(x, v.y0, v.s0) * accepted(x); };
    const auto rejected_mass = [&](double x) { return density(x, v.y0, v.s0) * (1 - accepted(x)); };
    const double far = 12 * v.s0;
    const double outside = integral(v.y0 - far, v.low, accepted_mass) + integral(v.high, v.y0 + far, accepted_mass);
    const double inside = integral(v.low, v.high, accepted_mass);
    expect_digits(outside, v.consumer, 1e-8);
    expect_digits(integral(v.low, v.high, rejected_mass), v.producer, 1e-8);
    expect_digits(outside + inside, v.accept, 1e-8);
  }
}

TEST(Interval, AgreesWithTheFormOfUAndKWhereTheyCoincide) {
  const auto by_u = *measurement_of(number("93"), number("2"), number("1.959963984540054"));
  const auto by_interval = *measurement_of_interval(number("93"), number("91"), number("95"), number("0.95"));
  for (const auto& asked : {limits("90", ""), limits("", "94"), limits("91", "94"), limits("93", "")}) {
    expect_digits(probability_of_conformity(by_interval, asked), probability_of_conformity(by_u, asked), 1e-12);
  }
}

TEST(Interval, EachSideIsHalfOfADistributionOfItsOwn) {
  const auto skewed = *measurement_of_interval(number("93"), number("90"), number("94"), number("0.95"));
  expect_digits(probability_of_nonconformity(skewed, limits("90", "")), 0.025, 1e-9);
  expect_digits(probability_of_nonconformity(skewed, limits("", "94")), 0.025, 1e-9);
  expect_digits(probability_of_conformity(skewed, limits("94", "")), 0.025, 1e-9);
}

TEST(ExactMeasurement, ConformsOrDoesNot) {
  const auto exact = with_u("90", "0");
  EXPECT_EQ(probability_of_conformity(exact, limits("90", "")), 1);
  EXPECT_EQ(probability_of_conformity(exact, limits("90.1", "")), 0);
  EXPECT_EQ(probability_of_conformity(exact, limits("89", "91")), 1);
  Limits above = limits("90", "");
  above.low->excluded = true;
  EXPECT_EQ(probability_of_conformity(exact, above), 0);
}

TEST(SixDigits, AreJsonAndRounded) {
  EXPECT_EQ(to_six_digits(0.9832066936), "0.983207");
  EXPECT_EQ(to_six_digits(0.5), "0.5");
  EXPECT_EQ(to_six_digits(1), "1");
  EXPECT_EQ(to_six_digits(-0.0), "0");
  EXPECT_EQ(to_six_digits(9.86587645e-10), "9.86588e-10");
  EXPECT_EQ(to_six_digits(97.6996451), "97.6996");
}

TEST(ToDouble, TakesTheNearestAndTheEndsOfTheRange) {
  EXPECT_EQ(to_double(number("0.1")), 0.1);
  EXPECT_EQ(to_double(number("-2.5")), -2.5);
  EXPECT_EQ(to_double(number("1e400")), std::numeric_limits<double>::infinity());
  EXPECT_EQ(to_double(number("-1e400")), -std::numeric_limits<double>::infinity());
  EXPECT_EQ(to_double(number("1e-400")), 0);
}

}  // namespace assay::statistics
