// Completeness for people: by the parts of a scheme, each item with its place, or with what to write.
#include "report/completeness.hpp"

#include <algorithm>

namespace assay::report {

namespace {

using completeness::Finding;
using completeness::Part;
using completeness::Status;

constexpr std::size_t label_width = 12;
constexpr std::size_t status_width = 16;

struct StatusWords {
  std::string_view mark;
  std::string_view words;
  Style style;
};

StatusWords words_of(Status status) {
  switch (status) {
    case Status::present: return {"✓", "present", Style::good};
    case Status::missing: return {"✗", "missing", Style::bad};
    case Status::contradicts_type: return {"✗", "against the type", Style::bad};
    case Status::undetermined: return {"?", "undetermined", Style::open};
    case Status::not_applicable: return {"–", "not applicable", Style::faint};
    case Status::outside_language: return {"○", "elsewhere", Style::faint};
  }
  return {"", "", Style::plain};
}

std::string_view headline(Part part) {
  switch (part) {
    case Part::scheme: return "The scheme and its object";
    case Part::requirements: return "Requirements and their determination";
    case Part::decision: return "Review and decision";
    case Part::statement: return "Statement of conformity";
    case Part::surveillance: return "Surveillance";
    case Part::elsewhere: return "Outside the language, for the scheme's other documents";
  }
  return "";
}

std::string place_of(const Finding& finding, const source::Files& files) {
  const source::File& file = files[finding.at->file];
  const source::Position position = file.position(finding.at->begin);
  return file.path() + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
}

void write_item(const Finding& finding, const source::Files& files, TextPage& page) {
  const StatusWords words = words_of(finding.status);
  const std::string mark = std::string(words.mark) + " " + padded(words.words, status_width);
  std::string line = mark + "  " + std::string(finding.title);
  if (!finding.note.empty()) line += ": " + finding.note;
  if (finding.at) line += "  (" + place_of(finding, files) + ")";
  page.paragraph(2, 4, line, words.style, mark.size());
  if (!finding.help.empty()) page.paragraph(6, 2, "help: " + finding.help);
}

void write_part(Part part, const SchemeCompleteness& of, bool only_open, TextPage& page) {
  const auto is_shown = [&](const Finding& finding) {
    return finding.part == part && (!only_open || completeness::is_open(finding.status));
  };
  if (std::none_of(of.findings.begin(), of.findings.end(), is_shown)) return;
  page.paragraph(0, 2, headline(part), Style::strong);
  for (const Finding& finding : of.findings)
    if (is_shown(finding)) write_item(finding, *of.files, page);
  page.blank_line();
}

std::string type_of(const model::Header& header) {
  std::string words = header.type.empty() ? "none named" : header.type;
  if (!header.object.empty()) words += ", " + header.object;
  if (!header.party.empty()) words += ", " + header.party + " party";
  return words;
}

std::string counts(const completeness::Findings& findings) {
  const auto number = [&](Status status) { return std::to_string(completeness::count(findings, status)); };
  return std::to_string(findings.size()) + " items: " + number(Status::present) + " present, " +
         number(Status::missing) + " missing, " + number(Status::contradicts_type) + " against the type, " +
         number(Status::undetermined) + " undetermined, " + number(Status::not_applicable) + " not applicable, " +
         number(Status::outside_language) + " outside the language";
}

void write_scheme(const SchemeCompleteness& of, bool only_open, TextPage& page) {
  if (!of.header) {
    page.paragraph(0, 2, of.path, Style::strong);
    page.paragraph(2, 2, "! the scheme cannot be used; nobody looked for what it must say", Style::bad, 1);
    return;
  }
  const model::Header& header = *of.header;
  page.paragraph(0, 2, header.title + ", version " + header.version, Style::strong);
  page.paragraph(0, label_width, padded("Scheme", label_width) + header.id);
  page.paragraph(0, label_width, padded("File", label_width) + of.path);
  page.paragraph(0, label_width, padded("Type", label_width) + type_of(header));
  page.blank_line();
  for (const Part part :
       {Part::scheme, Part::requirements, Part::decision, Part::statement, Part::surveillance, Part::elsewhere})
    write_part(part, of, only_open, page);
  page.paragraph(0, 2, "Counts", Style::strong);
  page.paragraph(2, 2, counts(of.findings));
  page.blank_line();
  const bool is_complete = completeness::is_complete(of.findings);
  page.paragraph(0, 2, is_complete ? "Complete, as far as the language reaches" : "Not complete",
                 is_complete ? Style::good : Style::bad);
}

}  // namespace

void write_completeness_text(const std::vector<SchemeCompleteness>& schemes, TextOptions options, bool only_open,
                             std::string& out) {
  TextPage page(out, options);
  bool is_first = true;
  for (const SchemeCompleteness& of : schemes) {
    if (!is_first) page.blank_line();
    is_first = false;
    write_scheme(of, only_open, page);
  }
}

}  // namespace assay::report
