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
    Truth evidence = Truth::yes;  ///< is all that it asks for there? Never `no`
    Judged judged;
  };
  std::vector<Requirement> requirements;
  std::vector<Truth> provisions;  ///< in the order of Program::provisions
  std::vector<Truth> evidence;    ///< in the order of Program::evidence
};

/// Evaluates every requirement once. Reuses the memory of `verdicts`.
void find_verdicts(Evaluator& evaluator, Verdicts& verdicts);

/// What an undetermined requirement, or one whose grade is not settled, could still become.
struct Possibilities {
  bool not_applicable = false;
  bool conforming = false;
  bool minor = false;
  bool major = false;
  bool awaits_evidence = false;  ///< then it is not conforming yet
};
Possibilities possibilities(const program::Program& program, const Verdicts& verdicts, std::size_t requirement);

/// Could this provision, now unknown, still change the verdict of its requirement or its grade?
bool can_change_verdict(const program::Program& program, const Verdicts& verdicts, std::size_t requirement,
                        std::size_t provision);

}  // namespace assay::evaluate
