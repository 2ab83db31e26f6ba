// Verdicts: what they are, and by trying everything out, what they can still become.
#include "reference/assessor.hpp"

#include <algorithm>

namespace assay::reference {
namespace {

using model::Requirement;

/// Where nothing is unknown any more.
Fate fate_of(const Standing& standing, const std::vector<Truth>& provisions) {
  const Requirement& requirement = *standing.requirement;
  std::optional<Grade> gravest = standing.recorded;
  for (std::size_t i = 0; i < provisions.size(); ++i) {
    const model::Provision& provision = requirement.provisions[i];
    if (provision.modal == Modal::shall && provisions[i] == Truth::no)
      gravest = std::max(gravest, std::optional(provision.grade));
  }
  return {gravest ? Verdict::nonconforming : Verdict::conforming, gravest};
}

void try_all(const Standing& standing, std::vector<Truth> provisions, std::set<Fate>& fates) {
  const auto open = std::find(provisions.begin(), provisions.end(), Truth::unknown);
  if (open == provisions.end()) {
    fates.insert(fate_of(standing, provisions));
    return;
  }
  for (const Truth truth : {Truth::no, Truth::yes}) {
    *open = truth;
    try_all(standing, provisions, fates);
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

/// Of 4,096 combinations each condition of a requirement has its share.
Truth settled(const Requirement& requirement, const model::Expression& condition, const Evaluator& evaluator) {
  const Truth found = evaluator.truth(condition, {});
  const std::size_t conditions = requirement.provisions.size() + (requirement.applies == nullptr ? 0 : 1);
  return found == Truth::unknown ? evaluator.settle(condition, 4096 / conditions) : found;
}

/// The verdict of what applies.
void judge(Standing& standing) {
  const Fate sure = fate_of(standing, standing.provisions);
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
  if (is_presumed || requirement->provisions[provision].modal != Modal::shall) return false;
  if (provisions[provision] != Truth::unknown) return false;
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
    return fate_of(*this, tried) != fate_of(*this, met);
  };
  return differs(differs, provisions);
}

namespace {

Truth is_in_force(const Requirement& requirement, const Evaluator& evaluator, Date date) {
  const auto& [from, to] = requirement.in_force;
  if (from && date < *from) return Truth::no;
  if (to && *to < date) return Truth::no;
  return requirement.in_force_from == nullptr ? Truth::yes : evaluator.truth(*requirement.in_force_from, {});
}

bool is_selected(const Requirement& requirement, const Setting& setting) {
  if (setting.activity != Activity::surveillance || !setting.scheme.surveillance) return true;
  const auto& rounds = setting.scheme.surveillance->rounds;
  return std::any_of(rounds.begin(), rounds.end(), [&](const model::SurveillanceRound& round) {
    return round.reassess.empty() ||
           std::any_of(round.reassess.begin(), round.reassess.end(),
                       [&](model::RequirementId id) { return setting.scheme.requirements[id].id == requirement.id; });
  });
}

void presume(const Evaluator& evaluator, const Setting& setting, Standing& standing) {
  for (const model::Presumption& presumption : setting.scheme.presumptions) {
    const bool is_meant = std::any_of(
        presumption.satisfies.begin(), presumption.satisfies.end(),
        [&](model::RequirementId id) { return setting.scheme.requirements[id].id == standing.requirement->id; });
    if (!is_meant || evaluator.truth(*presumption.condition, {}) != Truth::yes) continue;
    standing.is_rebutted = standing.fate.first == Verdict::nonconforming;
    standing.is_presumed = standing.fate.first == Verdict::undetermined && standing.applies == Truth::yes;
  }
  if (!standing.is_presumed) return;
  standing.fate = {Verdict::conforming, std::nullopt};
  standing.fates = {standing.fate};
}

}  // namespace

Standing stand(const Requirement& requirement, const Evaluator& evaluator, const Setting& setting) {
  Standing standing;
  standing.requirement = &requirement;
  standing.is_waivable = setting.records.waivers.count(requirement.id) > 0;
  if (setting.records.open.count(requirement.id) > 0) standing.recorded = setting.records.open.at(requirement.id);
  standing.in_force = is_in_force(requirement, evaluator, setting.date);
  standing.is_selected = is_selected(requirement, setting);
  if (requirement.applies != nullptr) standing.condition = settled(requirement, *requirement.applies, evaluator);
  standing.applies = both(both(standing.in_force, truth_of(standing.is_selected)), standing.condition);
  if (standing.recorded) standing.applies = Truth::yes;
  if (standing.applies == Truth::no) {
    const bool asks = standing.in_force != Truth::no && standing.is_selected;
    standing.lacks_justification = asks && !is_justified(requirement, evaluator);
    standing.fate = {standing.lacks_justification ? Verdict::undetermined : Verdict::not_applicable, std::nullopt};
    standing.fates = {{Verdict::not_applicable, std::nullopt}};
    return standing;
  }
  for (const model::Provision& provision : requirement.provisions) {
    standing.provisions.push_back(settled(requirement, *provision.condition, evaluator));
    standing.by_completions.push_back(standing.provisions.back() != evaluator.truth(*provision.condition, {}));
  }
  for (const model::EvidenceId id : requirement.evidence)
    standing.gaps.push_back(gap(setting.scheme, setting.scheme.evidence[id], setting.dossier, setting.date, evaluator));
  try_all(standing, standing.provisions, standing.fates);
  // Evidence that never comes leaves it as it is.
  if (standing.turns_on_evidence()) standing.fates.insert({Verdict::undetermined, std::nullopt});
  judge(standing);
  if (standing.applies == Truth::yes) {
    presume(evaluator, setting, standing);
    return standing;
  }
  standing.fate = {Verdict::undetermined, std::nullopt};
  standing.is_settled = true;
  standing.fates.insert({Verdict::not_applicable, std::nullopt});
  return standing;
}

}  // namespace assay::reference
