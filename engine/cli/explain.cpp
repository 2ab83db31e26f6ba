// assay explain: why one requirement got its verdict.
#include "inquiry/explain.hpp"

#include "assay/assessor.hpp"
#include "assay/dossier_diagnostic.hpp"
#include "base/limits.hpp"
#include "base/nearest.hpp"
#include "cli/commands.hpp"
#include "cli/dates.hpp"
#include "cli/deliver.hpp"
#include "cli/problem.hpp"
#include "cli/refusal.hpp"
#include "cli/scheme.hpp"
#include "report/explanation_json.hpp"
#include "source/read.hpp"

#include <variant>

namespace assay::cli {

namespace {

using assessment::Explanation;

std::optional<std::uint32_t> requirement_of(const std::string& id, const model::Scheme& scheme) {
  std::vector<std::string_view> ids;
  for (const model::Requirement& requirement : scheme.requirements) {
    if (requirement.id == id) return static_cast<std::uint32_t>(ids.size());
    ids.push_back(requirement.id);
  }
  std::vector<std::string> help;
  if (const auto near = nearest(id, ids)) help.push_back("did you mean '" + std::string(*near) + "'?");
  report_problem(diagnostics::Code::unknown_requirement, {id}, std::move(help));
  return std::nullopt;
}

ExitStatus refuse(const dossier::Unusable& unusable, std::string_view text, const ExplainOptions& options) {
  report_unusable(unusable, options.dossier, text, options.common);
  return ExitStatus::unusable;
}

std::string rendered(const model::Requirement& requirement, Verdict verdict, const std::vector<Explanation>& provisions,
                     const ExplainOptions& options) {
  std::string out;
  if (options.common.format == "json") {
    report::write_explanation_json(requirement.id, to_string(verdict), provisions, report::Layout::pretty, out);
    return out + "\n";
  }
  out = requirement.id + " \"" + requirement.title + "\": " + std::string(to_string(verdict)) + "\n";
  inquiry::write_explanation_text(provisions, options.dossier, out);
  return out;
}

}  // namespace

ExitStatus explain(const ExplainOptions& options) {
  const auto dates = date_policy(options.common);
  if (!dates) return ExitStatus::usage;
  const auto scheme = load_scheme(options.scheme, options.common);
  if (!scheme) return ExitStatus::unusable;
  const auto index = requirement_of(options.requirement, scheme->model);
  if (!index) return ExitStatus::usage;

  const auto content = source::read_file(options.dossier, limits::dossier_bytes);
  if (const auto* failure = std::get_if<source::ReadFailure>(&content)) {
    return refuse(unusable_of(*failure, options.dossier), "", options);
  }
  const auto& text = std::get<std::string>(content);
  Assessor assessor(*scheme);
  assessor.look_for_evidence_below(options.common.evidence_root);
  const auto assessed = assessor.assess(text, *dates);
  if (const auto* unusable = std::get_if<dossier::Unusable>(&assessed)) return refuse(*unusable, text, options);
  const auto explained = assessor.explain(text, *dates, *index);
  if (const auto* unusable = std::get_if<dossier::Unusable>(&explained)) return refuse(*unusable, text, options);

  const Verdict verdict = std::get<assessment::Assessment>(assessed).requirements[*index].judged.verdict;
  const auto& provisions = std::get<std::vector<Explanation>>(explained);
  const model::Requirement& requirement = scheme->model.requirements[model::RequirementId{*index}];
  return deliver(rendered(requirement, verdict, provisions, options), options.common.output, ExitStatus::success);
}

}  // namespace assay::cli
