#include "evaluate/first_walk.hpp"

#include "evaluate/decision.hpp"
#include "evaluate/evidence.hpp"
#include "evaluate/turning_records.hpp"

namespace assay::evaluate {

namespace {

bool is_in_force(const model::DateRange& range, Date date) {
  return (!range.from || *range.from <= date) && (!range.to || date <= *range.to);
}

void find_all(const Scheme& scheme, const dossier::Dossier& dossier, Workspace& workspace) {
  find_verdicts(workspace.evaluator, workspace.completions, workspace.records,
                dossier.activity == Activity::surveillance, workspace.verdicts);
  judge_evidence(scheme, workspace.evaluator, workspace.verdicts);
  presume(workspace.evaluator, workspace.verdicts);
}

assessment::DecisionResult proposed(const Scheme& scheme, const dossier::Dossier& dossier, Date date,
                                    Workspace& workspace, std::vector<program::NodeId>& unknown_parts) {
  const model::Header& header = scheme.model.header;
  if (!is_in_force(header.in_force, date)) {
    const source::File& file = (*scheme.files)[header.span.file];
    return {DecisionOutcome::defer, "scheme not in force",
            assessment::SchemePlace{file.path(), file.position(header.span.begin)}};
  }
  return decide(scheme, dossier.activity, workspace.verdicts, workspace.evaluator, unknown_parts);
}

}  // namespace

void walk(const Scheme& scheme, const dossier::Dossier& dossier, Date date, Workspace& workspace) {
  begin(scheme, dossier, date, workspace);
  note_periods(scheme, workspace.turns);
  note_records(scheme, dossier, workspace.evidence, date, workspace.turns);
  workspace.evaluator.note_turns(&workspace.turns);
  find_all(scheme, dossier, workspace);
  workspace.evaluator.note_turns(nullptr);
}

void walk_for_one_day(const Scheme& scheme, const dossier::Dossier& dossier, Date date, Workspace& workspace) {
  begin(scheme, dossier, date, workspace);
  find_all(scheme, dossier, workspace);
}

assessment::DecisionResult propose(const Scheme& scheme, const dossier::Dossier& dossier, Date date,
                                   Workspace& workspace, std::vector<program::NodeId>& unknown_parts) {
  workspace.evaluator.note_turns(&workspace.turns);
  auto result = proposed(scheme, dossier, date, workspace, unknown_parts);
  workspace.evaluator.note_turns(nullptr);
  return result;
}

assessment::DecisionResult propose_for_one_day(const Scheme& scheme, const dossier::Dossier& dossier, Date date,
                                               Workspace& workspace) {
  std::vector<program::NodeId> unknown_parts;
  return proposed(scheme, dossier, date, workspace, unknown_parts);
}

}  // namespace assay::evaluate
