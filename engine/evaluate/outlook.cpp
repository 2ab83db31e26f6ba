// The questions of a scheme that a dossier does not answer, and those among them that no longer matter.
#include "evaluate/outlook.hpp"

#include "evaluate/decision.hpp"
#include "evaluate/evidence_account.hpp"
#include "evaluate/first_walk.hpp"
#include "evaluate/prospects.hpp"
#include "evaluate/relevance.hpp"
#include "evaluate/workspace.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace assay::evaluate {

using assessment::Disregard;
using assessment::Idle;
using assessment::IdleQuestion;
using assessment::NeedKind;
using assessment::Outlook;

namespace {

/// Who asks a question within one requirement.
struct Use {
  bool by_justification = false;
  bool by_applicability = false;
  bool by_shall = false;  ///< or by evidence, or a presumption
  std::vector<std::uint32_t> provisions;
};

/// What one requirement asks, and what of it could still change its verdict.
struct Inquiry {
  bool is_excluded = false;  ///< it does not apply, whatever comes
  bool is_included = false;  ///< it applies, whatever comes
  std::vector<bool> is_provision_closed;
  std::map<Question, Use> uses;
  std::vector<Question> open;
};

class Inquirer {
 public:
  Inquirer(const Scheme& scheme, const dossier::Dossier& dossier, Workspace& workspace)
      : scheme_(scheme),
        dossier_(dossier),
        workspace_(workspace),
        walk_(scheme, workspace),
        relevance_(scheme.program, walk_, workspace.evaluator) {}

  std::vector<IdleQuestion> idle();

 private:
  Inquiry inquire(std::uint32_t requirement);
  /// The questions of a condition; true if no answer can change whether it holds. What its completions agree on asks
  /// for no absence, so it stays.
  bool gather(program::NodeId condition, Questions& questions);
  void inquire_applicability(std::uint32_t requirement, Inquiry& inquiry);
  /// The gravest grade of what is not met whatever comes.
  std::optional<Grade> inquire_provisions(std::uint32_t requirement, Inquiry& inquiry);
  void inquire_evidence(std::uint32_t requirement, bool may_conform, Inquiry& inquiry);
  void inquire_presumptions(std::uint32_t requirement, bool fails, Inquiry& inquiry);
  bool is_provided(std::uint32_t evidence) const;
  /// Nothing if the question is open in this requirement.
  Disregard disregard(std::uint32_t requirement, const Inquiry& inquiry, const Use& use) const;
  void gather_decision(std::vector<Question>& open);
  IdleQuestion told(const Question& question, std::vector<Disregard> because);

  /// Is the question open, or another whose fact lies inside the fact of this one or around it?
  bool is_open(const Question& question) const;
  void open(const std::vector<Question>& questions);

  const Scheme& scheme_;
  const dossier::Dossier& dossier_;
  Workspace& workspace_;
  SecondWalk walk_;
  Relevance relevance_;
  std::set<Question> open_;
  std::set<std::string> open_pointers_;
};

bool Inquirer::gather(program::NodeId condition, Questions& questions) {
  if (workspace_.completions.cells_tried(condition) == 0) return relevance_.gather(condition, questions);
  relevance_.gather_closed(condition, questions);
  return true;
}

void Inquirer::inquire_applicability(std::uint32_t requirement, Inquiry& inquiry) {
  const program::Requirement& compiled = scheme_.program.requirements[requirement];
  const Verdicts::Requirement& found = workspace_.verdicts.requirements[requirement];
  Questions period;
  Questions condition;
  const bool is_period_settled = compiled.in_force == program::no_node || relevance_.gather(compiled.in_force, period);
  const bool is_settled = compiled.applies == program::no_node || gather(compiled.applies, condition);
  for (const Questions* questions : {&period, &condition})
    for (const Question& question : questions->asked) inquiry.uses[question].by_applicability = true;
  // While a nonconformity record is open, its requirement applies.
  const bool is_out = !found.is_selected || (is_period_settled && found.in_force == Truth::no);
  const bool is_excluded = is_out || (is_settled && found.condition == Truth::no);
  inquiry.is_excluded = is_excluded && !found.recorded;
  inquiry.is_included = found.recorded || (is_period_settled && found.in_force == Truth::yes && found.is_selected &&
                                           is_settled && found.condition == Truth::yes);
  if (!inquiry.is_excluded && !inquiry.is_included)
    for (const Questions* questions : {&period, &condition})
      inquiry.open.insert(inquiry.open.end(), questions->open.begin(), questions->open.end());
  if (compiled.not_applicable_because == program::no_node) return;
  Questions because;
  relevance_.gather(compiled.not_applicable_because, because);
  for (const Question& question : because.asked) inquiry.uses[question].by_justification = true;
  if (!inquiry.is_included && !is_out)
    inquiry.open.insert(inquiry.open.end(), because.open.begin(), because.open.end());
}

std::optional<Grade> Inquirer::inquire_provisions(std::uint32_t requirement, Inquiry& inquiry) {
  const program::Requirement& compiled = scheme_.program.requirements[requirement];
  std::vector<Questions> asked(compiled.provision_count);
  std::optional<Grade> failed = workspace_.verdicts.requirements[requirement].recorded;
  for (std::uint32_t i = 0; i < compiled.provision_count; ++i) {
    const program::Provision& provision = scheme_.program.provisions[compiled.first_provision + i];
    const bool is_settled = gather(provision.condition, asked[i]);
    inquiry.is_provision_closed.push_back(is_settled);
    const bool is_no = workspace_.verdicts.provisions[compiled.first_provision + i] == Truth::no ||
                       workspace_.evaluator.truth(provision.condition) == Truth::no;
    const bool fails = is_settled && is_no;
    if (fails && provision.modal == Modal::shall) failed = std::max(failed, std::optional(provision.grade));
    for (const Question& question : asked[i].asked) {
      Use& use = inquiry.uses[question];
      if (use.provisions.empty() || use.provisions.back() != i) use.provisions.push_back(i);
      use.by_shall |= provision.modal == Modal::shall;
    }
  }
  const model::Decision* decision = decision_at(scheme_, dossier_.activity);
  for (std::uint32_t i = 0; i < compiled.provision_count; ++i) {
    const program::Provision& provision = scheme_.program.provisions[compiled.first_provision + i];
    const bool is_counted = provision.modal == Modal::should && decision != nullptr && decision->reads_observations;
    const bool may_fail = provision.modal == Modal::shall && !(failed && provision.grade <= *failed);
    if (!is_counted && !may_fail) inquiry.is_provision_closed[i] = true;
    if (!inquiry.is_provision_closed[i] && !inquiry.is_excluded)
      inquiry.open.insert(inquiry.open.end(), asked[i].open.begin(), asked[i].open.end());
  }
  return failed;
}

bool Inquirer::is_provided(std::uint32_t evidence) const {
  if (workspace_.verdicts.evidence[evidence] == Truth::yes) return true;
  return scheme_.program.evidence[evidence].covered == program::no_node &&
         workspace_.evidence.provided[evidence] == Truth::yes;
}

void Inquirer::inquire_evidence(std::uint32_t requirement, bool may_conform, Inquiry& inquiry) {
  for (const model::EvidenceId id : scheme_.model.requirements[model::RequirementId{requirement}].evidence) {
    Questions asked;
    const bool is_settled = relevance_.gather_covered(scheme_.program.evidence[id.value], asked);
    if (!is_provided(id.value)) asked.asked.push_back({NeedKind::evidence, id.value});
    for (const Question& question : asked.asked) inquiry.uses[question].by_shall = true;
    if (inquiry.is_excluded || !may_conform || (is_settled && is_provided(id.value))) continue;
    inquiry.open.push_back({NeedKind::evidence, id.value});
    inquiry.open.insert(inquiry.open.end(), asked.open.begin(), asked.open.end());
  }
}

// A presumption stands in for what is undetermined, and no longer does once that is known to fail.
void Inquirer::inquire_presumptions(std::uint32_t requirement, bool fails, Inquiry& inquiry) {
  const Verdicts::Requirement& found = workspace_.verdicts.requirements[requirement];
  const bool conforms = inquiry.open.empty() && found.judged.verdict == Verdict::conforming && !found.is_presumed;
  for (const std::uint32_t presumption : scheme_.program.requirements[requirement].presumptions) {
    Questions asked;
    relevance_.gather(scheme_.program.presumptions[presumption], asked);
    for (const Question& question : asked.asked) inquiry.uses[question].by_shall = true;
    if (!inquiry.is_excluded && !fails && !conforms)
      inquiry.open.insert(inquiry.open.end(), asked.open.begin(), asked.open.end());
  }
}

Inquiry Inquirer::inquire(std::uint32_t requirement) {
  Inquiry inquiry;
  inquire_applicability(requirement, inquiry);
  const auto failed = inquire_provisions(requirement, inquiry);
  inquire_evidence(requirement, !failed, inquiry);
  inquire_presumptions(requirement, failed.has_value(), inquiry);
  return inquiry;
}

Disregard Inquirer::disregard(std::uint32_t requirement, const Inquiry& inquiry, const Use& use) const {
  Disregard made{.requirement = requirement, .why = Idle::not_reached, .provisions = use.provisions};
  if (inquiry.is_excluded) {
    made.why = Idle::not_applicable;
  } else if (inquiry.open.empty() && (use.by_applicability || use.by_shall)) {
    made.why = Idle::verdict_settled;
  } else if (use.provisions.empty() && !use.by_shall && inquiry.is_included) {
    made.why = Idle::applies;
  } else if (!use.by_applicability && !use.by_shall && !use.by_justification) {
    made.why = Idle::changes_nothing;
  } else if (!use.provisions.empty() && std::all_of(use.provisions.begin(), use.provisions.end(),
                                                    [&](std::uint32_t i) { return inquiry.is_provision_closed[i]; })) {
    made.why = Idle::provision_settled;
  }
  return made;
}

void Inquirer::gather_decision(std::vector<Question>& open) {
  if (!dossier_.activity) return;
  for (const program::DecisionRule& rule : scheme_.program.decisions[static_cast<std::size_t>(*dossier_.activity)]) {
    if (rule.condition == program::no_node) continue;
    Questions asked;
    relevance_.gather(rule.condition, asked);
    open.insert(open.end(), asked.open.begin(), asked.open.end());
  }
}

void Inquirer::open(const std::vector<Question>& questions) {
  for (const Question& question : questions)
    if (open_.insert(question).second && question.kind == NeedKind::fact)
      open_pointers_.insert(walk_.pointer(question.subject));
}

/// The record of the subject, or the element of its list, that holds the fact; the fact itself if it is the subject's
/// own.
std::string_view holder_of(std::string_view pointer, std::string_view subject) {
  std::size_t end = pointer.find('/', subject.size() + 1);
  if (end == std::string_view::npos) return pointer;
  const std::size_t next = std::min(pointer.find('/', end + 1), pointer.size());
  const std::string_view step = pointer.substr(end + 1, next - end - 1);
  const bool is_element = !step.empty() && step.find_first_not_of("0123456789") == std::string_view::npos;
  if (is_element) end = next;
  return pointer.substr(0, end);
}

bool Inquirer::is_open(const Question& question) const {
  if (open_.contains(question)) return true;
  if (question.kind != NeedKind::fact) return false;
  const std::string pointer = walk_.pointer(question.subject);
  for (std::size_t end = pointer.size(); end != std::string::npos;
       end = end == 0 ? end - 1 : pointer.rfind('/', end - 1))
    if (open_pointers_.contains(pointer.substr(0, end))) return true;
  // An answer inside a record that is not there yet brings the record along, and what else is asked of it.
  const std::string inside = std::string(holder_of(pointer, dossier_.pointer_prefix)) + "/";
  const auto first = open_pointers_.lower_bound(inside);
  return first != open_pointers_.end() && first->compare(0, inside.size(), inside) == 0;
}

IdleQuestion Inquirer::told(const Question& question, std::vector<Disregard> because) {
  IdleQuestion made;
  made.kind = question.kind;
  made.because = std::move(because);
  if (question.kind == NeedKind::judgement) {
    const model::Judgement& judgement = scheme_.model.judgements[model::JudgementId{question.subject}];
    made.name = judgement.name;
    made.role = judgement.role;
    made.message = judgement.question;
  } else if (question.kind == NeedKind::evidence) {
    const model::Evidence& asked = scheme_.model.evidence[model::EvidenceId{question.subject}];
    made.name = asked.name;
    made.message = what_is_needed(asked, {});
  } else {
    made.place = walk_.place(question.subject);
  }
  return made;
}

std::vector<IdleQuestion> Inquirer::idle() {
  std::vector<Question> order;
  std::map<Question, std::vector<Disregard>> because;
  for (std::uint32_t i = 0; i < scheme_.program.requirements.size(); ++i) {
    const Inquiry inquiry = inquire(i);
    open(inquiry.open);
    for (const auto& [question, use] : inquiry.uses) {
      auto& reasons = because[question];
      if (reasons.empty()) order.push_back(question);
      reasons.push_back(disregard(i, inquiry, use));
    }
  }
  std::vector<Question> read_by_decision;
  gather_decision(read_by_decision);
  open(read_by_decision);
  std::vector<IdleQuestion> found;
  for (const Question& question : order)
    if (!is_open(question)) found.push_back(told(question, std::move(because[question])));
  return found;
}

}  // namespace

std::optional<Outlook> outlook(const Scheme& scheme, const dossier::Dossier& dossier, Date date, Workspace& workspace) {
  assessment::Memory memory;
  workspace.telling.begin(dossier, memory);
  Outlook found;
  found.waits = workspace.waits;
  // The search for the next change may have left the workspace at another day.
  if (workspace.evaluator.date() != date) walk_for_one_day(scheme, dossier, date, workspace);
  find_prospects(scheme, dossier, date, workspace, found);
  found.idle = Inquirer(scheme, dossier, workspace).idle();
  if (workspace.evaluator.is_exhausted()) return std::nullopt;
  return found;
}

}  // namespace assay::evaluate
