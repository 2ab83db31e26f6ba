#include "check/checked.hpp"
#include "check/expression_fixture.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

TEST(Judgement, IsNamedAfterItsProvisionUnlessItHasAName) {
  EXPECT_EQ(meaning("judgement \"Fair\" by lead_assessor as fair"), "judgement fair");
  EXPECT_EQ(meaning("judgement \"Fair\" by lead_assessor"), "judgement R-1/1");
  EXPECT_EQ(meaning("judgement \"Fair\" by lead_assessor and judgement \"Safe\" by lead_assessor"),
            "(and judgement R-1/1 judgement R-1/1/2)");
}

TEST(Judgement, KnowsItsRequirementQuestionAndRole) {
  const Checked result(scheme_with("judgement \"Fair\" by lead_assessor as fair"));
  ASSERT_TRUE(result.scheme);
  ASSERT_EQ(result.scheme->judgements.size(), 1u);
  const auto& judgement = result.scheme->judgements[model::JudgementId{0}];
  EXPECT_EQ(judgement.question, "Fair");
  EXPECT_EQ(judgement.role, "lead_assessor");
  EXPECT_EQ(judgement.requirement, model::RequirementId{0});
}

TEST(Judgement, TheSameQuestionUnderOneNameIsAskedOnce) {
  const Checked result(
      scheme_with("judgement \"Fair\" by lead_assessor as fair or not judgement \"Fair\" by lead_assessor as fair"));
  ASSERT_TRUE(result.scheme);
  EXPECT_EQ(result.scheme->judgements.size(), 1u);
}

TEST(Judgement, AnotherQuestionNeedsAnotherName) {
  EXPECT_EQ(codes_of("judgement \"Fair\" by lead_assessor as fair or judgement \"Safe\" by lead_assessor as fair"),
            "E0403");
}

TEST(Judgement, DoesNotStandInsideAQuantifier) {
  EXPECT_EQ(codes_of("every s in system.sites satisfies judgement \"Fair\" by lead_assessor"), "E0315");
  EXPECT_EQ(codes_of("count(s in system.sites where judgement \"Fair\" by lead_assessor) > 1"), "E0315");
}

TEST(Judgement, StandsOnlyInRequirements) {
  EXPECT_EQ(codes_of("fair", "define fair = judgement \"Fair\" by lead_assessor\n"), "E0401");
  EXPECT_EQ(rule_meaning("judgement \"Fair\" by lead_assessor"), "E0401");
}

}  // namespace
}  // namespace assay::check
