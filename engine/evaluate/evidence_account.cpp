#include "evaluate/evidence_account.hpp"

#include "dossier/findings.hpp"
#include "evaluate/evidence.hpp"

#include <string_view>
#include <vector>

namespace assay::evaluate {

using assessment::EvidenceResult;
using assessment::Reason;
using assessment::RequirementResult;

namespace {

/// What stands in the result, list by list.
struct Lists {
  std::vector<EvidenceResult> items;
  std::vector<std::string_view> of_nothing;
  std::vector<Reason> reasons;
};

void write_items(const Scheme& scheme, Evaluator& evaluator, SecondWalk& walk, std::uint32_t evidence, Lists& lists) {
  const model::Evidence& asked = scheme.model.evidence[model::EvidenceId{evidence}];
  const auto keys = known_keys(scheme, evaluator, evidence);
  if (keys && keys->empty()) lists.of_nothing.push_back(asked.name);
  for (const EvidenceItem& item : evaluator.evidence().items[evidence]) {
    const dossier::EvidenceRecord& record = evaluator.dossier().evidence[item.record];
    EvidenceResult made{.id = walk.keep(record.id),
                        .name = asked.name,
                        .counts = item.is_good,
                        .digest = word(record.digest),
                        .why_not = item.is_good ? "" : walk.keep(why_not(asked, record, evaluator.date())),
                        .place = walk.place_of_item(item)};
    if (item.is_good && !is_to_the_point(keys, record)) {
      made.counts = false;
      made.why_not = "covers nothing of what is asked";
    }
    lists.items.push_back(made);
  }
}

template <typename Item>
void append(std::vector<Item>& items, const std::vector<Item>& more) {
  items.insert(items.end(), more.begin(), more.end());
}

}  // namespace

std::vector<Need> account_for_evidence(const Scheme& scheme, Evaluator& evaluator, SecondWalk& walk,
                                       const Verdicts& verdicts, RequirementResult& result, Grounds* grounds,
                                       Account& own) {
  std::vector<Need> needs;
  if (scheme.model.requirements[model::RequirementId{result.index}].evidence.empty()) return needs;
  Lists lists;
  const Verdicts::Requirement& found = verdicts.requirements[result.index];
  const Possibilities can = possibilities(scheme.program, verdicts, result.index);
  for (const model::EvidenceId id : scheme.model.requirements[model::RequirementId{result.index}].evidence) {
    write_items(scheme, evaluator, walk, id.value, lists);
    own.clear(grounds);
    if (verdicts.evidence[id.value] == Truth::yes) {
      if (found.judged.verdict == Verdict::nonconforming) continue;
      walk.ground_evidence(id.value, own);
      continue;
    }
    walk.why_not_satisfied(id.value, own);
    append(lists.reasons, own.reasons);
    if (can.conforming && can.awaits_evidence) append(needs, own.needs);
  }
  result.evidence = walk.memory().keep(lists.items);
  result.evidence_of_nothing = walk.memory().keep(lists.of_nothing);
  result.evidence_reasons = walk.memory().keep(lists.reasons);
  return needs;
}

std::string what_is_needed(const model::Evidence& asked, std::string_view key) {
  std::string text = asked.title;
  if (!key.empty()) text += "; covering '" + dossier::clipped(key) + "'";
  if (!asked.accreditation.empty()) text += "; by an issuer accredited to " + asked.accreditation;
  if (asked.age) text += "; issued within " + to_string(*asked.age);
  return text;
}

}  // namespace assay::evaluate
