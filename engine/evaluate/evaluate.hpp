#pragma once

#include "assessment/assessment.hpp"
#include "assessment/decided.hpp"
#include "dossier/dossier.hpp"
#include "model/scheme.hpp"
#include "program/program.hpp"
#include "source/file.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace assay::evaluate {

/// A compiled scheme with what explanations need of it. Immutable; any number of threads may assess with it.
struct Scheme {
  model::Scheme model;
  program::Program program;
  std::shared_ptr<const source::Files> files;
  std::vector<std::string> file_hashes;  ///< SHA-256 in hex, one a file
};

/// Registers and memories of one thread, kept between dossiers so that a stream allocates little.
class Workspace;
struct WorkspaceDeleter {
  void operator()(Workspace* workspace) const;
};
using WorkspacePtr = std::unique_ptr<Workspace, WorkspaceDeleter>;
WorkspacePtr make_workspace(const Scheme& scheme);

/// Nothing if the evaluation took more than limits::evaluation_steps. Deterministic: the same scheme, dossier and date
/// give the same assessment. It takes the memory of one that is no longer `used`.
std::optional<assessment::Assessment> evaluate(const Scheme& scheme, const dossier::Dossier& dossier, Date date,
                                               Workspace& workspace, assessment::Assessment used = {});

/// The verdicts and the decision of that assessment, by the first walk alone: nothing is told of why, and no later day
/// is looked at. False if the evaluation took too many steps. Reuses the memory of `decided`.
bool judge(const Scheme& scheme, const dossier::Dossier& dossier, Date date, Workspace& workspace,
           assessment::Decided& decided);

/// Why requirements are nonconforming or undetermined that `judge` has just found so, of the same dossier: these alone,
/// with all their reasons, and nothing of what verdicts rest on nor of what comes next. Nothing if that took too many
/// steps. It takes the memory of an assessment that is no longer `used`.
std::optional<assessment::Assessment> reasons(const Scheme& scheme, const dossier::Dossier& dossier, Date date,
                                              Workspace& workspace, assessment::Assessment used = {});

/// The provisions of one requirement, its applicability first, as trees.
std::vector<assessment::Explanation> explain(const Scheme& scheme, const dossier::Dossier& dossier, Date date,
                                             std::uint32_t requirement, Workspace& workspace);

/// The value at `position` among those that a report names, as a tree.
assessment::Explanation explain_value(const Scheme& scheme, const dossier::Dossier& dossier, Date date,
                                      std::uint32_t position, Workspace& workspace);

}  // namespace assay::evaluate
