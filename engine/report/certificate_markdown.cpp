#include "report/certificate.hpp"
#include "report/markup.hpp"

namespace assay::report {

using attestation::Certificate;
using attestation::Line;

namespace {

void write_lines(const std::string& heading, const std::vector<Line>& lines, std::string& out) {
  out += "\n## " + markdown_text(heading) + "\n\n| | |\n|---|---|\n";
  for (const Line& line : lines) out += "| " + markdown_text(line.name) + " | " + markdown_text(line.value) + " |\n";
}

void write_conditions(const Certificate& certificate, std::string& out) {
  if (certificate.conditions.empty()) return;
  out += "\n## Conditions\n\n";
  for (const attestation::Condition& condition : certificate.conditions) {
    out += "- ";
    const std::string heading = condition_heading(condition);
    if (!heading.empty()) out += "**" + markdown_text(heading) + "**: ";
    out += markdown_text(condition.words) + "\n";
  }
}

void write_signature(const Certificate& certificate, std::string& out) {
  out += "\n---\n\n";
  if (!certificate.place.empty()) out += markdown_text(certificate.place) + ", ";
  out += certificate.issued_on + "\n\n\n\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_  \n";
  out += markdown_text(certificate.signatory) + ", " + markdown_text(certificate.function) + "  \n";
  out += markdown_text(certificate.issuer.name) + "\n";
}

void write_requirements(const Certificate& certificate, std::string& out) {
  out += "\n## Annex: requirements\n\n| Id | Requirement | Source | Result | Remark |\n|---|---|---|---|---|\n";
  for (const attestation::RequirementLine& line : certificate.requirements)
    out += "| " + markdown_text(line.id) + " | " + markdown_text(line.title) + " | " + markdown_text(line.source) +
           " | " + markdown_text(line.result) + " | " + markdown_text(line.remark) + " |\n";
}

}  // namespace

void write_certificate_markdown(const Certificate& certificate, std::string& out) {
  out += "# " + markdown_text(certificate_title(certificate)) + "\n\n";
  out += "No. **" + markdown_text(certificate.number) + "**\n\n";
  out += markdown_text(certificate_statement(certificate)) + "\n";
  for (const CertificatePart& part : certificate_parts(certificate)) write_lines(part.heading, part.lines, out);
  write_conditions(certificate, out);
  write_signature(certificate, out);
  write_requirements(certificate, out);
  write_lines("Rests on", certificate_traces(certificate), out);
}

}  // namespace assay::report
