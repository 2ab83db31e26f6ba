#include "evaluate/evidence_account.hpp"

#include "dossier/findings.hpp"
#include "evaluate/evidence.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace assay::evaluate {

using assessment::EvidenceResult;
using assessment::RequirementResult;

namespace {

void write_items(const Scheme& scheme, Evaluator& evaluator, SecondWalk& walk, std::uint32_t evidence,
                 RequirementResult& result) {
  const model::Evidence& asked = scheme.model.evidence[model::EvidenceId{evidence}];
  const auto keys = known_keys(scheme, evaluator, evidence);
  if (keys && keys->empty()) result.evidence_of_nothing.push_back(asked.name);
  for (const EvidenceItem& item : evaluator.evidence().items[evidence]) {
    const dossier::EvidenceRecord& record = evaluator.dossier().evidence[item.record];
    EvidenceResult made{.id = record.id,
                        .name = asked.name,
                        .counts = item.is_good,
                        .digest = word(record.digest),
                        .why_not = item.is_good ? std::string() : why_not(asked, record, evaluator.date()),
                        .place = walk.place_of_item(item)};
    if (item.is_good && !is_to_the_point(keys, record)) {
      made.counts = false;
      made.why_not = "covers nothing of what is asked";
    }
    result.evidence.push_back(std::move(made));
  }
}

}  // namespace

std::vector<Need> account_for_evidence(const Scheme& scheme, Evaluator& evaluator, SecondWalk& walk,
                                       const Verdicts& verdicts, RequirementResult& result, Account& account) {
  std::vector<Need> needs;
  const Verdicts::Requirement& found = verdicts.requirements[result.index];
  const Possibilities can = possibilities(scheme.program, verdicts, result.index);
  for (const model::EvidenceId id : scheme.model.requirements[model::RequirementId{result.index}].evidence) {
    write_items(scheme, evaluator, walk, id.value, result);
    Account own;
    if (verdicts.evidence[id.value] == Truth::yes) {
      if (found.judged.verdict == Verdict::nonconforming) continue;
      walk.ground_evidence(id.value, own);
      std::move(own.grounds.begin(), own.grounds.end(), std::back_inserter(account.grounds));
      account.more_grounds += own.more_grounds;
      continue;
    }
    walk.why_not_satisfied(id.value, own);
    std::move(own.reasons.begin(), own.reasons.end(), std::back_inserter(result.evidence_reasons));
    if (can.conforming && can.awaits_evidence) std::move(own.needs.begin(), own.needs.end(), std::back_inserter(needs));
  }
  return needs;
}

std::string what_is_needed(const model::Evidence& asked, const std::string& key) {
  std::string text = asked.title;
  if (!key.empty()) text += "; covering '" + dossier::clipped(key) + "'";
  if (!asked.accreditation.empty()) text += "; by an issuer accredited to " + asked.accreditation;
  if (asked.age) text += "; issued within " + to_string(*asked.age);
  return text;
}

}  // namespace assay::evaluate
