// Laws of what is said no longer to matter.
#include "evaluate/outlook.hpp"
#include "laws/assessed.hpp"
#include "laws/evidence_text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace assay::laws {
namespace {

using assessment::Assessment;
using assessment::IdleQuestion;
using assessment::NeedKind;
using assessment::Outlook;
using reference::Json;

Outlook outlook(const evaluate::Scheme& scheme, const std::string& dossier) {
  dossier::Dossier facts;
  RC_ASSERT(!dossier::read(dossier, scheme.model, facts));
  const auto workspace = evaluate::make_workspace(scheme);
  RC_ASSERT(evaluate::evaluate(scheme, facts, today, *workspace).has_value());
  auto found = evaluate::outlook(scheme, facts, today, *workspace);
  RC_ASSERT(found.has_value());
  return *std::move(found);
}

/// Every verdict with its grade, and the decision.
std::string verdicts(const Assessment& assessment) {
  std::string words(to_string(assessment.decision.outcome));
  for (const auto& requirement : assessment.requirements) {
    words += " " + std::string(requirement.id) + " " + std::string(to_string(requirement.judged.verdict));
    if (requirement.judged.grade) words += " " + std::string(to_string(*requirement.judged.grade));
    if (!requirement.judged.grade_settled) words += " at least";
  }
  return words;
}

void answer(Choices& choices, const model::Scheme& scheme, const IdleQuestion& question, Json& dossier) {
  RC_LOG() << "answered: " << question.place.pointer << question.name << "\n";
  if (question.kind == NeedKind::fact) fill_fact(choices, scheme, dossier, question.place.pointer);
  if (question.kind == NeedKind::judgement) fill_judgement(choices, scheme, dossier, question.name);
  for (const auto& disregard : question.because)
    if (question.kind == NeedKind::evidence)
      fill_evidence(scheme, dossier, question.name, scheme.requirements[model::RequirementId{disregard.requirement}].id,
                    "a");
}

RC_GTEST_PROP(PlanLaws, WhatNoLongerMattersChangesNothing, ()) {
  const Case made = any_case();
  auto choices = any_choices(dossier_choices);
  const auto found = outlook(*made.scheme, to_text(made.dossier));
  RC_TAG(found.idle.empty() ? "nothing idle" : "something idle");
  const std::string before = verdicts(assessed(*made.scheme, to_text(made.dossier)));
  Json answered = made.dossier;
  for (const IdleQuestion& question : found.idle) {
    if (choices.one_in(3)) continue;
    answer(choices, made.scheme->model, question, answered);
    RC_ASSERT(verdicts(assessed(*made.scheme, to_text(answered))) == before);
  }
}

RC_GTEST_PROP(PlanLaws, WhatNoLongerMattersStillDoesNotOnceTheRestIsAnswered, ()) {
  const Case made = any_case();
  auto choices = any_choices(dossier_choices);
  const auto found = outlook(*made.scheme, to_text(made.dossier));
  Json completed = any_completion(choices, made.scheme->model, made.dossier);
  RC_LOG() << "completed: " << to_text(completed) << "\n";
  const std::string before = verdicts(assessed(*made.scheme, to_text(completed)));
  for (const IdleQuestion& question : found.idle) answer(choices, made.scheme->model, question, completed);
  RC_ASSERT(verdicts(assessed(*made.scheme, to_text(completed))) == before);
}

RC_GTEST_PROP(PlanLaws, WhatIsStillNeededIsNotSaidToNoLongerMatter, ()) {
  const Case made = any_case();
  const auto found = outlook(*made.scheme, to_text(made.dossier));
  const auto assessment = assessed(*made.scheme, to_text(made.dossier));
  for (const IdleQuestion& question : found.idle)
    for (const auto& point : assessment.open_points) {
      if (question.kind == NeedKind::fact && point.kind == NeedKind::fact)
        RC_ASSERT(question.place.pointer != point.place.pointer);
      // A name of a judgement is one for a requirement.
      if (question.kind == NeedKind::judgement && point.kind == NeedKind::judgement && question.name == point.name)
        RC_ASSERT(question.because.front().requirement != point.requirements.front());
    }
}

RC_GTEST_PROP(PlanLaws, AProspectIsWhatTheDecisionBecomes, ()) {
  const Case made = any_case();
  auto choices = any_choices(dossier_choices);
  const auto found = outlook(*made.scheme, to_text(made.dossier));
  const Json completed = any_completion(choices, made.scheme->model, made.dossier);
  RC_LOG() << "completed: " << to_text(completed) << "\n";
  const auto before = assessed(*made.scheme, to_text(made.dossier));
  const auto after = assessed(*made.scheme, to_text(completed));
  for (const auto& prospect : found.prospects) {
    const auto& is = after.requirements[prospect.requirement].judged;
    if (is.verdict != prospect.verdict || is.grade != prospect.grade || !is.grade_settled) continue;
    bool others_stand = true;
    for (std::size_t i = 0; i < before.requirements.size(); ++i)
      others_stand =
          others_stand && (i == prospect.requirement || before.requirements[i].judged == after.requirements[i].judged);
    if (others_stand && !made.scheme->model.initial_decision().reads_observations)
      RC_ASSERT(after.decision.outcome == prospect.outcome);
  }
}

}  // namespace
}  // namespace assay::laws
