#include "report/batch.hpp"

#include <gtest/gtest.h>

namespace assay::report {
namespace {

assessment::Assessment assessed(DecisionOutcome outcome, Verdict verdict) {
  assessment::Assessment assessment;
  assessment.decision.outcome = outcome;
  assessment::RequirementResult requirement;
  requirement.judged.verdict = verdict;
  assessment.requirements.push_back(requirement);
  return assessment;
}

TEST(BatchCounts, CountDecisionsAndVerdicts) {
  BatchCounts counts;
  counts.add(assessed(DecisionOutcome::refuse, Verdict::nonconforming));
  counts.add(assessed(DecisionOutcome::grant, Verdict::conforming));
  EXPECT_EQ(counts.assessed, 2u);
  EXPECT_EQ(counts.decisions[static_cast<std::size_t>(DecisionOutcome::refuse)], 1u);
  EXPECT_EQ(counts.verdicts[0], (std::array<std::uint64_t, 4>{1, 1, 0, 0}));
}

TEST(BatchCounts, OfPartsAddUp) {
  BatchCounts part;
  part.add(assessed(DecisionOutcome::defer, Verdict::undetermined));
  part.refused = 3;
  BatchCounts whole;
  whole.add(part);
  whole.add(part);
  EXPECT_EQ(whole.assessed, 2u);
  EXPECT_EQ(whole.refused, 6u);
  EXPECT_EQ(whole.verdicts[0][2], 2u);
}

}  // namespace
}  // namespace assay::report
