#pragma once

#include "report/text_page.hpp"
#include "trial/result.hpp"

#include <string>
#include <vector>

// What came of tests, in three forms. None holds a time: the same tests give the same bytes.
namespace assay::report {

/// For people, the counts last. `only_failures` leaves out what passed.
void write_tests_text(const std::vector<trial::SuiteResult>& suites, TextOptions options, bool only_failures,
                      std::string& out);

/// As JSON, its keys in the order of schemas/test-report.schema.json.
void write_tests_json(const std::vector<trial::SuiteResult>& suites, std::string& out);

/// As JUnit XML, the form that build servers read: a suite a scheme, a case a test.
void write_tests_junit(const std::vector<trial::SuiteResult>& suites, std::string& out);

}  // namespace assay::report
