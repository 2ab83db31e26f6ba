// Laws of what is settled by completions, and of the completions that explain shows.
#include "evaluate/first_walk.hpp"
#include "laws/assessed.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace assay::laws {
namespace {

using assessment::Explanation;
using assessment::ProvisionResult;
using reference::Json;

RC_GTEST_PROP(CompletionLaws, FactsThatDoNotMatterDoNot, ()) {
  const Case made = any_case();
  auto choices = any_choices(dossier_choices);
  const auto before = assessed(*made.scheme, to_text(made.dossier));
  for (std::size_t i = 0; i < before.requirements.size(); ++i) {
    const auto& provisions = before.requirements[i].provisions;
    for (std::size_t j = 0; j < provisions.size(); ++j) {
      if (!provisions[j].completions) continue;
      Json completed = made.dossier;
      for (const auto& fact : provisions[j].completions->facts)
        fill_fact(choices, made.scheme->model, completed, std::string(fact.pointer));
      RC_LOG() << "completed: " << to_text(completed) << "\n";
      const auto after = assessed(*made.scheme, to_text(completed));
      if (after.requirements[i].provisions.empty()) continue;
      const ProvisionResult& now = after.requirements[i].provisions[j];
      RC_ASSERT(now.met == provisions[j].met);
      RC_ASSERT(!now.completions);
    }
  }
}

RC_GTEST_PROP(CompletionLaws, WhatKleeneSettlesStays, ()) {
  const Case made = any_case();
  const std::string text = to_text(made.dossier);
  dossier::Dossier facts;
  RC_ASSERT(!dossier::read(text, made.scheme->model, facts));
  evaluate::Workspace workspace(*made.scheme);
  workspace.turns.begin(today, today);
  evaluate::walk(*made.scheme, facts, today, workspace);
  const auto& program = made.scheme->program;
  for (std::size_t i = 0; i < program.requirements.size(); ++i) {
    const auto& requirement = program.requirements[i];
    for (std::uint32_t j = 0; j < requirement.provision_count; ++j) {
      const std::size_t provision = requirement.first_provision + j;
      const auto condition = program.provisions[provision].condition;
      const Truth by_kleene = workspace.evaluator.truth(condition);
      if (!is_definite(by_kleene)) continue;
      const Truth met = workspace.verdicts.provisions[provision];
      RC_ASSERT(met == by_kleene || workspace.verdicts.requirements[i].applies == Truth::no);
      // Nothing is open in it, or what is makes no difference.
      const Truth tried = workspace.completions.settle(condition, evaluate::cells_for(requirement));
      RC_ASSERT(tried == by_kleene || tried == Truth::unknown);
    }
  }
}

bool reads_observations(const model::Scheme& scheme) {
  return std::any_of(scheme.decisions.begin(), scheme.decisions.end(),
                     [](const auto& decision) { return decision && decision->reads_observations; });
}

RC_GTEST_PROP(CompletionLaws, WhatIsSettledNeedsNothing, ()) {
  const Case made = any_case();
  const auto found = assessed(*made.scheme, to_text(made.dossier));
  for (const auto& result : found.requirements) {
    if (!result.is_settled_by_completions) continue;
    RC_ASSERT(result.judged.verdict != Verdict::undetermined);
    if (!result.judged.grade_settled) continue;
    for (const auto& point : found.open_points) {
      const bool is_of_it =
          std::find(point.requirements.begin(), point.requirements.end(), result.index) != point.requirements.end();
      RC_ASSERT(!is_of_it || reads_observations(made.scheme->model));
    }
  }
}

/// The value that a tree shows, as a dossier writes it.
Json json_of(const std::string& shown, const model::Scheme& scheme) {
  if (shown == "true" || shown == "false") return Json::of(shown == "true");
  if (shown.front() != '"') return Json::number(shown.substr(0, shown.find(' ')));
  const std::string text = shown.substr(1, shown.size() - 2);
  for (std::size_t i = 0; i < scheme.types.enumerations.size(); ++i)
    for (const auto& member : scheme.types.enumerations[scheme.types.enumerations.id_at(i)].members)
      if (member.name == text) return Json::of_text(member.written);
  return Json::of_text(text);
}

void put(const Explanation& given, const model::Scheme& scheme, Json& dossier) {
  if (given.place) return put_fact(scheme, dossier, given.place->pointer, json_of(given.value, scheme));
  put_judgement(scheme, dossier, given.text.substr(given.text.find(' ') + 1), given.value == "met");
}

Truth met(const assessment::Assessment& found, std::uint32_t requirement, const std::string& provision) {
  for (const ProvisionResult& one : found.requirements[requirement].provisions)
    if (one.id == provision) return one.met;
  return Truth::unknown;
}

RC_GTEST_PROP(CompletionLaws, WhatExplainShowsIsSo, ()) {
  const Case made = any_case();
  const std::string text = to_text(made.dossier);
  dossier::Dossier facts;
  RC_ASSERT(!dossier::read(text, made.scheme->model, facts));
  const auto workspace = evaluate::make_workspace(*made.scheme);
  for (std::uint32_t i = 0; i < made.scheme->model.requirements.size(); ++i) {
    for (const Explanation& tree : evaluate::explain(*made.scheme, facts, today, i, *workspace)) {
      if (tree.role.rfind("R-", 0) != 0) continue;
      for (const Explanation& part : tree.parts) {
        if (part.role != "completion") continue;
        Json completed = made.dossier;
        for (const Explanation& fact : part.parts) put(fact, made.scheme->model, completed);
        RC_LOG() << tree.role << " " << part.text << ": " << to_text(completed) << "\n";
        const auto found = assessed(*made.scheme, to_text(completed));
        if (found.requirements[i].provisions.empty()) continue;  // it does not apply then
        const Truth expected = truth_of(part.text == "that makes it true");
        RC_ASSERT(met(found, i, tree.role.substr(0, tree.role.find(' '))) == expected);
      }
    }
  }
}

}  // namespace
}  // namespace assay::laws
