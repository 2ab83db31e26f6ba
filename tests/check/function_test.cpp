#include "check/expression_fixture.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

TEST(Function, RoundingGivesAnIntegerInItsUnit) {
  EXPECT_EQ(value_meaning("round(system.energy)"), "(round system.energy) : integer in kWh");
  EXPECT_EQ(value_meaning("round(system.fraction, half_even)"), "(round_half_even system.fraction) : integer");
  EXPECT_EQ(value_meaning("floor(2.5) + ceiling(2.5)"), "((floor 2.5) + (ceiling 2.5)) : integer");
  EXPECT_EQ(value_meaning("round(2.5, half_up)"), "E0301");
}

TEST(Function, PercentAndRatioConvert) {
  EXPECT_EQ(value_meaning("percent(system.fraction)"), "(percent system.fraction) : number in %");
  EXPECT_EQ(value_meaning("ratio(system.share)"), "(ratio system.share) : number");
  EXPECT_EQ(value_meaning("percent(system.share)"), "E0301");
  EXPECT_EQ(value_meaning("ratio(system.fraction)"), "E0301");
}

TEST(Function, OfTexts) {
  EXPECT_EQ(value_meaning("length(lower(system.name))"), "(length (lower system.name)) : integer");
  EXPECT_EQ(value_meaning("starts_with(system.name, \"a\")"), "(starts_with system.name \"a\") : boolean");
  EXPECT_EQ(value_meaning("contains(system.name, 5)"), "E0301");
}

TEST(Function, OfDates) {
  EXPECT_EQ(value_meaning("year(system.since) * 12 + month(system.since)"),
            "(((year system.since) * 12) + (month system.since)) : integer");
  EXPECT_EQ(value_meaning("days_between(date(system.at), assessment_date)"),
            "(days_between (date system.at) assessment_date) : integer");
  EXPECT_EQ(report_of("year(system.at) > 2020"), "expected a date, found datetime |  | write 'date(system.at)'");
}

TEST(Function, ValueTakesAScoredMemberOrASetOfThem) {
  EXPECT_EQ(value_meaning("value(system.answer)"), "(value system.answer) : integer");
  EXPECT_EQ(value_meaning("value(system.answers) otherwise 0"), "(otherwise (value system.answers) 0) : integer");
  EXPECT_EQ(report_of("value(system.risk) > 1"), "no member of Risk has a number | ");
}

TEST(Function, TakesItsNumberOfArguments) {
  EXPECT_EQ(report_of("length(system.name, 1) > 1"), "'length' takes 1 argument, found 2 | ");
  EXPECT_EQ(report_of("contains(system.name)"), "'contains' takes 2 arguments, found 1 | ");
  EXPECT_EQ(codes_of("round(1, half_even, 2) > 1"), "E0312");
}

TEST(Function, AnUnknownOneGetsTheNearest) {
  EXPECT_EQ(report_of("lenght(system.name) > 1"), "'lenght' is not known here |  | did you mean 'length'?");
  EXPECT_EQ(report_of("dubled(1 kWh) > 1 kWh"), "'dubled' is not known here |  | did you mean 'doubled'?");
}

TEST(Function, ANameThatIsNoFunctionIsNotCalled) { EXPECT_EQ(codes_of("Risk(1) is high"), "E0301"); }

}  // namespace
}  // namespace assay::check
