// assay test: the tests of schemes. Those of files drawn in by `use` cannot be: a test belongs to a whole scheme.
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/deliver.hpp"
#include "cli/log.hpp"
#include "cli/problem.hpp"
#include "cli/scheme.hpp"
#include "load/given.hpp"
#include "report/test_report.hpp"
#include "trial/run.hpp"

#include <algorithm>
#include <utility>

namespace assay::cli {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;
using trial::SuiteResult;

/// What all schemes together came to.
struct Run {
  std::vector<SuiteResult> suites;
  ExitStatus status = ExitStatus::success;
  std::size_t tests = 0;  ///< with those that the filter left out
};

bool is_unreadable(const diagnostics::Diagnostics& found) {
  const auto& all = found.all();
  return std::any_of(all.begin(), all.end(), [](const Diagnostic& diagnostic) {
    const bool is_reading = diagnostic.code == Code::file_not_readable || diagnostic.code == Code::file_too_large;
    return is_reading && !diagnostic.has_place;
  });
}

trial::ReadGiven reader_of(const std::string& scheme, const load::Options& options) {
  return [scheme, options](const std::string& path) -> std::variant<source::File, Diagnostic> {
    auto read = load::read_given(path, scheme, options);
    if (auto* refusal = std::get_if<Diagnostic>(&read)) return std::move(*refusal);
    auto& file = std::get<load::GivenFile>(read);
    return source::File(std::move(file.name), std::move(file.text));
  };
}

bool is_selected(const model::Test& test, const std::string& filter) {
  return test.title.find(filter) != std::string::npos;
}

SuiteResult run_suite(const std::string& path, const evaluate::Scheme& scheme, const TestOptions& options, Run& run) {
  SuiteResult suite{.path = path,
                    .id = scheme.model.header.id,
                    .version = scheme.model.header.version,
                    .is_usable = true,
                    .tests = {}};
  diagnostics::Diagnostics found;
  trial::Runner runner(scheme, reader_of(path, load_options(options.common)));
  for (const model::Test& test : scheme.model.tests) {
    ++run.tests;
    if (!is_selected(test, options.filter)) continue;
    suite.tests.push_back(runner.run(test));
    for (const Diagnostic& warning : suite.tests.back().warnings) found.add(warning);
    if (!suite.tests.back().has_passed()) run.status = graver(run.status, ExitStatus::negative);
  }
  report_problems(found, *scheme.files, options.common);
  if (options.warnings_as_errors && !found.all().empty()) run.status = graver(run.status, ExitStatus::negative);
  log_info("scheme " + path + ": " + std::to_string(suite.tests.size()) + " tests");
  return suite;
}

void run_scheme(const std::string& path, const TestOptions& options, Run& run) {
  source::Files files;
  diagnostics::Diagnostics found;
  const auto scheme = load::load(path, load_options(options.common), files, found);
  if (scheme) {
    run.suites.push_back(run_suite(path, *scheme, options, run));
    return;
  }
  report_problems(errors_only(found), files, options.common);
  run.status = graver(run.status, is_unreadable(found) ? ExitStatus::unusable : ExitStatus::negative);
  run.suites.push_back({.path = path, .id = {}, .version = {}, .is_usable = false, .tests = {}});
}

/// That nothing ran must not look like success.
void report_nothing_run(const TestOptions& options, Run& run) {
  const trial::Counts counts = trial::count(run.suites);
  if (counts.all() > 0 || counts.unusable > 0) return;
  run.status = graver(run.status, ExitStatus::unusable);
  if (run.tests > 0) return report_problem(Code::filter_matches_none, {options.filter});
  report_problem(Code::no_test, {}, {"write a test into the scheme, as 'test \"…\" { given { … } expect … }'"});
}

std::string rendered(const Run& run, const TestOptions& options) {
  std::string out;
  if (options.common.format == "json")
    report::write_tests_json(run.suites, out);
  else if (options.common.format == "junit")
    report::write_tests_junit(run.suites, out);
  else
    report::write_tests_text(run.suites, text_options(options.common), options.common.quiet, out);
  return out;
}

}  // namespace

ExitStatus test(const TestOptions& options) {
  Run run;
  for (const std::string& path : options.schemes) run_scheme(path, options, run);
  report_nothing_run(options, run);
  return deliver(rendered(run, options), options.common.output, run.status);
}

}  // namespace assay::cli
