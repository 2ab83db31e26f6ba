// Laws of profiles: what says `stricter` never comes to a better end than the scheme, and a changed scheme is assessed
// as any other.
#include "diagnostics/render.hpp"
#include "laws/assessed.hpp"
#include "load/load.hpp"
#include "temporary_folder.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace assay::laws {
namespace {

using SchemePtr = std::shared_ptr<const evaluate::Scheme>;

/// The scheme in a file of its own, for a profile names it by its path.
class Folder {
 public:
  explicit Folder(const std::string& scheme) { std::ofstream(folder_ / "base.assay") << scheme; }

  /// Nothing if the only objection is that the profile cannot be shown to be stricter.
  SchemePtr profile(const std::string& text) const {
    source::Files files;
    diagnostics::Diagnostics diagnostics;
    auto scheme =
        load::load_text("profile.assay", text, {.root = folder_.path().string(), .library = ""}, files, diagnostics);
    if (scheme) return std::make_shared<const evaluate::Scheme>(*std::move(scheme));
    std::ostringstream words;
    diagnostics::render_text(diagnostics, files, diagnostics::Color::never, words);
    for (const auto& one : diagnostics.all())
      if (one.code != diagnostics::Code::not_shown_stricter &&
          diagnostics::severity(one) == diagnostics::Severity::error)
        RC_FAIL("a generated profile does not compile:\n" + text + "\n" + words.str());
    return nullptr;
  }

 private:
  TemporaryFolder folder_;
};

/// Decisions of which some are shown to follow and some are not, beside those that are generated. Those that never read
/// `waived` do not go with a scheme that admits waivers.
std::string any_decision(Choices& choices, const SchemeText& scheme) {
  if (scheme.head.find("waivers by") != std::string::npos) return choices.one_in(2) ? "" : scheme.decision;
  static const std::vector<std::string> written{
      "",
      "decision { refuse when majors > 0 conditional when minors > 0 grant otherwise }",
      "decision { refuse when nonconforming > 0 grant otherwise }",
      "decision { grant when nonconforming = 0 refuse otherwise }",
      "decision { refuse when majors > 0 grant otherwise }",
      "decision { suspend when majors > 0 reduce when minors > 0 or observations > 0 maintain otherwise }",
      "decision { grant when nonconforming = 0 and majors = 0 conditional when majors < 2 refuse otherwise }",
      "decision { refuse when majors + minors > 1 conditional when nonconforming >= 1 grant otherwise }",
      "decision { decline when applicable = 0 refuse when not (nonconforming = 0) grant otherwise }",
      "decision { defer when observations > 1 refuse when majors > 1 conditional when 0 < nonconforming grant "
      "otherwise }",
      "decision { refuse when verdict(R-1) is nonconforming conditional when nonconforming > 0 grant otherwise }"};
  const std::size_t number = choices.below(written.size() + 4);
  return number < written.size() ? written[number] : scheme.decision;
}

std::string begin_profile(bool is_stricter) {
  return std::string("profile \"Generated profile\"") + (is_stricter ? " stricter" : "") +
         " of \"base.assay\" {\n  set id \"example.org/profile\"\n  set version \"1\"\n";
}

std::string demands(Choices& choices, const SchemeText& scheme) {
  std::string text;
  for (std::size_t i = 0; i < scheme.tightenings.size(); ++i)
    if (choices.one_in(2)) text += "  tighten R-" + std::to_string(i + 1) + " {\n" + scheme.tightenings[i] + "  }\n";
  for (const std::string& addition : scheme.additions) text += "  add " + addition;
  return text;
}

/// Takes a requirement out, or makes a recommendation of its first shall.
std::string concessions(Choices& choices, const model::Scheme& scheme) {
  std::string text;
  for (const model::Requirement& requirement : scheme.requirements) {
    if (choices.one_in(3)) {
      text += "  exempt " + requirement.id + " because \"no\"\n";
      continue;
    }
    const auto is_shall = [](const model::Provision& one) { return one.modal == Modal::shall; };
    const auto& provisions = requirement.provisions;
    const auto first = std::find_if(provisions.begin(), provisions.end(), is_shall);
    const bool is_only = std::count_if(provisions.begin(), provisions.end(), is_shall) < 2;
    if (first == provisions.end() || (is_only && requirement.evidence.empty()) || !choices.one_in(2)) continue;
    text += "  relax " + first->id + " because \"no\"\n";
  }
  return text;
}

int rank(DecisionOutcome outcome) {
  switch (outcome) {
    case DecisionOutcome::refuse:
    case DecisionOutcome::decline:
    case DecisionOutcome::withdraw: return 0;
    case DecisionOutcome::suspend: return 1;
    case DecisionOutcome::reduce: return 2;
    case DecisionOutcome::conditional: return 3;
    default: return 4;
  }
}

bool is_no_better(DecisionOutcome strict, DecisionOutcome plain) {
  if (strict == DecisionOutcome::defer) return true;
  if (plain == DecisionOutcome::defer) return sign_of(strict) != OutcomeSign::positive;
  return rank(strict) <= rank(plain);
}

bool is_no_better(const Judged& strict, const Judged& plain) {
  switch (plain.verdict) {
    case Verdict::conforming: return strict.verdict != Verdict::not_applicable;
    case Verdict::not_applicable: return strict.verdict == Verdict::not_applicable;
    case Verdict::undetermined:
      return strict.verdict == Verdict::undetermined || strict.verdict == Verdict::nonconforming;
    case Verdict::nonconforming: return strict.verdict == Verdict::nonconforming && strict.grade >= plain.grade;
  }
  return false;
}

/// Of a requirement that only the profile adds there may be a nonconformity record, which keeps the plain scheme from
/// any positive decision: it cannot be placed there.
bool has_unplaced_record(const assessment::Assessment& assessment) {
  return std::any_of(assessment.data_findings.begin(), assessment.data_findings.end(),
                     [](const assessment::DataFinding& finding) { return finding.code == "E1054"; });
}

RC_GTEST_PROP(ProfileLaws, StricterIsNeverBetter, ()) {
  auto choices = any_choices(scheme_choices);
  auto for_profile = any_choices(dossier_choices);
  auto for_dossier = any_choices(dossier_choices);
  SchemeText text = any_scheme(choices, {});
  text.decision = any_decision(for_profile, text);
  const auto plain = compiled(text.text());
  const std::string profile = begin_profile(true) + demands(for_profile, text) + "}\n";
  const auto strict = Folder(text.text()).profile(profile);
  RC_CLASSIFY(strict != nullptr);
  if (!strict) return;
  const auto quality = *rc::gen::element(Quality::broken, Quality::partial, Quality::complete);
  const auto dossier = any_dossier(for_dossier, strict->model, quality);
  RC_LOG() << text.text() << "\n" << profile << "\n" << to_text(dossier) << "\n";
  const auto before = assessed(*plain, to_text(dossier));
  const auto after = assessed(*strict, to_text(dossier));
  for (std::size_t i = 0; i < before.requirements.size(); ++i) {
    RC_ASSERT(after.requirements[i].id == before.requirements[i].id);
    RC_ASSERT(is_no_better(after.requirements[i].judged, before.requirements[i].judged));
  }
  const DecisionOutcome outcome = before.decision.outcome;
  if (has_unplaced_record(before))
    RC_ASSERT(sign_of(outcome) != OutcomeSign::positive);
  else
    RC_ASSERT(is_no_better(after.decision.outcome, outcome));
}

RC_GTEST_PROP(ProfileLaws, EngineAgreesWithReferenceUnderAProfile, ()) {
  auto choices = any_choices(scheme_choices);
  auto for_profile = any_choices(dossier_choices);
  auto for_dossier = any_choices(dossier_choices);
  const SchemeText text = any_scheme(choices, {});
  const auto plain = compiled(text.text());
  std::string changes;
  for (const std::string& addition : text.additions) changes += "  add " + addition;
  const std::string profile = begin_profile(false) + concessions(for_profile, plain->model) + changes + "}\n";
  const auto changed = Folder(text.text()).profile(profile);
  RC_ASSERT(changed != nullptr);
  const auto quality = *rc::gen::element(Quality::broken, Quality::partial, Quality::complete);
  const auto dossier = any_dossier(for_dossier, changed->model, quality);
  RC_LOG() << text.text() << "\n" << profile << "\n" << to_text(dossier) << "\n";
  const auto expected = reference::assess(changed->model, dossier, today);
  const auto found = findings_of(assessed(*changed, to_text(dossier)), changed->model);
  RC_ASSERT(to_text(found) == to_text(expected));
  for (std::size_t i = 0; i < changed->model.requirements.size(); ++i) {
    const std::string& id = changed->model.requirements[changed->model.requirements.id_at(i)].id;
    const bool is_exempt = profile.find("exempt " + id + " ") != std::string::npos;
    // A nonconformity that is on record stays until it is closed.
    if (is_exempt && !found.requirements[i].has_open_record)
      RC_ASSERT(found.requirements[i].verdict == "not_applicable");
  }
}

}  // namespace
}  // namespace assay::laws
