// Tests for machines. Every key stands in every report.
#include "report/test_report.hpp"

#include "report/engine.hpp"
#include "report/json_writer.hpp"

namespace assay::report {

namespace {

using trial::Cause;
using trial::ExpectationResult;
using trial::Place;
using trial::SuiteResult;
using trial::TestResult;

void write_place(const std::optional<Place>& place, JsonWriter& json) {
  json.key("at");
  if (!place) return json.null();
  json.begin_object();
  json.member("file", place->file);
  json.member("line", std::uint64_t{place->position.line});
  json.member("column", std::uint64_t{place->position.column});
  json.end_object();
}

void write_expectation(const ExpectationResult& expectation, JsonWriter& json) {
  json.begin_object();
  json.member("text", expectation.text);
  write_place(expectation.at, json);
  json.member("met", expectation.is_met);
  json.member("expected", expectation.expected);
  json.member("found", expectation.found);
  json.key("because");
  json.begin_array();
  for (const Cause& cause : expectation.because) {
    json.begin_object();
    json.member("message", cause.message);
    json.member_or_null("pointer", cause.pointer);
    write_place(cause.at, json);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

void write_error(const std::optional<trial::Error>& error, JsonWriter& json) {
  json.key("error");
  if (!error) return json.null();
  json.begin_object();
  json.member("code", error->code);
  json.member("message", error->message);
  write_place(error->at, json);
  json.key("help");
  json.begin_array();
  for (const std::string& help : error->help) json.text(help);
  json.end_array();
  json.end_object();
}

void write_test(const TestResult& test, JsonWriter& json) {
  json.begin_object();
  json.member("title", test.title);
  write_place(test.at, json);
  json.member_or_null("given", test.given);
  json.member_or_null("assessment_date", test.assessment_date);
  json.member("result", test.error ? "error" : test.has_passed() ? "passed" : "failed");
  write_error(test.error, json);
  json.key("expectations");
  json.begin_array();
  for (const ExpectationResult& expectation : test.expectations) write_expectation(expectation, json);
  json.end_array();
  json.end_object();
}

void write_suite(const SuiteResult& suite, JsonWriter& json) {
  json.begin_object();
  json.member("path", suite.path);
  json.member_or_null("id", suite.id);
  json.member_or_null("version", suite.version);
  json.member("usable", suite.is_usable);
  json.key("tests");
  json.begin_array();
  for (const TestResult& test : suite.tests) write_test(test, json);
  json.end_array();
  json.end_object();
}

}  // namespace

void write_tests_json(const std::vector<SuiteResult>& suites, std::string& out) {
  JsonWriter json(out, Layout::pretty);
  const trial::Counts counts = trial::count(suites);
  json.begin_object();
  json.member("test_report", "1");
  json.key("engine");
  json.begin_object();
  json.member("name", engine_name);
  json.member("version", engine_version());
  json.end_object();
  json.key("summary");
  json.begin_object();
  json.member("tests", std::uint64_t{counts.all()});
  json.member("passed", std::uint64_t{counts.passed});
  json.member("failed", std::uint64_t{counts.failed});
  json.member("errors", std::uint64_t{counts.errors});
  json.member("unusable_schemes", std::uint64_t{counts.unusable});
  json.end_object();
  json.key("schemes");
  json.begin_array();
  for (const SuiteResult& suite : suites) write_suite(suite, json);
  json.end_array();
  json.end_object();
  json.end_line();
}

}  // namespace assay::report
