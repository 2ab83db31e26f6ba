#pragma once

#include "evaluate/evaluate.hpp"
#include "evaluate/evaluator.hpp"
#include "logic/verdict.hpp"

#include <vector>

// Internal to the stage: what the first walk finds for every requirement.
namespace assay::evaluate {

struct Verdicts {
  struct Requirement {
    Truth applies = Truth::yes;
    bool exclusion_is_unjustified = false;
    Judged judged;
  };
  std::vector<Requirement> requirements;
  std::vector<Truth> provisions;  ///< in the order of Program::provisions
};

/// Evaluates every requirement once. Reuses the memory of `verdicts`.
void find_verdicts(Evaluator& evaluator, Verdicts& verdicts);

/// What an undetermined requirement, or one whose grade is not settled, could still become.
struct Possibilities {
  bool not_applicable = false;
  bool conforming = false;
  bool minor = false;
  bool major = false;
};
Possibilities possibilities(const program::Program& program, const Verdicts& verdicts, std::size_t requirement);

/// Could this provision, now unknown, still change the verdict of its requirement or its grade?
bool can_change_verdict(const program::Program& program, const Verdicts& verdicts, std::size_t requirement,
                        std::size_t provision);

/// A record by somebody whom the scheme does not ask: it does not count.
struct WrongRole {
  std::size_t record = 0;
  std::size_t judgement = 0;  ///< of the scheme
};

/// The judgements of the scheme as the dossier records them.
struct RecordedJudgements {
  std::vector<JudgementState> states;  ///< one for each judgement of the scheme
  std::vector<std::size_t> unmatched;  ///< records that belong to no judgement of the scheme
  std::vector<WrongRole> by_wrong_role;
};
RecordedJudgements recorded_judgements(const model::Scheme& scheme, const dossier::Dossier& dossier);

}  // namespace assay::evaluate
