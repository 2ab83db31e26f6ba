// What must not make a difference: order of writing, memory that was used before.
#include "laws/assessed.hpp"
#include "report/json.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

namespace assay::laws {
namespace {

using assessment::Assessment;

struct Outcome {
  DecisionOutcome decision{};
  std::map<std::string, std::vector<Truth>> provisions;
  std::map<std::string, std::pair<Judged, bool>> verdicts;
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

Outcome outcome_of(const Assessment& assessment) {
  Outcome outcome;
  outcome.decision = assessment.decision.outcome;
  for (const auto& requirement : assessment.requirements) {
    const std::string id(requirement.id);
    outcome.verdicts[id] = {requirement.judged, requirement.applies_reasons.empty()};
    for (const auto& provision : requirement.provisions) outcome.provisions[id].push_back(provision.met);
  }
  return outcome;
}

Outcome outcome_of(const std::string& scheme, const reference::Json& dossier) {
  const auto made = compiled(scheme);
  return outcome_of(assessed(*made, to_text(dossier)));
}

std::string report(const evaluate::Scheme& scheme, const Assessment& assessment) {
  std::string text;
  report::write_json(assessment, scheme, report::Layout::pretty, text);
  return text;
}

RC_GTEST_PROP(OrderLaws, VerdictsDoNotDependOnTheOrderOfRequirements, ()) {
  const Case made = any_case();
  SchemeText reversed = made.text;
  std::reverse(reversed.requirements.begin(), reversed.requirements.end());
  const auto found = outcome_of(made.text.text(), made.dossier);
  RC_ASSERT((outcome_of(reversed.text(), made.dossier) == found));
}

RC_GTEST_PROP(OrderLaws, VerdictsDoNotDependOnTheOrderOfOperands, ()) {
  auto choices = any_choices(scheme_choices);
  auto same_choices = choices;
  auto for_dossier = any_choices(dossier_choices);
  const std::string text = any_scheme(choices, {}).text();
  const std::string reversed = any_scheme(same_choices, {.reversed = true}).text();
  const auto dossier = any_dossier(for_dossier, compiled(text)->model, Quality::broken);
  RC_LOG() << text << "\n" << to_text(dossier) << "\n";
  RC_ASSERT((outcome_of(text, dossier) == outcome_of(reversed, dossier)));
}

RC_GTEST_PROP(OrderLaws, VerdictsDoNotDependOnTheOrderOfKeys, ()) {
  const Case made = any_case();
  const auto found = outcome_of(assessed(*made.scheme, to_text(made.dossier)));
  const auto reversed = outcome_of(assessed(*made.scheme, to_text(with_members_reversed(made.dossier))));
  RC_ASSERT((found == reversed));
}

RC_GTEST_PROP(OrderLaws, ReportBytesAreDeterministic, ()) {
  const Case made = any_case();
  auto choices = any_choices(dossier_choices);
  const std::string dossier = to_text(made.dossier);
  const std::string other = to_text(any_completion(choices, made.scheme->model, made.dossier));
  const std::string expected = report(*made.scheme, assessed(*made.scheme, dossier));
  const std::string expected_of_other = report(*made.scheme, assessed(*made.scheme, other));
  dossier::Dossier facts;
  const auto workspace = evaluate::make_workspace(*made.scheme);
  for (const std::string* text : {&dossier, &other, &dossier}) {
    RC_ASSERT(!dossier::read(*text, made.scheme->model, facts));
    const auto found = evaluate::evaluate(*made.scheme, facts, today, *workspace);
    RC_ASSERT(found.has_value());
    RC_ASSERT(report(*made.scheme, *found) == (text == &other ? expected_of_other : expected));
  }
}

}  // namespace
}  // namespace assay::laws
