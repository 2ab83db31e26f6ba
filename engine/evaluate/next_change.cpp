// The first walk again, at the days on which something turns, until one of them brings another verdict or decision.

#include "evaluate/next_change.hpp"

#include "base/limits.hpp"
#include "evaluate/first_walk.hpp"
#include "evaluate/records.hpp"
#include "evaluate/second_walk.hpp"

#include <algorithm>
#include <utility>

namespace assay::evaluate {

using assessment::NextChange;

namespace {

using Kind = Turn::Kind;

/// What turns, in words.
class Words {
 public:
  Words(const Scheme& scheme, const dossier::Dossier& dossier) : scheme_(scheme), dossier_(dossier) {}

  /// Each once: an expression may stand in several places.
  std::vector<std::string> of(const std::vector<Turn>& turns) const {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::min(turns.size(), limits::outlook_turns); ++i) {
      std::string one = of(turns[i]);
      if (std::find(words.begin(), words.end(), one) == words.end()) words.push_back(std::move(one));
    }
    if (turns.size() > limits::outlook_turns) words.emplace_back("and more");
    return words;
  }

 private:
  std::string of(const Turn& turn) const {
    switch (turn.kind) {
      case Kind::test: return of_test(program::NodeId{turn.subject});
      case Kind::table_input:
        return "'" + text_of(scheme_, program::NodeId{turn.subject}) + "' comes to another row of its table";
      case Kind::in_force: return id_of(turn.subject) + " comes into force";
      case Kind::out_of_force: return id_of(turn.subject) + " is no longer in force";
      case Kind::scheme_in_force: return "the scheme comes into force";
      case Kind::scheme_out_of_force: return "the scheme is no longer in force";
      case Kind::evidence_issued:
      case Kind::evidence_stale:
      case Kind::evidence_expired: return of_evidence(turn);
      case Kind::judgement_counts: return of_judgement(dossier_.judgements[turn.subject]);
      case Kind::nonconformity_overdue:
      case Kind::nonconformity_planned:
      case Kind::nonconformity_closed: return of_nonconformity(turn);
      case Kind::waiver_expired: return "the waiver for " + dossier_.waivers[turn.subject].requirement + " has expired";
    }
    return {};
  }
  const std::string& id_of(std::uint32_t requirement) const {
    return scheme_.model.requirements[model::RequirementId{requirement}].id;
  }

  std::string of_test(program::NodeId test) const {
    for (std::uint32_t i = 0; i < scheme_.program.requirements.size(); ++i)
      if (scheme_.program.requirements[i].in_force == test) return id_of(i) + " comes into force";
    return "'" + text_of(scheme_, test) + "' turns";
  }

  std::string of_evidence(const Turn& turn) const {
    const std::string name = "evidence " + dossier::name_of(dossier_.evidence[turn.subject]);
    if (turn.kind == Kind::evidence_issued) return name + " is issued";
    if (turn.kind == Kind::evidence_expired) return name + " has expired";
    return name + " is older than " + to_string(*scheme_.model.evidence[model::EvidenceId{turn.asked}].age);
  }

  static std::string of_judgement(const dossier::JudgementRecord& record) {
    return "the judgement " + record.requirement + "/" + record.name + " by " + record.by +
           " is no longer in the future";
  }

  std::string of_nonconformity(const Turn& turn) const {
    const std::string name = name_of(dossier_.nonconformities[turn.subject], turn.subject);
    if (turn.kind == Kind::nonconformity_overdue) return name + " is overdue";
    return name + (turn.kind == Kind::nonconformity_planned ? " has an accepted plan" : " is closed");
  }

  const Scheme& scheme_;
  const dossier::Dossier& dossier_;
};

std::vector<assessment::ChangedRequirement> changed(const assessment::Assessment& now, const Verdicts& then) {
  std::vector<assessment::ChangedRequirement> changed;
  for (const assessment::RequirementResult& result : now.requirements) {
    const Judged& judged = then.requirements[result.index].judged;
    if (judged != result.judged) changed.push_back({result.index, result.judged, judged});
  }
  return changed;
}

/// The last day before `day`, for a search that ends there.
NextChange unchanged_before(Date day) {
  NextChange ended;
  ended.unchanged_until = to_string(Date{day.days - 1});
  return ended;
}

}  // namespace

Date horizon_of(Date date) {
  const auto last = date_of({9999, 12, 31});
  return std::min(Date{date.days + limits::outlook_days}, last.value_or(date));
}

std::optional<NextChange> next_change(const Scheme& scheme, const dossier::Dossier& dossier,
                                      const assessment::Assessment& now, Workspace& workspace) {
  std::uint64_t steps = 0;
  for (std::uint32_t tries = 0;; ++tries) {
    const std::optional<Date> day = workspace.turns.first();
    if (!day) return std::nullopt;
    NextChange change = unchanged_before(*day);
    if (tries == limits::outlook_tries || steps > limits::outlook_steps_of_all) return change;
    const std::vector<Turn> turned = workspace.turns.on_first();
    workspace.turns.begin(*day, horizon_of(now.date));
    walk(scheme, dossier, *day, workspace);
    std::vector<program::NodeId> unknown_parts;
    const DecisionOutcome then = propose(scheme, dossier, *day, workspace, unknown_parts).outcome;
    if (workspace.evaluator.is_exhausted()) return change;
    steps += workspace.evaluator.steps() + workspace.turns.spent();
    change.requirements = changed(now, workspace.verdicts);
    if (then != now.decision.outcome) change.decision = then;
    if (change.requirements.empty() && !change.decision) continue;
    change.on = to_string(*day);
    change.because = Words(scheme, dossier).of(turned);
    // No test turned: what its completions agree on did, for days that are missing.
    if (change.because.empty())
      change.because.emplace_back(
          "another day stands between the assessment date and what a missing day is compared with");
    return change;
  }
}

}  // namespace assay::evaluate
