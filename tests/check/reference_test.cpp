#include "check/expression_fixture.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

TEST(Reference, AMemberResolvesByTheTypeOfTheOtherSide) {
  EXPECT_EQ(meaning("system.risk is none"), "(= system.risk Risk.none)");
  EXPECT_EQ(meaning("none is system.risk"), "(= Risk.none system.risk)");
  EXPECT_EQ(meaning("level(1) is none"), "(= (level 1) Oversight.none)");
}

TEST(Reference, AMemberOfOneEnumerationNeedsNoExpectedType) {
  EXPECT_EQ(value_meaning("enhanced"), "Oversight.enhanced : Oversight");
}

TEST(Reference, AMemberOfTwoEnumerationsIsAmbiguousWithoutAnExpectedType) {
  EXPECT_EQ(value_meaning("none"), "E0307");
  EXPECT_EQ(report_of("it is it", "define it = none\n"),
            "'none' is a member of several enumerations |  | write 'Risk.none' | write 'Oversight.none'");
}

TEST(Reference, AnExpectedMemberHidesADefineOfItsName) {
  EXPECT_EQ(meaning("system.risk is low", "define low = 1\n"), "(= system.risk Risk.low)");
}

TEST(Reference, AVariableHidesAnExpectedMember) {
  EXPECT_EQ(meaning("every low in Risk satisfies system.risk is low"), "(every [low Risk] (= system.risk low))");
}

TEST(Reference, TheNameOfAnEnumerationIsTheListOfItsMembers) {
  EXPECT_EQ(value_meaning("count(Risk)"), "(count Risk) : integer");
}

TEST(Reference, AMemberMayBeNamedWithItsEnumeration) {
  EXPECT_EQ(value_meaning("Oversight.none"), "Oversight.none : Oversight");
  EXPECT_EQ(report_of("level(1) is Oversight.basc"), "'basc' is not a member of Oversight |  | did you mean 'basic'?");
}

TEST(Reference, TheAssessmentDateIsADate) { EXPECT_EQ(value_meaning("assessment_date"), "assessment_date : date"); }

TEST(Reference, AnUnknownNameGetsTheNearestOneVisibleThere) {
  EXPECT_EQ(report_of("is_hihg"), "'is_hihg' is not known here |  | did you mean 'is_high'?");
  EXPECT_EQ(report_of("every set_ in system.datasets satisfies sett_.share > 1 %"),
            "'sett_' is not known here |  | did you mean 'set_'?");
}

TEST(Reference, AFieldWithoutItsSubjectIsSaidSo) {
  EXPECT_EQ(report_of("certified"), "'certified' is not known here |  | write 'system.certified'");
}

TEST(Reference, AnUnknownFieldGetsTheNearestOne) {
  EXPECT_EQ(report_of("system.certifed"), "'certifed' is not a field of system |  | did you mean 'certified'?");
  EXPECT_EQ(codes_of("system.datasets.share > 5 %"), "E0402");
  EXPECT_EQ(codes_of("system.share.share > 5 %"), "E0402");
}

TEST(Reference, WhatIsNoValueIsRefused) { EXPECT_EQ(codes_of("Dataset is Dataset"), "E0301 E0301"); }

TEST(Reference, ADefineTakesAsManyArgumentsAsItHasParameters) {
  EXPECT_EQ(meaning("doubled(3 kWh) > 5 kWh"), "(> (doubled 3) 5)");
  EXPECT_EQ(report_of("doubled > 5 kWh"), "'doubled' takes 1 argument, found none | ");
  EXPECT_EQ(report_of("rated(high)"), "'rated' takes 2 arguments, found 1 | ");
  EXPECT_EQ(report_of("is_high(1)"), "'is_high' takes no argument, found 1 | ");
}

TEST(Reference, ArgumentsAreBroughtToTheTypeOfTheParameter) {
  EXPECT_EQ(meaning("doubled(2 MWh) > 5 kWh"), "(> (doubled 2000) 5)");
  EXPECT_EQ(meaning("doubled(system.peak) > 5 kWh"), "(> (doubled (scale system.peak 1000)) 5)");
  EXPECT_EQ(meaning("rated(none, 5 %)"), "(rated Risk.none 5)");
  EXPECT_EQ(report_of("rated(none, 5)"), "expected number in %, found integer |  | write '5 %'");
  EXPECT_EQ(codes_of("doubled(system.compute) > 5 kWh"), "E0301");
}

TEST(Reference, AnIntegerStandsInForANumberButNotTheOtherWay) {
  EXPECT_EQ(meaning("half(system.number_of) > 1", "define half(x: number) = x / 2\n"), "(> (half system.number_of) 1)");
  EXPECT_EQ(codes_of("level(system.fraction) is basic"), "E0301");
}

TEST(Reference, CountsOfADecisionAreKnownThereAlone) {
  EXPECT_EQ(rule_meaning("majors > 0"), "(> tally 3 0)");
  EXPECT_EQ(codes_of("majors > 0"), "E0605");
}

TEST(Reference, TheVerdictOfARequirementIsKnownToTheDecisionAlone) {
  EXPECT_EQ(rule_meaning("verdict(R-1) is conforming"), "(= verdict R-1 Verdict.conforming)");
  EXPECT_EQ(rule_meaning("verdict(R-2) is conforming"), "E0411");
  EXPECT_EQ(codes_of("verdict(R-1) is conforming"), "E0605");
}

}  // namespace
}  // namespace assay::check
