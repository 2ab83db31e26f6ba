#pragma once

#include "assessment/assessment.hpp"
#include "evaluate/completion.hpp"
#include "evaluate/evaluate.hpp"
#include "evaluate/evaluator.hpp"
#include "evaluate/records.hpp"
#include "logic/verdict.hpp"

#include <vector>

// Internal to the stage: what the first walk finds for every requirement.
namespace assay::evaluate {

struct Verdicts {
  struct Requirement {
    Truth in_force = Truth::yes;
    bool is_selected = true;       ///< false where surveillance does not reassess it
    Truth condition = Truth::yes;  ///< of `applies when`
    Truth applies = Truth::yes;    ///< all three together; yes while a nonconformity record is open
    bool exclusion_is_unjustified = false;
    std::optional<Grade> recorded;              ///< the gravest of the open nonconformity records
    Truth evidence = Truth::yes;                ///< is all that it asks for there? Never `no`
    std::uint32_t presumption = program::none;  ///< whose condition is true, and that would have something to say
    bool is_presumed = false;                   ///< else the presumption is rebutted
    std::uint32_t waiver = program::none;       ///< in Dossier::waivers: it counts if the verdict is nonconforming
    Judged judged;
  };
  std::vector<Requirement> requirements;
  std::vector<Truth> provisions;    ///< in the order of Program::provisions
  std::vector<Truth> evidence;      ///< in the order of Program::evidence
  std::vector<Truth> presumptions;  ///< in the order of Program::presumptions
  assessment::CountRange overdue;
  std::uint64_t planned = 0;
  bool has_unplaced_records = false;
  std::vector<ShallResult> shalls;  ///< of one requirement after the other; kept for their memory
};

/// Evaluates every requirement once: its provisions and the nonconformity records, and tries the completions of what is
/// unknown. Waivers are for the decision. Reuses the memory of `verdicts`.
void find_verdicts(Evaluator& evaluator, Completions& completions, const Records& records, bool is_surveillance,
                   Verdicts& verdicts);

/// Presumptions stand in for what then is undetermined: also for evidence that is not there, so it comes after
/// evidence.
void presume(Evaluator& evaluator, Verdicts& verdicts);

/// Would the requirement be open, were it not for conditions settled by their completions?
bool is_settled_by_completions(const program::Program& program, const Completions& completions,
                               const Verdicts& verdicts, std::size_t requirement);

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
