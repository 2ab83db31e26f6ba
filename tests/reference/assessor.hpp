#pragma once

#include "reference/evaluator.hpp"
#include "reference/evidence.hpp"
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
  Truth applies = Truth::yes;
  bool lacks_justification = false;
  std::vector<Truth> provisions;
  std::vector<Gap> gaps;  ///< of what it asks for as evidence
  Fate fate{};
  bool is_settled = true;
  std::set<Fate> fates;  ///< all that it can become, whatever the unknown turn out to be

  bool awaits_evidence() const;
  /// Would evidence still give it another fate?
  bool turns_on_evidence() const { return awaits_evidence() && fates.contains({Verdict::conforming, std::nullopt}); }

  bool is_open() const { return fate.first == Verdict::undetermined || !is_settled; }
  /// Could this provision, which is unknown, still give it another fate?
  bool turns_on(std::size_t provision) const;
};

/// A dossier and the day for which it is assessed.
struct Filed {
  const model::Scheme& scheme;
  const Json& dossier;
  Date date;
};
Standing stand(const model::Requirement& requirement, const Evaluator& evaluator, const Filed& filed);

struct Decided {
  DecisionOutcome outcome = DecisionOutcome::defer;
  std::vector<Cause> causes;  ///< why a condition could not be told, but for verdicts
};
Decided decide(const model::Scheme& scheme, const std::vector<Standing>& standings, Evaluator evaluator, Date date);

}  // namespace assay::reference
