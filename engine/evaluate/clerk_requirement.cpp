// The account of one requirement: its applicability, its provisions, its evidence, and what its verdict stands on.

#include "evaluate/clerk.hpp"

#include "evaluate/completion_account.hpp"
#include "evaluate/decision.hpp"
#include "evaluate/evidence_account.hpp"
#include "evaluate/records_account.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace assay::evaluate {

using assessment::Basis;
using assessment::Ground;
using assessment::Part;
using assessment::ProvisionResult;
using assessment::Reason;
using assessment::ReasonKind;
using assessment::RequirementResult;

namespace {

void close(std::vector<Reason>& reasons, std::uint64_t more, assessment::Memory& memory) {
  if (more == 0) return;
  const std::string_view message = memory.joined({"and ", std::to_string(more), " more"});
  reasons.push_back(
      {.kind = ReasonKind::more, .place = {}, .value = {}, .asked = {}, .message = message, .count = more});
}

// Several provisions may stand on one judgement, and a record may be both evidence and a fact: each has a place of its
// own.
void keep_first_of_each(std::vector<Ground>& grounds, SeenTexts& seen) {
  seen.clear();
  const auto is_seen = [&](const Ground& ground) { return !seen.insert(ground.place().pointer); };
  grounds.erase(std::remove_if(grounds.begin(), grounds.end(), is_seen), grounds.end());
}

Basis basis_of(const std::vector<Ground>& grounds) {
  Basis basis = grounds.empty() ? Basis::none : Basis::declared;
  for (const Ground& ground : grounds) {
    if (ground.kind == Ground::Kind::judgement || ground.kind == Ground::Kind::nonconformity) return Basis::judged;
    if (ground.kind == Ground::Kind::evidence) basis = Basis::evidenced;
  }
  return basis;
}

bool fails_a_shall(const RequirementResult& result) {
  return std::any_of(result.provisions.begin(), result.provisions.end(), [](const ProvisionResult& provision) {
    return provision.modal == "shall" && provision.met == Truth::no;
  });
}

}  // namespace

/// A condition on which it turns whether the requirement applies.
void Clerk::write_condition(program::NodeId condition, Truth holds, const program::StraightTest& grounds,
                            RequirementResult& result) {
  if (holds != Truth::unknown) return walk_.why(condition, holds == Truth::yes, grounds, account_);
  if (workspace_.verdicts.requirements[result.index].applies != Truth::unknown) return;
  own_.clear();
  walk_.why_unknown(condition, own_);
  for (const Need& need : own_.needs) open_points_.add(need, {result.index, Part::applicability}, false);
  applies_reasons_.insert(applies_reasons_.end(), own_.reasons.begin(), own_.reasons.end());
}

void Clerk::write_applicability(std::size_t index, RequirementResult& result) {
  const Verdicts::Requirement& found = workspace_.verdicts.requirements[index];
  const program::Requirement& compiled = scheme_.program.requirements[index];
  // While a nonconformity record is open, nothing that is said of applicability matters.
  if (found.recorded && found.condition != Truth::yes) return;
  if (found.in_force == Truth::no || !found.is_selected) {
    if (!found.recorded) tell_exclusion(scheme_, found, walk_, workspace_.evaluator, result, assessment_.coming);
    return;
  }
  if (compiled.in_force != program::no_node) write_condition(compiled.in_force, found.in_force, {}, result);
  if (compiled.applies == program::no_node) return;
  result.applies_completions = account_for_completions(scheme_, workspace_, walk_, compiled.applies, account_);
  const auto& grounds = found.condition == Truth::yes ? compiled.grounds_if_applies : compiled.grounds_if_not;
  if (!result.applies_completions) write_condition(compiled.applies, found.condition, grounds, result);
  if (found.condition == Truth::no) write_exclusion(index, result);
}

/// Why the condition does not hold, as the scheme or the dossier says.
void Clerk::write_exclusion(std::size_t index, RequirementResult& result) {
  const program::NodeId because = scheme_.program.requirements[index].not_applicable_because;
  if (workspace_.verdicts.requirements[index].exclusion_is_unjustified)
    return write_unjustified_exclusion(because, result);
  const Operand text = because == program::no_node ? Operand::unknown() : workspace_.evaluator.value(because);
  const std::string& condition = scheme_.model.requirements[model::RequirementId{result.index}].applies_text;
  result.not_applicable_because = text.is_known() ? walk_.keep(std::get<std::string_view>(text.value))
                                                  : walk_.memory().joined({"'", condition, "' is false"});
}

void Clerk::write_unjustified_exclusion(program::NodeId because, RequirementResult& result) {
  constexpr std::string_view message = "exclusion not justified";
  own_.clear();
  if (workspace_.evaluator.value(because).is_known()) {
    // An empty justification is a given value: what is needed is another text in its place.
    const std::uint32_t slot = walk_.direct_slot(because);
    const auto kind = slot == program::none ? assessment::NeedKind::scheme : assessment::NeedKind::fact;
    own_.needs.push_back({kind, slot, message});
  } else {
    walk_.why_unknown(because, own_);
  }
  for (const Need& need : own_.needs) open_points_.add(need, {result.index, Part::justification}, false);
  Reason reason{.kind = ReasonKind::unjustified_exclusion, .place = {}, .value = {}, .asked = {}, .message = message};
  if (!own_.reasons.empty()) reason.place = own_.reasons.front().place;
  applies_reasons_.push_back(reason);
}

void Clerk::write_open_provision(std::size_t index, std::uint32_t provision, ProvisionResult& made) {
  const program::Requirement& compiled = scheme_.program.requirements[index];
  const program::Provision& run = scheme_.program.provisions[compiled.first_provision + provision];
  walk_.why_unknown(run.condition, own_);
  made.reasons = walk_.memory().keep(own_.reasons);
  made.measurements = walk_.memory().keep(own_.measurements);
  const model::Decision* decision = decision_at(scheme_, dossier_.activity);
  const bool is_observed = run.modal == Modal::should && decision != nullptr && decision->reads_observations;
  if (!is_observed &&
      !can_change_verdict(scheme_.program, workspace_.verdicts, index, compiled.first_provision + provision))
    return;
  const bool if_applicable = workspace_.verdicts.requirements[index].applies == Truth::unknown;
  const assessment::Wait wait{static_cast<std::uint32_t>(index), Part::provision, provision};
  for (const Need& need : own_.needs) open_points_.add(need, wait, if_applicable);
}

void Clerk::write_settled_provision(const program::Provision& run, ProvisionResult& made) {
  made.completions = account_for_completions(scheme_, workspace_, walk_, run.condition, own_);
  if (!made.completions && made.met == Truth::yes) walk_.why(run.condition, true, run.grounds_if_met, own_);
  if (!made.completions && made.met == Truth::no) walk_.why(run.condition, false, true, own_);
  close(own_.reasons, own_.more_reasons, walk_.memory());
  made.reasons = walk_.memory().keep(own_.reasons);
  made.measurements = walk_.memory().keep(own_.measurements);
  made.more_measurements = own_.more_measurements;
  made.vacuous = made.met == Truth::yes && !made.completions && walk_.is_vacuous(run.condition, true);
}

void Clerk::write_provisions(std::size_t index, RequirementResult& result) {
  const program::Requirement& compiled = scheme_.program.requirements[index];
  const model::Requirement& requirement = scheme_.model.requirements[model::RequirementId{result.index}];
  const std::span<ProvisionResult> provisions = walk_.memory().items<ProvisionResult>(compiled.provision_count);
  for (std::uint32_t i = 0; i < compiled.provision_count; ++i) {
    const std::size_t number = compiled.first_provision + i;
    const program::Provision& run = scheme_.program.provisions[number];
    const model::Provision& written = requirement.provisions[i];
    ProvisionResult& made = provisions[i];
    made.id = written.id;
    made.modal = assessment::modal_word(written.modal);
    made.text = written.text;
    made.met = workspace_.verdicts.provisions[number];
    made.at = workspace_.account.place_of_provision(scheme_, number);
    if (made.met == Truth::no) made.message = written.message;
    // No verdict stands on what is only permitted.
    own_.clear(run.modal == Modal::may || made.met == Truth::unknown ? nullptr : asked_grounds_);
    if (made.met == Truth::unknown) {
      write_open_provision(index, i, made);
    } else {
      write_settled_provision(run, made);
    }
  }
  result.provisions = provisions;
}

void Clerk::write_evidence(RequirementResult& result) {
  const Verdicts::Requirement& found = workspace_.verdicts.requirements[result.index];
  if (found.applies == Truth::no) return;
  const auto needs =
      account_for_evidence(scheme_, workspace_.evaluator, walk_, workspace_.verdicts, result, asked_grounds_, own_);
  for (const Need& need : needs)
    open_points_.add(need, {result.index, Part::evidence}, found.applies == Truth::unknown);
}

void Clerk::write_grounds(RequirementResult& result) {
  result.basis = basis_of(grounds_.list);
  // Facts alone are different ones.
  const bool are_facts = result.basis == Basis::none || result.basis == Basis::declared;
  if (!are_facts) keep_first_of_each(grounds_.list, workspace_.account.seen_grounds);
  result.rests_on = walk_.memory().keep(grounds_.list);
  result.more_grounds = grounds_.more;
}

void Clerk::write_presumption(std::size_t index, RequirementResult& result) {
  const Verdicts::Requirement& found = workspace_.verdicts.requirements[index];
  if (found.presumption != program::none) return tell_presumption(scheme_, found, walk_, result);
  // What fails where it applies is not presumed, nor is what waits only for the justification of its exclusion.
  if (found.judged.verdict != Verdict::undetermined || found.applies == Truth::no || fails_a_shall(result)) return;
  // A presumption that cannot be told would settle what is open.
  for (const std::uint32_t presumption : scheme_.program.requirements[index].presumptions) {
    if (workspace_.verdicts.presumptions[presumption] != Truth::unknown) continue;
    own_.clear();
    walk_.why_unknown(scheme_.program.presumptions[presumption], own_);
    for (const Need& need : own_.needs)
      open_points_.add(need, {result.index, Part::presumption}, found.applies == Truth::unknown);
  }
}

void Clerk::write_requirement(std::size_t index) {
  const model::Requirement& written = scheme_.model.requirements[scheme_.model.requirements.id_at(index)];
  const Verdicts::Requirement& found = workspace_.verdicts.requirements[index];
  RequirementResult& result = assessment_.requirements.emplace_back();
  result.index = static_cast<std::uint32_t>(index);
  result.id = written.id;
  result.title = written.title;
  if (written.section) result.section = scheme_.model.sections[*written.section];
  result.judged = found.judged;
  grounds_.clear();
  account_.clear(asked_grounds_);
  applies_reasons_.clear();
  write_applicability(index, result);
  result.applies_reasons = walk_.memory().keep(applies_reasons_);
  if (found.applies != Truth::no) write_provisions(index, result);
  write_evidence(result);
  if (found.recorded) tell_records(workspace_.records, dossier_, walk_, result, grounds_.list);
  write_grounds(result);
  result.is_settled_by_completions =
      result.judged.verdict != Verdict::undetermined &&
      is_settled_by_completions(scheme_.program, workspace_.completions, workspace_.verdicts, index);
  write_presumption(index, result);
  if (found.waiver != program::none && found.judged.verdict == Verdict::nonconforming)
    result.waiver = told(dossier_.waivers[found.waiver], walk_);
  count(result, found.applies);
}

}  // namespace assay::evaluate
