// assay plan: what is still needed to a decision on a dossier; without one, all that the scheme takes.
#include "report/plan.hpp"
#include "assay/assessor.hpp"
#include "base/limits.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/dates.hpp"
#include "cli/deliver.hpp"
#include "cli/problem.hpp"
#include "cli/refusal.hpp"
#include "cli/scheme.hpp"
#include "source/read.hpp"

#include <iostream>
#include <variant>

namespace assay::cli {

namespace {

ExitStatus refuse(const dossier::Unusable& unusable, std::string_view text, const PlanOptions& options) {
  report_unusable(unusable, options.dossier, text, options.common);
  return ExitStatus::unusable;
}

/// `md` as everywhere; `markdown` says the same.
bool is_markdown(const CommonOptions& options) { return options.format == "md" || options.format == "markdown"; }

std::string rendered(const report::CasePlan& plan, const CommonOptions& options) {
  std::string out;
  if (options.format == "json") {
    report::write_plan_json(plan, report::Layout::pretty, out);
    return out + "\n";
  }
  is_markdown(options) ? report::write_plan_markdown(plan, out)
                       : report::write_plan_text(plan, text_options(options), out);
  return out;
}

std::string rendered(const inquiry::SchemePlan& plan, const evaluate::Scheme& scheme, const CommonOptions& options) {
  std::string out;
  if (options.format == "json") {
    report::write_plan_json(plan, scheme, report::Layout::pretty, out);
    return out + "\n";
  }
  is_markdown(options) ? report::write_plan_markdown(plan, scheme, out)
                       : report::write_plan_text(plan, scheme, text_options(options), out);
  return out;
}

ExitStatus plan_case(const evaluate::Scheme& scheme, const DatePolicy& dates, const PlanOptions& options) {
  const auto content = source::read_file(options.dossier, limits::dossier_bytes);
  if (const auto* failure = std::get_if<source::ReadFailure>(&content))
    return refuse(unusable_of(*failure, options.dossier), "", options);
  const auto& text = std::get<std::string>(content);
  Assessor assessor(scheme);
  assessor.look_for_evidence_below(options.common.evidence_root);
  auto assessed = assessor.assess(text, dates);
  if (const auto* unusable = std::get_if<dossier::Unusable>(&assessed)) return refuse(*unusable, text, options);
  auto& assessment = std::get<assessment::Assessment>(assessed);
  assessment.path = options.dossier;
  const auto outlook = assessor.outlook(assessment);
  if (!outlook)
    return refuse({.code = diagnostics::Code::too_many_steps,
                   .arguments = {std::to_string(limits::evaluation_steps)},
                   .offset = 0},
                  text, options);
  if (!options.common.quiet) std::cerr << rendered_findings(assessor.findings(), options.dossier, text, options.common);
  const inquiry::Plan plan = inquiry::plan_of(assessment, *outlook, scheme.model);
  return deliver(rendered({scheme, assessment, *outlook, plan}, options.common), options.common.output,
                 ExitStatus::success);
}

}  // namespace

ExitStatus plan(const PlanOptions& options) {
  if (options.scheme == "-" && options.dossier == "-") {
    report_problem(diagnostics::Code::usage, {"standard input can be read only once"});
    return ExitStatus::usage;
  }
  const auto dates = date_policy(options.common);
  if (!dates) return ExitStatus::usage;
  const auto scheme = load_scheme(options.scheme, options.common);
  if (!scheme) return ExitStatus::unusable;
  if (!options.dossier.empty()) return plan_case(*scheme, *dates, options);
  return deliver(rendered(inquiry::plan_of(scheme->model), *scheme, options.common), options.common.output,
                 ExitStatus::success);
}

}  // namespace assay::cli
