// assay attest: the statement of conformity that a recorded decision leads to, or why there is none.
#include "attestation/attest.hpp"

#include "assay/dossier_diagnostic.hpp"
#include "base/limits.hpp"
#include "cli/commands.hpp"
#include "cli/deliver.hpp"
#include "cli/problem.hpp"
#include "cli/refusal.hpp"
#include "load/digest.hpp"
#include "report/certificate.hpp"
#include "source/read.hpp"

#include <iterator>
#include <utility>

namespace assay::cli {

namespace {

using attestation::Assessed;
using attestation::Problem;
using diagnostics::Code;
using diagnostics::Diagnostics;

/// A report and the diagnostics over its text.
class Examination {
 public:
  Examination(std::string text, const AttestOptions& options) : options_(options) {
    file_ = files_.add(source::File(options.report, std::move(text)));
  }

  std::string_view text() const { return files_[file_].text(); }

  void add(const Problem& problem) {
    // What is wrong with an option stands nowhere in the report.
    const bool is_of_option =
        problem.code == Code::attestation_detail_missing || problem.code == Code::attestation_detail_invalid;
    found_.add(is_of_option ? cli::problem(problem.code, problem.arguments)
                            : diagnostic_of({.code = problem.code,
                                             .arguments = problem.arguments,
                                             .pointer = problem.place.pointer,
                                             .offset = problem.place.offset,
                                             .help = problem.help},
                                            file_, text()));
  }
  void add(const std::vector<Problem>& problems) {
    for (const Problem& problem : problems) add(problem);
  }
  void print() const { report_problems(found_, files_, options_.common); }

 private:
  const AttestOptions& options_;
  source::Files files_;
  source::FileId file_;
  Diagnostics found_;
};

ExitStatus unreadable(const source::ReadFailure& failure, const AttestOptions& options) {
  if (failure.kind == source::ReadFailure::Kind::too_large)
    report_problem(Code::report_too_large, {dossier_limit()});
  else
    report_problem(Code::file_not_readable, {options.report, failure.words});
  return ExitStatus::unusable;
}

std::string rendered(const attestation::Certificate& certificate, std::string_view format) {
  std::string out;
  if (format == "json")
    report::write_certificate_json(certificate, out);
  else if (format == "html")
    report::write_certificate_html(certificate, out);
  else
    report::write_certificate_markdown(certificate, out);
  return out;
}

ExitStatus refuse(Examination& examination, ExitStatus status) {
  examination.print();
  return status;
}

}  // namespace

ExitStatus attest(const AttestOptions& options) {
  auto content = source::read_file(options.report, limits::dossier_bytes);
  if (const auto* failure = std::get_if<source::ReadFailure>(&content)) return unreadable(*failure, options);
  Examination examination(std::get<std::string>(std::move(content)), options);
  const auto read = attestation::read_report(examination.text());
  if (const auto* problem = std::get_if<Problem>(&read)) {
    examination.add(*problem);
    return refuse(examination, ExitStatus::unusable);
  }
  const auto& assessed = std::get<Assessed>(read);
  if (const auto contradictions = attestation::contradictions(assessed); !contradictions.empty()) {
    examination.add(contradictions);
    return refuse(examination, ExitStatus::unusable);
  }
  const auto objections = attestation::objections(assessed);
  const auto problems = attestation::problems_of_details(options.details, assessed);
  examination.add(objections);
  examination.add(problems);
  if (!problems.empty()) return refuse(examination, ExitStatus::usage);
  if (!objections.empty()) return refuse(examination, ExitStatus::negative);
  const auto certificate = attestation::certificate_of(assessed, options.details, load::sha256_hex(examination.text()));
  return deliver(rendered(certificate, options.common.format), options.common.output, ExitStatus::success);
}

}  // namespace assay::cli
