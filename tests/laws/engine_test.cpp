// Laws of the language, held against schemes and dossiers that nobody thought of.
#include "laws/assessed.hpp"
#include "laws/dossier_text.hpp"
#include "reference/evaluator.hpp"
#include "report/json.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace assay::laws {
namespace {

using reference::Json;

constexpr int scheme_choices = 400;
constexpr int dossier_choices = 200;

struct Case {
  SchemeText text;
  std::shared_ptr<const evaluate::Scheme> scheme;
  Json dossier;
};

Case any_case(const Features& features = {}) {
  auto for_scheme = any_choices(scheme_choices);
  auto for_dossier = any_choices(dossier_choices);
  const auto quality = *rc::gen::element(Quality::broken, Quality::partial, Quality::complete);
  Case made{any_scheme(for_scheme, features), nullptr, {}};
  made.scheme = compiled(made.text.text());
  made.dossier = any_dossier(for_dossier, made.scheme->model, quality);
  RC_LOG() << made.text.text() << "\n" << to_text(made.dossier) << "\n";
  return made;
}

/// Does it ask for absence? The checker says so of provisions; this is for what `applies` asks.
bool tests_absence(const model::Expression* expression, const model::Scheme& scheme) {
  if (expression == nullptr) return false;
  if (std::holds_alternative<model::Fallback>(expression->node)) return true;
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

RC_GTEST_PROP(EngineLaws, EngineAgreesWithReference, ()) {
  const Case made = any_case();
  const std::string dossier = to_text(made.dossier);
  const auto expected = reference::assess(made.scheme->model, made.dossier, today);
  const auto found = findings_of(assessed(*made.scheme, dossier), made.scheme->model);
  RC_ASSERT(to_text(found) == to_text(expected));
}

RC_GTEST_PROP(EngineLaws, CompletionsNeverFlip, ()) {
  const Case made = any_case();
  auto choices = any_choices(dossier_choices);
  const Json completed = any_completion(choices, made.scheme->model, made.dossier);
  const auto before = assessed(*made.scheme, to_text(made.dossier));
  const auto after = assessed(*made.scheme, to_text(completed));
  RC_LOG() << "completed: " << to_text(completed) << "\n";
  for (std::size_t i = 0; i < before.requirements.size(); ++i) {
    const auto& was = before.requirements[i];
    const auto& is = after.requirements[i];
    const auto& written = made.scheme->model.requirements[model::RequirementId{static_cast<std::uint32_t>(i)}];
    const bool can_flip = tests_absence(written.applies.get(), made.scheme->model) ||
                          std::any_of(written.provisions.begin(), written.provisions.end(),
                                      [](const model::Provision& one) { return one.absence_can_flip; });
    if (can_flip) continue;
    if (was.judged.verdict != Verdict::undetermined) RC_ASSERT(is.judged.verdict == was.judged.verdict);
    if (was.judged.verdict == Verdict::nonconforming && was.judged.grade_settled) {
      RC_ASSERT(is.judged.grade == was.judged.grade);
      RC_ASSERT(is.judged.grade_settled);
    }
  }
}

}  // namespace
}  // namespace assay::laws
