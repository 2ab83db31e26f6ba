#include "report/certificate.hpp"
#include "report/json_writer.hpp"

namespace assay::report {

using attestation::Certificate;
using attestation::Condition;
using attestation::Kind;
using attestation::Line;

namespace {

std::string_view word(Kind kind) {
  switch (kind) {
    case Kind::certificate: return "certificate";
    case Kind::statement: return "statement";
    case Kind::declaration: return "declaration";
  }
  return "statement";
}

void write_lines(JsonWriter& json, std::string_view key, std::string_view second, const std::vector<Line>& lines) {
  json.key(key);
  json.begin_array();
  for (const Line& line : lines) {
    json.begin_object();
    json.member("name", line.name);
    json.member(second, line.value);
    json.end_object();
  }
  json.end_array();
}

void write_parties(JsonWriter& json, const Certificate& certificate) {
  json.key("issuer");
  json.begin_object();
  json.member("name", certificate.issuer.name);
  json.member("address", certificate.issuer.address);
  json.member_or_null("accreditation", certificate.issuer.accreditation);
  json.end_object();
  json.key("client");
  if (certificate.client) {
    json.begin_object();
    json.member("name", certificate.client->name);
    json.member("address", certificate.client->address);
    json.end_object();
  } else {
    json.null();
  }
  json.member_or_null("agreement", certificate.agreement);
}

void write_object(JsonWriter& json, const Certificate& certificate) {
  json.key("object");
  json.begin_object();
  json.member_or_null("kind", certificate.object);
  write_lines(json, "identification", "value", certificate.identifies);
  write_lines(json, "scope", "value", certificate.scope);
  json.end_object();
}

void write_scheme(JsonWriter& json, const Certificate& certificate) {
  json.key("scheme");
  json.begin_object();
  json.member("id", certificate.scheme_id);
  json.member("title", certificate.scheme_title);
  json.member("version", certificate.scheme_version);
  json.member_or_null("owner", certificate.scheme_owner);
  json.member_or_null("type", certificate.scheme_type);
  json.key("files");
  json.begin_array();
  for (const attestation::File& file : certificate.scheme_files) {
    json.begin_object();
    json.member("path", file.path);
    json.member("sha256", file.sha256);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  write_lines(json, "documents", "title", certificate.documents);
}

void write_decision(JsonWriter& json, const Certificate& certificate) {
  json.key("decision");
  json.begin_object();
  json.member("outcome", certificate.outcome);
  json.key("by");
  json.begin_array();
  for (const std::string& name : certificate.decided_by) json.text(name);
  json.end_array();
  json.member("on", certificate.decided_on);
  json.end_object();
  json.key("validity");
  json.begin_object();
  json.member("valid_from", certificate.decided_on);
  json.member_or_null("valid_to", certificate.valid_to);
  json.end_object();
}

void write_conditions(JsonWriter& json, const Certificate& certificate) {
  json.key("conditions");
  json.begin_array();
  for (const Condition& condition : certificate.conditions) {
    json.begin_object();
    json.member_or_null("requirement", condition.requirement);
    json.member("text", condition.words);
    json.member_or_null("until", condition.until);
    json.end_object();
  }
  json.end_array();
}

void write_signature(JsonWriter& json, const Certificate& certificate) {
  json.member("issued_on", certificate.issued_on);
  json.member_or_null("place", certificate.place);
  json.key("signatory");
  json.begin_object();
  json.member("name", certificate.signatory);
  json.member("function", certificate.function);
  json.end_object();
}

void write_requirements(JsonWriter& json, const Certificate& certificate) {
  json.key("requirements");
  json.begin_array();
  for (const attestation::RequirementLine& line : certificate.requirements) {
    json.begin_object();
    json.member("id", line.id);
    json.member("title", line.title);
    json.member_or_null("source", line.source);
    json.member("result", line.result);
    json.member_or_null("remark", line.remark);
    json.end_object();
  }
  json.end_array();
}

void write_assessment(JsonWriter& json, const Certificate& certificate) {
  json.key("assessment");
  json.begin_object();
  json.member("date", certificate.assessment_date);
  json.member("engine_version", certificate.engine_version);
  json.member("report_sha256", certificate.report_sha256);
  json.member("dossier_sha256", certificate.dossier_sha256);
  json.end_object();
}

}  // namespace

void write_certificate_json(const Certificate& certificate, std::string& out) {
  JsonWriter json(out, Layout::pretty);
  json.begin_object();
  json.member("certificate", "1");
  json.member("kind", word(certificate.kind));
  json.member("number", certificate.number);
  json.member_or_null("replaces", certificate.replaces);
  write_parties(json, certificate);
  write_object(json, certificate);
  write_scheme(json, certificate);
  write_decision(json, certificate);
  write_conditions(json, certificate);
  json.member_or_null("mark", certificate.mark);
  write_signature(json, certificate);
  write_requirements(json, certificate);
  write_assessment(json, certificate);
  json.end_object();
  json.end_line();
}

}  // namespace assay::report
