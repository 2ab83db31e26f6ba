// Laws of what expressions read of the lists beside the subject: evidence and judgements.
#include "laws/assessed.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace assay::laws {
namespace {

const std::vector<std::string>& conditions() {
  static const std::vector<std::string> all{
      "count(evidence) >= 2",
      "every e in evidence satisfies e.issued is within 12 months",
      "some e in evidence satisfies e.kind is \"sheet\" and e.status is valid",
      "no e in evidence satisfies e.status is one of {revoked, superseded}",
      "exactly 1 e in evidence where e.kind is \"report\" satisfies e.supports includes \"R-1\"",
      "(the e in evidence where e.kind is \"sheet\").issuer.accreditation is \"LAB-1\"",
      "max(e.issued for e in evidence where e.issuer is provided) <= assessment_date",
      "some e in evidence satisfies is_good(e)",
      "count(judgements) = 1",
      "no j in judgements satisfies j.result is not_met",
      "some j in judgements satisfies j.by.role is \"assessor\" and j.result is met",
      "every j in judgements satisfies j.on < assessment_date or j.rationale is \"Seen\"",
      "(the j in judgements where j.name is \"fine\").result is JudgementResult.met",
      "system.a or (some e in evidence satisfies e.expires is stated)",
      "some c in certificates satisfies c.status is active"};
  return all;
}

Case any_listing() {
  auto choices = any_choices(dossier_choices);
  const auto quality = *rc::gen::element(Quality::broken, Quality::partial, Quality::complete);
  std::string text =
      "scheme \"S\" { id \"s\" version \"1\" object product }\nsubject system { a boolean  b optional date }\n"
      "define is_good(e: Evidence) = e.status is valid and (e.expires otherwise assessment_date) >= "
      "assessment_date\nrequirement R-1 \"One\" {\n  shall judgement \"Fine?\" by assessor as fine\n";
  for (std::size_t i = choices.below(3); i > 0; --i) text += "  should " + choices.of(conditions()) + "\n";
  text += "  shall is_good(the e in evidence where e.kind is \"sheet\") implies " + choices.of(conditions()) + "\n";
  text += "}\nrequirement R-2 \"Two\" {\n  applies when " + choices.of(conditions()) + "\n  shall " +
          choices.of(conditions()) + "\n  evidence sheet \"Sheet\"\n}\n";
  Case made{{}, compiled(text), {}};
  made.dossier = any_dossier(choices, made.scheme->model, quality);
  RC_LOG() << text << "\n" << to_text(made.dossier) << "\n";
  return made;
}

RC_GTEST_PROP(ListedLaws, EngineAgreesWithReference, ()) {
  const Case made = any_listing();
  compare_with_reference(*made.scheme, made.dossier);
}

/// More evidence completes a dossier, so a provision that could flip with it must be marked.
RC_GTEST_PROP(ListedLaws, WhatCompletionsCouldFlipIsMarked, ()) {
  const Case made = any_listing();
  auto choices = any_choices(dossier_choices);
  const auto completed = any_completion(choices, made.scheme->model, made.dossier);
  RC_LOG() << "completed: " << to_text(completed) << "\n";
  const auto before = assessed(*made.scheme, to_text(made.dossier));
  const auto after = assessed(*made.scheme, to_text(completed));
  for (std::size_t i = 0; i < before.requirements.size(); ++i) {
    const auto& was = before.requirements[i].provisions;
    const auto& is = after.requirements[i].provisions;
    const auto& written = made.scheme->model.requirements[made.scheme->model.requirements.id_at(i)].provisions;
    for (std::size_t j = 0; j < was.size() && j < is.size(); ++j)
      if (was[j].met != Truth::unknown && !written[j].absence_can_flip) RC_ASSERT(is[j].met == was[j].met);
  }
}

}  // namespace
}  // namespace assay::laws
