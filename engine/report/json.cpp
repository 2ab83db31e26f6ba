// The report for machines. Every key stands in every report, so that a reader never asks whether it is there; what a
// scheme of this version cannot have is null.
#include "report/json.hpp"

#include "report/attestation_json.hpp"
#include "report/completions.hpp"
#include "report/json_writer.hpp"
#include "report/measurement.hpp"
#include "report/methods.hpp"
#include "report/records_json.hpp"
#include "report/scheme_json.hpp"
#include "report/words.hpp"

namespace assay::report {

namespace {

using namespace assessment;

// Of what a report says about one requirement.
constexpr std::size_t usual_bytes = 1024;

void write_dossier(JsonWriter& json, const Assessment& assessment) {
  json.key("dossier");
  json.begin_object();
  json.member("path", assessment.path);
  json.member("sha256", assessment.sha256);
  json.member("line", assessment.line);
  json.member("offset", assessment.offset);
  json.member_or_null("subject", assessment.subject);
  json.end_object();
}

void write_scheme_place(JsonWriter& json, const SchemePlace& place) {
  json.begin_object();
  json.member("file", place.file);
  json.member("line", std::uint64_t{place.position.line});
  json.member("column", std::uint64_t{place.position.column});
  json.end_object();
}

void write_decision(JsonWriter& json, const DecisionResult& decision) {
  json.member("decision", to_string(decision.outcome));
  json.key("decision_because");
  json.begin_object();
  json.member("text", decision.text);
  json.key("at");
  decision.at ? write_scheme_place(json, *decision.at) : json.null();
  json.end_object();
}

void write_recorded_decision(JsonWriter& json, const std::optional<RecordedDecision>& recorded) {
  json.key("recorded_decision");
  if (!recorded) return json.null();
  json.begin_object();
  json.member("outcome", to_string(recorded->outcome));
  json.key("by");
  json.begin_array();
  for (const std::string& name : recorded->by) json.text(name);
  json.end_array();
  json.member_or_null("on", recorded->on);
  json.member_or_null("reason", recorded->reason);
  json.member("agrees", recorded->agrees);
  json.end_object();
}

void write_summary(JsonWriter& json, const Summary& summary) {
  json.key("summary");
  json.begin_object();
  json.member("applicable", summary.applicable);
  json.member("conforming", summary.conforming);
  json.member("nonconforming", summary.nonconforming);
  json.member("undetermined", summary.undetermined);
  json.member("not_applicable", summary.not_applicable);
  json.member("majors", summary.majors);
  json.member("minors", summary.minors);
  json.member("observations", summary.observations);
  json.member("waived", summary.waived);
  json.member("overdue", summary.overdue);
  json.member("planned", summary.planned);
  json.member("presumed", summary.presumed);
  json.member("vacuous", summary.vacuous);
  json.end_object();
}

void write_no_place(JsonWriter& json) {
  json.null_member("pointer");
  json.null_member("line");
  json.null_member("column");
}

void write_reason(JsonWriter& json, const Reason& reason) {
  json.begin_object();
  json.member("kind", word(reason.kind));
  reason.place ? write_dossier_place(json, *reason.place) : write_no_place(json);
  if (!reason.value.empty()) {
    json.key("value");
    json.raw(reason.value);
  }
  if (!reason.unit.empty()) json.member("unit", reason.unit);
  if (!reason.asked.empty()) json.member("asked", reason.asked);
  if (reason.kind == ReasonKind::more) json.member("count", reason.count);
  json.member("message", reason.message);
  json.end_object();
}

void write_reasons(JsonWriter& json, std::string_view key, const std::vector<Reason>& reasons) {
  json.key(key);
  json.begin_array();
  for (const Reason& reason : reasons) write_reason(json, reason);
  json.end_array();
}

void write_fact(JsonWriter& json, const Ground& ground) {
  json.member("kind", "fact");
  write_dossier_place(json, ground.place);
  json.key("value");
  json.raw_or_null(ground.value);
}

void write_judgement(JsonWriter& json, const Ground& ground) {
  json.member("kind", "judgement");
  write_dossier_place(json, ground.place);
  json.member("name", ground.name);
  json.member_or_null("id", ground.id);
  json.member("result", ground.met ? "met" : "not_met");
  json.member_or_null("by", ground.by);
  json.member_or_null("role", ground.role);
  json.member_or_null("on", ground.on);
  json.member_or_null("rationale", ground.rationale);
}

void write_evidence_ground(JsonWriter& json, const Ground& ground) {
  json.member("kind", "evidence");
  write_dossier_place(json, ground.place);
  json.member("name", ground.name);
  json.member_or_null("id", ground.id);
  json.member_or_null("issuer", ground.by);
  json.member_or_null("issued", ground.on);
  json.member("digest", ground.digest);
}

void write_ground(JsonWriter& json, const Ground& ground) {
  switch (ground.kind) {
    case Ground::Kind::fact: return write_fact(json, ground);
    case Ground::Kind::judgement: return write_judgement(json, ground);
    case Ground::Kind::evidence: return write_evidence_ground(json, ground);
    case Ground::Kind::nonconformity: return write_ground_of_record(json, ground);
    case Ground::Kind::presumption: return write_ground_of_presumption(json, ground);
  }
}

void write_grounds(JsonWriter& json, const RequirementResult& requirement) {
  json.key("rests_on");
  json.begin_array();
  for (const Ground& ground : requirement.rests_on) {
    json.begin_object();
    write_ground(json, ground);
    json.end_object();
  }
  if (requirement.more_grounds > 0) {
    json.begin_object();
    json.member("kind", "more");
    json.member("count", requirement.more_grounds);
    json.end_object();
  }
  json.end_array();
}

void write_provision(JsonWriter& json, const ProvisionResult& provision) {
  json.begin_object();
  json.member("id", provision.id);
  json.member("modal", provision.modal);
  json.member("text", provision.text);
  json.member("result", word(provision.met));
  json.member("vacuous", provision.vacuous);
  json.key("at");
  write_scheme_place(json, provision.at);
  json.member_or_null("message", provision.message);
  write_measurement(json, provision);
  write_reasons(json, "reasons", provision.reasons);
  write_completions(json, "completions", provision.completions);
  json.end_object();
}

void write_sources(JsonWriter& json, const model::Requirement& requirement, const model::Scheme& scheme) {
  json.key("source");
  json.begin_array();
  for (const model::SourceReference& source : requirement.sources) {
    json.begin_object();
    json.member("document", scheme.documents[source.document].name);
    json.member("clause", source.clause);
    json.end_object();
  }
  json.end_array();
}

void write_evidence(JsonWriter& json, const std::vector<EvidenceResult>& items) {
  json.key("evidence");
  json.begin_array();
  for (const EvidenceResult& item : items) {
    json.begin_object();
    json.member_or_null("id", item.id);
    json.member("name", item.name);
    json.member("counts", item.counts);
    json.member("digest", item.digest);
    json.member_or_null("why_not", item.why_not);
    write_dossier_place(json, item.place);
    json.end_object();
  }
  json.end_array();
}

void write_requirement(JsonWriter& json, const RequirementResult& requirement, const model::Scheme& scheme) {
  json.begin_object();
  json.member("id", requirement.id);
  json.member("title", requirement.title);
  json.member_or_null("section", requirement.section);
  write_sources(json, scheme.requirements[model::RequirementId{requirement.index}], scheme);
  json.member("verdict", to_string(requirement.judged.verdict));
  json.member_or_null("grade", requirement.judged.grade ? to_string(*requirement.judged.grade) : "");
  json.member("grade_settled", requirement.judged.grade_settled);
  json.member_or_null("not_applicable_because", requirement.not_applicable_because);
  write_presumption(json, requirement);
  write_waiver(json, requirement);
  json.member_or_null("settled_by", requirement.is_settled_by_completions ? "completions" : "");
  json.member_or_null("basis", requirement.basis);
  write_grounds(json, requirement);
  write_reasons(json, "reasons", requirement.reasons);
  write_reasons(json, "applies_reasons", requirement.applies_reasons);
  write_completions(json, "applies_completions", requirement.applies_completions);
  json.key("provisions");
  json.begin_array();
  for (const ProvisionResult& provision : requirement.provisions) write_provision(json, provision);
  json.end_array();
  write_nonconformities(json, requirement);
  write_evidence(json, requirement.evidence);
  write_reasons(json, "evidence_reasons", requirement.evidence_reasons);
  json.end_object();
}

void write_open_point(JsonWriter& json, const OpenPoint& point, const model::Scheme& scheme) {
  json.begin_object();
  json.member("kind", word(point.kind));
  point.place.line != 0 ? write_dossier_place(json, point.place) : write_no_place(json);
  json.member_or_null("name", point.name);
  json.member_or_null("role", point.role);
  json.member_or_null("message", point.message);
  json.key("requirements");
  json.begin_array();
  for (const std::uint32_t index : point.requirements) json.text(scheme.requirements[model::RequirementId{index}].id);
  json.end_array();
  json.key("method");
  json.begin_array();
  for (const std::string_view method : methods_of(point, scheme)) json.text(method);
  json.end_array();
  json.member("if_applicable", point.if_applicable);
  json.end_object();
}

void write_finding(JsonWriter& json, const DataFinding& finding) {
  json.begin_object();
  json.member("severity", finding.severity);
  json.member("code", finding.code);
  write_dossier_place(json, finding.place);
  json.member("message", finding.message);
  json.member_or_null("help", finding.help);
  json.end_object();
}

void write_lists(JsonWriter& json, const Assessment& assessment, const model::Scheme& scheme) {
  json.key("requirements");
  json.begin_array();
  for (const RequirementResult& requirement : assessment.requirements) write_requirement(json, requirement, scheme);
  json.end_array();
  json.key("open_points");
  json.begin_array();
  for (const OpenPoint& point : assessment.open_points) write_open_point(json, point, scheme);
  json.end_array();
  json.key("data_findings");
  json.begin_array();
  for (const DataFinding& finding : assessment.data_findings) write_finding(json, finding);
  json.end_array();
}

void write_values(JsonWriter& json, const std::vector<NamedValue>& values) {
  json.key("values");
  json.begin_object();
  for (const NamedValue& value : values) {
    json.key(value.name);
    json.raw_or_null(value.json);
  }
  json.end_object();
}

}  // namespace

void write_json(const Assessment& assessment, const evaluate::Scheme& scheme, Layout layout, std::string& out) {
  out.reserve(out.size() + usual_bytes * (1 + assessment.requirements.size()));
  JsonWriter json(out, layout);
  json.begin_object();
  json.member("report", "1");
  write_engine(json);
  write_scheme(json, scheme);
  write_dossier(json, assessment);
  json.member("assessment_date", to_string(assessment.date));
  json.member_or_null("activity", assessment.activity);
  write_decision(json, assessment.decision);
  write_recorded_decision(json, assessment.recorded_decision);
  write_summary(json, assessment.summary);
  write_lists(json, assessment, scheme.model);
  write_values(json, assessment.values);
  write_time(json, assessment, scheme.model);
  write_attestation(json, assessment, scheme.model);
  json.end_object();
}

void write_refusal_json(const Refusal& refusal, Layout layout, std::string& out) {
  JsonWriter json(out, layout);
  json.begin_object();
  json.member("report", "1");
  json.key("dossier");
  json.begin_object();
  json.member("path", refusal.path);
  json.member("line", refusal.line);
  json.member("offset", refusal.offset);
  json.end_object();
  json.key("error");
  json.begin_object();
  json.member("code", refusal.code);
  json.member("message", refusal.message);
  json.member("line", std::uint64_t{refusal.position.line});
  json.member("column", std::uint64_t{refusal.position.column});
  json.end_object();
  json.end_object();
}

}  // namespace assay::report
