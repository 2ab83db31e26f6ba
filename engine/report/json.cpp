// The report for machines. Every key stands in every report, so that a reader never asks whether it is there; what a
// scheme of this version cannot have is null.
#include "report/json.hpp"

#include "report/attestation_json.hpp"
#include "report/methods.hpp"
#include "report/records_json.hpp"
#include "report/requirement_parts_json.hpp"
#include "report/scheme_json.hpp"
#include "report/words.hpp"

namespace assay::report {

namespace {

using namespace assessment;

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

JsonReport::JsonReport(const evaluate::Scheme& scheme, Layout layout)
    : scheme_(scheme), layout_(layout), requirements_(scheme, layout) {
  JsonWriter json(head_, layout);
  json.stand_at(1, true);
  json.member("report", "1");
  write_engine(json);
  write_scheme(json, scheme);
}

void JsonReport::write(const Assessment& assessment, std::string& out) const {
  JsonWriter json(out, layout_);
  json.begin_object();
  json.members(head_);
  write_dossier(json, assessment);
  json.member("assessment_date", to_string(assessment.date));
  json.member_or_null("activity", assessment.activity);
  write_decision(json, assessment.decision);
  write_recorded_decision(json, assessment.recorded_decision);
  write_summary(json, assessment.summary);
  requirements_.write(json, assessment.requirements);
  write_lists(json, assessment, scheme_.model);
  write_values(json, assessment.values);
  write_time(json, assessment, scheme_.model);
  write_attestation(json, assessment, scheme_.model);
  json.end_object();
}

void write_json(const Assessment& assessment, const evaluate::Scheme& scheme, Layout layout, std::string& out) {
  JsonReport(scheme, layout).write(assessment, out);
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
