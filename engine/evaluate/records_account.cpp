#include "evaluate/records_account.hpp"

#include "evaluate/decision.hpp"

#include <algorithm>
#include <utility>

namespace assay::evaluate {

using assessment::Ground;
using assessment::OpenNonconformity;
using assessment::Reason;
using assessment::ReasonKind;
using assessment::RequirementResult;

namespace {

OpenNonconformity told(const OpenRecord& open, const dossier::NonconformityRecord& record, SecondWalk& walk) {
  OpenNonconformity made;
  made.place = walk.place_at(record.pointer, record.offset);
  made.id = walk.keep(record.id);
  made.statement = walk.keep(record.statement);
  made.grade = record.grade;
  made.overdue = open.overdue;
  made.planned = open.is_planned;
  if (record.due) made.due = walk.keep(to_string(*record.due));
  if (!record.raised) return made;
  made.raised_by = walk.keep(record.raised->by);
  made.raised_on = walk.keep(to_string(record.raised->on));
  return made;
}

Ground ground_of(const OpenNonconformity& open, SecondWalk& walk) {
  const auto* statement = walk.memory().keep_one(assessment::Statement{.place = open.place,
                                                                       .name = to_string(open.grade),
                                                                       .id = open.id,
                                                                       .by = open.raised_by,
                                                                       .role = {},
                                                                       .on = open.raised_on,
                                                                       .rationale = open.statement,
                                                                       .digest = {}});
  return Ground::of(Ground::Kind::nonconformity, statement);
}

/// "nonconformity N1 (minor) is open, due 2026-09-01, overdue: Two data sheets are missing"
std::string_view words_of(const OpenNonconformity& open, std::string_view name, SecondWalk& walk) {
  return walk.memory().joined(
      {name, " (", to_string(open.grade), ") is open", open.raised_on.empty() ? "" : " since ", open.raised_on,
       open.due.empty() ? ", without a due date" : ", due ", open.due, open.overdue == Truth::yes ? ", overdue" : "",
       open.planned ? ", with an accepted plan" : "", open.statement.empty() ? "" : ": ", open.statement});
}

Reason reason(ReasonKind kind, std::string_view message, std::optional<assessment::DossierPlace> place) {
  return {.kind = kind, .place = place, .value = {}, .asked = {}, .message = message, .count = 0};
}

/// The day from which it is in force, or nothing where it no longer is.
std::optional<Date> starts_on(const Scheme& scheme, const RequirementResult& result, Evaluator& evaluator) {
  const program::Requirement& compiled = scheme.program.requirements[result.index];
  if (compiled.in_force_since && evaluator.date() < *compiled.in_force_since) return compiled.in_force_since;
  if (compiled.in_force == program::no_node) return std::nullopt;
  const Operand from = evaluator.value(program::NodeId{scheme.program.nodes[compiled.in_force.value].b});
  return from.is_known() ? std::optional(std::get<Date>(from.value)) : std::nullopt;
}

/// In the order of their days; those of one day in the order of the scheme.
void add_coming(assessment::Coming one, std::vector<assessment::Coming>& coming) {
  const auto behind =
      std::upper_bound(coming.begin(), coming.end(), one.from,
                       [](const std::string& day, const assessment::Coming& other) { return day < other.from; });
  coming.insert(behind, std::move(one));
}

}  // namespace

void tell_records(const Records& records, const dossier::Dossier& dossier, SecondWalk& walk, RequirementResult& result,
                  std::vector<Ground>& grounds) {
  std::vector<Reason> reasons;
  std::vector<OpenNonconformity> nonconformities;
  for (const OpenRecord& open : records.open) {
    if (open.requirement != result.index) continue;
    const dossier::NonconformityRecord& record = dossier.nonconformities[open.record];
    const OpenNonconformity made = told(open, record, walk);
    const std::string_view words = words_of(made, name_of(record, open.record), walk);
    reasons.push_back(reason(ReasonKind::nonconformity, words, made.place));
    grounds.push_back(ground_of(made, walk));
    nonconformities.push_back(made);
  }
  result.reasons = walk.memory().keep(reasons);
  result.nonconformities = walk.memory().keep(nonconformities);
}

assessment::Waiver told(const dossier::WaiverRecord& waiver, SecondWalk& walk) {
  return {walk.place_at(waiver.pointer, waiver.offset), walk.keep(waiver.approved_by), walk.keep(waiver.role),
          walk.keep(waiver.reason), walk.keep(to_string(waiver.expires))};
}

void tell_exclusion(const Scheme& scheme, const Verdicts::Requirement& found, SecondWalk& walk, Evaluator& evaluator,
                    RequirementResult& result, std::vector<assessment::Coming>& coming) {
  const auto because = [&](ReasonKind kind, std::optional<assessment::DossierPlace> place) {
    result.reasons = {walk.memory().keep_one(reason(kind, result.not_applicable_because, place)), 1};
  };
  if (found.in_force != Truth::no) {
    result.not_applicable_because = "not selected for surveillance";
    return because(ReasonKind::not_selected, std::nullopt);
  }
  const program::Requirement& compiled = scheme.program.requirements[result.index];
  if (const auto from = starts_on(scheme, result, evaluator)) {
    result.not_applicable_because = walk.memory().joined({"not in force before ", to_string(*from)});
    const bool would_apply = compiled.applies == program::no_node || evaluator.truth(compiled.applies) != Truth::no;
    if (would_apply) add_coming({result.index, to_string(*from)}, coming);
  } else {
    result.not_applicable_because = walk.memory().joined({"in force until ", to_string(*compiled.in_force_until)});
  }
  std::optional<assessment::DossierPlace> place;
  if (compiled.in_force != program::no_node) {
    const auto slot = walk.direct_slot(program::NodeId{scheme.program.nodes[compiled.in_force.value].b});
    if (slot != program::none) place = walk.place(slot);
  }
  because(ReasonKind::in_force, place);
}

void tell_presumption(const Scheme& scheme, const Verdicts::Requirement& found, SecondWalk& walk,
                      RequirementResult& result) {
  const model::Presumption& presumption = scheme.model.presumptions[found.presumption];
  result.presumption = {presumption.title, presumption.text, !found.is_presumed};
  if (!found.is_presumed) return;
  Grounds grounds;
  Account account;
  account.grounds = &grounds;
  walk.why(scheme.program.presumptions[found.presumption], true, false, account);
  const auto* statement = walk.memory().keep_one(assessment::Statement{.name = presumption.title,
                                                                       .id = {},
                                                                       .by = {},
                                                                       .role = {},
                                                                       .on = {},
                                                                       .rationale = presumption.text,
                                                                       .digest = {}});
  grounds.list.insert(grounds.list.begin(), Ground::of(Ground::Kind::presumption, statement));
  result.rests_on = walk.memory().keep(grounds.list);
  result.more_grounds = grounds.more;
  result.basis = assessment::Basis::presumed;
}

void find_mistaken_records(const Scheme& scheme, const Verdicts& verdicts, const Records& records,
                           const dossier::Dossier& dossier, std::vector<dossier::Finding>& findings) {
  findings.insert(findings.end(), records.findings.begin(), records.findings.end());
  for (const ValidWaiver& waiver : records.waivers) {
    const Verdict verdict = verdicts.requirements[waiver.requirement].judged.verdict;
    if (verdict == Verdict::nonconforming) continue;
    const std::string& id = scheme.model.requirements[model::RequirementId{waiver.requirement}].id;
    const std::string is = verdict == Verdict::not_applicable ? "not applicable" : std::string(to_string(verdict));
    const dossier::WaiverRecord& record = dossier.waivers[waiver.record];
    findings.push_back(
        {diagnostics::Code::waiver_without_effect, {id, "it is " + is}, record.pointer, record.offset, ""});
  }
  if (dossier.activity && decision_at(scheme, dossier.activity) == nullptr)
    findings.push_back({diagnostics::Code::no_decision_for_activity,
                        {std::string(to_string(*dossier.activity))},
                        "/activity",
                        dossier.activity_offset,
                        ""});
}

namespace {

/// The day before that on which it would begin anew is the last.
assessment::Validity validity_from(const model::Attestation& attestation, Date decided) {
  assessment::Validity validity{to_string(decided), ""};
  if (!attestation.valid_for) return validity;
  const auto behind = add(decided, *attestation.valid_for);
  const auto last = behind ? add(*behind, Duration{.months = 0, .days = -1, .seconds = 0}) : std::nullopt;
  if (last) validity.valid_to = to_string(*last);
  return validity;
}

}  // namespace

void tell_validity(const Scheme& scheme, const dossier::Dossier& dossier, assessment::Assessment& assessment) {
  // Surveillance keeps a statement as it is; every other positive decision begins one.
  if (!scheme.model.attestation || dossier.activity == Activity::surveillance) return;
  const model::Attestation& attestation = *scheme.model.attestation;
  const auto& recorded = dossier.recorded_decision;
  const DecisionOutcome outcome = recorded ? recorded->outcome : assessment.decision.outcome;
  if (sign_of(outcome) != OutcomeSign::positive) return;
  if (!recorded) {
    assessment.validity_if_decided_today = validity_from(attestation, assessment.date);
  } else if (recorded->on && *recorded->on <= assessment.date) {
    assessment.validity = validity_from(attestation, *recorded->on);
  }
}

}  // namespace assay::evaluate
