#include "logic/verdict.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace assay {
namespace {

struct DecisionWord {
  std::string_view word;
  DecisionOutcome outcome;
  OutcomeSign sign;
};

// In the order of the enumeration, which is their index.
constexpr std::array<DecisionWord, 11> decision_words{{
    {"grant", DecisionOutcome::grant, OutcomeSign::positive},
    {"maintain", DecisionOutcome::maintain, OutcomeSign::positive},
    {"extend", DecisionOutcome::extend, OutcomeSign::positive},
    {"restore", DecisionOutcome::restore, OutcomeSign::positive},
    {"conditional", DecisionOutcome::conditional, OutcomeSign::negative},
    {"reduce", DecisionOutcome::reduce, OutcomeSign::negative},
    {"suspend", DecisionOutcome::suspend, OutcomeSign::negative},
    {"withdraw", DecisionOutcome::withdraw, OutcomeSign::negative},
    {"refuse", DecisionOutcome::refuse, OutcomeSign::negative},
    {"decline", DecisionOutcome::decline, OutcomeSign::negative},
    {"defer", DecisionOutcome::defer, OutcomeSign::open},
}};

constexpr bool is_indexed_by_outcome() {
  for (std::size_t i = 0; i < decision_words.size(); ++i) {
    if (static_cast<std::size_t>(decision_words[i].outcome) != i) return false;
  }
  return true;
}
static_assert(is_indexed_by_outcome());

const DecisionWord& row_of(DecisionOutcome outcome) { return decision_words[static_cast<std::size_t>(outcome)]; }

}  // namespace

Judged verdict_of(Truth applies, std::span<const ShallResult> shalls) {
  if (applies == Truth::no) return {.verdict = Verdict::not_applicable};
  if (applies == Truth::unknown) return {.verdict = Verdict::undetermined};
  // The gravest grade among those that are not met, and among those that are open.
  std::optional<Grade> not_met;
  std::optional<Grade> open;
  for (const ShallResult& shall : shalls) {
    if (shall.met == Truth::yes) continue;
    std::optional<Grade>& gravest = shall.met == Truth::no ? not_met : open;
    gravest = std::max(gravest, std::optional(shall.grade));
  }
  if (!not_met && !open) return {.verdict = Verdict::conforming};
  if (not_met) return {.verdict = Verdict::nonconforming, .grade = not_met, .grade_settled = open <= not_met};
  return {.verdict = Verdict::undetermined};
}

Judged with_evidence(Judged judged, Truth evidence) {
  if (judged.verdict != Verdict::conforming || evidence == Truth::yes) return judged;
  return {.verdict = Verdict::undetermined};
}

std::string_view to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::conforming: return "conforming";
    case Verdict::nonconforming: return "nonconforming";
    case Verdict::undetermined: return "undetermined";
    case Verdict::not_applicable: return "not_applicable";
  }
  return {};
}

std::string_view to_string(Grade grade) { return grade == Grade::major ? "major" : "minor"; }

std::string_view to_string(DecisionOutcome outcome) { return row_of(outcome).word; }

std::optional<DecisionOutcome> outcome_of(std::string_view word) {
  const auto* const found = std::find_if(decision_words.begin(), decision_words.end(),
                                         [&](const DecisionWord& row) { return row.word == word; });
  if (found == decision_words.end()) return std::nullopt;
  return found->outcome;
}

OutcomeSign sign_of(DecisionOutcome outcome) { return row_of(outcome).sign; }

}  // namespace assay
