// The words of a statement of conformity.
#include "report/certificate.hpp"

#include <algorithm>

namespace assay::report {

using attestation::Certificate;
using attestation::Condition;
using attestation::Kind;
using attestation::Line;

namespace {

std::string spaced(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string_view issuer_word(Kind kind) {
  switch (kind) {
    case Kind::certificate: return "Certification body";
    case Kind::statement: return "Issued by";
    case Kind::declaration: return "Supplier";
  }
  return "Issued by";
}

std::string_view decision_words(std::string_view outcome) {
  if (outcome == "grant") return "granted";
  if (outcome == "maintain") return "maintained";
  if (outcome == "extend") return "extended in scope";
  if (outcome == "restore") return "restored";
  return "granted on conditions";
}

void add(CertificatePart& part, std::string name, const std::string& value) {
  if (!value.empty()) part.lines.push_back({std::move(name), value});
}

std::string joined(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) {
    if (!list.empty()) list += ", ";
    list += name;
  }
  return list;
}

CertificatePart issuer_part(const Certificate& certificate) {
  CertificatePart part{std::string(issuer_word(certificate.kind)), {}};
  add(part, "Name", certificate.issuer.name);
  add(part, "Address", certificate.issuer.address);
  add(part, "Accreditation", certificate.issuer.accreditation);
  return part;
}

CertificatePart client_part(const Certificate& certificate) {
  CertificatePart part{"Client", {}};
  if (!certificate.client) return part;
  add(part, "Name", certificate.client->name);
  add(part, "Address", certificate.client->address);
  add(part, "Agreement", certificate.agreement);
  return part;
}

CertificatePart object_part(const Certificate& certificate) {
  CertificatePart part{certificate.kind == Kind::declaration ? "Object of the declaration" : "Object and scope", {}};
  add(part, "Kind", spaced(certificate.object));
  for (const auto* lines : {&certificate.identifies, &certificate.scope})
    for (const Line& line : *lines) add(part, line.name, line.value);
  return part;
}

CertificatePart scheme_part(const Certificate& certificate) {
  CertificatePart part{"Requirements", {}};
  add(part, "Scheme",
      certificate.scheme_title + ", version " + certificate.scheme_version + " (" + certificate.scheme_id + ")" +
          (certificate.scheme_type.empty() ? "" : ", type " + certificate.scheme_type));
  add(part, "Scheme owner", certificate.scheme_owner);
  for (const Line& document : certificate.documents) add(part, document.name, document.value);
  return part;
}

CertificatePart validity_part(const Certificate& certificate) {
  CertificatePart part{"Decision and validity", {}};
  add(part, "Decision",
      std::string(decision_words(certificate.outcome)) + " on " + certificate.decided_on + " by " +
          joined(certificate.decided_by));
  add(part, "Valid",
      "from " + certificate.decided_on +
          (certificate.valid_to.empty() ? ", without a set end" : " to " + certificate.valid_to));
  add(part, "Replaces", certificate.replaces);
  if (!certificate.mark.empty())
    add(part, "Mark", certificate.mark + ", to be used under its licence and only while this document is valid");
  return part;
}

}  // namespace

std::string certificate_title(const Certificate& certificate) {
  switch (certificate.kind) {
    case Kind::certificate: return "Certificate of conformity";
    case Kind::statement: return "Statement of conformity";
    case Kind::declaration: return "Supplier's declaration of conformity";
  }
  return "Statement of conformity";
}

std::string certificate_statement(const Certificate& certificate) {
  const std::string object = certificate.object.empty() ? "object" : spaced(certificate.object);
  const std::string scheme =
      " the requirements of the scheme \"" + certificate.scheme_title + "\", version " + certificate.scheme_version;
  const std::string end = certificate.conditions.empty() ? "." : ", on the conditions stated below.";
  if (certificate.kind == Kind::declaration)
    return certificate.issuer.name + " declares that the " + object + " described below is in conformity with" +
           scheme + end;
  const std::string_view verb = certificate.kind == Kind::certificate ? " certifies" : " states";
  return certificate.issuer.name + std::string(verb) + " that the " + object + " of " +
         (certificate.client ? certificate.client->name : std::string()) + " described below fulfils" + scheme + end;
}

std::vector<CertificatePart> certificate_parts(const Certificate& certificate) {
  std::vector<CertificatePart> parts = {issuer_part(certificate), client_part(certificate), object_part(certificate),
                                        scheme_part(certificate), validity_part(certificate)};
  const auto is_empty = [](const CertificatePart& part) { return part.lines.empty(); };
  parts.erase(std::remove_if(parts.begin(), parts.end(), is_empty), parts.end());
  return parts;
}

std::string condition_heading(const Condition& condition) {
  if (condition.until.empty()) return condition.requirement;
  return (condition.requirement.empty() ? "" : condition.requirement + ", ") + "until " + condition.until;
}

std::vector<Line> certificate_traces(const Certificate& certificate) {
  std::vector<Line> lines = {
      {"Assessed as of", certificate.assessment_date + ", with assay " + certificate.engine_version},
      {"Report, SHA-256", certificate.report_sha256},
      {"Dossier, SHA-256", certificate.dossier_sha256}};
  for (const attestation::File& file : certificate.scheme_files)
    lines.push_back({file.path + ", SHA-256", file.sha256});
  return lines;
}

}  // namespace assay::report
