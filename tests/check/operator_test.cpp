#include "check/expression_fixture.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

TEST(Sum, OfOneUnitKeepsIt) {
  EXPECT_EQ(value_meaning("system.energy + 5 kWh - 1 kWh"), "(system.energy + 5 - 1) : number in kWh");
  EXPECT_EQ(value_meaning("1 + 2"), "(1 + 2) : integer");
  EXPECT_EQ(value_meaning("1 + 2.5"), "(1 + 2.5) : number");
}

TEST(Sum, OfUnitsOfOneDimensionIsInTheBaseUnit) {
  EXPECT_EQ(value_meaning("system.energy + system.peak + 2 MWh"),
            "(system.energy + (scale system.peak 1000) + 2000) : number in kWh");
}

TEST(Sum, OfTwoDimensionsDoesNotCompile) {
  EXPECT_EQ(report_of("system.energy + system.compute > 5 kWh"), "kWh and FLOP have different dimensions | ");
  EXPECT_EQ(report_of("system.share + 5 > 5 %"), "% and a plain number have different dimensions |  | write '5 %'");
}

TEST(Sum, OfADateAndDurationsIsADate) {
  EXPECT_EQ(value_meaning("system.since + 12 months - 3 days"), "(system.since + 12 months - 3 days) : date");
  EXPECT_EQ(value_meaning("system.at + 2 hours"), "(system.at + 2 hours) : datetime");
  EXPECT_EQ(value_meaning("system.period - 1 month"), "(system.period - 1 month) : duration");
}

TEST(Sum, ADifferenceOfDatesIsAskedForByItsName) {
  EXPECT_EQ(report_of("assessment_date - system.since > 3 days"),
            "'-' does not take date and date |  | write 'days_between(system.since, assessment_date)'");
}

TEST(Sum, ADurationStandsBehindTheDate) { EXPECT_EQ(codes_of("12 months + system.since > system.since"), "E0309"); }

TEST(Sum, OfTextsDoesNotCompile) { EXPECT_EQ(codes_of("system.name + \"x\" is \"x\""), "E0309"); }

TEST(Product, APlainNumberKeepsTheUnitOfTheOtherSide) {
  EXPECT_EQ(value_meaning("system.energy * 2"), "(system.energy * 2) : number in kWh");
  EXPECT_EQ(value_meaning("2 * system.energy / 3"), "(2 * system.energy / 3) : number in kWh");
  EXPECT_EQ(value_meaning("2 * 3"), "(2 * 3) : integer");
  EXPECT_EQ(value_meaning("3 / 2"), "(3 / 2) : number");
}

TEST(Product, APercentageIsAHundredthOfTheOtherSide) {
  EXPECT_EQ(value_meaning("system.energy * 5 %"), "(system.energy * (scale 5 0.01)) : number in kWh");
  EXPECT_EQ(value_meaning("80 % * system.energy"), "((scale 80 0.01) * system.energy) : number in kWh");
  EXPECT_EQ(value_meaning("80 % * system.fraction"), "((scale 80 0.01) * system.fraction) : number");
  EXPECT_EQ(value_meaning("system.energy / 5 %"), "(system.energy / (scale 5 0.01)) : number in kWh");
}

TEST(Product, APercentageOfAPercentageIsOne) {
  EXPECT_EQ(value_meaning("system.share * 50 %"), "(system.share * (scale 50 0.01)) : number in %");
  EXPECT_EQ(value_meaning("system.share / 2"), "(system.share / 2) : number in %");
}

TEST(Product, AQuotientOfOneDimensionIsPlain) {
  EXPECT_EQ(value_meaning("system.energy / 5 kWh"), "(system.energy / 5) : number");
  EXPECT_EQ(value_meaning("system.peak / system.energy"), "((scale system.peak 1000) / system.energy) : number");
  EXPECT_EQ(value_meaning("system.energy / system.peak"), "(system.energy / (scale system.peak 1000)) : number");
  EXPECT_EQ(value_meaning("system.share / 5 %"), "(system.share / 5) : number");
}

TEST(Product, AChainThatChangesItsUnitStaysFlat) {
  EXPECT_EQ(value_meaning("system.share / 2 * system.energy"),
            "(system.share / 2 * 0.01 * system.energy) : number in kWh");
}

TEST(Product, OfTwoUnitsDoesNotCompile) {
  EXPECT_EQ(report_of("system.energy * system.energy > 5 kWh"), "'*' does not take number in kWh and number in kWh | ");
  EXPECT_EQ(codes_of("1 / system.energy > 5"), "E0309");
  EXPECT_EQ(codes_of("system.energy / system.compute > 5"), "E0309");
  EXPECT_EQ(codes_of("2 * 12 months > 1 month"), "E0309");
}

TEST(Minus, TakesNumbersAndDurations) {
  EXPECT_EQ(value_meaning("-system.energy"), "(minus system.energy) : number in kWh");
  EXPECT_EQ(value_meaning("-(3 days)"), "(minus 3 days) : duration");
  EXPECT_EQ(codes_of("-system.name is \"x\""), "E0301");
}

}  // namespace
}  // namespace assay::check
