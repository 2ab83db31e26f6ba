#include "laws/assessed.hpp"

#include "diagnostics/render.hpp"
#include "load/load.hpp"
#include "report/reason_lines.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <sstream>

namespace assay::laws {

Case any_case(const Features& features) {
  auto for_scheme = any_choices(scheme_choices);
  auto for_dossier = any_choices(dossier_choices);
  const auto quality = *rc::gen::element(Quality::broken, Quality::partial, Quality::complete);
  Case made{any_scheme(for_scheme, features), nullptr, {}};
  made.scheme = compiled(made.text.text());
  made.dossier = any_dossier(for_dossier, made.scheme->model, quality);
  RC_LOG() << made.text.text() << "\n" << to_text(made.dossier) << "\n";
  return made;
}

std::shared_ptr<const evaluate::Scheme> compiled(const std::string& text) {
  source::Files files;
  diagnostics::Diagnostics diagnostics;
  auto scheme = load::load_text("generated.assay", text, {}, files, diagnostics);
  if (scheme) return std::make_shared<const evaluate::Scheme>(*std::move(scheme));
  std::ostringstream words;
  diagnostics::render_text(diagnostics, files, diagnostics::Color::never, words);
  RC_FAIL("a generated scheme does not compile:\n" + text + "\n" + words.str());
  return nullptr;
}

namespace {

/// Who asks for no account gets the same verdicts and decision.
void assert_judged_alike(const evaluate::Scheme& scheme, const dossier::Dossier& facts,
                         const assessment::Assessment& assessment, evaluate::Workspace& workspace) {
  assessment::Decided decided;
  RC_ASSERT(evaluate::judge(scheme, facts, today, workspace, decided));
  RC_ASSERT(decided.decision == assessment.decision.outcome);
  RC_ASSERT(decided.requirements.size() == assessment.requirements.size());
  for (std::size_t i = 0; i < decided.requirements.size(); ++i) {
    RC_ASSERT(decided.requirements[i] == assessment.requirements[i].judged);
  }
}

std::vector<std::string> told(std::span<const assessment::Reason> reasons) {
  std::vector<std::string> all;
  for (const assessment::Reason& reason : reasons) {
    all.emplace_back(reason.message);
    if (reason.place)
      all.back() += " at " + std::string(reason.place->pointer) + ":" + std::to_string(reason.place->column);
  }
  return all;
}

/// The reasons of a requirement, with the part that each list belongs to.
std::vector<std::vector<std::string>> reasons_of(const assessment::RequirementResult& requirement) {
  std::vector<std::vector<std::string>> all = {told(requirement.reasons), told(requirement.applies_reasons),
                                               told(requirement.evidence_reasons)};
  for (const assessment::ProvisionResult& provision : requirement.provisions) {
    all.push_back(told(provision.reasons));
    all.push_back({std::string(provision.id), std::to_string(static_cast<int>(provision.met))});
  }
  return all;
}

/// Does `--format reasons` tell why? What is not conforming is never left without a word.
bool has_reason_line(const assessment::RequirementResult& requirement) {
  assessment::Assessment alone;
  alone.requirements.push_back(requirement);
  std::string lines;
  report::write_reason_lines(alone, lines);
  return !lines.empty();
}

/// Who asks for reasons alone, after the verdicts, gets those of the account.
void assert_same_reasons(const evaluate::Scheme& scheme, const dossier::Dossier& facts,
                         const assessment::Assessment& assessment, evaluate::Workspace& workspace) {
  const auto alone = evaluate::reasons(scheme, facts, today, workspace);
  RC_ASSERT(alone.has_value());
  auto next = alone->requirements.begin();
  for (const assessment::RequirementResult& requirement : assessment.requirements) {
    const Verdict verdict = requirement.judged.verdict;
    if (verdict != Verdict::nonconforming && verdict != Verdict::undetermined) continue;
    RC_ASSERT(next != alone->requirements.end());
    RC_ASSERT(next->id == requirement.id);
    RC_ASSERT(next->judged == requirement.judged);
    RC_ASSERT(reasons_of(*next) == reasons_of(requirement));
    RC_ASSERT(next->rests_on.empty() || requirement.presumption || !requirement.nonconformities.empty());
    RC_ASSERT(has_reason_line(*next));
    ++next;
  }
  RC_ASSERT(next == alone->requirements.end());
}

}  // namespace

assessment::Assessment assessed(const evaluate::Scheme& scheme, const std::string& dossier) {
  dossier::Dossier facts;
  RC_ASSERT(!dossier::read(dossier, scheme.model, facts));
  const auto workspace = evaluate::make_workspace(scheme);
  auto assessment = evaluate::evaluate(scheme, facts, today, *workspace);
  RC_ASSERT(assessment.has_value());
  assert_judged_alike(scheme, facts, *assessment, *workspace);
  assert_same_reasons(scheme, facts, *assessment, *workspace);
  return *std::move(assessment);
}

namespace {

using assessment::ReasonKind;

std::string judgement_asking(std::string_view question, const model::Scheme& scheme) {
  const auto found = std::find_if(scheme.judgements.begin(), scheme.judgements.end(),
                                  [&](const model::Judgement& one) { return one.question == question; });
  return found == scheme.judgements.end() ? std::string(question) : found->name;
}

std::string evidence_titled(std::string_view title, const model::Scheme& scheme) {
  const auto found = std::find_if(scheme.evidence.begin(), scheme.evidence.end(),
                                  [&](const model::Evidence& one) { return one.title == title; });
  return found == scheme.evidence.end() ? std::string(title) : found->name;
}

std::string words_of(const assessment::Reason& reason, const model::Scheme& scheme) {
  const std::string pointer = reason.place ? " " + std::string(reason.place->pointer) : "";
  switch (reason.kind) {
    case ReasonKind::missing: return "missing" + pointer;
    case ReasonKind::invalid: return "invalid" + pointer;
    case ReasonKind::lookup: return "lookup" + pointer;
    case ReasonKind::arithmetic: return "arithmetic";
    case ReasonKind::guard_band: return "guard_band" + pointer;
    case ReasonKind::inconclusive: return "inconclusive" + pointer;
    case ReasonKind::judgement: return "judgement " + judgement_asking(reason.asked, scheme);
    case ReasonKind::evidence: return "evidence " + evidence_titled(reason.asked, scheme);
    case ReasonKind::unjustified_exclusion: return "unjustified_exclusion";
    default: return "another reason: " + std::string(reason.message);
  }
}

std::set<std::string> words_of(std::span<const assessment::Reason> reasons, const model::Scheme& scheme) {
  std::set<std::string> words;
  for (const auto& reason : reasons) words.insert(words_of(reason, scheme));
  return words;
}

}  // namespace

std::optional<std::string> key_needed(const assessment::OpenPoint& point) {
  constexpr std::string_view before = "; covering '";
  const std::size_t begin = point.message.find(before);
  if (point.kind != assessment::NeedKind::evidence || begin == std::string::npos) return std::nullopt;
  const std::size_t key = begin + before.size();
  return std::string(point.message.substr(key, point.message.find('\'', key) - key));
}

namespace {

/// Needs that no dossier settles are one: the engine tells them apart by their words.
void add(const assessment::OpenPoint& point, const model::Scheme& scheme, std::vector<reference::Need>& needs) {
  using assessment::NeedKind;
  const std::string kind = point.kind == NeedKind::fact          ? "fact"
                           : point.kind == NeedKind::judgement   ? "judgement"
                           : point.kind == NeedKind::evidence    ? "evidence"
                           : point.kind == NeedKind::measurement ? "measurement"
                           : point.kind == NeedKind::more_trials ? "more_trials"
                                                                 : "scheme";
  const bool has_place = kind != "judgement" && kind != "evidence" && kind != "scheme";
  std::string subject(has_place ? point.place.pointer : point.name);
  if (const auto key = key_needed(point)) subject += " covering '" + *key + "'";
  auto found = std::find_if(needs.begin(), needs.end(),
                            [&](const auto& one) { return one.kind == kind && one.subject == subject; });
  if (found == needs.end()) found = needs.insert(found, reference::Need{kind, subject, {}, point.if_applicable});
  found->if_applicable = found->if_applicable && point.if_applicable;
  for (const std::uint32_t requirement : point.requirements) {
    const std::string& id = scheme.requirements[model::RequirementId{requirement}].id;
    if (std::find(found->requirements.begin(), found->requirements.end(), id) == found->requirements.end())
      found->requirements.push_back(id);
  }
  std::sort(found->requirements.begin(), found->requirements.end());
}

reference::RequirementFinding finding_of(const assessment::RequirementResult& result, const model::Scheme& scheme) {
  reference::RequirementFinding finding;
  finding.id = result.id;
  finding.verdict = to_string(result.judged.verdict);
  if (result.judged.grade) finding.grade = to_string(*result.judged.grade);
  finding.grade_settled = result.judged.grade_settled;
  finding.is_presumed = result.presumption && !result.presumption->rebutted;
  finding.is_rebutted = result.presumption && result.presumption->rebutted;
  finding.is_waived = result.waiver.has_value();
  finding.has_open_record = !result.nonconformities.empty();
  finding.applies_reasons = words_of(result.applies_reasons, scheme);
  for (const auto& provision : result.provisions) {
    reference::ProvisionFinding found{std::string(provision.id), provision.met, {}, provision.completions.has_value()};
    if (provision.met == Truth::unknown) found.reasons = words_of(provision.reasons, scheme);
    finding.provisions.push_back(std::move(found));
  }
  finding.evidence_reasons = words_of(result.evidence_reasons, scheme);
  return finding;
}

}  // namespace

reference::Findings findings_of(const assessment::Assessment& assessment, const model::Scheme& scheme) {
  reference::Findings findings;
  findings.decision = to_string(assessment.decision.outcome);
  const assessment::Summary& summary = assessment.summary;
  findings.summary = {{"applicable", summary.applicable},
                      {"conforming", summary.conforming},
                      {"nonconforming", summary.nonconforming},
                      {"undetermined", summary.undetermined},
                      {"not_applicable", summary.not_applicable},
                      {"majors", summary.majors},
                      {"minors", summary.minors},
                      {"observations", summary.observations},
                      {"waived", summary.waived},
                      {"overdue", summary.overdue},
                      {"planned", summary.planned},
                      {"presumed", summary.presumed}};
  for (const auto& requirement : assessment.requirements)
    findings.requirements.push_back(finding_of(requirement, scheme));
  for (const auto& point : assessment.open_points) add(point, scheme, findings.needs);
  for (const auto& value : assessment.values) findings.values.emplace_back(value.name, value.json);
  std::sort(findings.values.begin(), findings.values.end());
  return findings;
}

void compare_with_reference(const evaluate::Scheme& scheme, const reference::Json& dossier) {
  const auto expected = reference::assess(scheme.model, dossier, today);
  const auto found = findings_of(assessed(scheme, to_text(dossier)), scheme.model);
  RC_ASSERT(to_text(found) == to_text(expected));
}

}  // namespace assay::laws
