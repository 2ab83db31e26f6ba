// Tests for people: each failing expectation with what was expected, what was found and why.
#include "report/test_report.hpp"

namespace assay::report {

namespace {

using trial::Cause;
using trial::Error;
using trial::ExpectationResult;
using trial::Place;
using trial::SuiteResult;
using trial::TestResult;

constexpr std::size_t longest_value = 200;

std::string words_of(const Place& place) {
  return place.file + ":" + std::to_string(place.position.line) + ":" + std::to_string(place.position.column);
}

std::string words_of(const Cause& cause) {
  std::string words = shortened(cause.message, longest_value);
  if (cause.at) words += "  " + words_of(*cause.at);
  if (!cause.pointer.empty()) words += " (" + cause.pointer + ")";
  return words;
}

void write_failure(const ExpectationResult& expectation, TextPage& page) {
  page.paragraph(6, 2, "expect " + expectation.text + "  (" + words_of(expectation.at) + ")");
  page.paragraph(8, 10, "expected  " + expectation.expected);
  page.paragraph(8, 10, "found     " + shortened(expectation.found, longest_value));
  std::string label = "because   ";
  for (const Cause& cause : expectation.because) {
    page.paragraph(8, 10, label + words_of(cause));
    label = "          ";
  }
}

void write_error(const Error& error, TextPage& page) {
  page.paragraph(6, 2, "error[" + std::string(error.code) + "]: " + error.message);
  if (error.at) page.paragraph(8, 2, "at " + words_of(*error.at));
  for (const std::string& help : error.help) page.paragraph(8, 2, "help: " + help);
}

void write_test(const TestResult& test, bool only_failures, TextPage& page) {
  if (test.has_passed()) {
    if (!only_failures) page.paragraph(2, 2, "✓ " + test.title, Style::good, std::string("✓").size());
    return;
  }
  const std::string mark = test.error ? "!" : "✗";
  page.paragraph(2, 2, mark + " " + test.title + "  (" + words_of(test.at) + ")", Style::bad, mark.size());
  if (test.error) return write_error(*test.error, page);
  for (const ExpectationResult& expectation : test.expectations) {
    if (!expectation.is_met) write_failure(expectation, page);
  }
}

bool has_all_passed(const SuiteResult& suite) {
  const trial::Counts counts = trial::count({suite});
  return suite.is_usable && counts.passed == counts.all();
}

void write_suite(const SuiteResult& suite, bool only_failures, TextPage& page) {
  page.paragraph(0, 2, suite.path, Style::strong);
  if (!suite.is_usable) page.paragraph(2, 2, "! the scheme cannot be used; none of its tests ran", Style::bad, 1);
  if (suite.is_usable && suite.tests.empty()) page.paragraph(2, 2, "no test", Style::faint);
  for (const TestResult& test : suite.tests) write_test(test, only_failures, page);
  page.blank_line();
}

std::string counted(std::size_t number, const std::string& word) { return std::to_string(number) + " " + word; }

}  // namespace

void write_tests_text(const std::vector<SuiteResult>& suites, TextOptions options, bool only_failures,
                      std::string& out) {
  TextPage page(out, options);
  for (const SuiteResult& suite : suites) {
    if (!only_failures || !has_all_passed(suite)) write_suite(suite, only_failures, page);
  }
  const trial::Counts counts = trial::count(suites);
  std::string line = counted(counts.all(), counts.all() == 1 ? "test: " : "tests: ");
  line += counted(counts.passed, "passed, ") + counted(counts.failed, "failed");
  if (counts.errors > 0) line += ", " + counted(counts.errors, "could not run");
  if (counts.unusable > 0)
    line += "; " + counted(counts.unusable, counts.unusable == 1 ? "scheme" : "schemes") + " cannot be used";
  const bool is_good = counts.passed == counts.all() && counts.unusable == 0;
  page.paragraph(0, 2, line, is_good ? Style::good : Style::bad);
}

}  // namespace assay::report
