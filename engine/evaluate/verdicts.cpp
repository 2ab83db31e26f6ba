#include "evaluate/verdicts.hpp"

#include <algorithm>

namespace assay::evaluate {

namespace {

bool is_justified(Evaluator& evaluator, program::NodeId because) {
  const Operand text = evaluator.value(because);
  if (!text.is_known()) return false;
  return std::get<std::string_view>(text.value).find_first_not_of(" \t\r\n") != std::string_view::npos;
}

Truth is_in_force(const program::Requirement& requirement, Evaluator& evaluator) {
  if (requirement.in_force_since && evaluator.date() < *requirement.in_force_since) return Truth::no;
  if (requirement.in_force_until && *requirement.in_force_until < evaluator.date()) return Truth::no;
  return requirement.in_force == program::no_node ? Truth::yes : evaluator.truth(requirement.in_force);
}

Truth settled(program::NodeId condition, const program::Requirement& requirement, Evaluator& evaluator,
              Completions& completions) {
  if (evaluator.is_exhausted()) return Truth::unknown;
  const Truth settled = completions.settle(condition, cells_for(requirement), evaluator.turns());
  evaluator.charge(completions.steps());
  return settled;
}

Truth truth_of_condition(program::NodeId condition, const program::StraightTest& straight,
                         const program::Requirement& requirement, Evaluator& evaluator, Completions& completions) {
  const Truth met = evaluator.truth(condition, straight);
  return met == Truth::unknown ? settled(condition, requirement, evaluator, completions) : met;
}

Truth applicability(const Verdicts::Requirement& found, Truth condition) {
  return found.recorded ? Truth::yes : both(both(found.in_force, truth_of(found.is_selected)), condition);
}

/// While a record is open its requirement applies: who raised it found that it does.
void find_applicability(const program::Requirement& requirement, bool is_surveillance, Evaluator& evaluator,
                        Completions& completions, Verdicts::Requirement& found) {
  found.in_force = is_in_force(requirement, evaluator);
  found.is_selected = !is_surveillance || requirement.is_reassessed;
  if (requirement.applies != program::no_node)
    found.condition =
        truth_of_condition(requirement.applies, requirement.straight_applies, requirement, evaluator, completions);
  found.applies = applicability(found, found.condition);
}

/// It is the condition alone that keeps the requirement from applying, and the scheme asks for a reason.
bool needs_justification(const program::Requirement& requirement, const Verdicts::Requirement& found) {
  const bool is_excluded = found.condition == Truth::no && found.in_force != Truth::no && found.is_selected;
  return is_excluded && !found.recorded && requirement.not_applicable_because != program::no_node;
}

void find_verdict(const program::Requirement& requirement, bool is_surveillance, Evaluator& evaluator,
                  Completions& completions, Truth* provisions, std::vector<ShallResult>& shalls,
                  Verdicts::Requirement& found) {
  find_applicability(requirement, is_surveillance, evaluator, completions, found);
  shalls.clear();
  for (std::uint32_t i = 0; i < requirement.provision_count; ++i) {
    const program::Provision& provision = evaluator.program().provisions[requirement.first_provision + i];
    Truth& met = provisions[requirement.first_provision + i];
    if (found.applies != Truth::no)
      met = truth_of_condition(provision.condition, provision.straight, requirement, evaluator, completions);
    if (provision.modal == Modal::shall) shalls.push_back({met, provision.grade});
  }
  // An open record is a finding that the requirement is not met, whatever the facts say now.
  if (found.recorded) shalls.push_back({Truth::no, *found.recorded});
  found.judged = verdict_of(found.applies, shalls);
  if (needs_justification(requirement, found) && !is_justified(evaluator, requirement.not_applicable_because)) {
    found.exclusion_is_unjustified = true;
    found.judged = {Verdict::undetermined, std::nullopt, true};
  }
}

/// A presumption stands in for what could not be determined; what was determined rebuts it.
void presume(const program::Requirement& requirement, const Verdicts& verdicts, Verdicts::Requirement& found) {
  const bool is_open = found.judged.verdict == Verdict::undetermined && found.applies == Truth::yes;
  if (!is_open && found.judged.verdict != Verdict::nonconforming) return;
  const auto holds = [&](std::uint32_t presumption) { return verdicts.presumptions[presumption] == Truth::yes; };
  const auto first = std::find_if(requirement.presumptions.begin(), requirement.presumptions.end(), holds);
  if (first == requirement.presumptions.end()) return;
  found.presumption = *first;
  found.is_presumed = is_open;
  if (is_open) found.judged = {Verdict::conforming, std::nullopt, true};
}

void take_records(const Records& records, const dossier::Dossier& dossier, Verdicts& verdicts) {
  verdicts.overdue = {};
  verdicts.planned = 0;
  verdicts.has_unplaced_records = records.has_unplaced;
  for (const OpenRecord& open : records.open) {
    std::optional<Grade>& recorded = verdicts.requirements[open.requirement].recorded;
    recorded = std::max(recorded, std::optional(dossier.nonconformities[open.record].grade));
    if (open.overdue == Truth::yes) ++verdicts.overdue.low;
    if (open.overdue != Truth::no) ++verdicts.overdue.high;
    if (open.is_planned) ++verdicts.planned;
  }
  for (const ValidWaiver& waiver : records.waivers) verdicts.requirements[waiver.requirement].waiver = waiver.record;
}

}  // namespace

void find_verdicts(Evaluator& evaluator, Completions& completions, const Records& records, bool is_surveillance,
                   Verdicts& verdicts) {
  const program::Program& program = evaluator.program();
  verdicts.requirements.assign(program.requirements.size(), {});
  verdicts.provisions.assign(program.provisions.size(), Truth::unknown);
  take_records(records, evaluator.dossier(), verdicts);
  for (std::size_t i = 0; i < program.requirements.size(); ++i)
    find_verdict(program.requirements[i], is_surveillance, evaluator, completions, verdicts.provisions.data(),
                 verdicts.shalls, verdicts.requirements[i]);
}

void presume(Evaluator& evaluator, Verdicts& verdicts) {
  const program::Program& program = evaluator.program();
  verdicts.presumptions.clear();
  if (program.presumptions.empty()) return;
  for (const program::NodeId condition : program.presumptions)
    verdicts.presumptions.push_back(evaluator.truth(condition));
  for (std::size_t i = 0; i < program.requirements.size(); ++i)
    presume(program.requirements[i], verdicts, verdicts.requirements[i]);
}

bool is_settled_by_completions(const program::Program& program, const Completions& completions,
                               const Verdicts& verdicts, std::size_t requirement) {
  if (!completions.has_settled()) return false;
  const program::Requirement& of = program.requirements[requirement];
  const Verdicts::Requirement& stands = verdicts.requirements[requirement];
  if (stands.is_presumed) return false;
  const auto without = [&](program::NodeId condition, Truth found) {
    return completions.cells_tried(condition) > 0 ? Truth::unknown : found;
  };
  std::vector<ShallResult> found;
  std::vector<ShallResult> otherwise;
  for (std::uint32_t i = 0; i < of.provision_count; ++i) {
    const program::Provision& provision = program.provisions[of.first_provision + i];
    if (provision.modal != Modal::shall) continue;
    const Truth met = verdicts.provisions[of.first_provision + i];
    found.push_back({met, provision.grade});
    otherwise.push_back({without(provision.condition, met), provision.grade});
  }
  for (std::vector<ShallResult>* shalls : {&found, &otherwise})
    if (stands.recorded) shalls->push_back({Truth::no, *stands.recorded});
  const Judged judged = verdict_of(stands.applies, found);
  const Truth applies_otherwise = applicability(stands, without(of.applies, stands.condition));
  return judged.verdict != Verdict::undetermined && judged != verdict_of(applies_otherwise, otherwise);
}

bool can_change_verdict(const program::Program& program, const Verdicts& verdicts, std::size_t requirement,
                        std::size_t provision) {
  const program::Requirement& of = program.requirements[requirement];
  const program::Provision& asked = program.provisions[provision];
  if (asked.modal != Modal::shall || verdicts.provisions[provision] != Truth::unknown) return false;
  const Verdicts::Requirement& found = verdicts.requirements[requirement];
  if (found.is_presumed || (found.recorded && *found.recorded >= asked.grade)) return false;
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
  if (found.judged.verdict == Verdict::conforming) {
    possible.conforming = true;
    return possible;
  }
  possible.not_applicable = found.judged.verdict == Verdict::not_applicable ||
                            (found.judged.verdict == Verdict::undetermined && found.applies != Truth::yes);
  if (found.applies == Truth::no) return possible;
  if (found.is_presumed) {
    possible.conforming = true;
    return possible;
  }
  const program::Requirement& of = program.requirements[requirement];
  std::optional<Grade> failed = found.recorded;
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
