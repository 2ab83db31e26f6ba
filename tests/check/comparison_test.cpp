#include "check/expression_fixture.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

TEST(Comparison, OfOneUnitLeavesBothSidesAlone) {
  EXPECT_EQ(meaning("system.share <= 5 %"), "(<= system.share 5)");
  EXPECT_EQ(meaning("system.peak < 5 MWh"), "(< system.peak 5)");
}

TEST(Comparison, OfTwoUnitsIsInTheBaseUnit) {
  EXPECT_EQ(meaning("system.energy < 5 MWh"), "(< system.energy 5000)");
  EXPECT_EQ(meaning("system.peak < 5 kWh"), "(< (scale system.peak 1000) 5)");
  EXPECT_EQ(meaning("-(5 MWh) < system.energy"), "(< -5000 system.energy)");
}

TEST(Comparison, APercentageAgainstAPlainNumberSaysWhatToWrite) {
  EXPECT_EQ(report_of("system.share <= 5"),
            "a percentage cannot be compared with a plain number | has no unit; share is in % | write '5 %'");
  EXPECT_EQ(report_of("system.fraction <= 5 %"),
            "a percentage cannot be compared with a plain number | has no unit; the other side is in % | "
            "write 'percent(system.fraction)'");
  EXPECT_EQ(place_of("system.share <= 5"), "5");
}

TEST(Comparison, OfTwoDimensionsDoesNotCompile) {
  EXPECT_EQ(codes_of("system.energy < 5 FLOP"), "E0303");
  EXPECT_EQ(codes_of("system.energy < 5"), "E0303");
}

TEST(Comparison, OfTwoKindsDoesNotCompile) {
  EXPECT_EQ(report_of("system.since > 5"), "date cannot be compared with integer | ");
  EXPECT_EQ(codes_of("system.name is 5"), "E0302");
  EXPECT_EQ(codes_of("system.risk is system.impact"), "E0302");
}

TEST(Comparison, ADateAgainstADatetimeSaysWhatToWrite) {
  EXPECT_EQ(report_of("system.since < system.at"),
            "a date cannot be compared with a datetime | is a datetime | write 'date(system.at)'");
}

TEST(Comparison, ATextThatAnEnumerationWritesIsItsMember) {
  EXPECT_EQ(meaning("system.impact is \"Safety-Impacting\""), "(= system.impact Impact.safety)");
  EXPECT_EQ(meaning("\"Safety-Impacting\" != system.impact"), "(!= Impact.safety system.impact)");
}

TEST(Comparison, ATextOutsideTheEnumerationDoesNotCompile) {
  EXPECT_EQ(report_of("system.impact is \"Safty-Impacting\""),
            "'Safty-Impacting' is not a member of Impact |  | did you mean 'Safety-Impacting'?");
  EXPECT_EQ(codes_of("system.impact is \"safety\""), "E0306");
}

TEST(Comparison, TextsBooleansAndMembersHaveNoOrder) {
  EXPECT_EQ(report_of("system.name < \"x\""), "text cannot be compared with text | has no order");
  EXPECT_EQ(codes_of("system.certified < true"), "E0302");
  EXPECT_EQ(codes_of("system.risk < high"), "E0302");
  EXPECT_EQ(codes_of("system.name is \"x\" and system.certified is true"), "");
}

TEST(Comparison, ListsSetsAndRecordsAreNotCompared) {
  EXPECT_EQ(codes_of("system.datasets is system.datasets"), "E0302");
  EXPECT_EQ(codes_of("system.answers is system.answers"), "E0302");
  EXPECT_EQ(codes_of("system.first is system.first"), "E0302");
}

TEST(Comparison, MonthsAndDaysDoNotCompare) {
  EXPECT_EQ(codes_of("12 months > 365 days"), "E0318");
  EXPECT_EQ(codes_of("1 year > 6 months and system.period > 6 months"), "");
}

TEST(Comparison, WhatWasReportedIsNotReportedAgain) {
  EXPECT_EQ(codes_of("system.nam is 5"), "E0402");
  EXPECT_EQ(codes_of("system.rsk is none"), "E0402");
  EXPECT_EQ(codes_of("system.rsk is one of {high, none}"), "E0402");
  EXPECT_EQ(codes_of("system.rsk is nnoe"), "E0402 E0401");
  EXPECT_EQ(codes_of("system.energy < 5 kHh"), "E0407");
  EXPECT_EQ(codes_of("(system.nam + 5) * 3 % <= 5 and not system.nome"), "E0402 E0402");
}

TEST(InRange, TakesNumbersDatesAndDatetimes) {
  EXPECT_EQ(meaning("system.energy is in 1 kWh .. 2 MWh"), "(in system.energy 1 2000)");
  EXPECT_EQ(meaning("system.since is in 2026-01-01 .. 2026-12-31"), "(in system.since 2026-01-01 2026-12-31)");
  EXPECT_EQ(codes_of("system.name is in \"a\" .. \"b\""), "E0301");
  EXPECT_EQ(codes_of("system.since is in 1 .. 2"), "E0302 E0302");
}

TEST(InRange, AConstantRangeIsNotEmpty) {
  EXPECT_EQ(report_of("system.energy is in 2 MWh .. 5 kWh"), "the range 2 MWh .. 5 kWh is empty | ");
  EXPECT_EQ(codes_of("system.number_of is in 5 .. 5"), "");
}

TEST(OneOf, ResolvesItsMembersByTheValue) {
  EXPECT_EQ(meaning("system.risk is one of {high, none}"), "(one_of system.risk Risk.high Risk.none)");
  EXPECT_EQ(meaning("system.impact is not one of {rights, \"Safety-Impacting\"}"),
            "(none_of system.impact Impact.rights Impact.safety)");
  EXPECT_EQ(meaning("system.energy is one of {1 kWh, 2 MWh}"), "(one_of system.energy 1 2000)");
}

TEST(OneOf, EveryWrongMemberIsReported) {
  EXPECT_EQ(codes_of("system.number_of is one of {1, \"a\", 2, \"b\"}"), "E0302 E0302");
}

TEST(Includes, TakesAListOrASetAndAnElement) {
  EXPECT_EQ(meaning("system.answers includes yes"), "(includes system.answers Answer.yes)");
  EXPECT_EQ(meaning("system.sites includes \"Bern\""), "(includes system.sites \"Bern\")");
  EXPECT_EQ(meaning("system.loads includes 5000 kWh"), "(includes system.loads 5)");
  EXPECT_EQ(codes_of("system.sites includes 5"), "E0301");
  EXPECT_EQ(codes_of("system.datasets includes system.first"), "E0302");
  EXPECT_EQ(report_of("system.name includes \"x\""),
            "expected a list or a set, found text |  | write 'contains(system.name, \"x\")'");
}

}  // namespace
}  // namespace assay::check
