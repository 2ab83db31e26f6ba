// From one dossier to its assessment: verdicts first, then the decision, then the account of both.

#include "evaluate/evaluate.hpp"

#include "diagnostics/diagnostic.hpp"
#include "evaluate/attested.hpp"
#include "evaluate/case_findings.hpp"
#include "evaluate/completion_account.hpp"
#include "evaluate/decision.hpp"
#include "evaluate/evidence.hpp"
#include "evaluate/evidence_account.hpp"
#include "evaluate/first_walk.hpp"
#include "evaluate/next_change.hpp"
#include "evaluate/records_account.hpp"
#include "evaluate/second_walk.hpp"
#include "evaluate/workspace.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_set>
#include <utility>

namespace assay::evaluate {

using assessment::Assessment;
using assessment::Ground;
using assessment::OpenPoint;
using assessment::Part;
using assessment::ProvisionResult;
using assessment::Reason;
using assessment::ReasonKind;
using assessment::RequirementResult;

void WorkspaceDeleter::operator()(Workspace* workspace) const { delete workspace; }

WorkspacePtr make_workspace(const Scheme& scheme) {
  return WorkspacePtr(std::make_unique<Workspace>(scheme).release());
}

namespace {

std::string_view modal_word(Modal modal) {
  switch (modal) {
    case Modal::shall: return "shall";
    case Modal::should: return "should";
    case Modal::may: return "may";
  }
  return "shall";
}

std::string_view severity_word(diagnostics::Severity severity) {
  switch (severity) {
    case diagnostics::Severity::error: return "error";
    case diagnostics::Severity::warning: return "warning";
    case diagnostics::Severity::hint: return "hint";
  }
  return "error";
}

void append(std::vector<Ground>& grounds, std::vector<Ground> more) {
  if (grounds.empty()) {
    grounds = std::move(more);
  } else {
    grounds.insert(grounds.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
}

// Several provisions may stand on one fact, or on one judgement: each has a place of its own.
void keep_first_of_each(std::vector<Ground>& grounds) {
  std::unordered_set<std::string_view> seen(grounds.size());
  std::size_t kept = 0;
  for (Ground& ground : grounds) {
    if (seen.contains(ground.place.pointer)) continue;
    if (&grounds[kept] != &ground) grounds[kept] = std::move(ground);
    seen.insert(grounds[kept++].place.pointer);
  }
  grounds.resize(kept);
}

// Open points of all requirements, each once, in the order in which they were first needed.
class OpenPoints {
 public:
  OpenPoints(const Scheme& scheme, SecondWalk& walk) : scheme_(scheme), walk_(walk) {}

  void add(const Need& need, const assessment::Wait& wait, bool if_applicable) {
    const std::size_t position = add(need, if_applicable);
    std::vector<std::uint32_t>& requirements = points_[position].requirements;
    if (requirements.empty() || requirements.back() != wait.requirement) requirements.push_back(wait.requirement);
    waits_[position].push_back(wait);
  }
  /// What no requirement waits for, but the decision.
  std::size_t add(const Need& need, bool if_applicable) {
    const auto key = std::make_tuple(need.kind, need.subject, need.message);
    const auto [at, is_new] = positions_.try_emplace(key, points_.size());
    if (is_new) points_.push_back(point(need, if_applicable));
    if (is_new) waits_.emplace_back();
    OpenPoint& point = points_[at->second];
    point.if_applicable = point.if_applicable && if_applicable;
    return at->second;
  }
  std::vector<OpenPoint> take() { return std::move(points_); }
  /// Who waits for each of them.
  std::vector<std::vector<assessment::Wait>> take_waits() { return std::move(waits_); }

 private:
  OpenPoint point(const Need& need, bool if_applicable) {
    OpenPoint made;
    made.kind = need.kind;
    made.message = need.message;
    made.if_applicable = if_applicable;
    if (need.kind == assessment::NeedKind::judgement) {
      const model::Judgement& judgement = scheme_.model.judgements[model::JudgementId{need.subject}];
      made.name = judgement.name;
      made.role = judgement.role;
      made.message = judgement.question;
    } else if (need.kind == assessment::NeedKind::evidence) {
      const model::Evidence& asked = scheme_.model.evidence[model::EvidenceId{need.subject}];
      made.name = asked.name;
      made.message = what_is_needed(asked, need.message);
    } else if (need.subject != program::none) {
      made.place = walk_.place(need.subject);
    }
    return made;
  }

  const Scheme& scheme_;
  SecondWalk& walk_;
  std::vector<OpenPoint> points_;
  std::vector<std::vector<assessment::Wait>> waits_;
  std::map<std::tuple<assessment::NeedKind, std::uint32_t, std::string>, std::size_t> positions_;
};

// Writes the account of one assessment.
class Clerk {
 public:
  Clerk(const Scheme& scheme, const dossier::Dossier& dossier, Date date, Workspace& workspace)
      : scheme_(scheme),
        dossier_(dossier),
        date_(date),
        workspace_(workspace),
        walk_(scheme, workspace.evaluator),
        open_points_(scheme, walk_) {}

  Assessment write();

 private:
  void write_requirement(std::size_t index);
  void write_applicability(std::size_t index, RequirementResult& result, Account& account);
  void write_condition(program::NodeId condition, Truth holds, RequirementResult& result, Account& account);
  void write_presumption(std::size_t index, RequirementResult& result);
  void write_provision(std::size_t index, std::size_t provision, RequirementResult& result, Account& account);
  void write_evidence(RequirementResult& result, Account& account);
  void write_grounds(RequirementResult& result, Account& account) const;
  void write_decision();
  void write_findings();
  void write_values();
  void count(const RequirementResult& result, Truth applies);
  assessment::SchemePlace place_of(source::Span span) const;
  static void close(std::vector<Reason>& reasons, std::uint64_t more);

  const Scheme& scheme_;
  const dossier::Dossier& dossier_;
  Date date_;
  Workspace& workspace_;
  SecondWalk walk_;
  OpenPoints open_points_;
  Assessment assessment_;
};

assessment::SchemePlace Clerk::place_of(source::Span span) const {
  const source::File& file = (*scheme_.files)[span.file];
  return {file.path(), file.position(span.begin)};
}

void Clerk::close(std::vector<Reason>& reasons, std::uint64_t more) {
  if (more == 0) return;
  Reason last{.kind = ReasonKind::more, .place = {}, .value = {}, .asked = {}, .message = {}, .count = more};
  last.message = "and " + std::to_string(more) + " more";
  reasons.push_back(std::move(last));
}

/// A condition on which it turns whether the requirement applies.
void Clerk::write_condition(program::NodeId condition, Truth holds, RequirementResult& result, Account& account) {
  if (holds != Truth::unknown) return walk_.why(condition, holds == Truth::yes, false, account);
  if (workspace_.verdicts.requirements[result.index].applies != Truth::unknown) return;
  Account own;
  walk_.why_unknown(condition, own);
  for (const Need& need : own.needs) open_points_.add(need, {result.index, Part::applicability}, false);
  std::move(own.reasons.begin(), own.reasons.end(), std::back_inserter(result.applies_reasons));
}

void Clerk::write_applicability(std::size_t index, RequirementResult& result, Account& account) {
  const Verdicts::Requirement& found = workspace_.verdicts.requirements[index];
  const program::Requirement& compiled = scheme_.program.requirements[index];
  const model::Requirement& written = scheme_.model.requirements[model::RequirementId{result.index}];
  // While a nonconformity record is open, nothing that is said of applicability matters.
  if (found.recorded && found.condition != Truth::yes) return;
  if (found.in_force == Truth::no || !found.is_selected) {
    if (!found.recorded) tell_exclusion(scheme_, found, walk_, workspace_.evaluator, result, assessment_.coming);
    return;
  }
  if (compiled.in_force != program::no_node) write_condition(compiled.in_force, found.in_force, result, account);
  if (compiled.applies == program::no_node) return;
  result.applies_completions = account_for_completions(scheme_, workspace_, walk_, compiled.applies, account);
  if (!result.applies_completions) write_condition(compiled.applies, found.condition, result, account);
  if (found.condition != Truth::no) return;
  Account own;
  if (!found.exclusion_is_unjustified) {
    const Operand text = compiled.not_applicable_because == program::no_node
                             ? Operand::unknown()
                             : workspace_.evaluator.value(compiled.not_applicable_because);
    result.not_applicable_because = text.is_known() ? std::string(std::get<std::string_view>(text.value))
                                                    : "'" + written.applies_text + "' is false";
    return;
  }
  const Operand text = workspace_.evaluator.value(compiled.not_applicable_because);
  if (text.is_known()) {
    // An empty justification is a given value: what is needed is another text in its place.
    const std::uint32_t slot = walk_.direct_slot(compiled.not_applicable_because);
    own.needs.push_back({slot == program::none ? assessment::NeedKind::scheme : assessment::NeedKind::fact, slot,
                         "exclusion not justified"});
  } else {
    walk_.why_unknown(compiled.not_applicable_because, own);
  }
  for (const Need& need : own.needs) open_points_.add(need, {result.index, Part::justification}, false);
  Reason reason{.kind = ReasonKind::unjustified_exclusion, .place = {}, .value = {}, .asked = {}, .message = {}};
  if (!own.reasons.empty()) reason.place = own.reasons.front().place;
  reason.message = "exclusion not justified";
  result.applies_reasons.push_back(std::move(reason));
}

void Clerk::write_provision(std::size_t index, std::size_t provision, RequirementResult& result, Account& account) {
  const Verdicts::Requirement& found = workspace_.verdicts.requirements[index];
  const program::Requirement& compiled = scheme_.program.requirements[index];
  const program::Provision& run = scheme_.program.provisions[provision];
  const model::Provision& written =
      scheme_.model.requirements[model::RequirementId{result.index}].provisions[provision - compiled.first_provision];
  ProvisionResult made;
  made.id = written.id;
  made.modal = modal_word(written.modal);
  made.text = written.text;
  made.met = workspace_.verdicts.provisions[provision];
  made.at = place_of(written.span);
  if (made.met == Truth::no) made.message = written.message;
  if (made.met == Truth::unknown) {
    Account own;
    walk_.why_unknown(run.condition, own);
    made.reasons = std::move(own.reasons);
    made.measurements = std::move(own.measurements);
    const model::Decision* decision = decision_at(scheme_, dossier_.activity);
    const bool observed = run.modal == Modal::should && decision != nullptr && decision->reads_observations;
    if (observed || can_change_verdict(scheme_.program, workspace_.verdicts, index, provision))
      for (const Need& need : own.needs)
        open_points_.add(
            need, {result.index, Part::provision, static_cast<std::uint32_t>(provision) - compiled.first_provision},
            found.applies == Truth::unknown);
  } else {
    Account own;
    made.completions = account_for_completions(scheme_, workspace_, walk_, run.condition, own);
    if (!made.completions) walk_.why(run.condition, made.met == Truth::yes, made.met == Truth::no, own);
    made.reasons = std::move(own.reasons);
    close(made.reasons, own.more_reasons);
    made.measurements = std::move(own.measurements);
    made.more_measurements = own.more_measurements;
    made.vacuous = made.met == Truth::yes && !made.completions && walk_.is_vacuous(run.condition, true);
    if (run.modal != Modal::may) append(account.grounds, std::move(own.grounds));
    account.more_grounds += own.more_grounds;
  }
  result.provisions.push_back(std::move(made));
}

void Clerk::write_evidence(RequirementResult& result, Account& account) {
  const Verdicts::Requirement& found = workspace_.verdicts.requirements[result.index];
  if (found.applies == Truth::no) return;
  const auto needs = account_for_evidence(scheme_, workspace_.evaluator, walk_, workspace_.verdicts, result, account);
  for (const Need& need : needs)
    open_points_.add(need, {result.index, Part::evidence}, found.applies == Truth::unknown);
}

// The strongest of what it stands on: what somebody judged or found, evidence, or what the applicant declares.
std::string_view basis_of(const std::vector<Ground>& grounds) {
  const auto stands_on = [&](Ground::Kind kind) {
    return std::any_of(grounds.begin(), grounds.end(), [&](const Ground& ground) { return ground.kind == kind; });
  };
  if (stands_on(Ground::Kind::judgement) || stands_on(Ground::Kind::nonconformity)) return "judged";
  if (stands_on(Ground::Kind::evidence)) return "evidenced";
  return grounds.empty() ? "" : "declared";
}

void Clerk::write_grounds(RequirementResult& result, Account& account) const {
  keep_first_of_each(account.grounds);
  result.rests_on = std::move(account.grounds);
  result.more_grounds = account.more_grounds;
  result.basis = basis_of(result.rests_on);
}

bool fails_a_shall(const RequirementResult& result) {
  return std::any_of(result.provisions.begin(), result.provisions.end(), [](const ProvisionResult& provision) {
    return provision.modal == "shall" && provision.met == Truth::no;
  });
}

void Clerk::write_presumption(std::size_t index, RequirementResult& result) {
  const Verdicts::Requirement& found = workspace_.verdicts.requirements[index];
  if (found.presumption != program::none) return tell_presumption(scheme_, found, walk_, result);
  // What fails where it applies is not presumed.
  if (found.judged.verdict != Verdict::undetermined || fails_a_shall(result)) return;
  // A presumption that cannot be told would settle what is open.
  for (const std::uint32_t presumption : scheme_.program.requirements[index].presumptions) {
    if (workspace_.verdicts.presumptions[presumption] != Truth::unknown) continue;
    Account own;
    walk_.why_unknown(scheme_.program.presumptions[presumption], own);
    for (const Need& need : own.needs)
      open_points_.add(need, {result.index, Part::presumption}, found.applies == Truth::unknown);
  }
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

void Clerk::write_requirement(std::size_t index) {
  const model::Requirement& written = scheme_.model.requirements[scheme_.model.requirements.id_at(index)];
  const Verdicts::Requirement& found = workspace_.verdicts.requirements[index];
  RequirementResult result;
  result.index = static_cast<std::uint32_t>(index);
  result.id = written.id;
  result.title = written.title;
  if (written.section) result.section = scheme_.model.sections[*written.section];
  result.judged = found.judged;
  Account account;
  write_applicability(index, result, account);
  const program::Requirement& compiled = scheme_.program.requirements[index];
  if (found.applies != Truth::no)
    for (std::uint32_t i = 0; i < compiled.provision_count; ++i)
      write_provision(index, compiled.first_provision + i, result, account);
  write_evidence(result, account);
  if (found.recorded) tell_records(workspace_.records, dossier_, walk_, result, account.grounds);
  write_grounds(result, account);
  result.is_settled_by_completions =
      result.judged.verdict != Verdict::undetermined &&
      is_settled_by_completions(scheme_.program, workspace_.completions, workspace_.verdicts, index);
  write_presumption(index, result);
  if (found.waiver != program::none && found.judged.verdict == Verdict::nonconforming)
    result.waiver = told(dossier_.waivers[found.waiver], walk_);
  count(result, found.applies);
  assessment_.requirements.push_back(std::move(result));
}

void Clerk::write_decision() {
  std::vector<program::NodeId> unknown_parts;
  assessment_.decision = propose(scheme_, dossier_, date_, workspace_, unknown_parts);
  Account own;
  for (const program::NodeId part : unknown_parts) walk_.why_unknown(part, own);
  for (const Need& need : own.needs)
    if (need.kind == assessment::NeedKind::fact) open_points_.add(need, false);
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
  // By place; the note that there were more stays last.
  std::stable_sort(findings.begin(), findings.end(), [](const dossier::Finding& one, const dossier::Finding& other) {
    const auto key = [](const dossier::Finding& finding) {
      return std::pair(finding.code == diagnostics::Code::more_findings, finding.offset);
    };
    return key(one) < key(other);
  });
  for (dossier::Finding& finding : findings) {
    const diagnostics::Diagnostic diagnostic{
        .code = finding.code, .arguments = std::move(finding.arguments), .at = {}, .also = {}, .help = {}};
    assessment_.data_findings.push_back({severity_word(diagnostics::severity(diagnostic)),
                                         diagnostics::entry(finding.code).code,
                                         walk_.place_at(std::move(finding.pointer), finding.offset),
                                         diagnostics::message(diagnostic), std::move(finding.help)});
  }
}

void Clerk::write_values() {
  for (const program::NamedValue& value : scheme_.program.values) {
    const program::NodeId body = scheme_.program.defines[value.define];
    const Operand found = workspace_.evaluator.value(body);
    const model::TypeId type = walk_.type(body);
    assessment_.values.push_back(
        {value.name, walk_.json(found, type.value), found.is_known() ? walk_.unit_of_type(type) : std::string()});
  }
}

Assessment Clerk::write() {
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
  assessment_.open_points = open_points_.take();
  workspace_.waits = open_points_.take_waits();
  return std::move(assessment_);
}

}  // namespace

std::optional<Assessment> evaluate(const Scheme& scheme, const dossier::Dossier& dossier, Date date,
                                   Workspace& workspace) {
  workspace.turns.begin(date, horizon_of(date));
  walk(scheme, dossier, date, workspace);
  if (workspace.evaluator.is_exhausted()) return std::nullopt;
  Assessment assessment = Clerk(scheme, dossier, date, workspace).write();
  if (workspace.evaluator.is_exhausted()) return std::nullopt;
  assessment.next_change = next_change(scheme, dossier, assessment, workspace);
  return assessment;
}

}  // namespace assay::evaluate
