#pragma once

#include "assessment/assessment.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What an assessed case may still come to, and which of its questions can no longer change anything. Plain data.
namespace assay::assessment {

/// The part of a requirement that asks a question.
enum class Part : std::uint8_t { applicability, justification, provision, evidence, presumption };
struct Wait {
  std::uint32_t requirement = 0;  ///< index in the scheme
  Part part = Part::provision;
  std::uint32_t provision = 0;  ///< counted from 0 in the requirement
};

/// What the decision is if one open requirement comes out so and nothing else changes. Those that leave it open are not
/// listed.
struct Prospect {
  std::uint32_t requirement = 0;  ///< index in the scheme
  Verdict verdict = Verdict::undetermined;
  std::optional<Grade> grade;
  DecisionOutcome outcome = DecisionOutcome::defer;
};

/// Why a requirement that asks a question does not wait for its answer.
enum class Idle : std::uint8_t {
  not_applicable,   ///< the requirement does not apply
  verdict_settled,  ///< its verdict, and the grade of it, stand whatever the answer is
  applies,          ///< it applies whatever the answer is
  provision_settled,
  not_reached,     ///< in a provision that is open, what is known decides the part that asks
  changes_nothing  ///< asked only by recommendations and permissions
};
struct Disregard {
  std::uint32_t requirement = 0;  ///< index in the scheme
  Idle why = Idle::not_reached;
  std::vector<std::uint32_t> provisions;  ///< those that ask, counted from 0 in the requirement
};

/// A question of the scheme without an answer, of which no answer can change a verdict or the decision.
struct IdleQuestion {
  NeedKind kind = NeedKind::fact;
  OwnedPlace place;  ///< of a fact
  std::string name;  ///< of a judgement or an evidence
  std::string role;  ///< who would give it
  std::string message;
  std::vector<Disregard> because;  ///< one for each requirement that asks
};

struct Outlook {
  bool is_open = false;                  ///< the decision is deferred for what is not known, and for nothing else
  std::vector<std::vector<Wait>> waits;  ///< for each open point of the assessment: what is open for it
  std::vector<Prospect> prospects;
  std::vector<IdleQuestion> idle;
};

}  // namespace assay::assessment
