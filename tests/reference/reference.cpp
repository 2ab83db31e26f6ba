// The whole assessment.
#include "reference/reference.hpp"

#include "reference/assessor.hpp"

#include <algorithm>

namespace assay::reference {
namespace {

std::string text_of(const Json& object, std::string_view key) {
  const Json* found = object.find(key);
  return found == nullptr ? "" : found->text;
}

bool supersedes(const Json& record, const std::string& id) {
  const Json* superseded = record.find("supersedes");
  if (superseded == nullptr || id.empty()) return false;
  return std::any_of(superseded->elements.begin(), superseded->elements.end(),
                     [&](const Json& one) { return one.text == id; });
}

bool is_asked_of(const Json& record, const std::string& role) {
  const Json* by = record.find("by");
  return by != nullptr && text_of(*by, "role") == role;
}

/// Signed by whom the scheme asks, dated, no later than today, and with a rationale.
bool is_in_order(const Json& record, const model::Judgement& asked, Date date) {
  const auto on = parse_date(text_of(record, "on"));
  return is_asked_of(record, asked.role) && on && *on <= date && !text_of(record, "rationale").empty();
}

/// Can one get from the record to the one with that id by what each supersedes?
bool leads_to(const Json& record, const std::string& id, const std::vector<Json>& all, std::set<std::string> seen) {
  for (const Json& other : all) {
    const std::string next = text_of(other, "id");
    if (!supersedes(record, next)) continue;
    if (next == id) return true;
    if (seen.insert(next).second && leads_to(other, id, all, seen)) return true;
  }
  return false;
}

Said said(const std::string& requirement, const model::Judgement& asked, const std::vector<Json>& all, Date date) {
  std::vector<Json> records;
  for (const Json& record : all)
    if (text_of(record, "requirement") == requirement && text_of(record, "name") == asked.name &&
        is_in_order(record, asked, date))
      records.push_back(record);
  // Of those that supersede each other none counts.
  const std::vector<Json> in_order = records;
  std::erase_if(records, [&](const Json& record) { return leads_to(record, text_of(record, "id"), in_order, {}); });
  std::set<std::string> results;
  for (const Json& record : records) {
    const bool is_superseded = std::any_of(in_order.begin(), in_order.end(),
                                           [&](const Json& other) { return supersedes(other, text_of(record, "id")); });
    if (!is_superseded) results.insert(text_of(record, "result"));
  }
  if (results.empty()) return Said::pending;
  if (results.size() > 1) return Said::disagreeing;
  return *results.begin() == "met" ? Said::met : Said::not_met;
}

std::vector<Said> judgements(const model::Scheme& scheme, const Json& dossier, Date date) {
  const Json* records = dossier.find("judgements");
  std::vector<Said> found;
  for (const model::Judgement& asked : scheme.judgements)
    found.push_back(records == nullptr
                        ? Said::pending
                        : said(scheme.requirements[asked.requirement].id, asked, records->elements, date));
  return found;
}

class Assessor {
 public:
  Assessor(const Setting& setting, const Evaluator& evaluator)
      : setting_(setting), scheme_(setting.scheme), evaluator_(evaluator) {}

  Findings assess();

 private:
  void write(const Standing& standing);
  void write_applicability(const Standing& standing, RequirementFinding& finding);
  ProvisionFinding write_provision(const Standing& standing, std::size_t position);
  void write_evidence(const Standing& standing, RequirementFinding& finding);
  void write_presumptions(const Standing& standing);
  void write_values();
  void count(const Standing& standing);
  void need(const Cause& cause, const std::string& requirement, bool if_applicable);

  const Setting& setting_;
  const model::Scheme& scheme_;
  const Evaluator& evaluator_;
  Findings findings_;
};

std::set<std::string> words(const std::vector<Cause>& causes) {
  std::set<std::string> reasons;
  for (const Cause& cause : causes)
    reasons.insert(cause.subject.empty() ? cause.kind : cause.kind + " " + cause.subject);
  return reasons;
}

void Assessor::need(const Cause& cause, const std::string& requirement, bool if_applicable) {
  const std::string kind = cause.kind == "judgement"      ? "judgement"
                           : cause.kind == "evidence"     ? "evidence"
                           : cause.kind == "guard_band"   ? "measurement"
                           : cause.kind == "inconclusive" ? "more_trials"
                           : cause.subject.empty()        ? "scheme"
                                                          : "fact";
  auto found = std::find_if(findings_.needs.begin(), findings_.needs.end(),
                            [&](const Need& one) { return one.kind == kind && one.subject == cause.subject; });
  if (found == findings_.needs.end())
    found = findings_.needs.insert(found, Need{kind, cause.subject, {}, if_applicable});
  found->if_applicable = found->if_applicable && if_applicable;
  auto& requirements = found->requirements;
  if (!requirement.empty() && std::find(requirements.begin(), requirements.end(), requirement) == requirements.end())
    requirements.push_back(requirement);
}

void Assessor::write_applicability(const Standing& standing, RequirementFinding& finding) {
  const model::Requirement& requirement = *standing.requirement;
  std::vector<Cause> causes;
  if (standing.applies == Truth::unknown) {
    if (standing.in_force == Truth::unknown) evaluator_.why(*requirement.in_force_from, {}, causes);
    if (standing.condition == Truth::unknown) evaluator_.why(*requirement.applies, {}, causes);
    finding.applies_reasons = words(causes);
  }
  if (standing.lacks_justification) {
    finding.applies_reasons = {"unjustified_exclusion"};
    const model::Expression& because = *requirement.not_applicable_because;
    evaluator_.why(because, {}, causes);
    // It is there, and empty: another text is needed in its place.
    if (causes.empty()) causes.push_back({"missing", evaluator_.pointer(because, {})});
  }
  for (const Cause& cause : causes) need(cause, requirement.id, false);
}

ProvisionFinding Assessor::write_provision(const Standing& standing, std::size_t position) {
  const model::Provision& provision = standing.requirement->provisions[position];
  ProvisionFinding finding{provision.id, standing.provisions[position], {}, standing.by_completions[position]};
  std::vector<Cause> causes;
  if (finding.by_completions) return finding;
  evaluator_.why(*provision.condition, {}, causes);
  finding.reasons = words(causes);
  const model::Decision* decision = decision_at(setting_);
  const bool is_counted = provision.modal == Modal::should && decision != nullptr && decision->reads_observations;
  if (is_counted || standing.turns_on(position))
    for (const Cause& cause : causes) need(cause, standing.requirement->id, standing.applies == Truth::unknown);
  return finding;
}

void Assessor::write_evidence(const Standing& standing, RequirementFinding& finding) {
  for (std::size_t i = 0; i < standing.gaps.size(); ++i) {
    const model::Evidence& asked = scheme_.evidence[standing.requirement->evidence[i]];
    const Gap& gap = standing.gaps[i];
    for (const std::string& word : words(gap.causes)) finding.evidence_reasons.insert(word);
    if (!gap.keys.empty() || (gap.is_open() && gap.has_bad_items))
      finding.evidence_reasons.insert("evidence " + asked.name);
    if (!standing.turns_on_evidence()) continue;
    const bool if_applicable = standing.applies == Truth::unknown;
    for (const Cause& cause : gap.causes) need(cause, standing.requirement->id, if_applicable);
    for (const std::string& key : gap.keys)
      need({"evidence", asked.name + (key.empty() ? "" : " covering '" + key + "'")}, standing.requirement->id,
           if_applicable);
  }
}

void Assessor::count(const Standing& standing) {
  auto& summary = findings_.summary;
  const Verdict verdict = standing.fate.first;
  ++summary[std::string(to_string(verdict))];
  if (standing.applies == Truth::yes) ++summary["applicable"];
  if (standing.is_presumed) ++summary["presumed"];
  if (verdict == Verdict::nonconforming && standing.is_waivable) {
    ++summary["waived"];
    --summary["nonconforming"];
  } else if (verdict == Verdict::nonconforming) {
    ++summary[standing.fate.second == Grade::major ? "majors" : "minors"];
  }
  for (std::size_t i = 0; i < standing.provisions.size() && standing.applies == Truth::yes; ++i)
    if (standing.requirement->provisions[i].modal == Modal::should && standing.provisions[i] == Truth::no)
      ++summary["observations"];
}

void Assessor::write(const Standing& standing) {
  RequirementFinding finding;
  finding.id = standing.requirement->id;
  finding.verdict = to_string(standing.fate.first);
  if (standing.fate.second) finding.grade = to_string(*standing.fate.second);
  finding.grade_settled = standing.is_settled;
  write_applicability(standing, finding);
  for (std::size_t i = 0; i < standing.provisions.size(); ++i)
    finding.provisions.push_back(write_provision(standing, i));
  write_evidence(standing, finding);
  write_presumptions(standing);
  finding.is_presumed = standing.is_presumed;
  finding.is_rebutted = standing.is_rebutted;
  finding.is_waived = standing.is_waivable && standing.fate.first == Verdict::nonconforming;
  finding.has_open_record = standing.recorded.has_value();
  count(standing);
  findings_.requirements.push_back(std::move(finding));
}

/// What is open would be settled by a presumption too, unless it is an exclusion that is not justified.
void Assessor::write_presumptions(const Standing& standing) {
  if (standing.fate.first != Verdict::undetermined || standing.lacks_justification) return;
  for (std::size_t i = 0; i < standing.provisions.size(); ++i)
    if (standing.requirement->provisions[i].modal == Modal::shall && standing.provisions[i] == Truth::no) return;
  for (const model::Presumption& presumption : scheme_.presumptions) {
    const bool is_meant =
        std::any_of(presumption.satisfies.begin(), presumption.satisfies.end(),
                    [&](model::RequirementId id) { return scheme_.requirements[id].id == standing.requirement->id; });
    if (!is_meant || evaluator_.truth(*presumption.condition, {}) != Truth::unknown) continue;
    std::vector<Cause> causes;
    evaluator_.why(*presumption.condition, {}, causes);
    for (const Cause& cause : causes) need(cause, standing.requirement->id, standing.applies == Truth::unknown);
  }
}

void Assessor::write_values() {
  for (std::size_t i = 0; i < scheme_.defines.size(); ++i) {
    const model::DefineId id = scheme_.defines.id_at(i);
    if (!scheme_.defines[id].parameters.empty()) continue;
    const model::TypeId type = scheme_.defines[id].value->type;
    const model::Expression call{type, {}, model::DefineCall{id, {}}};
    findings_.values.emplace_back(scheme_.defines[id].name, evaluator_.json(evaluator_.value(call, {}), type));
  }
  for (std::size_t i = 0; i < scheme_.tables.size(); ++i) {
    const model::TableId id = scheme_.tables.id_at(i);
    if (!scheme_.tables[id].parameters.empty()) continue;
    const model::Expression call{scheme_.tables[id].type, {}, model::TableCall{id, {}}};
    findings_.values.emplace_back(scheme_.tables[id].name, evaluator_.json(evaluator_.value(call, {}), call.type));
  }
  std::sort(findings_.values.begin(), findings_.values.end());
}

Findings Assessor::assess() {
  std::vector<Standing> standings;
  for (const model::Requirement& requirement : scheme_.requirements)
    standings.push_back(stand(requirement, evaluator_, setting_));
  for (const char* name : {"applicable", "conforming", "nonconforming", "undetermined", "not_applicable", "majors",
                           "minors", "observations", "waived", "presumed"})
    findings_.summary[name] = 0;
  for (const Standing& standing : standings) write(standing);
  findings_.summary["overdue"] = static_cast<std::uint64_t>(setting_.records.surely_overdue);
  findings_.summary["planned"] = static_cast<std::uint64_t>(setting_.records.planned);
  const Decided decided = decide(setting_, standings, evaluator_);
  findings_.decision = to_string(decided.outcome);
  for (const Cause& cause : decided.causes)
    if (!cause.subject.empty()) need(cause, "", false);
  write_values();
  return std::move(findings_);
}

}  // namespace

Findings assess(const model::Scheme& scheme, const Json& dossier, Date date) {
  const bool is_bare = dossier.find("dossier") == nullptr;
  const Fact facts = read_subject(scheme, is_bare ? dossier : *dossier.find("subject"), is_bare ? "" : "/subject");
  const Json none;
  const Json& envelope = is_bare ? none : dossier;
  const Lists lists = read_lists(scheme, envelope);
  std::vector<Truth> is_provided;
  for (const model::Evidence& asked : scheme.evidence) is_provided.push_back(provided(scheme, asked, envelope, date));
  const Evaluator evaluator(scheme, facts, lists, date, judgements(scheme, envelope, date), std::move(is_provided));
  const Json* activity = envelope.find("activity");
  const Setting setting{scheme, envelope, read_records(scheme, envelope, date), date,
                        activity == nullptr ? Activity::initial : activity_of(activity->text)};
  return Assessor(setting, evaluator).assess();
}

namespace {

std::string joined(const std::set<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += " [" + word + "]";
  return text;
}

std::string_view word(Truth truth) {
  return truth == Truth::unknown ? "unknown" : truth == Truth::yes ? "met" : "not met";
}

}  // namespace

std::string to_text(const Findings& findings) {
  std::string text = "decision " + findings.decision + "\n";
  for (const auto& [name, count] : findings.summary) text += name + " " + std::to_string(count) + "\n";
  for (const RequirementFinding& requirement : findings.requirements) {
    text += requirement.id + " " + requirement.verdict + " " + requirement.grade;
    text += (requirement.grade_settled ? "" : " not settled") + joined(requirement.applies_reasons);
    text += requirement.is_presumed ? " presumed" : requirement.is_rebutted ? " presumption rebutted" : "";
    text += requirement.is_waived ? " waived" : "";
    text += requirement.has_open_record ? " recorded\n" : "\n";
    if (!requirement.evidence_reasons.empty()) text += "  evidence" + joined(requirement.evidence_reasons) + "\n";
    for (const ProvisionFinding& provision : requirement.provisions)
      text += "  " + provision.id + " " + std::string(word(provision.met)) +
              (provision.by_completions ? " by completions" : "") + joined(provision.reasons) + "\n";
  }
  for (const Need& need : findings.needs) {
    text += "need " + need.kind + " " + need.subject + " for";
    for (const auto& requirement : need.requirements) text += " " + requirement;
    text += need.if_applicable ? " if applicable\n" : "\n";
  }
  for (const auto& [name, value] : findings.values) text += name + " = " + value + "\n";
  return text;
}

}  // namespace assay::reference
