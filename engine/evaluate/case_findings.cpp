#include "evaluate/case_findings.hpp"

#include "dossier/findings.hpp"

namespace assay::evaluate {

namespace {

using diagnostics::Code;
using dossier::clipped;

/// "PR-1/representative"
std::string question_of(const dossier::JudgementRecord& record) {
  return clipped(record.requirement) + "/" + clipped(record.name);
}

void add(Code code, std::vector<std::string> arguments, const dossier::JudgementRecord& record, Findings& findings) {
  findings.push_back({code, std::move(arguments), record.pointer, record.offset, ""});
}

}  // namespace

void find_mistaken_evidence(const dossier::Dossier& dossier, const RecordedEvidence& evidence, Findings& findings) {
  for (const std::size_t position : evidence.of_unknown_kind) {
    const dossier::EvidenceRecord& record = dossier.evidence[position];
    findings.push_back({Code::evidence_of_unknown_kind,
                        {name_of(record), clipped(record.kind)},
                        record.pointer + "/kind",
                        record.offset,
                        ""});
  }
  for (const SupportedRequirement& named : evidence.for_unknown_requirement) {
    const dossier::EvidenceRecord& record = dossier.evidence[named.record];
    findings.push_back({Code::evidence_for_unknown_requirement,
                        {name_of(record), clipped((*record.supports)[named.position])},
                        record.pointer + "/supports/" + std::to_string(named.position),
                        record.supports_offset,
                        ""});
  }
  for (const std::size_t position : evidence.without_effect) {
    const dossier::EvidenceRecord& record = dossier.evidence[position];
    findings.push_back(
        {Code::evidence_supports_nothing, {name_of(record)}, record.pointer + "/supports", record.supports_offset, ""});
  }
}

void find_mistaken_judgements(const model::Scheme& scheme, const dossier::Dossier& dossier,
                              const RecordedJudgements& judgements, Findings& findings) {
  for (const std::size_t position : judgements.unmatched) {
    const dossier::JudgementRecord& record = dossier.judgements[position];
    add(Code::judgement_unmatched, {question_of(record)}, record, findings);
  }
  for (const WrongRole& wrong : judgements.by_wrong_role) {
    const dossier::JudgementRecord& record = dossier.judgements[wrong.record];
    const model::Judgement& asked = scheme.judgements[scheme.judgements.id_at(wrong.judgement)];
    add(Code::judgement_by_wrong_role, {question_of(record), clipped(record.role), asked.role}, record, findings);
  }
  for (const std::size_t position : judgements.in_the_future) {
    const dossier::JudgementRecord& record = dossier.judgements[position];
    add(Code::judgement_in_the_future, {question_of(record), to_string(record.on.value_or(Date{}))}, record, findings);
  }
  for (const WronglySuperseded& wrong : judgements.wrongly_superseded) {
    const dossier::JudgementRecord& record = dossier.judgements[wrong.record];
    const std::string name = record.id.empty() ? question_of(record) : clipped(record.id);
    add(Code::judgement_supersedes_wrongly, {name, clipped(wrong.id), std::string(wrong.why)}, record, findings);
  }
}

}  // namespace assay::evaluate
