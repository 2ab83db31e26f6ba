// The second walk over evidence: why it is not there, what would do, and which items a verdict stands on.

#include "evaluate/evidence.hpp"
#include "evaluate/second_walk.hpp"

#include "base/limits.hpp"
#include "dossier/findings.hpp"

#include <algorithm>

namespace assay::evaluate {

using assessment::Ground;
using assessment::NeedKind;
using assessment::Reason;
using assessment::ReasonKind;
using program::NodeId;

namespace {

Reason evidence_reason(const model::Evidence& asked, std::string_view message) {
  return {.kind = ReasonKind::evidence, .place = {}, .value = {}, .asked = asked.title, .message = message, .count = 0};
}

}  // namespace

assessment::DossierPlace SecondWalk::place_of_item(const EvidenceItem& item) {
  const dossier::EvidenceRecord& record = evaluator_.dossier().evidence[item.record];
  return place_at(record.pointer, record.offset);
}

void SecondWalk::tell_unplaced(const model::Evidence& asked, Account& account) {
  for (const dossier::UnplacedEvidence& item : evaluator_.dossier().unplaced_evidence) {
    Reason reason = evidence_reason(asked, memory().joined({item.name, " cannot be placed: ", item.mistake}));
    reason.place = place_at(item.pointer, item.offset);
    add_reason(reason, account);
  }
}

void SecondWalk::tell_items(std::uint32_t evidence, Account& account) {
  const model::Evidence& asked = scheme_.model.evidence[model::EvidenceId{evidence}];
  const auto& items = evaluator_.evidence().items[evidence];
  if (items.empty()) add_reason(evidence_reason(asked, memory().joined({"no evidence ", asked.name})), account);
  if (items.empty()) tell_unplaced(asked, account);
  for (const EvidenceItem& item : items) {
    if (item.is_good) continue;
    const dossier::EvidenceRecord& record = evaluator_.dossier().evidence[item.record];
    const std::string why = why_not(asked, record, evaluator_.date());
    Reason reason = evidence_reason(asked, memory().joined({"evidence ", name_of(record), ": ", why}));
    reason.place = place_of_item(item);
    add_reason(reason, account);
  }
}

void SecondWalk::unknown_evidence(std::uint32_t evidence, Account& account) {
  if (!account.seen_evidence.insert(evidence)) return;
  tell_items(evidence, account);
  account.needs.push_back({NeedKind::evidence, evidence, {}});
}

// What is not known of the list and of its keys; then the keys that no good item covers, each a need of its own.
void SecondWalk::tell_keys(std::uint32_t evidence, Account& account) {
  const program::Evidence& asked = program_.evidence[evidence];
  const Coverage coverage = coverage_of(scheme_, evaluator_, evidence);
  if (!coverage.is_known && asked.range == program::none) why_unknown(asked.covered, account);
  if (!coverage.is_known && asked.range != program::none) {
    const program::Range& range = program_.ranges[asked.range];
    const Operand list = evaluator_.list_of(range);
    if (!list.is_known()) why_unknown(range.list, account);
    const Elements elements = list.is_known() ? std::get<Elements>(list.value) : Elements{};
    for (std::uint32_t i = 0; i < elements.count; ++i) {
      evaluator_.bind_element(range, elements, i);
      if (!evaluator_.value(asked.covered).is_known()) why_unknown(asked.covered, account);
    }
  }
  const model::Evidence& written = scheme_.model.evidence[model::EvidenceId{evidence}];
  for (const std::string& key : coverage.missing) {
    const std::string_view message =
        memory().joined({"no evidence ", written.name, " covers '", dossier::clipped(key), "'"});
    add_reason(evidence_reason(written, message), account);
    account.needs.push_back({NeedKind::evidence, evidence, keep(key)});
  }
}

void SecondWalk::why_not_satisfied(std::uint32_t evidence, Account& account) {
  if (program_.evidence[evidence].covered == program::no_node) return unknown_evidence(evidence, account);
  if (!evaluator_.evidence().items[evidence].empty()) tell_items(evidence, account);
  tell_keys(evidence, account);
}

void SecondWalk::why_provided(std::uint32_t evidence, bool holds, bool tell_values, Account& account) {
  if (holds) return ground_evidence(evidence, account);
  if (tell_values) tell_items(evidence, account);
}

void SecondWalk::ground_evidence(std::uint32_t evidence, Account& account) {
  if (account.grounds == nullptr) return;
  const model::Evidence& asked = scheme_.model.evidence[model::EvidenceId{evidence}];
  const auto keys = known_keys(scheme_, evaluator_, evidence);
  for (const EvidenceItem& item : evaluator_.evidence().items[evidence]) {
    const dossier::EvidenceRecord& record = evaluator_.dossier().evidence[item.record];
    if (!item.is_good || !is_to_the_point(keys, record)) continue;
    if (!account.grounds->has_room()) continue;
    const auto* statement =
        memory().keep_one(assessment::Statement{.place = place_of_item(item),
                                                .name = asked.name,
                                                .id = keep(record.id),
                                                .by = keep(record.issuer),
                                                .role = {},
                                                .on = record.issued ? keep(to_string(*record.issued)) : "",
                                                .rationale = {},
                                                .digest = word(record.digest),
                                                .met = true});
    account.grounds->list.push_back(Ground::of(Ground::Kind::evidence, statement));
  }
  const program::Evidence& compiled = program_.evidence[evidence];
  if (compiled.covered == program::no_node) return;
  const auto ground = [&](std::uint32_t slot) { ground_fact(slot, account); };
  const FactReceiver receiver{ground, account.grounds->definitions};
  if (compiled.range == program::none) return collect_facts(compiled.covered, receiver, account);
  const program::Range& range = program_.ranges[compiled.range];
  const Operand list = evaluator_.list_of(range);
  if (!list.is_known()) return;
  const auto& elements = std::get<Elements>(list.value);
  if (elements.count == 0) collect_facts(range.list, receiver, account);
  for (std::uint32_t i = 0; i < elements.count; ++i) {
    evaluator_.bind_element(range, elements, i);
    collect_facts(compiled.covered, receiver, account);
  }
}

}  // namespace assay::evaluate
