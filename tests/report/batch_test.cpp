#include "report/batch.hpp"
#include "report/summary.hpp"

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

TEST(BatchCounts, CountWhatWasOnlyDecidedTheSameWay) {
  BatchCounts counts;
  counts.add(assessment::Decided{DecisionOutcome::grant, {{.verdict = Verdict::conforming}}});
  EXPECT_EQ(counts.assessed, 1u);
  EXPECT_EQ(counts.decisions[static_cast<std::size_t>(DecisionOutcome::grant)], 1u);
  EXPECT_EQ(counts.verdicts[0], (std::array<std::uint64_t, 4>{1, 0, 0, 0}));
  counts.reset();
  EXPECT_EQ(counts.assessed, 0u);
  EXPECT_EQ(counts.verdicts[0], (std::array<std::uint64_t, 4>{}));
}

TEST(Examples, AreTheFirstOfEachCell) {
  Examples examples(1, 2);
  for (std::uint64_t line = 1; line <= 3; ++line) {
    examples.add(cell_of(0, Verdict::nonconforming), {.path = "a.ndjson", .line = line, .subject = {}});
  }
  const auto& found = examples.of(cell_of(0, Verdict::nonconforming));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].line, 2u);
  EXPECT_TRUE(examples.of(cell_of(DecisionOutcome::refuse)).empty());
}

}  // namespace
}  // namespace assay::report
