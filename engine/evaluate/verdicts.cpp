#include "evaluate/verdicts.hpp"

#include <algorithm>

namespace assay::evaluate {

namespace {

bool is_justified(Evaluator& evaluator, program::NodeId because) {
  const Operand text = evaluator.value(because);
  if (!text.is_known()) return false;
  return std::get<std::string_view>(text.value).find_first_not_of(" \t\r\n") != std::string_view::npos;
}

Verdicts::Requirement find_verdict(const program::Requirement& requirement, Evaluator& evaluator,
                                   std::vector<Truth>& provisions, std::vector<ShallResult>& shalls) {
  Verdicts::Requirement found;
  if (requirement.applies != program::no_node) found.applies = evaluator.truth(requirement.applies);
  shalls.clear();
  for (std::uint32_t i = 0; i < requirement.provision_count; ++i) {
    const program::Provision& provision = evaluator.program().provisions[requirement.first_provision + i];
    const Truth met = found.applies == Truth::no ? Truth::unknown : evaluator.truth(provision.condition);
    provisions.push_back(met);
    if (provision.modal == Modal::shall) shalls.push_back({met, provision.grade});
  }
  found.judged = verdict_of(found.applies, shalls);
  const bool asks_for_reason = requirement.not_applicable_because != program::no_node;
  if (found.applies == Truth::no && asks_for_reason && !is_justified(evaluator, requirement.not_applicable_because)) {
    found.exclusion_is_unjustified = true;
    found.judged = {Verdict::undetermined, std::nullopt, true};
  }
  return found;
}

}  // namespace

void find_verdicts(Evaluator& evaluator, Verdicts& verdicts) {
  verdicts.requirements.clear();
  verdicts.provisions.clear();
  std::vector<ShallResult> shalls;
  for (const program::Requirement& requirement : evaluator.program().requirements)
    verdicts.requirements.push_back(find_verdict(requirement, evaluator, verdicts.provisions, shalls));
}

bool can_change_verdict(const program::Program& program, const Verdicts& verdicts, std::size_t requirement,
                        std::size_t provision) {
  const program::Requirement& of = program.requirements[requirement];
  const program::Provision& asked = program.provisions[provision];
  if (asked.modal != Modal::shall || verdicts.provisions[provision] != Truth::unknown) return false;
  for (std::uint32_t i = 0; i < of.provision_count; ++i) {
    const std::size_t other = of.first_provision + i;
    const bool fails = program.provisions[other].modal == Modal::shall && verdicts.provisions[other] == Truth::no;
    if (fails && program.provisions[other].grade >= asked.grade) return false;
  }
  return true;
}

Possibilities possibilities(const program::Program& program, const Verdicts& verdicts, std::size_t requirement) {
  const Verdicts::Requirement& found = verdicts.requirements[requirement];
  Possibilities possible;
  possible.not_applicable = found.judged.verdict == Verdict::not_applicable ||
                            (found.judged.verdict == Verdict::undetermined && found.applies != Truth::yes);
  if (found.applies == Truth::no) return possible;
  const program::Requirement& of = program.requirements[requirement];
  std::optional<Grade> failed;
  for (std::uint32_t i = 0; i < of.provision_count; ++i) {
    const program::Provision& provision = program.provisions[of.first_provision + i];
    if (provision.modal != Modal::shall) continue;
    const Truth met = verdicts.provisions[of.first_provision + i];
    if (met == Truth::no) failed = std::max(failed, std::optional(provision.grade));
  }
  possible.conforming = !failed;
  possible.awaits_evidence = found.evidence != Truth::yes;
  possible.minor = failed == Grade::minor;
  possible.major = failed == Grade::major;
  for (std::uint32_t i = 0; i < of.provision_count; ++i) {
    if (!can_change_verdict(program, verdicts, requirement, of.first_provision + i)) continue;
    const bool is_major = program.provisions[of.first_provision + i].grade == Grade::major;
    (is_major ? possible.major : possible.minor) = true;
  }
  return possible;
}

}  // namespace assay::evaluate
