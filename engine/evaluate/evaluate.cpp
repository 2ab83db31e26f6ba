// From one dossier to its assessment: verdicts first, then the account of them and the decision, then what will change.

#include "evaluate/evaluate.hpp"

#include "evaluate/clerk.hpp"
#include "evaluate/first_walk.hpp"
#include "evaluate/next_change.hpp"
#include "evaluate/workspace.hpp"

#include <utility>

namespace assay::evaluate {

using assessment::Assessment;

void WorkspaceDeleter::operator()(Workspace* workspace) const { delete workspace; }

WorkspacePtr make_workspace(const Scheme& scheme) {
  return WorkspacePtr(std::make_unique<Workspace>(scheme).release());
}

std::optional<Assessment> evaluate(const Scheme& scheme, const dossier::Dossier& dossier, Date date,
                                   Workspace& workspace, Assessment used) {
  workspace.turns.begin(date, horizon_of(date));
  walk(scheme, dossier, date, workspace);
  if (workspace.evaluator.is_exhausted()) return std::nullopt;
  Assessment assessment = emptied(std::move(used));
  Clerk(scheme, dossier, date, workspace, assessment).write();
  if (workspace.evaluator.is_exhausted()) return std::nullopt;
  assessment.next_change = next_change(scheme, dossier, assessment, workspace);
  return assessment;
}

std::optional<Assessment> reasons(const Scheme& scheme, const dossier::Dossier& dossier, Date date,
                                  Workspace& workspace, Assessment used) {
  Assessment assessment = emptied(std::move(used));
  Clerk(scheme, dossier, date, workspace, assessment, Extent::reasons).write_reasons();
  if (workspace.evaluator.is_exhausted()) return std::nullopt;
  return assessment;
}

}  // namespace assay::evaluate
