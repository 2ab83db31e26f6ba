#include "check/expression_fixture.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

TEST(CountInRange, AComparisonWithAConstantIsARange) {
  EXPECT_EQ(meaning("count(system.sites) >= 3"), "(count 3.. [ system.sites])");
  EXPECT_EQ(meaning("count(system.sites) > 3"), "(count 4.. [ system.sites])");
  EXPECT_EQ(meaning("count(system.sites) <= 3"), "(count 0..3 [ system.sites])");
  EXPECT_EQ(meaning("count(system.sites) < 3"), "(count 0..2 [ system.sites])");
  EXPECT_EQ(meaning("count(system.sites) is 3"), "(count 3..3 [ system.sites])");
  EXPECT_EQ(meaning("count(system.sites) != 3"), "(count_not 3..3 [ system.sites])");
  EXPECT_EQ(meaning("count(system.sites) is in 1 .. 2"), "(count 1..2 [ system.sites])");
}

TEST(CountInRange, OfASetCountsWhatIsStated) {
  EXPECT_EQ(meaning("count(system.answers) is in 1 .. 2"), "(count 1..2 [ system.answers where (stated )])");
}

TEST(CountInRange, TheConstantMayStandOnTheLeft) {
  EXPECT_EQ(meaning("3 > count(system.sites)"), "(count 0..2 [ system.sites])");
  EXPECT_EQ(meaning("3 <= count(system.sites)"), "(count 3.. [ system.sites])");
}

TEST(CountInRange, TakesACountWithACondition) {
  EXPECT_EQ(meaning("count(d in system.datasets where d.share > 5 %) is 0"),
            "(count 0..0 [d system.datasets where (> d.share 5)])");
}

TEST(CountInRange, FractionsLieBetweenCounts) {
  EXPECT_EQ(meaning("count(system.sites) > 2.5"), "(count 3.. [ system.sites])");
  EXPECT_EQ(meaning("count(system.sites) <= 2.5"), "(count 0..2 [ system.sites])");
  EXPECT_EQ(meaning("count(system.sites) = 2.5"), "(count_not 0.. [ system.sites])");
  EXPECT_EQ(meaning("count(system.sites) != 2.5"), "(count 0.. [ system.sites])");
}

TEST(CountInRange, NoCountIsNegative) {
  EXPECT_EQ(meaning("count(system.sites) < 0"), "(count_not 0.. [ system.sites])");
  EXPECT_EQ(meaning("count(system.sites) >= -1"), "(count 0.. [ system.sites])");
  EXPECT_EQ(meaning("count(system.sites) is in -3 .. -1"), "(count_not 0.. [ system.sites])");
}

TEST(CountInRange, AComparisonWithAFactStaysOne) {
  EXPECT_EQ(meaning("count(system.sites) >= system.number_of"), "(>= (count system.sites) system.number_of)");
}

TEST(CountInRange, ACountHasNoUnit) { EXPECT_EQ(codes_of("count(system.sites) > 5 %"), "E0304"); }

}  // namespace
}  // namespace assay::check
