#include "report/certificate.hpp"
#include "report/markup.hpp"

#include <string_view>
#include <vector>

namespace assay::report {

using attestation::Certificate;
using attestation::Line;

namespace {

constexpr std::string_view style = R"css(
@page { size: A4; margin: 14mm 15mm 14mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #e9ebee; color: #1b2430; font: 10pt/1.38 "Source Sans 3", "Noto Sans", "DejaVu Sans", Arial, sans-serif; overflow-wrap: anywhere; }
main { width: 210mm; min-height: 297mm; margin: 8mm auto; padding: 13mm 16mm; background: #fff; border: .3mm solid #c3cad3; }
header { border-top: 2.2mm solid #17365d; padding-top: 6mm; }
.issuer { font-size: 10.5pt; letter-spacing: .04em; color: #17365d; font-weight: 600; }
.number { float: right; text-align: right; font-size: 9.5pt; color: #47525f; }
.number b { display: block; font-size: 11.5pt; color: #1b2430; }
h1 { clear: both; margin: 3mm 0 3mm; font: 400 26pt/1.15 "Source Serif 4", "Noto Serif", "DejaVu Serif", Georgia, serif; color: #17365d; }
.statement { margin: 0 0 5mm; font: 12.5pt/1.42 "Source Serif 4", "Noto Serif", "DejaVu Serif", Georgia, serif; }
h2 { margin: 4mm 0 1mm; font-size: 9pt; letter-spacing: .09em; text-transform: uppercase; color: #17365d; border-bottom: .25mm solid #c3cad3; padding-bottom: .6mm; break-after: avoid; }
table { width: 100%; border-collapse: collapse; } tr { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; }
.lines th { width: 36mm; padding: 0 3mm .5mm 0; font-weight: 400; color: #47525f; } .lines td { padding: 0 0 .5mm; }
.pair { table-layout: fixed; } .pair > tbody > tr > td:first-child { padding-right: 8mm; } .pair .lines th { width: 30mm; }
.conditions { margin: 4.5mm 0 0; padding: 2.5mm 4mm; border-left: 1.4mm solid #a8571c; background: #fbf3ec; break-inside: avoid; }
.conditions h2 { margin: 0 0 1mm; border: 0; color: #8a4212; } .conditions ul { margin: 0; padding-left: 4.5mm; }
.signature { margin-top: 13mm; font-size: 9.5pt; break-inside: avoid; }
.signature td { border-top: .25mm solid #1b2430; padding-top: 1.2mm; } .signature .gap { width: 12mm; border: 0; } .signature .date { width: 58mm; }
.annex { break-before: page; }
.annex h1 { font-size: 18pt; margin-top: 4mm; }
.results { font-size: 8.8pt; } .results thead { display: table-header-group; }
.results th { font-weight: 600; color: #17365d; border-bottom: .4mm solid #17365d; padding: 1mm 2mm 1mm 0; }
.results td { border-bottom: .2mm solid #dde2e8; padding: 1mm 2mm 1mm 0; } .results td:nth-child(4) { white-space: nowrap; }
.traces { margin-top: 8mm; } .traces .lines { font-size: 8pt; } .traces th { width: 62mm; } .traces td { font-family: "DejaVu Sans Mono", monospace; font-size: 7.2pt; }
@media print { body { background: #fff; } main { width: auto; min-height: 0; margin: 0; padding: 0; border: 0; } }
)css";

void write_lines(const std::vector<Line>& lines, std::string& out) {
  out += "<table class=\"lines\">\n";
  for (const Line& line : lines)
    out += "<tr><th scope=\"row\">" + html_text(line.name) + "</th><td>" + html_text(line.value) + "</td></tr>\n";
  out += "</table>\n";
}

void write_part(const CertificatePart& part, std::string& out) {
  out += "<h2>" + html_text(part.heading) + "</h2>\n";
  write_lines(part.lines, out);
}

/// Who attests and for whom stand side by side, so that a usual certificate has one page.
void write_parts(const std::vector<CertificatePart>& parts, bool has_client, std::string& out) {
  std::size_t first = 0;
  if (has_client) {
    out += "<table class=\"pair\">\n<tr>\n<td>";
    write_part(parts[0], out);
    out += "</td>\n<td>";
    write_part(parts[1], out);
    out += "</td>\n</tr>\n</table>\n";
    first = 2;
  }
  for (std::size_t i = first; i < parts.size(); ++i) write_part(parts[i], out);
}

void write_head(const Certificate& certificate, std::string& out) {
  const std::string title = html_text(certificate_title(certificate));
  out += "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + title + " " +
         html_text(certificate.number) + "</title>\n<style>";
  out += style;
  out += "</style>\n</head>\n<body>\n<main>\n<header>\n";
  out += "<div class=\"number\">No.<b>" + html_text(certificate.number) + "</b></div>\n";
  out += "<div class=\"issuer\">" + html_text(certificate.issuer.name) + "</div>\n";
  out += "<h1>" + title + "</h1>\n</header>\n";
  out += "<p class=\"statement\">" + html_text(certificate_statement(certificate)) + "</p>\n";
}

void write_conditions(const Certificate& certificate, std::string& out) {
  if (certificate.conditions.empty()) return;
  out += "<section class=\"conditions\">\n<h2>Conditions</h2>\n<ul>\n";
  for (const attestation::Condition& condition : certificate.conditions) {
    out += "<li>";
    const std::string heading = condition_heading(condition);
    if (!heading.empty()) out += "<b>" + html_text(heading) + "</b>: ";
    out += html_text(condition.words) + "</li>\n";
  }
  out += "</ul>\n</section>\n";
}

void write_signature(const Certificate& certificate, std::string& out) {
  const std::string place = certificate.place.empty() ? std::string() : html_text(certificate.place) + ", ";
  out += "<table class=\"signature\">\n<tr><td class=\"date\">" + place + certificate.issued_on + "</td>";
  out += "<td class=\"gap\"></td><td>" + html_text(certificate.signatory) + "<br>" + html_text(certificate.function) +
         "<br>" + html_text(certificate.issuer.name) + "</td></tr>\n</table>\n";
}

void write_annex(const Certificate& certificate, std::string& out) {
  out += "<section class=\"annex\">\n<h1>Annex to " + html_text(certificate.number) + "</h1>\n";
  out +=
      "<table "
      "class=\"results\">\n<thead><tr><th>Id</th><th>Requirement</th><th>Source</th><th>Result</th><th>Remark</th></"
      "tr></thead>\n";
  out += "<tbody>\n";
  for (const attestation::RequirementLine& line : certificate.requirements)
    out += "<tr><td>" + html_text(line.id) + "</td><td>" + html_text(line.title) + "</td><td>" +
           html_text(line.source) + "</td><td>" + html_text(line.result) + "</td><td>" + html_text(line.remark) +
           "</td></tr>\n";
  out += "</tbody>\n</table>\n<div class=\"traces\">\n<h2>Rests on</h2>\n";
  write_lines(certificate_traces(certificate), out);
  out += "</div>\n</section>\n";
}

}  // namespace

void write_certificate_html(const Certificate& certificate, std::string& out) {
  write_head(certificate, out);
  write_parts(certificate_parts(certificate), certificate.client.has_value(), out);
  write_conditions(certificate, out);
  write_signature(certificate, out);
  write_annex(certificate, out);
  out += "</main>\n</body>\n</html>\n";
}

}  // namespace assay::report
