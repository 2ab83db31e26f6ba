// Vectors computed with 40 digits.
#include "statistics/proportion.hpp"

#include "statistics/distribution.hpp"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

namespace assay::statistics {

namespace {

void expect_digits(double found, double expected, double relative = 1e-8) {
  EXPECT_NEAR(found, expected, relative * std::abs(expected));
}

}  // namespace

TEST(ClopperPearson, HasTheBoundsOfTheVectors) {
  struct Vector {
    std::int64_t x, n;
    double low, high, one_sided_low, one_sided_high;
  };
  for (const Vector& v : std::vector<Vector>{{0, 10, 0, 0.308497108, 0, 0.258865551},
                                             {8, 10, 0.443904538, 0.974789274, 0.493098699, 0.963228562},
                                             {0, 30, 0, 0.115703308, 0, 0.0950338529},
                                             {30, 30, 0.884296692, 1, 0.904966147, 1},
                                             {1, 20, 0.0012650895, 0.248732763, 0.00256137878, 0.216106164},
                                             {45, 50, 0.781864634, 0.966724906, 0.801166997, 0.959763410},
                                             {90, 100, 0.823777402, 0.950995311, 0.836282377, 0.944736762},
                                             {95, 100, 0.887165089, 0.983568121, 0.897746622, 0.980094436},
                                             {950, 1000, 0.934609512, 0.962664602, 0.937136596, 0.960836464},
                                             {985, 1000, 0.975380300, 0.991580950, 0.976996451, 0.990731569},
                                             {299, 300, 0.981568748, 0.999915611, 0.984285445, 0.999829037}}) {
    const Proportion found{v.x, v.n};
    expect_digits(lower_bound(found, 0.025), v.low);
    expect_digits(upper_bound(found, 0.025), v.high);
    expect_digits(lower_bound(found, 0.05), v.one_sided_low);
    expect_digits(upper_bound(found, 0.05), v.one_sided_high);
  }
}

TEST(ClopperPearson, WithoutAFailureIsTheRuleOfThreeMadeExact) {
  for (const auto& [n, bound] : std::vector<std::pair<std::int64_t, double>>{
           {10, .258865551}, {30, .0950338529}, {100, .0295130496}, {300, .00993608194}, {1000, .00299124955}})
    expect_digits(upper_bound({0, n}, 0.05), bound);
}

TEST(ClopperPearson, ComparesByTheTailAsByTheBound) {
  for (std::int64_t trials : {1, 7, 40, 1000}) {
    for (std::int64_t successes = 0; successes <= trials; successes += 1 + trials / 20) {
      const Proportion found{successes, trials};
      for (double share = 0.013; share < 1; share += 0.041) {
        EXPECT_EQ(lower_bound_is_at_least(found, 0.05, share), lower_bound(found, 0.05) >= share);
        EXPECT_EQ(upper_bound_is_below(found, 0.05, share), upper_bound(found, 0.05) < share);
        EXPECT_EQ(lower_bound_is_above(found, 0.05, share), lower_bound(found, 0.05) > share);
        EXPECT_EQ(upper_bound_is_at_most(found, 0.05, share), upper_bound(found, 0.05) <= share);
      }
    }
  }
}

TEST(ClopperPearson, ComparesAtAndBeyondTheEnds) {
  EXPECT_TRUE(lower_bound_is_at_least({0, 10}, 0.05, 0));
  EXPECT_FALSE(lower_bound_is_above({0, 10}, 0.05, 0));
  EXPECT_TRUE(upper_bound_is_at_most({10, 10}, 0.05, 1));
  EXPECT_FALSE(upper_bound_is_below({10, 10}, 0.05, 1));
  EXPECT_FALSE(lower_bound_is_at_least({10, 10}, 0.05, 1));
  EXPECT_TRUE(upper_bound_is_below({10, 10}, 0.05, 1.2));
  EXPECT_FALSE(lower_bound_is_at_least({10, 10}, 0.05, 1.2));
  EXPECT_TRUE(lower_bound_is_above({0, 10}, 0.05, -0.1));
}

TEST(ClopperPearson, TakesAMillionMillionTrials) {
  const Proportion found{999'999'000'000, 1'000'000'000'000};
  EXPECT_LT(lower_bound(found, 0.05), 0.999999);
  EXPECT_GT(lower_bound(found, 0.05), 0.99999899);
  EXPECT_TRUE(lower_bound_is_at_least(found, 0.05, 0.99999899));
}

TEST(OperatingCharacteristic, IsTheBinomialDistribution) {
  for (const auto& [share, accepted] : std::vector<std::pair<double, double>>{{.005, 0.992288168},
                                                                              {.01, 0.953446814},
                                                                              {.02, 0.784418887},
                                                                              {.03, 0.568123252},
                                                                              {.05, 0.230620505},
                                                                              {.0652, 0.0997646412}})
    expect_digits(probability_of_no_more({2, 80}, share), accepted);
  expect_digits(probability_of_no_more({3, 125}, .01), 0.962550938);
  expect_digits(probability_of_no_more({3, 125}, .03), 0.481405047);
  expect_digits(probability_of_no_more({3, 125}, .05), 0.123784698);
}

TEST(SampleSize, WithFailuresAllowedIsTheSmallestThatShowsTheShare) {
  struct Vector {
    double share, confidence;
    std::vector<std::int64_t> sizes;
  };
  for (const Vector& v : std::vector<Vector>{
           {.95, .95, {59, 93, 124, 153}}, {.99, .95, {299, 473, 628, 773}}, {.90, .90, {22, 38, 52, 65}}}) {
    for (std::size_t failures = 0; failures < v.sizes.size(); ++failures) {
      const auto shows = [&](std::int64_t trials) {
        return probability_of_no_more({static_cast<std::int64_t>(failures), trials}, 1 - v.share) <= 1 - v.confidence;
      };
      EXPECT_TRUE(shows(v.sizes[failures]));
      EXPECT_FALSE(shows(v.sizes[failures] - 1));
    }
  }
}

}  // namespace assay::statistics
