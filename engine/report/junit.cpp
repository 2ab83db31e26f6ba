// Tests as JUnit XML. There is no standard; this is what build servers agree on: testsuites, testsuite, testcase,
// failure, error. Times are left out, for they would differ from run to run.
#include "report/test_report.hpp"

#include "base/utf8.hpp"

namespace assay::report {

namespace {

using trial::Cause;
using trial::ExpectationResult;
using trial::Place;
using trial::SuiteResult;
using trial::TestResult;

/// XML 1.0 production 2: no control characters but tab and line ends, no U+FFFE and U+FFFF, not even as references.
bool is_xml_character(std::string_view character) {
  const auto byte = static_cast<unsigned char>(character.front());
  if (byte < 0x20) return byte == '\t' || byte == '\n' || byte == '\r';
  return character != "\xEF\xBF\xBE" && character != "\xEF\xBF\xBF";
}

/// In an attribute a reader makes blanks of line ends and tabs that are not references.
void append_character(std::string_view character, bool in_attribute, std::string& out) {
  switch (character.front()) {
    case '&': out += "&amp;"; return;
    case '<': out += "&lt;"; return;
    case '>': out += "&gt;"; return;
    case '"': out += "&quot;"; return;
    case '\r': out += "&#13;"; return;
    case '\t': out += in_attribute ? "&#9;" : "\t"; return;
    case '\n': out += in_attribute ? "&#10;" : "\n"; return;
    default: out += character;
  }
}

std::string escaped(std::string_view text, bool in_attribute) {
  std::string out;
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const std::string_view character = text.substr(0, length == 0 ? 1 : length);
    if (length > 0 && is_xml_character(character))
      append_character(character, in_attribute, out);
    else
      out += "\xEF\xBF\xBD";
    text.remove_prefix(character.size());
  }
  return out;
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + escaped(value, true) + "\"";
}
std::string attribute(std::string_view name, std::size_t value) { return attribute(name, std::to_string(value)); }

std::string words_of(const Place& place) {
  return place.file + ":" + std::to_string(place.position.line) + ":" + std::to_string(place.position.column);
}

std::string details_of(const ExpectationResult& expectation) {
  std::string text = "expect " + expectation.text + "  (" + words_of(expectation.at) + ")\n";
  text += "  expected  " + expectation.expected + "\n  found     " + expectation.found + "\n";
  for (const Cause& cause : expectation.because) {
    text += "  because   " + cause.message;
    if (cause.at) text += "  " + words_of(*cause.at);
    if (!cause.pointer.empty()) text += " (" + cause.pointer + ")";
    text += "\n";
  }
  return text;
}

void write_problem(std::string_view element, std::string_view message, std::string_view type, std::string_view text,
                   std::string& out) {
  out += "      <" + std::string(element) + attribute("message", message) + attribute("type", type) + ">";
  out += escaped(text, false) + "</" + std::string(element) + ">\n";
}

/// One a case: readers take the first and leave the others.
void write_failures(const TestResult& test, std::string& out) {
  std::string message;
  std::string details;
  for (const ExpectationResult& expectation : test.expectations) {
    if (expectation.is_met) continue;
    if (!message.empty()) message += "; ";
    message += expectation.text + ": found " + expectation.found;
    details += details_of(expectation);
  }
  write_problem("failure", message, "expectation", details, out);
}

void write_test(const TestResult& test, const SuiteResult& suite, std::string& out) {
  out += "    <testcase" + attribute("name", test.title) + attribute("classname", suite.id);
  out += attribute("file", test.at.file) + attribute("line", std::size_t{test.at.position.line});
  if (test.has_passed()) {
    out += "/>\n";
    return;
  }
  out += ">\n";
  if (test.error) {
    const std::string place = test.error->at ? words_of(*test.error->at) : "";
    write_problem("error", test.error->message, test.error->code, place, out);
  } else {
    write_failures(test, out);
  }
  out += "    </testcase>\n";
}

/// A scheme with errors shows as a case that could not run, so that nobody takes its silence for success.
void write_unusable(const SuiteResult& suite, std::string& out) {
  out += "    <testcase" + attribute("name", "the scheme") + attribute("classname", suite.path) + ">\n";
  write_problem("error", "the scheme cannot be used; none of its tests ran", "scheme", "", out);
  out += "    </testcase>\n";
}

std::string counts_of(const trial::Counts& counts) {
  return attribute("tests", counts.all() + counts.unusable) + attribute("failures", counts.failed) +
         attribute("errors", counts.errors + counts.unusable) + attribute("skipped", 0);
}

}  // namespace

void write_tests_junit(const std::vector<SuiteResult>& suites, std::string& out) {
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  out += "<testsuites" + attribute("name", "assay") + counts_of(trial::count(suites)) + ">\n";
  for (const SuiteResult& suite : suites) {
    out += "  <testsuite" + attribute("name", suite.path) + counts_of(trial::count({suite})) + ">\n";
    if (!suite.is_usable) write_unusable(suite, out);
    for (const TestResult& test : suite.tests) write_test(test, suite, out);
    out += "  </testsuite>\n";
  }
  out += "</testsuites>\n";
}

}  // namespace assay::report
