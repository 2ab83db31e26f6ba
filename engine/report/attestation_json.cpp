#include "report/attestation_json.hpp"

#include <span>

namespace assay::report {

namespace {

using assessment::AttestedFact;

void write_facts(JsonWriter& json, std::string_view key, std::span<const AttestedFact> facts) {
  json.key(key);
  json.begin_array();
  for (const AttestedFact& fact : facts) {
    json.begin_object();
    json.member("name", fact.name);
    json.key("value");
    json.raw_or_null(fact.json);
    json.member_or_null("unit", fact.unit);
    json.end_object();
  }
  json.end_array();
}

void write_documents(JsonWriter& json, const model::Scheme& scheme) {
  json.key("documents");
  json.begin_array();
  for (const model::Document& document : scheme.documents) {
    json.begin_object();
    json.member("name", document.name);
    json.member("title", document.title);
    json.end_object();
  }
  json.end_array();
}

/// ISO 8601: "P36M". A term is days, weeks, months or years, so it has no seconds.
std::string term(const Duration& duration) {
  std::string text = "P";
  if (duration.months != 0) text += std::to_string(duration.months) + "M";
  if (duration.days != 0) text += std::to_string(duration.days) + "D";
  return text;
}

}  // namespace

void write_attestation(JsonWriter& json, const assessment::Assessment& assessment, const model::Scheme& scheme) {
  json.key("attestation");
  if (!assessment.attestation || !scheme.attestation) return json.null();
  const model::Attestation& asked = *scheme.attestation;
  json.begin_object();
  json.member_or_null("party", scheme.header.party);
  json.member_or_null("object", scheme.header.object);
  json.member_or_null("type", scheme.header.type);
  json.member_or_null("owner", scheme.header.owner);
  json.member_or_null("accreditation", scheme.header.accreditation);
  json.member_or_null("valid_for", asked.valid_for ? term(*asked.valid_for) : "");
  write_facts(json, "identifies", assessment.attestation->identifies);
  write_facts(json, "scope", assessment.attestation->scope);
  json.member_or_null("mark", asked.mark);
  write_documents(json, scheme);
  json.end_object();
}

}  // namespace assay::report
