#include "evaluate/turning_records.hpp"

namespace assay::evaluate {

namespace {

using Kind = Turn::Kind;

Date day_after(Date day) { return Date{day.days + 1}; }

/// A good item ages and expires; one that is issued later may come to count.
void note_item(const Scheme& scheme, const dossier::EvidenceRecord& record, const EvidenceItem& item,
               std::uint32_t evidence, Date date, Turns& turns) {
  if (!item.is_good) {
    if (record.issued && record.mistake.empty()) turns.note(*record.issued, {Kind::evidence_issued, item.record});
    return;
  }
  if (record.expires) turns.note(day_after(*record.expires), {Kind::evidence_expired, item.record});
  const auto& age = scheme.model.evidence[model::EvidenceId{evidence}].age;
  const auto back = age ? negate(*age) : std::nullopt;
  if (!back || !record.issued) return;
  if (const auto stale = first_day_beyond(*record.issued, *back, date, turns.last_quiet()))
    turns.note(*stale, {Kind::evidence_stale, item.record, evidence});
}

void note_evidence(const Scheme& scheme, const dossier::Dossier& dossier, const RecordedEvidence& evidence, Date date,
                   Turns& turns) {
  for (std::uint32_t i = 0; i < evidence.items.size(); ++i) {
    for (const EvidenceItem& item : evidence.items[i])
      note_item(scheme, dossier.evidence[item.record], item, i, date, turns);
    // Keys that move with the date are asked for anew every day.
    const program::NodeId covered = scheme.program.evidence[i].covered;
    if (covered != program::no_node && program::is_moving(scheme.program.nodes[covered.value].course))
      turns.stop_at(day_after(date));
  }
}

}  // namespace

void note_periods(const Scheme& scheme, Turns& turns) {
  const model::DateRange& in_force = scheme.model.header.in_force;
  if (in_force.from) turns.note(*in_force.from, {Kind::scheme_in_force});
  if (in_force.to) turns.note(day_after(*in_force.to), {Kind::scheme_out_of_force});
  for (std::uint32_t i = 0; i < scheme.program.requirements.size(); ++i) {
    const program::Requirement& requirement = scheme.program.requirements[i];
    if (requirement.in_force_since) turns.note(*requirement.in_force_since, {Kind::in_force, i});
    if (requirement.in_force_until) turns.note(day_after(*requirement.in_force_until), {Kind::out_of_force, i});
  }
}

void note_records(const Scheme& scheme, const dossier::Dossier& dossier, const RecordedEvidence& evidence, Date date,
                  Turns& turns) {
  note_evidence(scheme, dossier, evidence, date, turns);
  for (std::uint32_t i = 0; i < dossier.judgements.size(); ++i) {
    const dossier::JudgementRecord& record = dossier.judgements[i];
    if (record.on && record.mistake.empty()) turns.note(*record.on, {Kind::judgement_counts, i});
  }
  for (std::uint32_t i = 0; i < dossier.nonconformities.size(); ++i) {
    const dossier::NonconformityRecord& record = dossier.nonconformities[i];
    if (record.due) turns.note(day_after(*record.due), {Kind::nonconformity_overdue, i});
    if (record.plan) turns.note(record.plan->on, {Kind::nonconformity_planned, i});
    if (record.closed) turns.note(record.closed->on, {Kind::nonconformity_closed, i});
  }
  for (std::uint32_t i = 0; i < dossier.waivers.size(); ++i)
    turns.note(day_after(dossier.waivers[i].expires), {Kind::waiver_expired, i});
}

}  // namespace assay::evaluate
