#include "check/checked.hpp"
#include "check/expression_fixture.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

TEST(Literal, AnIntegerHasNeitherPointNorExponent) {
  EXPECT_EQ(value_meaning("1_000"), "1000 : integer");
  EXPECT_EQ(value_meaning("1000.0"), "1000 : number");
  EXPECT_EQ(value_meaning("1e3"), "1000 : number");
  EXPECT_EQ(value_meaning("5 %"), "5 : integer in %");
}

TEST(Literal, ATimeWordMakesADuration) {
  EXPECT_EQ(value_meaning("12 months"), "12 months : duration");
  EXPECT_EQ(report_of("system.since is within 1.5 months"), "expected a whole number of months, found 1.5 | ");
  EXPECT_EQ(codes_of("system.since is within 99999999999999 years"), "E0207");
}

TEST(Literal, DatesAndDatetimesAreToldApart) {
  EXPECT_EQ(value_meaning("2026-07-01"), "2026-07-01 : date");
  EXPECT_EQ(value_meaning("2026-07-01T12:00:00+02:00"), "2026-07-01T10:00:00Z : datetime");
}

TEST(Literal, TextsAndTruthValues) {
  EXPECT_EQ(value_meaning("\"a\\tb\""), "\"a\tb\" : text");
  EXPECT_EQ(value_meaning("true"), "true : boolean");
}

TEST(Condition, IsABoolean) {
  EXPECT_EQ(report_of("system.name"), "expected a condition, found text | ");
  EXPECT_EQ(codes_of("system.name and 5 or not 7 %"), "E0308 E0308 E0308");
  EXPECT_EQ(codes_of("5 implies system.certified"), "E0308");
}

TEST(Connective, KeepsItsOperandsInOneNode) {
  EXPECT_EQ(meaning("system.certified and is_high and not is_high or true"),
            "(or (and system.certified (is_high) (not (is_high))) true)");
  EXPECT_EQ(meaning("is_high implies system.certified"), "(implies (is_high) system.certified)");
}

TEST(Conditional, TakesTheTypeOfBothBranches) {
  EXPECT_EQ(value_meaning("if is_high then 1 else 2.5"), "(if (is_high) 1 2.5) : number");
  EXPECT_EQ(value_meaning("if is_high then none else system.risk"), "(if (is_high) Risk.none system.risk) : Risk");
  EXPECT_EQ(value_meaning("if is_high then system.energy else 2 MWh"),
            "(if (is_high) system.energy 2000) : number in kWh");
}

TEST(Conditional, TheBranchesAgree) {
  EXPECT_EQ(report_of("(if is_high then 1 else \"x\") is 1"), "expected integer, found text | ");
  EXPECT_EQ(codes_of("(if is_high then 1 else 5 %) is 1"), "E0301");
  EXPECT_EQ(codes_of("if system.name then true else false"), "E0308");
  EXPECT_EQ(codes_of("(if is_high then unknown_name else 5) is \"x\""), "E0401");
}

TEST(Fallback, BothSidesHaveOneType) {
  EXPECT_EQ(value_meaning("system.impact otherwise \"Rights-Impacting\""),
            "(otherwise system.impact Impact.rights) : Impact");
  EXPECT_EQ(value_meaning("system.risk otherwise none"), "(otherwise system.risk Risk.none) : Risk");
  EXPECT_EQ(value_meaning("system.share otherwise 5"), "E0301");
}

TEST(Expression, ASumOfManyTermsIsNoDeeperThanOneOfTwo) {
  std::string sum = "0";
  for (int i = 0; i < 20'000; ++i) sum += " + 1";
  EXPECT_EQ(codes_of(sum + " > 5"), "");
}

TEST(Expression, KnowsItsPlace) {
  const auto result = Checked(scheme_with("(system.energy) > 5 kWh"));
  ASSERT_TRUE(result.scheme);
  const auto& condition = *result.scheme->requirements[model::RequirementId{0}].provisions.front().condition;
  const auto& comparison = std::get<model::Comparison>(condition.node);
  const auto text = result.files[condition.span.file].text();
  const auto code = [&](source::Span span) { return text.substr(span.begin, span.end - span.begin); };
  EXPECT_EQ(code(comparison.left->span), "system.energy");
  EXPECT_EQ(code(comparison.right->span), "5 kWh");
}

}  // namespace
}  // namespace assay::check
