#pragma once

#include "evaluate/evaluate.hpp"
#include "evaluate/evaluator.hpp"
#include "evaluate/verdicts.hpp"

// Internal to the stage.
namespace assay::evaluate {

class Workspace {
 public:
  explicit Workspace(const Scheme& scheme) : evaluator(scheme.program), requirements(index_of(scheme.model)) {}

  Evaluator evaluator;
  Verdicts verdicts;
  RecordedJudgements judgements;
  RequirementIndex requirements;
  Records records;
};

}  // namespace assay::evaluate
