#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/file.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What came of tests, as plain data.
namespace assay::trial {

/// Where something stands: in the scheme, or in the file that a test gives.
struct Place {
  std::string file;
  source::Position position;
};

/// One reason for what was found.
struct Cause {
  std::string message;
  std::string pointer;  ///< of a place in the dossier; may be empty
  std::optional<Place> at;
};

struct ExpectationResult {
  std::string text;  ///< as written behind `expect`
  Place at;
  bool is_met = false;
  std::string expected;
  std::string found;
  std::vector<Cause> because;  ///< of an expectation that is not met
};

/// Why a test could not run: its dossier cannot be read, a change leads nowhere, it has no date.
struct Error {
  std::string_view code;
  std::string message;
  std::optional<Place> at;
  std::vector<std::string> help;
};

struct TestResult {
  std::string title;
  Place at;
  std::string given;            ///< the file; empty for a dossier in the test itself
  std::string assessment_date;  ///< empty without one
  std::vector<diagnostics::Diagnostic> warnings;
  std::optional<Error> error;
  std::vector<ExpectationResult> expectations;  ///< none with an error

  bool has_passed() const;
};

/// The tests of one scheme.
struct SuiteResult {
  std::string path;  ///< as given
  std::string id;
  std::string version;
  bool is_usable = true;  ///< false: the scheme cannot be read or has errors, and nothing ran
  std::vector<TestResult> tests;
};

struct Counts {
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t errors = 0;    ///< tests that could not run
  std::size_t unusable = 0;  ///< schemes
  std::size_t all() const { return passed + failed + errors; }
};
Counts count(const std::vector<SuiteResult>& suites);

}  // namespace assay::trial
