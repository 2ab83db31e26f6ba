// Laws of three-valued logic and of the verdict algebra.
#include "logic/verdict.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <vector>

namespace assay {
namespace {

constexpr std::array<Truth, 3> truths{Truth::no, Truth::unknown, Truth::yes};

Truth any_truth() { return *rc::gen::elementOf(truths); }

std::vector<ShallResult> any_shalls() {
  const auto count = *rc::gen::inRange(0, 8);
  std::vector<ShallResult> shalls;
  for (int i = 0; i < count; ++i) {
    shalls.push_back({.met = any_truth(), .grade = *rc::gen::element(Grade::minor, Grade::major)});
  }
  return shalls;
}

/// Each unknown stays or becomes definite; what is definite stays.
Truth completed(Truth truth) { return is_definite(truth) ? truth : any_truth(); }

TEST(KleeneLaws, DeMorgan) {
  for (const auto a : truths) {
    for (const auto b : truths) {
      EXPECT_EQ(negation(both(a, b)), either(negation(a), negation(b)));
      EXPECT_EQ(negation(either(a, b)), both(negation(a), negation(b)));
    }
  }
}

TEST(KleeneLaws, NegationIsItsOwnInverse) {
  for (const auto a : truths) EXPECT_EQ(negation(negation(a)), a);
}

TEST(KleeneLaws, ConjunctionAndDisjunctionCommute) {
  for (const auto a : truths) {
    for (const auto b : truths) {
      EXPECT_EQ(both(a, b), both(b, a));
      EXPECT_EQ(either(a, b), either(b, a));
    }
  }
}

TEST(KleeneLaws, ConjunctionAndDisjunctionAssociateAndDistribute) {
  for (const auto a : truths) {
    for (const auto b : truths) {
      for (const auto c : truths) {
        EXPECT_EQ(both(a, both(b, c)), both(both(a, b), c));
        EXPECT_EQ(either(a, either(b, c)), either(either(a, b), c));
        EXPECT_EQ(both(a, either(b, c)), either(both(a, b), both(a, c)));
      }
    }
  }
}

TEST(KleeneLaws, ImplicationIsItsContraposition) {
  for (const auto a : truths) {
    for (const auto b : truths) EXPECT_EQ(implication(a, b), implication(negation(b), negation(a)));
  }
}

TEST(KleeneLaws, DefiniteOperandsFollowTwoValuedLogic) {
  for (const bool a : {false, true}) {
    for (const bool b : {false, true}) {
      EXPECT_EQ(both(truth_of(a), truth_of(b)), truth_of(a && b));
      EXPECT_EQ(either(truth_of(a), truth_of(b)), truth_of(a || b));
      EXPECT_EQ(implication(truth_of(a), truth_of(b)), truth_of(!a || b));
      EXPECT_EQ(negation(truth_of(a)), truth_of(!a));
    }
  }
}

RC_GTEST_PROP(KleeneLaws, ADefiniteResultSurvivesEveryCompletion, ()) {
  const auto a = any_truth();
  const auto b = any_truth();
  const auto completed_a = completed(a);
  const auto completed_b = completed(b);
  if (is_definite(both(a, b))) RC_ASSERT(both(completed_a, completed_b) == both(a, b));
  if (is_definite(either(a, b))) RC_ASSERT(either(completed_a, completed_b) == either(a, b));
  if (is_definite(implication(a, b))) RC_ASSERT(implication(completed_a, completed_b) == implication(a, b));
}

RC_GTEST_PROP(VerdictLaws, TheOrderOfShallsDoesNotMatter, (unsigned seed)) {
  const auto applies = any_truth();
  auto shalls = any_shalls();
  const auto judged = verdict_of(applies, shalls);
  std::shuffle(shalls.begin(), shalls.end(), std::minstd_rand(seed));
  RC_ASSERT(verdict_of(applies, shalls) == judged);
}

RC_GTEST_PROP(VerdictLaws, CompletionsFlipNoDefiniteVerdictAndNoSettledGrade, ()) {
  const auto applies = any_truth();
  auto shalls = any_shalls();
  const auto before = verdict_of(applies, shalls);
  for (auto& shall : shalls) shall.met = completed(shall.met);
  const auto after = verdict_of(completed(applies), shalls);
  if (before.verdict == Verdict::undetermined) return;
  RC_ASSERT(after.verdict == before.verdict);
  if (before.grade_settled) RC_ASSERT(after.grade == before.grade);
  if (before.grade_settled) RC_ASSERT(after.grade_settled);
}

RC_GTEST_PROP(VerdictLaws, NothingStaysOpenWithoutUnknowns, ()) {
  auto shalls = any_shalls();
  for (auto& shall : shalls) shall.met = truth_of(shall.met == Truth::yes);
  const auto judged = verdict_of(truth_of(any_truth() == Truth::yes), shalls);
  RC_ASSERT(judged.verdict != Verdict::undetermined);
  RC_ASSERT(judged.grade_settled);
}

RC_GTEST_PROP(VerdictLaws, AGradeIsSettledIfTheWorstCompletionLeavesIt, ()) {
  auto shalls = any_shalls();
  const auto judged = verdict_of(Truth::yes, shalls);
  if (judged.verdict != Verdict::nonconforming) return;
  for (auto& shall : shalls) shall.met = truth_of(shall.met == Truth::yes);
  const bool is_left = verdict_of(Truth::yes, shalls).grade == judged.grade;
  RC_ASSERT(judged.grade_settled == is_left);
}

RC_GTEST_PROP(VerdictLaws, AGradeStandsWithANonconformityOnly, ()) {
  const auto judged = verdict_of(any_truth(), any_shalls());
  RC_ASSERT(judged.grade.has_value() == (judged.verdict == Verdict::nonconforming));
}

}  // namespace
}  // namespace assay
