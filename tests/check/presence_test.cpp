#include "check/expression_fixture.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

TEST(Presence, TakesAPath) {
  EXPECT_EQ(meaning("system.first.name is provided"), "(provided system.first.name)");
  EXPECT_EQ(meaning("system.since is missing"), "(missing system.since)");
  EXPECT_EQ(meaning("every d in system.datasets satisfies d.collected is stated"),
            "(every [d system.datasets] (stated d.collected))");
  EXPECT_EQ(meaning("every s in system.sites satisfies s is provided"), "(every [s system.sites] (provided s))");
  EXPECT_EQ(meaning("(the d in system.datasets where d.name is \"x\").share is provided"),
            "(provided (the [d system.datasets where (= d.name \"x\")]).share)");
}

TEST(Presence, WhatIsComputedIsNoPath) {
  EXPECT_EQ(report_of("is_high is provided"), "'is provided' takes a path | is no path, such as system.name");
  EXPECT_EQ(codes_of("(system.energy + 1 kWh) is missing"), "E0310");
  EXPECT_EQ(codes_of("5 is stated"), "E0310");
}

TEST(Presence, AParameterMayStandForAComputedValue) {
  EXPECT_EQ(codes_of("given(1)", "define given(x: integer) = x is provided\n"), "E0310");
  EXPECT_EQ(codes_of("given(system.first)", "define given(d: Dataset) = d.name is provided\n"), "");
  EXPECT_EQ(codes_of("all(1)", "define all(x: integer) = every s in system.sites satisfies s is provided\n"), "");
}

TEST(Matches, TakesATextAndARegularExpression) {
  EXPECT_EQ(meaning("system.name matches \"^[A-Z]+$\""), "(matches system.name \"^[A-Z]+$\")");
  EXPECT_EQ(codes_of("system.name matches \"(\""), "E0311");
  EXPECT_EQ(codes_of("system.risk matches \"x\""), "E0301");
}

TEST(WithinDuration, TakesADateOrDatetimeAndADuration) {
  EXPECT_EQ(meaning("system.since is within 12 months"), "(within system.since 12 months)");
  EXPECT_EQ(meaning("system.at is within 36 hours"), "(within system.at 36 hours)");
  EXPECT_EQ(codes_of("system.name is within 12 months"), "E0301");
  EXPECT_EQ(codes_of("system.since is within 5 kWh"), "E0301");
}

}  // namespace
}  // namespace assay::check
