#include "check/expression_fixture.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

TEST(Quantifier, GoesThroughAListASetOrAnEnumeration) {
  EXPECT_EQ(meaning("every d in system.datasets where d.name is \"x\" satisfies d.share <= 5 %"),
            "(every [d system.datasets where (= d.name \"x\")] (<= d.share 5))");
  EXPECT_EQ(meaning("some a in system.answers satisfies a is yes"), "(some [a system.answers] (= a Answer.yes))");
  EXPECT_EQ(meaning("no r in Risk satisfies r is system.risk"), "(no [r Risk] (= r system.risk))");
  EXPECT_EQ(codes_of("every d in system.name satisfies d is \"x\""), "E0301");
}

TEST(Quantifier, CountsWithAnInteger) {
  EXPECT_EQ(meaning("at least 2 s in system.sites satisfies s is \"x\""), "(at_least 2 [s system.sites] (= s \"x\"))");
  EXPECT_EQ(meaning("at most (3) s in system.sites satisfies s is \"x\""), "(at_most 3 [s system.sites] (= s \"x\"))");
  EXPECT_EQ(meaning("exactly 0 s in system.sites satisfies s is \"x\""), "(exactly 0 [s system.sites] (= s \"x\"))");
}

TEST(Quantifier, DoesNotCountWithAnythingElse) {
  EXPECT_EQ(codes_of("at least (2 %) s in system.sites satisfies s is \"x\""), "E0313");
  EXPECT_EQ(codes_of("at least (2.5) s in system.sites satisfies s is \"x\""), "E0313");
  EXPECT_EQ(codes_of("at least (-1) s in system.sites satisfies s is \"x\""), "E0313");
  EXPECT_EQ(codes_of("at least (system.number_of) s in system.sites satisfies s is \"x\""), "E0313");
}

TEST(Quantifier, AVariableThatHidesANameIsWarnedOf) {
  EXPECT_EQ(codes_of("every is_high in system.sites satisfies is_high is \"x\""), "W0413");
  EXPECT_EQ(codes_of("every s in system.sites satisfies some s in system.sites satisfies s is \"x\""), "W0413");
  EXPECT_EQ(codes_of("(every s in system.sites satisfies s is \"x\") or (some s in system.sites satisfies s is \"y\")"),
            "");
  EXPECT_EQ(codes_of("every assessment_date in system.sites satisfies true"), "E0414");
}

TEST(Quantifier, AVariableEndsWithItsQuantifier) {
  EXPECT_EQ(codes_of("(every s in system.sites satisfies s is \"x\") and s is \"y\""), "E0401");
}

TEST(Quantifier, TheBodyIsACondition) {
  EXPECT_EQ(report_of("every s in system.sites satisfies s"), "expected a condition, found text | ");
  EXPECT_EQ(codes_of("every s in system.sites where 5 satisfies true"), "E0308");
}

TEST(Aggregate, SumsNumbersInTheirUnit) {
  EXPECT_EQ(value_meaning("sum(l for l in system.loads)"), "(sum l [l system.loads]) : number in MWh");
  EXPECT_EQ(value_meaning("sum(value(a) for a in system.answers)"), "(sum (value a) [a system.answers]) : integer");
  EXPECT_EQ(value_meaning("average(value(a) for a in system.answers)"),
            "(average (value a) [a system.answers]) : number");
  EXPECT_EQ(value_meaning("count(d in system.datasets where d.share > 5 %)"),
            "(count [d system.datasets where (> d.share 5)]) : integer");
}

TEST(Aggregate, DatesHaveExtremesButNoSum) {
  EXPECT_EQ(value_meaning("max(d.collected for d in system.datasets)"), "(max d.collected [d system.datasets]) : date");
  EXPECT_EQ(value_meaning("sum(d.collected for d in system.datasets)"), "E0301");
  EXPECT_EQ(value_meaning("min(system.period for d in system.datasets)"), "E0301");
}

TEST(The, IsAnElement) {
  EXPECT_EQ(value_meaning("(the d in system.datasets where d.name is \"x\").share"),
            "(the [d system.datasets where (= d.name \"x\")]).share : number in %");
}

}  // namespace
}  // namespace assay::check
