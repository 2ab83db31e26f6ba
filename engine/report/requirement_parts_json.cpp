#include "report/requirement_parts_json.hpp"

#include "report/completions.hpp"
#include "report/measurement.hpp"
#include "report/records_json.hpp"
#include "report/words.hpp"

#include <span>
#include <string_view>

namespace assay::report {

using namespace assessment;

namespace {

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

void write_reasons(JsonWriter& json, std::string_view key, std::span<const Reason> reasons) {
  json.key(key);
  json.begin_array();
  for (const Reason& reason : reasons) write_reason(json, reason);
  json.end_array();
}

void write_judgement(JsonWriter& json, const Statement& judgement) {
  json.member("kind", "judgement");
  write_dossier_place(json, judgement.place);
  json.member("name", judgement.name);
  json.member_or_null("id", judgement.id);
  json.member("result", judgement.met ? "met" : "not_met");
  json.member_or_null("by", judgement.by);
  json.member_or_null("role", judgement.role);
  json.member_or_null("on", judgement.on);
  json.member_or_null("rationale", judgement.rationale);
}

void write_evidence_ground(JsonWriter& json, const Statement& evidence) {
  json.member("kind", "evidence");
  write_dossier_place(json, evidence.place);
  json.member("name", evidence.name);
  json.member_or_null("id", evidence.id);
  json.member_or_null("issuer", evidence.by);
  json.member_or_null("issued", evidence.on);
  json.member("digest", evidence.digest);
}

void write_evidence(JsonWriter& json, std::span<const EvidenceResult> items) {
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

}  // namespace

void write_statement(JsonWriter& json, const Ground& ground) {
  json.begin_object();
  switch (ground.kind) {
    case Ground::Kind::judgement: write_judgement(json, *ground.statement); break;
    case Ground::Kind::evidence: write_evidence_ground(json, *ground.statement); break;
    case Ground::Kind::nonconformity: write_ground_of_record(json, *ground.statement); break;
    default: write_ground_of_presumption(json, *ground.statement);
  }
  json.end_object();
}

void write_head(JsonWriter& json, const model::Requirement& requirement, const model::Scheme& scheme) {
  json.member("id", requirement.id);
  json.member("title", requirement.title);
  json.member_or_null("section", requirement.section ? std::string_view(scheme.sections[*requirement.section]) : "");
  write_sources(json, requirement, scheme);
}

void write_head(JsonWriter& json, const model::Provision& provision) {
  json.member("id", provision.id);
  json.member("modal", modal_word(provision.modal));
  json.member("text", provision.text);
}

void write_place(JsonWriter& json, const model::Provision& provision, const source::Files& files) {
  const source::File& file = files[provision.span.file];
  json.key("at");
  write_scheme_place(json, {file.path(), file.position(provision.span.begin)});
}

void write_judged(JsonWriter& json, const Judged& judged) {
  json.member("verdict", to_string(judged.verdict));
  json.member_or_null("grade", judged.grade ? to_string(*judged.grade) : "");
  json.member("grade_settled", judged.grade_settled);
}

void write_result(JsonWriter& json, Truth met, bool vacuous) {
  json.member("result", word(met));
  json.member("vacuous", vacuous);
}

bool is_exempt(const RequirementResult& requirement) {
  return requirement.presumption || requirement.waiver || requirement.is_settled_by_completions;
}

void write_exemption(JsonWriter& json, const RequirementResult& requirement) {
  write_presumption(json, requirement);
  write_waiver(json, requirement);
  json.member_or_null("settled_by", requirement.is_settled_by_completions ? "completions" : "");
}

bool is_open(const RequirementResult& requirement) {
  return !requirement.reasons.empty() || !requirement.applies_reasons.empty() || requirement.applies_completions;
}

void write_open(JsonWriter& json, const RequirementResult& requirement) {
  write_reasons(json, "reasons", requirement.reasons);
  write_reasons(json, "applies_reasons", requirement.applies_reasons);
  write_completions(json, "applies_completions", requirement.applies_completions);
}

bool has_records(const RequirementResult& requirement) {
  return !requirement.nonconformities.empty() || !requirement.evidence.empty() || !requirement.evidence_reasons.empty();
}

void write_records(JsonWriter& json, const RequirementResult& requirement) {
  write_nonconformities(json, requirement);
  write_evidence(json, requirement.evidence);
  write_reasons(json, "evidence_reasons", requirement.evidence_reasons);
}

bool has_account(const ProvisionResult& provision) {
  return !provision.message.empty() || !provision.measurements.empty() || !provision.reasons.empty() ||
         provision.completions;
}

void write_account(JsonWriter& json, const ProvisionResult& provision) {
  json.member_or_null("message", provision.message);
  write_measurement(json, provision);
  write_reasons(json, "reasons", provision.reasons);
  write_completions(json, "completions", provision.completions);
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

void write_scheme_place(JsonWriter& json, const SchemePlace& place) {
  json.begin_object();
  json.member("file", place.file);
  json.member("line", std::uint64_t{place.position.line});
  json.member("column", std::uint64_t{place.position.column});
  json.end_object();
}

void write_no_place(JsonWriter& json) {
  json.null_member("pointer");
  json.null_member("line");
  json.null_member("column");
}

}  // namespace assay::report
