// The account of an assessment as a whole: counts, decision, findings and values.

#include "evaluate/clerk.hpp"

#include "diagnostics/diagnostic.hpp"
#include "evaluate/attested.hpp"
#include "evaluate/case_findings.hpp"
#include "evaluate/first_walk.hpp"
#include "evaluate/records_account.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assay::evaluate {

using assessment::ProvisionResult;
using assessment::RequirementResult;

namespace {

std::string_view severity_word(diagnostics::Severity severity) {
  switch (severity) {
    case diagnostics::Severity::error: return "error";
    case diagnostics::Severity::warning: return "warning";
    case diagnostics::Severity::hint: return "hint";
  }
  return "error";
}

/// The note that there were more stays last.
void sort_by_place(std::vector<dossier::Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const dossier::Finding& one, const dossier::Finding& other) {
    const auto key = [](const dossier::Finding& finding) {
      return std::pair(finding.code == diagnostics::Code::more_findings, finding.offset);
    };
    return key(one) < key(other);
  });
}

}  // namespace

Clerk::Clerk(const Scheme& scheme, const dossier::Dossier& dossier, Date date, Workspace& workspace,
             assessment::Assessment& assessment, Extent extent)
    : scheme_(scheme),
      dossier_(dossier),
      date_(date),
      workspace_(workspace),
      assessment_(assessment),
      walk_(scheme, workspace, extent),
      open_points_(scheme, walk_),
      account_(workspace.account.of_requirement),
      own_(workspace.account.of_part),
      grounds_(workspace.account.grounds),
      asked_grounds_(extent == Extent::everything ? &grounds_ : nullptr) {
  workspace.telling.begin(dossier, assessment.memory);
}

void Clerk::count(const RequirementResult& result, Truth applies) {
  assessment::Summary& summary = assessment_.summary;
  const Judged& judged = result.judged;
  if (judged.verdict != Verdict::not_applicable && applies == Truth::yes) ++summary.applicable;
  switch (judged.verdict) {
    case Verdict::conforming: ++summary.conforming; break;
    case Verdict::undetermined: ++summary.undetermined; break;
    case Verdict::not_applicable: ++summary.not_applicable; break;
    case Verdict::nonconforming:
      if (result.waiver) {
        ++summary.waived;
        break;
      }
      ++summary.nonconforming;
      ++(judged.grade == Grade::major ? summary.majors : summary.minors);
      break;
  }
  if (result.presumption && !result.presumption->rebutted) ++summary.presumed;
  summary.vacuous += result.evidence_of_nothing.size();
  for (const ProvisionResult& provision : result.provisions) {
    if (provision.vacuous) ++summary.vacuous;
    if (provision.modal == "should" && provision.met == Truth::no && applies == Truth::yes) ++summary.observations;
  }
}

void Clerk::write_decision() {
  std::vector<program::NodeId> unknown_parts;
  assessment_.decision = propose(scheme_, dossier_, date_, workspace_, unknown_parts);
  own_.clear();
  for (const program::NodeId part : unknown_parts) walk_.why_unknown(part, own_);
  for (const Need& need : own_.needs)
    if (need.kind == assessment::NeedKind::fact) open_points_.add(need);
  if (!dossier_.recorded_decision) return;
  const dossier::RecordedDecision& recorded = *dossier_.recorded_decision;
  assessment_.recorded_decision = {recorded.outcome, recorded.by, recorded.on ? to_string(*recorded.on) : "",
                                   recorded.reason, recorded.outcome == assessment_.decision.outcome};
}

void Clerk::write_findings() {
  std::vector<dossier::Finding> findings = dossier_.findings;
  find_mistaken_evidence(dossier_, workspace_.evidence, findings);
  find_mistaken_judgements(scheme_.model, dossier_, workspace_.judgements, findings);
  find_breaches(dossier_, date_, findings);
  find_mistaken_records(scheme_, workspace_.verdicts, workspace_.records, dossier_, findings);
  sort_by_place(findings);
  for (dossier::Finding& finding : findings) {
    const diagnostics::Diagnostic diagnostic{
        .code = finding.code, .arguments = std::move(finding.arguments), .at = {}, .also = {}, .help = {}};
    assessment_.data_findings.push_back({severity_word(diagnostics::severity(diagnostic)),
                                         diagnostics::entry(finding.code).code,
                                         walk_.place_at(finding.pointer, finding.offset),
                                         walk_.keep(diagnostics::message(diagnostic)), walk_.keep(finding.help)});
  }
}

void Clerk::write_values() {
  for (const program::NamedValue& value : scheme_.program.values) {
    const program::NodeId body = scheme_.program.defines[value.define];
    const Operand found = workspace_.evaluator.value(body);
    const model::TypeId type = walk_.type(body);
    assessment_.values.push_back({value.name, walk_.keep(walk_.json(found, type.value)),
                                  found.is_known() ? walk_.unit_of_type(type) : std::string_view()});
  }
}

void Clerk::write() {
  assessment_.subject = dossier_.subject;
  assessment_.date = date_;
  if (dossier_.activity) assessment_.activity = to_string(*dossier_.activity);
  assessment_.requirements.reserve(scheme_.model.requirements.size());
  for (std::size_t i = 0; i < scheme_.model.requirements.size(); ++i) write_requirement(i);
  assessment_.summary.overdue = workspace_.verdicts.overdue.low;
  assessment_.summary.planned = workspace_.verdicts.planned;
  write_decision();
  tell_validity(scheme_, dossier_, assessment_);
  write_findings();
  write_values();
  assessment_.attestation = attested(scheme_, workspace_.evaluator, walk_);
  open_points_.take(assessment_.open_points, workspace_.waits);
}

void Clerk::write_reasons() {
  assessment_.date = date_;
  for (std::size_t i = 0; i < scheme_.model.requirements.size(); ++i) {
    const Verdict verdict = workspace_.verdicts.requirements[i].judged.verdict;
    if (verdict == Verdict::nonconforming || verdict == Verdict::undetermined) write_requirement(i);
  }
}

}  // namespace assay::evaluate
