// Verdicts and decision without the account of them.
#include "evaluate/evaluate.hpp"
#include "evaluate/first_walk.hpp"
#include "evaluate/workspace.hpp"

namespace assay::evaluate {

bool judge(const Scheme& scheme, const dossier::Dossier& dossier, Date date, Workspace& workspace,
           assessment::Decided& decided) {
  walk_for_one_day(scheme, dossier, date, workspace);
  if (workspace.evaluator.is_exhausted()) return false;
  decided.decision = propose_for_one_day(scheme, dossier, date, workspace).outcome;
  if (workspace.evaluator.is_exhausted()) return false;
  decided.requirements.clear();
  for (const Verdicts::Requirement& requirement : workspace.verdicts.requirements) {
    decided.requirements.push_back(requirement.judged);
  }
  return true;
}

}  // namespace assay::evaluate
