#pragma once

#include "attestation/certificate.hpp"

#include <string>
#include <vector>

// A statement of conformity for machines (schemas/certificate.schema.json), for a text editor and for the printer.
// Each is appended to `out`; the same statement gives the same bytes.
namespace assay::report {

void write_certificate_json(const attestation::Certificate& certificate, std::string& out);
void write_certificate_markdown(const attestation::Certificate& certificate, std::string& out);
/// One file of HTML that needs no other, set for A4.
void write_certificate_html(const attestation::Certificate& certificate, std::string& out);

/// A part of the document, the same in every form that people read.
struct CertificatePart {
  std::string heading;
  std::vector<attestation::Line> lines;
};
std::string certificate_title(const attestation::Certificate& certificate);
/// What it states, in a sentence.
std::string certificate_statement(const attestation::Certificate& certificate);
std::vector<CertificatePart> certificate_parts(const attestation::Certificate& certificate);
/// What a condition is about and until when: "TA-4, until 2026-12-31"; may be empty.
std::string condition_heading(const attestation::Condition& condition);
/// What the document can be traced to.
std::vector<attestation::Line> certificate_traces(const attestation::Certificate& certificate);

}  // namespace assay::report
