#pragma once

#include "reference/evaluator.hpp"
#include "reference/evidence.hpp"
#include "reference/records.hpp"
#include "reference/reference.hpp"

#include <set>
#include <utility>
#include <vector>

// Internal: verdicts, and the decision over what they can still become.
namespace assay::reference {

/// A verdict with its grade.
using Fate = std::pair<Verdict, std::optional<Grade>>;

struct Standing {
  const model::Requirement* requirement = nullptr;
  Truth in_force = Truth::yes;
  bool is_selected = true;
  Truth condition = Truth::yes;  ///< of `applies when`
  Truth applies = Truth::yes;    ///< all three together, or an open record
  bool lacks_justification = false;
  std::optional<Grade> recorded;  ///< by an open nonconformity record
  bool is_waivable = false;       ///< a waiver counts if it is nonconforming
  bool is_presumed = false;
  bool is_rebutted = false;
  std::vector<Truth> provisions;
  std::vector<bool> by_completions;  ///< a provision for each: is it definite by its completions alone?
  std::vector<Gap> gaps;             ///< of what it asks for as evidence
  Fate fate{};
  bool is_settled = true;
  std::set<Fate> fates;  ///< all that it can become, whatever the unknown turn out to be

  bool awaits_evidence() const;
  /// Would evidence still give it another fate?
  bool turns_on_evidence() const {
    return !is_presumed && awaits_evidence() && fates.contains({Verdict::conforming, std::nullopt});
  }

  bool is_open() const { return fate.first == Verdict::undetermined || !is_settled; }
  /// Could this provision, which is unknown, still give it another fate?
  bool turns_on(std::size_t provision) const;
};

/// What is assessed, on which day, with which records.
struct Setting {
  const model::Scheme& scheme;
  const Json& dossier;  ///< nothing of a bare subject
  Records records;
  Date date;
  std::optional<Activity> activity;
};

Standing stand(const model::Requirement& requirement, const Evaluator& evaluator, const Setting& setting);

/// The decision for the activity; null if there is none.
const model::Decision* decision_at(const Setting& setting);

struct Decided {
  DecisionOutcome outcome = DecisionOutcome::defer;
  std::vector<Cause> causes;  ///< why a condition could not be told, but for verdicts
};
Decided decide(const Setting& setting, const std::vector<Standing>& standings, Evaluator evaluator);

}  // namespace assay::reference
