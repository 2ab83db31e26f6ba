#include "logic/verdict.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace assay {
namespace {

constexpr ShallResult met{.met = Truth::yes, .grade = Grade::major};
constexpr ShallResult major_not_met{.met = Truth::no, .grade = Grade::major};
constexpr ShallResult minor_not_met{.met = Truth::no, .grade = Grade::minor};
constexpr ShallResult major_unknown{.met = Truth::unknown, .grade = Grade::major};
constexpr ShallResult minor_unknown{.met = Truth::unknown, .grade = Grade::minor};

Judged judged(Truth applies, const std::vector<ShallResult>& shalls) { return verdict_of(applies, shalls); }
constexpr Judged nonconforming(Grade grade, bool settled) {
  return {.verdict = Verdict::nonconforming, .grade = grade, .grade_settled = settled};
}

TEST(Verdict, IsConformingIfEveryShallIsMet) {
  EXPECT_EQ(judged(Truth::yes, {met, met}), Judged{.verdict = Verdict::conforming});
  EXPECT_EQ(judged(Truth::yes, {}), Judged{.verdict = Verdict::conforming});
}

TEST(Verdict, ConformsOnlyWithItsEvidence) {
  const Judged conforming{.verdict = Verdict::conforming};
  EXPECT_EQ(with_evidence(conforming, Truth::yes), conforming);
  EXPECT_EQ(with_evidence(conforming, Truth::unknown), Judged{.verdict = Verdict::undetermined});
}

TEST(Verdict, EvidenceTakesNoNonconformityAway) {
  for (const Truth evidence : {Truth::yes, Truth::unknown}) {
    EXPECT_EQ(with_evidence(nonconforming(Grade::minor, false), evidence), nonconforming(Grade::minor, false));
    EXPECT_EQ(with_evidence({.verdict = Verdict::not_applicable}, evidence),
              Judged{.verdict = Verdict::not_applicable});
  }
}

TEST(Verdict, IsNotApplicableWhateverTheShallsSay) {
  EXPECT_EQ(judged(Truth::no, {major_not_met, major_unknown}), Judged{.verdict = Verdict::not_applicable});
}

TEST(Verdict, IsUndeterminedWhileItIsUnknownWhetherItApplies) {
  EXPECT_EQ(judged(Truth::unknown, {met}), Judged{.verdict = Verdict::undetermined});
  EXPECT_EQ(judged(Truth::unknown, {major_not_met}), Judged{.verdict = Verdict::undetermined});
}

TEST(Verdict, IsNonconformingWhateverElseIsUnknown) {
  EXPECT_EQ(judged(Truth::yes, {major_unknown, major_not_met, met}), nonconforming(Grade::major, true));
}

TEST(Verdict, IsUndeterminedIfAShallIsUnknownAndNoneFails) {
  EXPECT_EQ(judged(Truth::yes, {met, minor_unknown}), Judged{.verdict = Verdict::undetermined});
}

TEST(GradeOfNonconformity, IsTheGravest) {
  EXPECT_EQ(judged(Truth::yes, {minor_not_met, major_not_met}), nonconforming(Grade::major, true));
  EXPECT_EQ(judged(Truth::yes, {minor_not_met, met}), nonconforming(Grade::minor, true));
}

TEST(GradeOfNonconformity, IsNotSettledWhileItCouldBecomeGraver) {
  EXPECT_EQ(judged(Truth::yes, {minor_not_met, major_unknown}), nonconforming(Grade::minor, false));
  EXPECT_EQ(judged(Truth::yes, {minor_not_met, minor_unknown}), nonconforming(Grade::minor, true));
}

TEST(VerdictWords, AreThoseOfTheReport) {
  EXPECT_EQ(to_string(Verdict::conforming), "conforming");
  EXPECT_EQ(to_string(Verdict::nonconforming), "nonconforming");
  EXPECT_EQ(to_string(Verdict::undetermined), "undetermined");
  EXPECT_EQ(to_string(Verdict::not_applicable), "not_applicable");
  EXPECT_EQ(to_string(Grade::major), "major");
  EXPECT_EQ(to_string(Grade::minor), "minor");
}

TEST(DecisionOutcome, IsFoundByItsWord) {
  for (int i = 0; i <= static_cast<int>(DecisionOutcome::defer); ++i) {
    const auto outcome = static_cast<DecisionOutcome>(i);
    EXPECT_EQ(outcome_of(to_string(outcome)), outcome);
  }
  EXPECT_FALSE(outcome_of("Grant"));
  EXPECT_FALSE(outcome_of(""));
}

TEST(DecisionOutcome, StandsInOneOfThreeGroups) {
  EXPECT_EQ(sign_of(DecisionOutcome::restore), OutcomeSign::positive);
  EXPECT_EQ(sign_of(DecisionOutcome::conditional), OutcomeSign::negative);
  EXPECT_EQ(sign_of(DecisionOutcome::decline), OutcomeSign::negative);
  EXPECT_EQ(sign_of(DecisionOutcome::defer), OutcomeSign::open);
}

}  // namespace
}  // namespace assay
