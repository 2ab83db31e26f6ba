// The public face: the stages behind it, without their types.
#include "assay/assay.hpp"

#include "assay/assessor.hpp"
#include "assay/dossier_diagnostic.hpp"
#include "assay/problem.hpp"
#include "load/load.hpp"
#include "report/engine.hpp"
#include "report/json.hpp"
#include "report/text.hpp"

#include <exception>
#include <mutex>
#include <utility>
#include <variant>

#include <nlohmann/json.hpp>

namespace assay {

struct Scheme::Content {
  evaluate::Scheme scheme;

  /// Assessors that no thread uses at the moment.
  mutable std::mutex mutex;
  mutable std::vector<std::unique_ptr<Assessor>> idle;

  static Compiled compiled(Outcome<evaluate::Scheme> scheme, std::vector<Problem> problems) {
    Compiled compiled;
    compiled.problems = std::move(problems);
    if (!scheme) return compiled;
    auto content = std::make_shared<Content>();
    content->scheme = *std::move(scheme);
    compiled.scheme = Scheme(std::move(content));
    return compiled;
  }

  std::unique_ptr<Assessor> take() const {
    const std::lock_guard lock(mutex);
    if (idle.empty()) return std::make_unique<Assessor>(scheme);
    auto assessor = std::move(idle.back());
    idle.pop_back();
    return assessor;
  }
  void give_back(std::unique_ptr<Assessor> assessor) const {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(assessor));
  }
};

struct Report::Content {
  std::shared_ptr<const Scheme::Content> scheme;
  assessment::Assessment assessment;
};

namespace {

/// Runs `work`; an exception becomes a problem of an otherwise empty result.
template <typename Result, typename Work>
Result guarded(Work work) {
  try {
    return work();
  } catch (const std::exception& error) {
    Result result;
    result.problems.push_back(internal_problem(error.what()));
    return result;
  }
}

load::Options load_options(const CompileOptions& options) {
  return {.root = options.root, .library = options.library.empty() ? ASSAY_LIBRARY : options.library};
}

std::vector<Problem> problems_of_date(const std::string& text) {
  diagnostics::Diagnostics found;
  found.add({.code = diagnostics::Code::invalid_option_date,
             .arguments = {text},
             .at = {},
             .also = {},
             .help = {},
             .has_place = false});
  return problems_of(found, {});
}

std::vector<Problem> problems_of_findings(const std::vector<dossier::Finding>& findings, const std::string& path,
                                          std::string_view text) {
  if (findings.empty()) return {};
  source::Files files;
  const source::FileId file = files.add(source::File(path, std::string(text)));
  diagnostics::Diagnostics found;
  for (const dossier::Finding& finding : findings) found.add(diagnostic_of(finding, file, text));
  return problems_of(found, files);
}

std::vector<Problem> problems_of_unusable(const dossier::Unusable& unusable, const std::string& path,
                                          std::string_view text) {
  source::Files files;
  const source::FileId file = files.add(source::File(path, std::string(text)));
  diagnostics::Diagnostics found;
  found.add(diagnostic_of(unusable, file, text));
  return problems_of(found, files);
}

}  // namespace

std::string_view version() { return report::engine_version(); }

Report::Report(std::unique_ptr<Content> content) : content_(std::move(content)) {}
Report::Report(Report&&) noexcept = default;
Report& Report::operator=(Report&&) noexcept = default;
Report::~Report() = default;

std::string_view Report::decision() const { return assay::to_string(content_->assessment.decision.outcome); }

std::optional<Report::Verdict> Report::verdict(std::string_view requirement) const {
  for (const assessment::RequirementResult& result : content_->assessment.requirements) {
    if (result.id != requirement) continue;
    switch (result.judged.verdict) {
      case assay::Verdict::conforming: return Verdict::conforming;
      case assay::Verdict::nonconforming: return Verdict::nonconforming;
      case assay::Verdict::undetermined: return Verdict::undetermined;
      case assay::Verdict::not_applicable: return Verdict::not_applicable;
    }
  }
  return std::nullopt;
}

std::string Report::json() const {
  std::string out;
  report::write_json(content_->assessment, content_->scheme->scheme, report::Layout::pretty, out);
  return out;
}

std::string Report::json_line() const {
  std::string out;
  report::write_json(content_->assessment, content_->scheme->scheme, report::Layout::line, out);
  return out;
}

std::string Report::text(std::size_t width, bool color) const {
  std::string out;
  report::write_text(content_->assessment, content_->scheme->scheme, {.color = color, .width = width}, out);
  return out;
}

std::string_view to_string(Report::Verdict verdict) {
  switch (verdict) {
    case Report::Verdict::conforming: return "conforming";
    case Report::Verdict::nonconforming: return "nonconforming";
    case Report::Verdict::undetermined: return "undetermined";
    case Report::Verdict::not_applicable: return "not_applicable";
  }
  return "";
}

Scheme::Scheme(std::shared_ptr<const Content> content) : content_(std::move(content)) {}

std::string_view Scheme::id() const { return content_->scheme.model.header.id; }
std::string_view Scheme::title() const { return content_->scheme.model.header.title; }
std::string_view Scheme::version() const { return content_->scheme.model.header.version; }

std::vector<std::string> Scheme::requirements() const {
  std::vector<std::string> ids;
  for (const model::Requirement& requirement : content_->scheme.model.requirements) ids.push_back(requirement.id);
  return ids;
}

Compiled Scheme::from_file(const std::string& path, const CompileOptions& options) {
  return guarded<Compiled>([&] {
    source::Files files;
    diagnostics::Diagnostics found;
    auto scheme = load::load(path, load_options(options), files, found);
    return Content::compiled(std::move(scheme), problems_of(found, files));
  });
}

Compiled Scheme::from_text(const std::string& name, std::string text, const CompileOptions& options) {
  return guarded<Compiled>([&] {
    source::Files files;
    diagnostics::Diagnostics found;
    auto scheme = load::load_text(name, std::move(text), load_options(options), files, found);
    return Content::compiled(std::move(scheme), problems_of(found, files));
  });
}

Assessed Scheme::assess_text(std::string_view dossier, const AssessOptions& options) const {
  return guarded<Assessed>([&]() -> Assessed {
    DatePolicy dates;
    if (!options.as_of.empty()) {
      dates.as_of = parse_date(options.as_of);
      if (!dates.as_of) return {std::nullopt, problems_of_date(options.as_of)};
    }
    auto assessor = content_->take();
    assessor->look_for_evidence_below(options.evidence_root);
    auto outcome = assessor->assess(dossier, dates);
    auto problems = problems_of_findings(assessor->findings(), options.path, dossier);
    content_->give_back(std::move(assessor));
    if (const auto* unusable = std::get_if<assay::dossier::Unusable>(&outcome)) {
      return {std::nullopt, problems_of_unusable(*unusable, options.path, dossier)};
    }
    auto report = std::make_unique<Report::Content>();
    report->scheme = content_;
    report->assessment = std::get<assessment::Assessment>(std::move(outcome));
    report->assessment.path = options.path;
    return {Report(std::move(report)), std::move(problems)};
  });
}

Assessed Scheme::assess_json(const nlohmann::json& dossier, const AssessOptions& options) const {
  return guarded<Assessed>([&] { return assess_text(dossier.dump(), options); });
}

}  // namespace assay
