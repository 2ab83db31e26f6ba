#pragma once

#include "assessment/assessment.hpp"
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
    std::uint32_t presumption = program::none;  ///< whose condition is true, and that would have something to say
    bool is_presumed = false;                   ///< else the presumption is rebutted
    std::uint32_t waiver = program::none;       ///< in Dossier::waivers: it counts if the verdict is nonconforming
    Judged judged;
  };
  std::vector<Requirement> requirements;
  std::vector<Truth> provisions;    ///< in the order of Program::provisions
  std::vector<Truth> presumptions;  ///< in the order of Program::presumptions
  assessment::CountRange overdue;
  std::uint64_t planned = 0;
  bool has_unplaced_records = false;
};

/// Evaluates every requirement once: its provisions, then the nonconformity records, then presumptions; waivers are
/// for the decision. Reuses the memory of `verdicts`.
void find_verdicts(Evaluator& evaluator, const Records& records, bool is_surveillance, Verdicts& verdicts);

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
