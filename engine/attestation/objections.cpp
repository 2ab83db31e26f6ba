// What stands against a statement of conformity. ISO/IEC 17065 and ISO/IEC 17050-1 ask for a decision that demonstrated
// fulfilment, taken by somebody who took no part in the evaluation; everything else is a reason to refuse.
#include "attestation/attest.hpp"

#include "base/limits.hpp"
#include "dossier/people.hpp"

#include <algorithm>
#include <utility>

namespace assay::attestation {

namespace {

using diagnostics::Code;

class Examiner {
 public:
  explicit Examiner(const Assessed& assessed) : assessed_(assessed) {}

  std::vector<Problem> examine() {
    examine_terms();
    examine_decision();
    examine_persons();
    examine_verdicts();
    examine_findings();
    return std::move(problems_);
  }

 private:
  void object(std::string words, Place place, std::string help = "") {
    problems_.push_back({Code::attestation_refused, {std::move(words)}, std::move(place), std::move(help)});
  }

  void examine_terms();
  void examine_facts(const std::vector<Fact>& facts);
  void examine_decision();
  void examine_outcome(const RecordedDecision& decision);
  void examine_date(const RecordedDecision& decision);
  void examine_persons();
  void examine_verdicts();
  void examine_nonconformity(const Requirement& requirement);
  void examine_findings();

  const Assessed& assessed_;
  std::vector<Problem> problems_;
};

void Examiner::examine_terms() {
  if (!assessed_.terms)
    return object("the scheme does not say what is attested", assessed_.places.terms,
                  "give the scheme an 'attestation { identifies … }'");
  const Terms& terms = *assessed_.terms;
  if (terms.party.empty())
    object("the scheme does not say which party attests", assessed_.places.terms,
           "give its header 'party first', 'second' or 'third'");
  if (terms.identifies.empty())
    object("the scheme does not say what identifies the object", assessed_.places.terms,
           "give its attestation an entry 'identifies'");
  examine_facts(terms.identifies);
  examine_facts(terms.scope);
}

void Examiner::examine_facts(const std::vector<Fact>& facts) {
  for (const Fact& fact : facts) {
    const bool is_blank = fact.value && fact.value->find_first_not_of(" \t\r\n") == std::string::npos;
    if (!fact.value)
      object(fact.name + ", which it is to carry, is not known or fits on no line", fact.place);
    else if (is_blank)
      object(fact.name + ", which it is to carry, is blank", fact.place);
    else if (fact.value->size() > limits::shown_value_bytes)
      object(
          fact.name + ", which it is to carry, has more than " + std::to_string(limits::shown_value_bytes) + " bytes",
          fact.place);
  }
}

/// Of a positive decision: an extension goes beyond the others. What the assessment makes conditional may be granted
/// where its conditions, which are examined with the verdicts, are accepted.
bool is_more_favourable(DecisionOutcome recorded, DecisionOutcome proposed) {
  if (recorded == DecisionOutcome::extend) return proposed != DecisionOutcome::extend;
  return sign_of(proposed) != OutcomeSign::positive && proposed != DecisionOutcome::conditional;
}

void Examiner::examine_outcome(const RecordedDecision& decision) {
  const std::string recorded(to_string(decision.outcome));
  if (sign_of(decision.outcome) != OutcomeSign::positive) {
    const bool awaits_conditions = decision.outcome == DecisionOutcome::conditional;
    return object("the recorded decision is '" + recorded + "', which is not positive", assessed_.places.decision,
                  awaits_conditions ? "record 'grant' once the conditions are accepted" : "");
  }
  if (is_more_favourable(decision.outcome, assessed_.proposed))
    object("the recorded decision, '" + recorded + "', is more favourable than what the assessment leads to, '" +
               std::string(to_string(assessed_.proposed)) + "'",
           assessed_.places.decision);
}

void Examiner::examine_date(const RecordedDecision& decision) {
  if (!decision.on) return object("the recorded decision has no date", assessed_.places.decision);
  if (*decision.on > assessed_.date)
    object("the recorded decision is dated " + to_string(*decision.on) + ", after the assessment of " +
               to_string(assessed_.date),
           assessed_.places.decision);
  if (assessed_.terms && !validity_of(assessed_))
    object("its validity would end beyond the calendar", assessed_.places.terms);
}

void Examiner::examine_decision() {
  if (!assessed_.activity) object("it is not known what was to be decided", assessed_.places.activity);
  if (assessed_.activity == Activity::surveillance)
    object("surveillance keeps the statement that there is, and begins none", assessed_.places.activity);
  if (!assessed_.decision)
    return object("no decision is recorded", assessed_.places.decision,
                  "what the engine says is a proposal: record in the dossier who decided, when, and what");
  examine_outcome(*assessed_.decision);
  examine_date(*assessed_.decision);
}

/// Who signed a judgement took part in the evaluation, and does not decide. The engine reports whoever else took part
/// as E1038; what a report says of judgements is looked at once more here.
void Examiner::examine_persons() {
  if (!assessed_.decision) return;
  const RecordedDecision& decision = *assessed_.decision;
  const auto is_blank = [](const std::string& name) { return dossier::folded_name(name).empty(); };
  if (decision.by.empty() || std::any_of(decision.by.begin(), decision.by.end(), is_blank))
    object("the recorded decision does not say who took it", assessed_.places.decision);
  for (const Requirement& requirement : assessed_.requirements)
    for (const SignedJudgement& judgement : requirement.judgements) {
      for (const std::string& name : decision.by)
        if (dossier::folded_name(name) == dossier::folded_name(judgement.by))
          object(name + " decided, and took part in the evaluation by judgement " + judgement.name + " of " +
                     requirement.id,
                 judgement.place);
      if (decision.on && judgement.on && *decision.on < *judgement.on)
        object("it was decided on " + to_string(*decision.on) + ", before judgement " + judgement.name + " of " +
                   to_string(*judgement.on),
               judgement.place);
    }
}

/// No certification over a nonconformity that is neither waived nor minor with an accepted plan for its correction.
void Examiner::examine_nonconformity(const Requirement& requirement) {
  if (requirement.waiver) return;
  if (requirement.judged.grade != Grade::minor)
    return object("there is a major nonconformity with " + requirement.id, requirement.place);
  const auto& open = requirement.nonconformities;
  const auto is_planned = [](const OpenNonconformity& one) { return one.planned && one.due; };
  if (open.empty() || !std::all_of(open.begin(), open.end(), is_planned))
    object("the minor nonconformity with " + requirement.id + " has no accepted plan and due date", requirement.place,
           "record it in the dossier's 'nonconformities' with 'plan' and 'due'");
}

void Examiner::examine_verdicts() {
  for (const Requirement& requirement : assessed_.requirements) {
    const Judged& judged = requirement.judged;
    if (judged.verdict == Verdict::undetermined)
      object(requirement.id + " is undetermined", requirement.place);
    else if (!judged.grade_settled)
      object("the grade of the nonconformity with " + requirement.id + " is not settled", requirement.place);
    else if (judged.verdict == Verdict::nonconforming)
      examine_nonconformity(requirement);
  }
  if (assessed_.summary.overdue > 0) object("corrective action is overdue", assessed_.places.summary);
  const bool has_condition = assessed_.summary.waived + assessed_.summary.minors > 0;
  const bool is_conditional = assessed_.decision && assessed_.proposed == DecisionOutcome::conditional;
  if (is_conditional && !has_condition && assessed_.decision->reason.empty())
    object("the decision is to be conditional, and nothing says on what condition", assessed_.places.decision,
           "give the recorded decision a 'reason'");
}

/// Findings of errors: what was not readable may be what stands against it, such as who took part in the evaluation.
void Examiner::examine_findings() {
  for (const DataFinding& finding : assessed_.findings) {
    if (finding.severity == "error") object(finding.code + ", " + finding.message, finding.place);
    if (finding.code == diagnostics::entry(Code::more_findings).code)
      object("not all findings about the data are listed", finding.place);
  }
}

}  // namespace

std::vector<Problem> objections(const Assessed& assessed) { return Examiner(assessed).examine(); }

}  // namespace assay::attestation
