// Requirements in the JSON report.
#include "report/requirements_json.hpp"

#include "report/completions.hpp"
#include "report/measurement.hpp"
#include "report/records_json.hpp"
#include "report/words.hpp"

namespace assay::report {

namespace {

using namespace assessment;

// Objects and arrays around the members of a requirement, and around those of a provision.
constexpr unsigned requirement_depth = 3;
constexpr unsigned provision_depth = 5;

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

void write_fact(JsonWriter& json, const Ground& ground) {
  json.member("kind", "fact");
  write_dossier_place(json, ground.place);
  json.key("value");
  json.raw_or_null(ground.value);
}

void write_judgement(JsonWriter& json, const DossierPlace& place, const Statement& judgement) {
  json.member("kind", "judgement");
  write_dossier_place(json, place);
  json.member("name", judgement.name);
  json.member_or_null("id", judgement.id);
  json.member("result", judgement.met ? "met" : "not_met");
  json.member_or_null("by", judgement.by);
  json.member_or_null("role", judgement.role);
  json.member_or_null("on", judgement.on);
  json.member_or_null("rationale", judgement.rationale);
}

void write_evidence_ground(JsonWriter& json, const DossierPlace& place, const Statement& evidence) {
  json.member("kind", "evidence");
  write_dossier_place(json, place);
  json.member("name", evidence.name);
  json.member_or_null("id", evidence.id);
  json.member_or_null("issuer", evidence.by);
  json.member_or_null("issued", evidence.on);
  json.member("digest", evidence.digest);
}

void write_ground(JsonWriter& json, const Ground& ground) {
  switch (ground.kind) {
    case Ground::Kind::fact: return write_fact(json, ground);
    case Ground::Kind::judgement: return write_judgement(json, ground.place, *ground.statement);
    case Ground::Kind::evidence: return write_evidence_ground(json, ground.place, *ground.statement);
    case Ground::Kind::nonconformity: return write_ground_of_record(json, ground.place, *ground.statement);
    case Ground::Kind::presumption: return write_ground_of_presumption(json, *ground.statement);
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

/// Up to the verdict.
void write_head(JsonWriter& json, const model::Requirement& requirement, const model::Scheme& scheme) {
  json.member("id", requirement.id);
  json.member("title", requirement.title);
  json.member_or_null("section", requirement.section ? std::string_view(scheme.sections[*requirement.section]) : "");
  write_sources(json, requirement, scheme);
}

/// Up to the result.
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

}  // namespace

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

RequirementsJson::RequirementsJson(const evaluate::Scheme& scheme, Layout layout) {
  JsonWriter json(text_, layout);
  const auto written = [&](unsigned depth, bool is_first, const auto& write) {
    const std::size_t begin = json.size();
    json.stand_at(depth, is_first);
    write();
    return Extent{begin, json.size()};
  };
  for (const model::Requirement& requirement : scheme.model.requirements) {
    const Extent head = written(requirement_depth, true, [&] { write_head(json, requirement, scheme.model); });
    requirements_.push_back({head, provisions_.size()});
    for (const model::Provision& provision : requirement.provisions) {
      const Extent provision_head = written(provision_depth, true, [&] { write_head(json, provision); });
      const Extent place = written(provision_depth, false, [&] { write_place(json, provision, *scheme.files); });
      provisions_.push_back({provision_head, place});
    }
  }
}

void RequirementsJson::write(JsonWriter& json, const ProvisionResult& provision, const Provision& constant) const {
  json.begin_object();
  json.members(text(constant.head));
  json.member("result", word(provision.met));
  json.member("vacuous", provision.vacuous);
  json.members(text(constant.place));
  json.member_or_null("message", provision.message);
  write_measurement(json, provision);
  write_reasons(json, "reasons", provision.reasons);
  write_completions(json, "completions", provision.completions);
  json.end_object();
}

void RequirementsJson::write(JsonWriter& json, const RequirementResult& requirement) const {
  const Requirement& constant = requirements_[requirement.index];
  json.begin_object();
  json.members(text(constant.head));
  write_judged(json, requirement.judged);
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
  // If the requirement applies, all of them.
  for (std::size_t i = 0; i < requirement.provisions.size(); ++i)
    write(json, requirement.provisions[i], provisions_[constant.first_provision + i]);
  json.end_array();
  write_nonconformities(json, requirement);
  write_evidence(json, requirement.evidence);
  write_reasons(json, "evidence_reasons", requirement.evidence_reasons);
  json.end_object();
}

void RequirementsJson::write(JsonWriter& json, const std::vector<RequirementResult>& requirements) const {
  json.key("requirements");
  json.begin_array();
  for (const RequirementResult& requirement : requirements) write(json, requirement);
  json.end_array();
}

}  // namespace assay::report
