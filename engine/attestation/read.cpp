// A report, from JSON to what a statement of conformity needs of it.
#include "attestation/read.hpp"

#include "attestation/report_object.hpp"
#include "attestation/requirement_reader.hpp"
#include "base/limits.hpp"
#include "dossier/json_reader.hpp"

#include <utility>

namespace assay::attestation {

namespace {

using diagnostics::Code;
using dossier::Json;
using dossier::JsonFailure;
using dossier::JsonIndex;
using dossier::JsonKind;

constexpr const char* assess_again = "make it with 'assay assess --format json'";

Problem problem_of(const JsonFailure& failure) {
  const Place place{"", failure.offset};
  switch (failure.kind) {
    case JsonFailure::Kind::empty: return {Code::report_not_json, {"it is empty"}, place, assess_again};
    case JsonFailure::Kind::too_deep:
      return {Code::report_too_large, {std::to_string(limits::json_depth) + " levels"}, place, ""};
    case JsonFailure::Kind::too_large:
      return {Code::report_too_large, {std::to_string(limits::dossier_values) + " values"}, place, ""};
    case JsonFailure::Kind::syntax: break;
  }
  return {Code::report_not_json, {failure.words}, place, ""};
}

/// A scalar in words: a number with its unit, yes or no. Nothing for what is null, an object or a list.
std::optional<std::string> scalar_words(const Json& json, JsonIndex value, const std::string& unit) {
  switch (json.kind(value)) {
    case JsonKind::text:
    case JsonKind::escaped_text: return json.decoded(value);
    case JsonKind::number: return std::string(json.raw(value)) + (unit.empty() ? "" : " " + unit);
    case JsonKind::true_value: return "yes";
    case JsonKind::false_value: return "no";
    default: return std::nullopt;
  }
}

std::optional<std::string> value_words(const Json& json, JsonIndex value, const std::string& unit) {
  if (!json.is_array(value)) return scalar_words(json, value, unit);
  std::string list;
  for (JsonIndex at = value + 1; at < json.after(value); at = json.after(at)) {
    const auto one = scalar_words(json, at, unit);
    if (!one) return std::nullopt;
    if (!list.empty()) list += "; ";
    list += *one;
  }
  return list.empty() ? "none" : list;
}

Fact read_fact(ReportObject of) {
  Fact fact;
  fact.name = of.text("name");
  const std::string unit = of.text_or_null("unit");
  if (const auto value = of.member("value")) fact.value = value_words(of.reading().json, *value, unit);
  fact.place = of.place_of("value");
  return fact;
}

std::vector<Fact> read_facts(ReportObject& of, std::string_view key) {
  std::vector<Fact> facts;
  of.for_each(key, [&](ReportObject fact) { facts.push_back(read_fact(std::move(fact))); });
  return facts;
}

Terms read_terms(ReportObject of) {
  Terms terms;
  terms.party = of.text_or_null("party");
  terms.object = of.text_or_null("object");
  terms.type = of.text_or_null("type");
  terms.owner = of.text_or_null("owner");
  terms.accreditation = of.text_or_null("accreditation");
  if (!of.text_or_null("valid_for").empty()) terms.valid_for = of.word("valid_for", "duration", parse_duration);
  terms.identifies = read_facts(of, "identifies");
  terms.scope = read_facts(of, "scope");
  terms.mark = of.text_or_null("mark");
  of.for_each("documents", [&](ReportObject document) {
    terms.documents.push_back({document.text("name"), document.text("title")});
  });
  return terms;
}

Scheme read_scheme(ReportObject of) {
  Scheme scheme;
  scheme.id = of.text("id");
  scheme.title = of.text("title");
  scheme.version = of.text("version");
  of.for_each("files", [&](ReportObject file) { scheme.files.push_back({file.text("path"), file.digest("sha256")}); });
  return scheme;
}

RecordedDecision read_decision(ReportObject of) {
  RecordedDecision decision;
  decision.outcome = of.word("outcome", "outcome of a decision", outcome_of);
  decision.by = of.texts("by");
  decision.on = of.date_or_null("on");
  decision.reason = of.text_or_null("reason");
  decision.agrees = of.boolean("agrees");
  return decision;
}

Summary read_summary(ReportObject& of) {
  Summary summary;
  summary.conforming = of.count("conforming");
  summary.nonconforming = of.count("nonconforming");
  summary.undetermined = of.count("undetermined");
  summary.not_applicable = of.count("not_applicable");
  summary.majors = of.count("majors");
  summary.minors = of.count("minors");
  summary.waived = of.count("waived");
  summary.overdue = of.count("overdue");
  return summary;
}

DataFinding read_finding(ReportObject of) {
  DataFinding finding;
  finding.severity = of.text("severity");
  finding.code = of.text("code");
  finding.message = of.text("message");
  finding.place = of.place();
  return finding;
}

Validity read_validity(ReportObject& of) {
  const Date from = of.date("valid_from");
  return {from, of.date_or_null("valid_to")};
}

Places read_places(const ReportObject& of) {
  return {.activity = of.place_of("activity"),
          .proposed = of.place_of("decision"),
          .decision = of.place_of("recorded_decision"),
          .summary = of.place_of("summary"),
          .validity = of.place_of("validity"),
          .terms = of.place_of("attestation")};
}

Assessed read_assessment(ReportObject of) {
  Assessed assessed;
  assessed.places = read_places(of);
  // Nothing rests on these, but a report without one of them is not whole.
  for (const char* key : {"decision_because", "open_points", "values", "coming", "validity_if_decided_today"})
    of.member(key);
  assessed.engine_version = of.object("engine").text("version");
  assessed.scheme = read_scheme(of.object("scheme"));
  assessed.dossier_sha256 = of.object("dossier").digest("sha256");
  assessed.date = of.date("assessment_date");
  if (!of.text_or_null("activity").empty()) assessed.activity = of.word("activity", "activity", activity_of);
  assessed.proposed = of.word("decision", "outcome of a decision", outcome_of);
  if (auto decision = of.object_or_null("recorded_decision")) assessed.decision = read_decision(std::move(*decision));
  ReportObject summary = of.object("summary");
  assessed.summary = read_summary(summary);
  assessed.applicable = summary.count("applicable");
  of.for_each("requirements", [&](ReportObject requirement) {
    assessed.requirements.push_back(read_requirement(std::move(requirement)));
  });
  of.for_each("data_findings",
              [&](ReportObject finding) { assessed.findings.push_back(read_finding(std::move(finding))); });
  if (auto validity = of.object_or_null("validity")) assessed.validity = read_validity(*validity);
  if (auto terms = of.object_or_null("attestation")) assessed.terms = read_terms(std::move(*terms));
  return assessed;
}

std::optional<Problem> problem_of_kind(const Json& json) {
  if (json.is_object(0)) return std::nullopt;
  if (json.is_array(0))
    return Problem{Code::report_unusable,
                   {"expected one report, found a list of them"},
                   {"", json.offset(0)},
                   "assess one dossier at a time"};
  return Problem{Code::report_unusable,
                 {"expected an object, found " + std::string(words(json.kind(0)))},
                 {"", json.offset(0)},
                 assess_again};
}

/// Is it a report of a version that is known, and of an assessment?
std::optional<Problem> problem_of_version(ReportObject& of) {
  const auto version = of.found("report");
  if (!version) return Problem{Code::report_unusable, {"it has no key 'report'"}, of.place(), assess_again};
  const Json& json = of.reading().json;
  if (!json.is_text(*version) || !json.is_word(*version, report_version)) {
    const std::string written = json.is_text(*version)                    ? "'" + json.decoded(*version) + "'"
                                : json.kind(*version) == JsonKind::number ? std::string(json.raw(*version))
                                                                          : std::string(words(json.kind(*version)));
    return Problem{Code::unknown_report_version,
                   {written},
                   of.place_of("report"),
                   "this version of assay reads version '" + std::string(report_version) + "'"};
  }
  if (of.found("error"))
    return Problem{Code::report_unusable,
                   {"it says why a dossier could not be assessed"},
                   of.place_of("error"),
                   "mend the dossier and assess it again"};
  return std::nullopt;
}

}  // namespace

std::variant<Assessed, Problem> read_report(std::string_view text) {
  std::vector<dossier::JsonValue> values;
  if (const auto failure = dossier::read_json(text, values)) return problem_of(*failure);
  const Json json(text, values);
  if (auto problem = problem_of_kind(json)) return std::move(*problem);
  Reading reading{json};
  ReportObject root(reading, 0, "");
  if (!reading.mistake)
    if (auto problem = problem_of_version(root)) return std::move(*problem);
  Assessed assessed = read_assessment(std::move(root));
  if (!reading.mistake) return assessed;
  const bool is_missing = reading.mistake->words.ends_with(" is missing");
  return Problem{Code::report_unusable,
                 {std::move(reading.mistake->words)},
                 std::move(reading.mistake->place),
                 is_missing ? "assess the dossier again with this version of assay" : ""};
}

}  // namespace assay::attestation
