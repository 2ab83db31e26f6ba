#pragma once

#include "assessment/assessment.hpp"
#include "evaluate/evaluate.hpp"
#include "evaluate/open_points.hpp"
#include "evaluate/second_walk.hpp"
#include "evaluate/workspace.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

// Internal to the stage.
namespace assay::evaluate {

/// Writes the account of one assessment, whose verdicts are in the workspace, into `assessment`, which is empty.
class Clerk {
 public:
  Clerk(const Scheme& scheme, const dossier::Dossier& dossier, Date date, Workspace& workspace,
        assessment::Assessment& assessment, Extent extent = Extent::everything);

  void write();
  /// Only of requirements that are nonconforming or undetermined; the extent is `reasons`.
  void write_reasons();

 private:
  // clerk_requirement.cpp
  void write_requirement(std::size_t index);
  void write_applicability(std::size_t index, assessment::RequirementResult& result);
  void write_condition(program::NodeId condition, Truth holds, const program::StraightTest& grounds,
                       assessment::RequirementResult& result);
  void write_exclusion(std::size_t index, assessment::RequirementResult& result);
  void write_unjustified_exclusion(program::NodeId because, assessment::RequirementResult& result);
  void write_presumption(std::size_t index, assessment::RequirementResult& result);
  void write_provisions(std::size_t index, assessment::RequirementResult& result);
  void write_open_provision(std::size_t index, std::uint32_t provision, assessment::ProvisionResult& made);
  void write_settled_provision(const program::Provision& run, assessment::ProvisionResult& made);
  void write_evidence(assessment::RequirementResult& result);
  void write_grounds(assessment::RequirementResult& result);

  void count(const assessment::RequirementResult& result, Truth applies);
  void write_decision();
  void write_findings();
  void write_values();

  const Scheme& scheme_;
  const dossier::Dossier& dossier_;
  Date date_;
  Workspace& workspace_;
  assessment::Assessment& assessment_;
  SecondWalk walk_;
  OpenPoints open_points_;
  // Of the requirement, and of the part of it that is being told.
  Account& account_;
  Account& own_;
  Grounds& grounds_;
  Grounds* asked_grounds_;  ///< null if only reasons are told
  std::vector<assessment::Reason> applies_reasons_;
};

}  // namespace assay::evaluate
