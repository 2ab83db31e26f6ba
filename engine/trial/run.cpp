// A test, from what is given to what was found.
#include "trial/run.hpp"

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "trial/change.hpp"
#include "trial/composition.hpp"
#include "trial/judge.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace assay::trial {

namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;

/// The byte at a line and column of a text; columns count code points.
std::size_t offset_of(const source::File& file, const assessment::DossierPlace& place) {
  const std::string_view line = file.line(place.line);
  std::size_t within = 0;
  for (std::uint32_t column = 1; column < place.column && within < line.size(); ++column)
    within += std::max<std::size_t>(1, utf8_length(line.substr(within)));
  return file.line_start(place.line) + within;
}

Place place_at(const source::File& file, std::size_t offset) { return {file.path(), file.position(offset)}; }

Error error_of(Code code, std::vector<std::string> arguments, std::optional<Place> at,
               std::vector<std::string> help = {}) {
  const Diagnostic diagnostic{.code = code, .arguments = std::move(arguments)};
  return {diagnostics::entry(code).code, diagnostics::message(diagnostic), std::move(at), std::move(help)};
}

/// One run of one test.
class Trial {
 public:
  Trial(const evaluate::Scheme& scheme, const ReadGiven& read, const model::Test& test)
      : scheme_(scheme), read_(read), test_(test), own_file_((*scheme.files)[test.span.file]) {
    result_.title = test.title;
    result_.at = place_of(test.span);
  }

  TestResult run(const dossier::Vocabulary& vocabulary, evaluate::Workspace& workspace) {
    if (!take_given() || !make_changes()) return std::move(result_);
    dossier::Dossier dossier;
    if (auto unusable = dossier::read(dossier_->text(), scheme_.model, vocabulary, dossier)) {
      fail(unusable->code, std::move(unusable->arguments), located(unusable->offset));
      return std::move(result_);
    }
    warn_of_undeclared(dossier);
    const auto date = test_.on ? test_.on : dossier.assessment_date;
    if (!date) {
      fail(Code::test_without_date, {}, result_.at, {"write 'on' and a date behind what is given"});
      return std::move(result_);
    }
    result_.assessment_date = to_string(*date);
    assess(dossier, *date, workspace);
    return std::move(result_);
  }

 private:
  Place place_of(source::Span span) const { return place_at(own_file_, span.begin); }
  std::string_view text_of(source::Span span) const {
    return own_file_.text().substr(span.begin, span.end - span.begin);
  }
  Place located(std::size_t offset) const {
    const Origin origin = dossier_->origin_of(offset);
    return place_at(*origin.file, origin.offset);
  }
  void fail(Code code, std::vector<std::string> arguments, Place at, std::vector<std::string> help = {}) {
    result_.error = error_of(code, std::move(arguments), std::move(at), std::move(help));
  }

  bool take_given();
  bool make_changes();
  void warn_of_undeclared(const dossier::Dossier& dossier);
  void assess(const dossier::Dossier& dossier, Date date, evaluate::Workspace& workspace);

  const evaluate::Scheme& scheme_;
  const ReadGiven& read_;
  const model::Test& test_;
  const source::File& own_file_;
  std::optional<source::File> given_file_;
  std::optional<Composition> dossier_;
  TestResult result_;
};

bool Trial::take_given() {
  if (const auto* span = std::get_if<source::Span>(&test_.given.dossier)) {
    dossier_.emplace(text_of(*span), Origin{&own_file_, span->begin});
    return true;
  }
  result_.given = std::get<std::string>(test_.given.dossier);
  auto read = read_(result_.given);
  if (auto* refusal = std::get_if<Diagnostic>(&read)) {
    fail(refusal->code, std::move(refusal->arguments), place_of(test_.given.at), std::move(refusal->help));
    return false;
  }
  given_file_ = std::get<source::File>(std::move(read));
  result_.given = given_file_->path();
  dossier_.emplace(given_file_->text(), Origin{&*given_file_, 0});
  return true;
}

bool Trial::make_changes() {
  for (const model::Change& change : test_.given.changes) {
    const std::string_view value = change.value ? text_of(*change.value) : std::string_view();
    const Origin from{&own_file_, change.value ? change.value->begin : change.at.begin};
    auto fault = apply(change, value, from, *dossier_);
    if (!fault) continue;
    fail(Code::pointer_leads_nowhere, {change.pointer, *std::move(fault)}, place_of(change.at));
    return false;
  }
  return true;
}

/// A change that adds a key which the scheme does not declare changes nothing: most often it is misspelt.
void Trial::warn_of_undeclared(const dossier::Dossier& dossier) {
  for (const dossier::Finding& finding : dossier.findings) {
    if (finding.code != Code::undeclared_key) continue;
    const Origin origin = dossier_->origin_of(finding.offset);
    const auto& changes = test_.given.changes;
    const auto by = std::find_if(changes.begin(), changes.end(), [&](const model::Change& change) {
      return origin.file == &own_file_ && change.value && origin.offset >= change.value->begin &&
             origin.offset < change.value->end;
    });
    if (by == changes.end()) continue;
    Diagnostic warning{.code = Code::test_adds_undeclared_key, .arguments = finding.arguments, .at = {by->at, ""}};
    if (!finding.help.empty()) warning.help = {finding.help};
    result_.warnings.push_back(std::move(warning));
  }
}

void Trial::assess(const dossier::Dossier& dossier, Date date, evaluate::Workspace& workspace) {
  const auto assessment = evaluate::evaluate(scheme_, dossier, date, workspace);
  if (!assessment) return fail(Code::too_many_steps, {std::to_string(limits::evaluation_steps)}, result_.at);
  const source::File assessed("", dossier_->text());
  const Locate locate = [&](const assessment::DossierPlace& place) { return located(offset_of(assessed, place)); };
  const ExplainValue explain = [&](std::uint32_t position) {
    return evaluate::explain_value(scheme_, dossier, date, position, workspace);
  };
  for (const model::Expectation& expectation : test_.expectations) {
    result_.expectations.push_back(judge(expectation, *assessment, scheme_, locate, explain));
    result_.expectations.back().at = place_of(expectation.span);
  }
}

}  // namespace

TestResult Runner::run(const model::Test& test) { return Trial(scheme_, read_, test).run(vocabulary_, *workspace_); }

}  // namespace assay::trial
