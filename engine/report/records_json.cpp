#include "report/records_json.hpp"

#include "report/next_change.hpp"

namespace assay::report {

using namespace assessment;

void write_dossier_place(JsonWriter& json, const DossierPlace& place) {
  json.member("pointer", place.pointer);
  if (place.line == 0) {
    json.null_member("line");
    json.null_member("column");
    return;
  }
  json.member("line", std::uint64_t{place.line});
  json.member("column", std::uint64_t{place.column});
}

void write_presumption(JsonWriter& json, const RequirementResult& requirement) {
  const std::string_view title = requirement.presumption ? requirement.presumption->title : "";
  const bool is_rebutted = requirement.presumption && requirement.presumption->rebutted;
  json.member_or_null("by_presumption", is_rebutted ? "" : title);
  json.member_or_null("presumption_rebutted", is_rebutted ? title : "");
}

void write_waiver(JsonWriter& json, const RequirementResult& requirement) {
  json.key("waiver");
  if (!requirement.waiver) return json.null();
  const Waiver& waiver = *requirement.waiver;
  json.begin_object();
  json.member("approved_by", waiver.approved_by);
  json.member("role", waiver.role);
  json.member("reason", waiver.reason);
  json.member("expires", waiver.expires);
  write_dossier_place(json, waiver.place);
  json.end_object();
}

void write_nonconformities(JsonWriter& json, const RequirementResult& requirement) {
  json.key("nonconformities");
  json.begin_array();
  for (const OpenNonconformity& open : requirement.nonconformities) {
    json.begin_object();
    json.member_or_null("id", open.id);
    json.member("grade", to_string(open.grade));
    json.member_or_null("statement", open.statement);
    json.member_or_null("raised_by", open.raised_by);
    json.member_or_null("raised_on", open.raised_on);
    json.member_or_null("due", open.due);
    json.key("overdue");
    open.overdue == Truth::unknown ? json.null() : json.boolean(open.overdue == Truth::yes);
    json.member("planned", open.planned);
    write_dossier_place(json, open.place);
    json.end_object();
  }
  json.end_array();
}

void write_ground_of_record(JsonWriter& json, const Statement& record) {
  json.member("kind", "nonconformity");
  write_dossier_place(json, record.place);
  json.member_or_null("id", record.id);
  json.member("grade", record.name);
  json.member_or_null("by", record.by);
  json.member_or_null("on", record.on);
  json.member_or_null("statement", record.rationale);
}

void write_ground_of_presumption(JsonWriter& json, const Statement& presumption) {
  json.member("kind", "presumption");
  json.member("title", presumption.name);
  json.member("condition", presumption.rationale);
}

namespace {

void write_validity(JsonWriter& json, std::string_view key, const std::optional<Validity>& validity) {
  json.key(key);
  if (!validity) return json.null();
  json.begin_object();
  json.member("valid_from", validity->valid_from);
  json.member_or_null("valid_to", validity->valid_to);
  json.end_object();
}

}  // namespace

void write_time(JsonWriter& json, const Assessment& assessment, const model::Scheme& scheme) {
  json.key("coming");
  json.begin_array();
  for (const Coming& coming : assessment.coming) {
    const model::Requirement& requirement = scheme.requirements[model::RequirementId{coming.requirement}];
    json.begin_object();
    json.member("id", requirement.id);
    json.member("title", requirement.title);
    json.member("from", coming.from);
    json.end_object();
  }
  json.end_array();
  write_next_change(json, assessment, scheme);
  write_validity(json, "validity", assessment.validity);
  write_validity(json, "validity_if_decided_today", assessment.validity_if_decided_today);
}

}  // namespace assay::report
