// A report says some things twice. Where they differ, somebody edited it or lost a part, and nothing rests on it.
#include "attestation/attest.hpp"

namespace assay::attestation {

namespace {

using diagnostics::Code;

Summary counted(const std::vector<Requirement>& requirements, std::uint64_t overdue) {
  Summary summary;
  summary.overdue = overdue;
  for (const Requirement& requirement : requirements) {
    switch (requirement.judged.verdict) {
      case Verdict::conforming: ++summary.conforming; break;
      case Verdict::undetermined: ++summary.undetermined; break;
      case Verdict::not_applicable: ++summary.not_applicable; break;
      case Verdict::nonconforming:
        if (requirement.waiver) {
          ++summary.waived;
          break;
        }
        ++summary.nonconforming;
        ++(requirement.judged.grade == Grade::minor ? summary.minors : summary.majors);
    }
  }
  return summary;
}

/// Of what is undetermined, some may not apply in the end.
bool counts_applicable(const Assessed& assessed) {
  const Summary& summary = assessed.summary;
  const std::uint64_t settled = summary.conforming + summary.nonconforming + summary.waived;
  return settled <= assessed.applicable && assessed.applicable <= settled + summary.undetermined;
}

/// A presumption stands in for what is not known, never for what failed.
bool conforms_by_its_provisions(const Requirement& requirement) {
  if (requirement.judged.verdict != Verdict::conforming) return true;
  return requirement.by_presumption.empty() ? requirement.is_every_shall_met : requirement.is_no_shall_failed;
}

bool is_positive(DecisionOutcome outcome) { return sign_of(outcome) == OutcomeSign::positive; }

/// Surveillance keeps a statement as it is, and a decision of tomorrow begins none today.
bool begins_validity(const Assessed& assessed) {
  return assessed.terms && assessed.decision && is_positive(assessed.decision->outcome) && assessed.decision->on &&
         *assessed.decision->on <= assessed.date && assessed.activity != Activity::surveillance;
}

}  // namespace

std::optional<Validity> validity_of(const Assessed& assessed) {
  if (!assessed.terms || !assessed.decision || !assessed.decision->on) return std::nullopt;
  const Date from = *assessed.decision->on;
  if (!assessed.terms->valid_for) return Validity{from, std::nullopt};
  // The day before that on which it would begin anew is the last.
  const auto behind = add(from, *assessed.terms->valid_for);
  const auto last = behind ? add(*behind, Duration{.months = 0, .days = -1, .seconds = 0}) : std::nullopt;
  return last ? std::optional(Validity{from, last}) : std::nullopt;
}

std::vector<Problem> contradictions(const Assessed& assessed) {
  std::vector<Problem> found;
  const auto add = [&](std::string words, const Place& place) {
    found.push_back({Code::report_contradicts_itself, {std::move(words)}, place, ""});
  };
  if (counted(assessed.requirements, assessed.summary.overdue) != assessed.summary || !counts_applicable(assessed))
    add("its summary does not count the verdicts of its requirements", assessed.places.summary);
  for (const Requirement& requirement : assessed.requirements) {
    if (!conforms_by_its_provisions(requirement))
      add("the verdict on " + requirement.id + " does not follow from its provisions", requirement.place);
  }
  if (is_positive(assessed.proposed) && assessed.summary.undetermined > 0)
    add("a positive decision is proposed while something is undetermined", assessed.places.proposed);
  if (assessed.decision && assessed.decision->agrees != (assessed.decision->outcome == assessed.proposed))
    add("whether the recorded decision agrees with the proposed one is not as it says", assessed.places.decision);
  const auto validity = begins_validity(assessed) ? validity_of(assessed) : std::nullopt;
  if (validity != assessed.validity)
    add("its validity does not follow from the recorded decision", assessed.places.validity);
  return found;
}

}  // namespace assay::attestation
