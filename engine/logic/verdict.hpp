#pragma once

#include "logic/truth.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace assay {

enum class Verdict : std::uint8_t { conforming, nonconforming, undetermined, not_applicable };

/// In order of gravity.
enum class Grade : std::uint8_t { minor, major };

/// A requirement, a recommendation or a permission (ISO/IEC Directives Part 2, clause 7).
enum class Modal : std::uint8_t { shall, should, may };

/// One `shall` as the verdict sees it.
struct ShallResult {
  Truth met = Truth::unknown;
  Grade grade = Grade::major;
};

/// A verdict with the grade of its nonconformity. `grade_settled` is false while an unknown shall could still make it
/// graver.
struct Judged {
  Verdict verdict = Verdict::undetermined;
  std::optional<Grade> grade{};
  bool grade_settled = true;
  friend bool operator==(const Judged&, const Judged&) = default;
};

/// The verdict algebra of the language: it does not depend on the order of `shalls`. Linear.
Judged verdict_of(Truth applies, std::span<const ShallResult> shalls);

/// The verdict of the provisions together with the evidence that is asked for: what conforms without it does so only
/// when all of it is there. Evidence never makes a nonconformity, and never takes one away.
Judged with_evidence(Judged judged, Truth evidence);

std::string_view to_string(Verdict verdict);  ///< "not_applicable"
std::string_view to_string(Grade grade);

/// What a decision can come to, in the three groups of the language.
enum class DecisionOutcome : std::uint8_t {
  grant,
  maintain,
  extend,
  restore,
  conditional,
  reduce,
  suspend,
  withdraw,
  refuse,
  decline,
  defer
};
enum class OutcomeSign : std::uint8_t { positive, negative, open };

std::string_view to_string(DecisionOutcome outcome);
std::optional<DecisionOutcome> outcome_of(std::string_view word);
OutcomeSign sign_of(DecisionOutcome outcome);

}  // namespace assay
