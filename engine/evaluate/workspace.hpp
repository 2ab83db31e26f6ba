#pragma once

#include "assessment/outlook.hpp"
#include "evaluate/account_memory.hpp"
#include "evaluate/asked_texts.hpp"
#include "evaluate/completion.hpp"
#include "evaluate/evaluate.hpp"
#include "evaluate/evaluator.hpp"
#include "evaluate/judgements.hpp"
#include "evaluate/leaf_facts.hpp"
#include "evaluate/recorded_evidence.hpp"
#include "evaluate/telling.hpp"
#include "evaluate/turning.hpp"
#include "evaluate/verdicts.hpp"

#include <vector>

// Internal to the stage.
namespace assay::evaluate {

class Workspace {
 public:
  explicit Workspace(const Scheme& scheme)
      : evaluator(scheme.program),
        completions(scheme),
        asked_judgements(evaluate::asked_judgements(scheme.model)),
        asked_evidence(evaluate::asked_evidence(scheme.model)),
        requirements(index_of(scheme.model)),
        telling(scheme),
        leaf_facts(scheme.program),
        asked_texts(scheme) {}

  Evaluator evaluator;
  Completions completions;
  Verdicts verdicts;
  AskedJudgements asked_judgements;
  RecordedJudgements judgements;
  AskedEvidence asked_evidence;
  RecordedEvidence evidence;
  RequirementIndex requirements;
  Records records;
  Turns turns;
  Telling telling;
  LeafFacts leaf_facts;
  AskedTexts asked_texts;
  AccountMemory account;
  std::vector<std::vector<assessment::Wait>> waits;  ///< what each open point of the last assessment is open for
};

/// Turns to another dossier: what it records is matched with what the scheme asks for.
inline void begin(const Scheme& scheme, const dossier::Dossier& dossier, Date date, Workspace& workspace) {
  workspace.judgements = recorded_judgements(scheme.model, workspace.asked_judgements, dossier, date);
  find_evidence(scheme.model, workspace.asked_evidence, dossier, date, workspace.evidence);
  workspace.evaluator.begin(dossier, date, workspace.judgements.states);
  workspace.evaluator.take_evidence(workspace.evidence);
  workspace.completions.begin({&dossier, date, &workspace.judgements.states, &workspace.evidence});
  find_records(scheme.model, workspace.requirements, dossier, date, workspace.records);
}

}  // namespace assay::evaluate
