// Verdicts: what they are, and by trying everything out, what they can still become.
#include "reference/assessor.hpp"

#include <algorithm>

namespace assay::reference {
namespace {

using model::Requirement;

/// Where nothing is unknown any more.
Fate fate_of(const Requirement& requirement, const std::vector<Truth>& provisions) {
  std::optional<Grade> gravest;
  for (std::size_t i = 0; i < provisions.size(); ++i) {
    const model::Provision& provision = requirement.provisions[i];
    if (provision.modal == Modal::shall && provisions[i] == Truth::no)
      gravest = std::max(gravest, std::optional(provision.grade));
  }
  return {gravest ? Verdict::nonconforming : Verdict::conforming, gravest};
}

void try_all(const Requirement& requirement, std::vector<Truth> provisions, std::set<Fate>& fates) {
  const auto open = std::find(provisions.begin(), provisions.end(), Truth::unknown);
  if (open == provisions.end()) {
    fates.insert(fate_of(requirement, provisions));
    return;
  }
  for (const Truth truth : {Truth::no, Truth::yes}) {
    *open = truth;
    try_all(requirement, provisions, fates);
  }
}

bool has_unknown_shall(const Standing& standing) {
  for (std::size_t i = 0; i < standing.provisions.size(); ++i)
    if (standing.requirement->provisions[i].modal == Modal::shall && standing.provisions[i] == Truth::unknown)
      return true;
  return false;
}

bool is_justified(const Requirement& requirement, const Evaluator& evaluator) {
  if (requirement.not_applicable_because == nullptr) return true;
  const Result text = evaluator.value(*requirement.not_applicable_because, {});
  return text.is_known() && std::get<std::string>(text.thing).find_first_not_of(" \t\r\n") != std::string::npos;
}

/// The verdict of what applies.
void judge(Standing& standing) {
  const Fate sure = fate_of(*standing.requirement, standing.provisions);
  standing.fate = sure;
  if (sure.first == Verdict::conforming && (has_unknown_shall(standing) || standing.awaits_evidence()))
    standing.fate = {Verdict::undetermined, std::nullopt};
  if (sure.first == Verdict::nonconforming) standing.is_settled = standing.fates.size() == 1;
}

}  // namespace

bool Standing::awaits_evidence() const {
  return std::any_of(gaps.begin(), gaps.end(), [](const Gap& gap) { return gap.is_open(); });
}

bool Standing::turns_on(std::size_t provision) const {
  if (requirement->provisions[provision].modal != Modal::shall || provisions[provision] != Truth::unknown) return false;
  std::vector<Truth> others;
  const auto differs = [&](const auto& self, std::vector<Truth> tried) -> bool {
    for (std::size_t i = 0; i < tried.size(); ++i) {
      if (i == provision || tried[i] != Truth::unknown) continue;
      for (const Truth truth : {Truth::no, Truth::yes}) {
        tried[i] = truth;
        if (self(self, tried)) return true;
      }
      return false;
    }
    auto met = tried;
    tried[provision] = Truth::no;
    met[provision] = Truth::yes;
    return fate_of(*requirement, tried) != fate_of(*requirement, met);
  };
  return differs(differs, provisions);
}

Standing stand(const Requirement& requirement, const Evaluator& evaluator, const Filed& filed) {
  Standing standing;
  standing.requirement = &requirement;
  if (requirement.applies != nullptr) standing.applies = evaluator.truth(*requirement.applies, {});
  if (standing.applies == Truth::no) {
    standing.lacks_justification = !is_justified(requirement, evaluator);
    standing.fate = {standing.lacks_justification ? Verdict::undetermined : Verdict::not_applicable, std::nullopt};
    standing.fates = {{Verdict::not_applicable, std::nullopt}};
    return standing;
  }
  for (const model::Provision& provision : requirement.provisions)
    standing.provisions.push_back(evaluator.truth(*provision.condition, {}));
  for (const model::EvidenceId id : requirement.evidence)
    standing.gaps.push_back(gap(filed.scheme, filed.scheme.evidence[id], filed.dossier, filed.date, evaluator));
  try_all(requirement, standing.provisions, standing.fates);
  // Evidence that never comes leaves it as it is.
  if (standing.turns_on_evidence()) standing.fates.insert({Verdict::undetermined, std::nullopt});
  judge(standing);
  if (standing.applies == Truth::yes) return standing;
  standing.fate = {Verdict::undetermined, std::nullopt};
  standing.is_settled = true;
  standing.fates.insert({Verdict::not_applicable, std::nullopt});
  return standing;
}

}  // namespace assay::reference
