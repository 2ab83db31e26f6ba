// assay check: what is wrong with schemes, what they do not say, and what a diagnostic code means.
#include "base/nearest.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/deliver.hpp"
#include "cli/pages.hpp"
#include "cli/problem.hpp"
#include "cli/scheme.hpp"
#include "diagnostics/render.hpp"
#include "report/completeness.hpp"

#include <algorithm>
#include <sstream>

namespace assay::cli {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;
using diagnostics::Diagnostics;

bool is_unreadable(const Diagnostic& diagnostic) {
  const bool is_reading = diagnostic.code == Code::file_not_readable || diagnostic.code == Code::file_too_large;
  return is_reading && !diagnostic.has_place;
}

bool is_finding(const Diagnostic& diagnostic, bool warnings_as_errors) {
  const diagnostics::Severity severity = diagnostics::severity(diagnostic);
  if (severity == diagnostics::Severity::error) return true;
  return warnings_as_errors && severity == diagnostics::Severity::warning;
}

ExitStatus status_of(const Diagnostics& found, const CheckOptions& options) {
  const auto& all = found.all();
  if (std::any_of(all.begin(), all.end(), is_unreadable)) return ExitStatus::unusable;
  const bool has_findings = std::any_of(all.begin(), all.end(), [&](const Diagnostic& diagnostic) {
    return is_finding(diagnostic, options.warnings_as_errors);
  });
  return has_findings ? ExitStatus::negative : ExitStatus::success;
}

std::string upper(std::string code) {
  for (char& letter : code) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  return code;
}

ExitStatus unknown_code(const std::string& code) {
  std::vector<std::string_view> codes;
  for (const diagnostics::CodeEntry& entry : diagnostics::all_codes()) codes.push_back(entry.code);
  std::vector<std::string> help;
  if (const auto near = nearest(code, codes)) help.push_back("did you mean '" + std::string(*near) + "'?");
  report_problem(Code::unknown_code, {code}, std::move(help));
  return ExitStatus::usage;
}

ExitStatus explain_code(const std::string& code, const std::string& output) {
  const std::string name = upper(code);
  for (const diagnostics::CodeEntry& entry : diagnostics::all_codes()) {
    if (entry.code != name) continue;
    const std::string_view page = page_of(name);
    const std::string headline = name + ": " + std::string(entry.headline) + "\n";
    return deliver(page.empty() ? headline : page, output, ExitStatus::success);
  }
  return unknown_code(code);
}

report::SchemeCompleteness completeness_of(const std::string& path, const Outcome<evaluate::Scheme>& scheme) {
  report::SchemeCompleteness of{.path = path, .header = {}, .files = {}, .findings = {}};
  if (!scheme) return of;
  of.header = scheme->model.header;
  of.files = scheme->files;
  of.findings = completeness::completeness_of(scheme->model);
  return of;
}

/// An item that is missing is a finding, as an error is.
ExitStatus deliver_completeness(const std::vector<report::SchemeCompleteness>& schemes, ExitStatus status,
                                const CheckOptions& options) {
  for (const auto& of : schemes)
    if (of.header && !completeness::is_complete(of.findings)) status = graver(status, ExitStatus::negative);
  std::string out;
  if (options.common.format == "json")
    report::write_completeness_json(schemes, out);
  else
    report::write_completeness_text(schemes, text_options(options.common), options.common.quiet, out);
  return deliver(out, options.common.output, status);
}

}  // namespace

ExitStatus check(const CheckOptions& options) {
  if (!options.explained_code.empty()) return explain_code(options.explained_code, options.common.output);

  source::Files files;
  Diagnostics found;
  std::vector<report::SchemeCompleteness> schemes;
  for (const std::string& path : options.schemes) {
    const auto scheme = load::load(path, load_options(options.common), files, found);
    if (options.completeness) schemes.push_back(completeness_of(path, scheme));
  }
  const ExitStatus status = status_of(found, options);
  const Diagnostics shown = options.common.quiet ? errors_only(found) : found;
  if (options.completeness) {
    report_problems(shown, files, options.common);
    return deliver_completeness(schemes, status, options);
  }
  if (options.common.format == "json" || options.common.format == "sarif") {
    std::ostringstream out;
    options.common.format == "json" ? diagnostics::render_json(shown, files, out)
                                    : diagnostics::render_sarif(shown, files, out);
    return deliver(out.str(), options.common.output, status);
  }
  report_problems(shown, files, options.common);
  return status;
}

}  // namespace assay::cli
