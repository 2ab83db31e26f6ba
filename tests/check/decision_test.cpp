#include "check/scheme_fixture.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

std::string rules_of(const Checked& result) {
  if (!result.scheme) return result.codes();
  std::string text;
  for (const auto& rule : result.scheme->initial_decision().rules)
    text += std::string(to_string(rule.outcome)) + " " + rule.text + ": " +
            (rule.condition ? term_of(*result.scheme, *rule.condition) : "-") + "\n";
  return text;
}

TEST(DecisionCheck, RulesKeepTheirOrderAndText) {
  EXPECT_EQ(rules_of(scheme("decision {\n  refuse when majors   > 0 # any\n  grant otherwise\n}")),
            "refuse majors > 0: (> tally 3 0)\ngrant otherwise: -\n");
}

TEST(DecisionCheck, WithoutABlockTheUsualRulesHold) {
  EXPECT_EQ(rules_of(scheme("")),
            "refuse majors > 0: (> tally 3 0)\n"
            "conditional minors > 0 or waived > 0: (or (> tally 4 0) (> tally 6 0))\n"
            "grant otherwise: -\n");
}

TEST(DecisionCheck, TheLastRuleIsOtherwise) {
  EXPECT_EQ(codes_in("decision {\n  refuse when majors > 0\n}"), "E0601");
  EXPECT_EQ(codes_in("decision {\n  grant otherwise\n  refuse when majors > 0\n}"), "E0603");
}

TEST(DecisionCheck, OutcomesAreKnown) {
  EXPECT_EQ(report_in("decision {\n  grnt otherwise\n}"),
            "'grnt' is no outcome of a decision |  | did you mean 'grant'?");
}

TEST(DecisionCheck, StandsOnce) {
  EXPECT_EQ(codes_in("decision {\n  grant otherwise\n}\ndecision {\n  grant otherwise\n}"), "E0604");
}

TEST(DecisionCheck, KnowsWhatItReads) {
  const auto decision = [](std::string_view rule) {
    auto result = scheme("decision {\n  refuse when " + std::string(rule) + "\n  grant otherwise\n}");
    EXPECT_EQ(result.codes(), "") << rule;
    return std::pair(result.scheme->initial_decision().reads_observations,
                     result.scheme->initial_decision().reads_applicable);
  };
  EXPECT_EQ(decision("majors > 0"), std::pair(false, false));
  EXPECT_EQ(decision("majors > 0 or observations > 3"), std::pair(true, false));
  EXPECT_EQ(decision("applicable = 0"), std::pair(false, true));
  EXPECT_EQ(decision("majors > applicable"), std::pair(false, false));
}

TEST(DecisionCheck, CountsAreKnownThereAlone) {
  EXPECT_EQ(codes_in("requirement R-2 \"Two\" { shall majors > 0 }"), "E0605");
}

}  // namespace
}  // namespace assay::check
