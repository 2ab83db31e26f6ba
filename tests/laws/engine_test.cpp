// Laws of the language, held against schemes and dossiers that nobody thought of.
#include "laws/assessed.hpp"
#include "laws/evidence_text.hpp"
#include "reference/evaluator.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace assay::laws {
namespace {

using assessment::Assessment;
using assessment::NeedKind;
using assessment::OpenPoint;
using assessment::RequirementResult;
using reference::Json;

/// Does it ask for absence? The checker says so of provisions; this is for what `applies` asks.
bool tests_absence(const model::Expression* expression, const model::Scheme& scheme) {
  if (expression == nullptr) return false;
  if (std::holds_alternative<model::Fallback>(expression->node)) return true;
  if (std::holds_alternative<model::EvidenceReference>(expression->node)) return true;
  if (const auto* list = std::get_if<model::DossierListReference>(&expression->node))
    return model::completions_extend(list->list);
  if (const auto* presence = std::get_if<model::Presence>(&expression->node))
    return presence->kind != model::PresenceKind::stated;
  auto parts = reference::operands(*expression);
  if (const auto* call = std::get_if<model::DefineCall>(&expression->node))
    parts.push_back(scheme.defines[call->define].value.get());
  if (const auto* call = std::get_if<model::TableCall>(&expression->node)) {
    for (const auto& input : scheme.tables[call->table].inputs) parts.push_back(input.get());
    for (const model::Row& row : scheme.tables[call->table].rows) parts.push_back(row.result.get());
  }
  return std::any_of(parts.begin(), parts.end(),
                     [&](const model::Expression* part) { return tests_absence(part, scheme); });
}

const model::Requirement& written(const model::Scheme& scheme, const RequirementResult& result) {
  return scheme.requirements[model::RequirementId{result.index}];
}

bool absence_can_flip(const model::Scheme& scheme, const RequirementResult& result) {
  const model::Requirement& requirement = written(scheme, result);
  return tests_absence(requirement.applies.get(), scheme) || tests_absence(requirement.in_force_from.get(), scheme) ||
         std::any_of(requirement.provisions.begin(), requirement.provisions.end(),
                     [](const model::Provision& one) { return one.absence_can_flip; });
}

bool is_open(const RequirementResult& result) {
  return result.judged.verdict == Verdict::undetermined || !result.judged.grade_settled;
}

bool has_unknown_should(const RequirementResult& result) {
  return std::any_of(result.provisions.begin(), result.provisions.end(),
                     [](const auto& one) { return one.modal == "should" && one.met == Truth::unknown; });
}

RC_GTEST_PROP(EngineLaws, EngineAgreesWithReference, ()) {
  const Case made = any_case();
  compare_with_reference(*made.scheme, made.dossier);
}

RC_GTEST_PROP(EngineLaws, CompletionsNeverFlip, ()) {
  const Case made = any_case();
  auto choices = any_choices(dossier_choices);
  const Json completed = any_completion(choices, made.scheme->model, made.dossier);
  RC_LOG() << "completed: " << to_text(completed) << "\n";
  const auto before = assessed(*made.scheme, to_text(made.dossier));
  const auto after = assessed(*made.scheme, to_text(completed));
  for (std::size_t i = 0; i < before.requirements.size(); ++i) {
    const auto& was = before.requirements[i];
    const auto& is = after.requirements[i];
    // A presumption is rebuttable: what comes to light later may turn it round.
    if (was.presumption && !was.presumption->rebutted) continue;
    if (was.judged.verdict == Verdict::undetermined || absence_can_flip(made.scheme->model, was)) continue;
    RC_ASSERT(is.judged.verdict == was.judged.verdict);
    if (!was.judged.grade_settled) continue;
    RC_ASSERT(is.judged == was.judged);
  }
}

RC_GTEST_PROP(EngineLaws, CompletionsNeverFlipProvisions, ()) {
  const Case made = any_case();
  auto choices = any_choices(dossier_choices);
  const Json completed = any_completion(choices, made.scheme->model, made.dossier);
  RC_LOG() << "completed: " << to_text(completed) << "\n";
  const auto before = assessed(*made.scheme, to_text(made.dossier));
  const auto after = assessed(*made.scheme, to_text(completed));
  for (std::size_t i = 0; i < before.requirements.size(); ++i) {
    const auto& was = before.requirements[i].provisions;
    const auto& is = after.requirements[i].provisions;
    const auto& provisions = written(made.scheme->model, before.requirements[i]).provisions;
    for (std::size_t j = 0; j < std::min(was.size(), is.size()); ++j)
      if (was[j].met != Truth::unknown && !provisions[j].absence_can_flip) RC_ASSERT(is[j].met == was[j].met);
  }
}

/// Gives a value to every fact and a finding to every judgement that is still needed; false if none was.
bool fill(Choices& choices, const model::Scheme& scheme, const std::vector<OpenPoint>& needed, Json& dossier) {
  bool is_filled = false;
  for (const OpenPoint& point : needed) {
    if (point.kind == NeedKind::fact) fill_fact(choices, scheme, dossier, std::string(point.place.pointer));
    if (point.kind == NeedKind::judgement) fill_judgement(choices, scheme, dossier, std::string(point.name));
    for (const std::uint32_t index : point.requirements)
      if (point.kind == NeedKind::evidence)
        fill_evidence(scheme, dossier, std::string(point.name), scheme.requirements[model::RequirementId{index}].id,
                      key_needed(point).value_or(""));
    is_filled |= point.kind != NeedKind::scheme;
  }
  return is_filled;
}

RC_GTEST_PROP(EngineLaws, FillingWhatIsNeededSettlesEverything, ()) {
  const Features computable{
      .division = false, .lookup = false, .extremes = false, .uneven_durations = false, .undecided = false};
  Case made = any_case(computable);
  auto choices = any_choices(dossier_choices);
  auto found = assessed(*made.scheme, to_text(made.dossier));
  // Empty texts justify nothing, so that one place may be filled more than once.
  for (int round = 0; round < 100 && fill(choices, made.scheme->model, found.open_points, made.dossier); ++round)
    found = assessed(*made.scheme, to_text(made.dossier));
  RC_LOG() << "filled: " << to_text(made.dossier) << "\n";
  RC_ASSERT(found.summary.undetermined == 0U);
  RC_ASSERT(std::none_of(found.requirements.begin(), found.requirements.end(), is_open));
  RC_ASSERT(found.open_points.empty());
}

bool reads_observations(const model::Scheme& scheme) {
  return std::any_of(scheme.decisions.begin(), scheme.decisions.end(),
                     [](const auto& decision) { return decision && decision->reads_observations; });
}

RC_GTEST_PROP(EngineLaws, DefiniteMeansNothingNeeded, ()) {
  const Case made = any_case();
  const auto found = assessed(*made.scheme, to_text(made.dossier));
  for (const OpenPoint& point : found.open_points)
    for (const std::uint32_t index : point.requirements) {
      const RequirementResult& result = found.requirements[index];
      const bool is_counted = reads_observations(made.scheme->model) && has_unknown_should(result);
      RC_ASSERT(is_open(result) || is_counted);
    }
}

RC_GTEST_PROP(EngineLaws, WhatIsOpenNeedsSomething, ()) {
  const Case made = any_case();
  const auto found = assessed(*made.scheme, to_text(made.dossier));
  for (const RequirementResult& result : found.requirements) {
    if (!is_open(result)) continue;
    RC_ASSERT(std::any_of(found.open_points.begin(), found.open_points.end(), [&](const OpenPoint& point) {
      return std::find(point.requirements.begin(), point.requirements.end(), result.index) != point.requirements.end();
    }));
  }
}

}  // namespace
}  // namespace assay::laws
