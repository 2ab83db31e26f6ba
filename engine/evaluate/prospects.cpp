// The decision over verdicts that are only supposed: one requirement at a time, all others as they are.
#include "evaluate/prospects.hpp"

#include "evaluate/decision.hpp"
#include "evaluate/workspace.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace assay::evaluate {

using assessment::Prospect;

namespace {

bool is_open(const Verdicts::Requirement& requirement) {
  return requirement.judged.verdict == Verdict::undetermined || !requirement.judged.grade_settled;
}

/// Supposes verdicts, and takes them back.
class Supposition {
 public:
  Supposition(const Scheme& scheme, const dossier::Dossier& dossier, Workspace& workspace)
      : scheme_(scheme), dossier_(dossier), workspace_(workspace) {
    const auto& nodes = scheme.program.nodes;
    const bool reads_verdicts = std::any_of(nodes.begin(), nodes.end(), [](const program::Node& node) {
      return node.operation == program::Operation::verdict;
    });
    const model::Decision* decision = decision_at(scheme, dossier.activity);
    all_count_alike_ = !reads_verdicts && decision != nullptr && !decision->reads_observations;
  }

  DecisionOutcome decided() {
    std::vector<program::NodeId> unknown_parts;
    return decide(scheme_, dossier_.activity, workspace_.verdicts, workspace_.evaluator, unknown_parts).outcome;
  }

  void add(std::uint32_t requirement, std::vector<Prospect>& found) {
    const Possibilities can = possibilities(scheme_.program, workspace_.verdicts, requirement);
    if (can.not_applicable) add(requirement, {.verdict = Verdict::not_applicable}, can, found);
    if (can.conforming) add(requirement, {.verdict = Verdict::conforming}, can, found);
    for (const Grade grade : {Grade::major, Grade::minor})
      if (grade == Grade::major ? can.major : can.minor)
        add(requirement, {.verdict = Verdict::nonconforming, .grade = grade}, can, found);
  }

 private:
  void add(std::uint32_t requirement, const Judged& judged, const Possibilities& can, std::vector<Prospect>& found) {
    const auto key = std::make_tuple(judged.verdict, judged.grade, can.not_applicable, can.conforming, can.minor,
                                     can.major, can.awaits_evidence, is_waived(requirement));
    DecisionOutcome outcome = DecisionOutcome::defer;
    if (const auto known = outcomes_.find(key); all_count_alike_ && known != outcomes_.end()) {
      outcome = known->second;
    } else {
      outcome = outcomes_[key] = supposed(requirement, judged);
    }
    if (outcome != DecisionOutcome::defer) found.push_back({requirement, judged.verdict, judged.grade, outcome});
  }

  bool is_waived(std::uint32_t requirement) const {
    return workspace_.verdicts.requirements[requirement].waiver != program::none;
  }

  DecisionOutcome supposed(std::uint32_t requirement, const Judged& judged) {
    const program::Requirement& compiled = scheme_.program.requirements[requirement];
    Verdicts& verdicts = workspace_.verdicts;
    const Verdicts::Requirement held = verdicts.requirements[requirement];
    const auto first = verdicts.provisions.begin() + compiled.first_provision;
    const std::vector<Truth> held_provisions(first, first + compiled.provision_count);
    verdicts.requirements[requirement].applies = truth_of(judged.verdict != Verdict::not_applicable);
    verdicts.requirements[requirement].exclusion_is_unjustified = false;
    verdicts.requirements[requirement].judged = judged;
    // Evidence is asked for only where nothing else failed.
    verdicts.requirements[requirement].evidence = Truth::yes;
    for (std::uint32_t i = 0; i < compiled.provision_count; ++i) {
      const program::Provision& provision = scheme_.program.provisions[compiled.first_provision + i];
      Truth& met = verdicts.provisions[compiled.first_provision + i];
      if (provision.modal == Modal::shall && met == Truth::unknown) met = truth_of(provision.grade != judged.grade);
    }
    const DecisionOutcome outcome = decided();
    verdicts.requirements[requirement] = held;
    std::copy(held_provisions.begin(), held_provisions.end(), first);
    return outcome;
  }

  using Key = std::tuple<Verdict, std::optional<Grade>, bool, bool, bool, bool, bool, bool>;

  const Scheme& scheme_;
  const dossier::Dossier& dossier_;
  Workspace& workspace_;
  bool all_count_alike_ = false;  ///< requirements that may come out alike make the same difference
  std::map<Key, DecisionOutcome> outcomes_;
};

}  // namespace

void find_prospects(const Scheme& scheme, const dossier::Dossier& dossier, Date date, Workspace& workspace,
                    assessment::Outlook& outlook) {
  const model::DateRange& in_force = scheme.model.header.in_force;
  if ((in_force.from && date < *in_force.from) || (in_force.to && *in_force.to < date)) return;
  Supposition supposition(scheme, dossier, workspace);
  if (supposition.decided() != DecisionOutcome::defer) return;
  const bool has_decision = decision_at(scheme, dossier.activity) != nullptr;
  outlook.is_open = has_decision && !workspace.verdicts.has_unplaced_records;
  for (std::uint32_t i = 0; i < workspace.verdicts.requirements.size(); ++i)
    if (is_open(workspace.verdicts.requirements[i])) supposition.add(i, outlook.prospects);
}

}  // namespace assay::evaluate
