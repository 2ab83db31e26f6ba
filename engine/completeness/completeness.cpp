// Every item is looked for once; the order is that of a scheme's parts.
#include "completeness/completeness.hpp"

#include "completeness/item.hpp"

#include <algorithm>
#include <utility>

namespace assay::completeness {
namespace {

void look_for(std::span<const Item> items, Part part, const model::Scheme& scheme, Findings& findings) {
  for (const Item& item : items) {
    Answer answer = item.look(scheme);
    findings.push_back({.id = item.id,
                        .title = item.title,
                        .part = part,
                        .status = answer.status,
                        .note = std::move(answer.note),
                        .help = std::move(answer.help),
                        .at = answer.at});
  }
}

}  // namespace

Answer present(std::optional<source::Span> at, std::string note) {
  return {.status = Status::present, .note = std::move(note), .help = {}, .at = at};
}
Answer missing(std::string help, std::string note, std::optional<source::Span> at) {
  return {.status = Status::missing, .note = std::move(note), .help = std::move(help), .at = at};
}
Answer contradicts_type(std::string note, std::string help, std::optional<source::Span> at) {
  return {.status = Status::contradicts_type, .note = std::move(note), .help = std::move(help), .at = at};
}
Answer not_applicable(std::string because) {
  return {.status = Status::not_applicable, .note = std::move(because), .help = {}, .at = std::nullopt};
}

Findings completeness_of(const model::Scheme& scheme) {
  Findings findings;
  look_for(scheme_items(), Part::scheme, scheme, findings);
  look_for(requirement_items(), Part::requirements, scheme, findings);
  look_for(decision_items(), Part::decision, scheme, findings);
  look_for(statement_items(), Part::statement, scheme, findings);
  look_for(surveillance_items(), Part::surveillance, scheme, findings);
  for (const ElsewhereItem& item : elsewhere_items())
    findings.push_back({.id = item.id,
                        .title = item.title,
                        .part = Part::elsewhere,
                        .status = Status::outside_language,
                        .note = std::string(item.note),
                        .help = {},
                        .at = std::nullopt});
  return findings;
}

bool is_open(Status status) {
  switch (status) {
    case Status::missing:
    case Status::contradicts_type:
    case Status::undetermined: return true;
    case Status::present:
    case Status::not_applicable:
    case Status::outside_language: return false;
  }
  return true;
}

bool is_complete(const Findings& findings) {
  return std::none_of(findings.begin(), findings.end(), [](const Finding& finding) { return is_open(finding.status); });
}

std::size_t count(const Findings& findings, Status status) {
  return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(),
                                                [&](const Finding& finding) { return finding.status == status; }));
}

std::string_view to_string(Status status) {
  switch (status) {
    case Status::present: return "present";
    case Status::missing: return "missing";
    case Status::contradicts_type: return "contradicts_type";
    case Status::undetermined: return "undetermined";
    case Status::not_applicable: return "not_applicable";
    case Status::outside_language: return "outside_language";
  }
  return "";
}

std::string_view to_string(Part part) {
  switch (part) {
    case Part::scheme: return "scheme";
    case Part::requirements: return "requirements";
    case Part::decision: return "decision";
    case Part::statement: return "statement";
    case Part::surveillance: return "surveillance";
    case Part::elsewhere: return "elsewhere";
  }
  return "";
}

}  // namespace assay::completeness
