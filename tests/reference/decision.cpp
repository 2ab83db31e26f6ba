// The decision: every count takes every number that it can still come to.
#include "reference/assessor.hpp"

#include <algorithm>

namespace assay::reference {
namespace {

using model::Expression;
using model::Tally;

struct Span {
  std::int64_t low = 0;
  std::int64_t high = 0;
};

bool counts(Tally tally, const Standing& standing, const Fate& fate) {
  const bool is_waived = fate.first == Verdict::nonconforming && standing.is_waivable;
  if (is_waived) return tally == Tally::waived || tally == Tally::applicable;
  switch (tally) {
    case Tally::applicable: return fate.first != Verdict::not_applicable;
    case Tally::conforming: return fate.first == Verdict::conforming;
    case Tally::nonconforming: return fate.first == Verdict::nonconforming;
    case Tally::majors: return fate.second == Grade::major;
    case Tally::minors: return fate.second == Grade::minor;
    default: return false;
  }
}

void count_observations(const Standing& standing, Span& span) {
  for (std::size_t i = 0; i < standing.provisions.size(); ++i) {
    if (standing.requirement->provisions[i].modal != Modal::should) continue;
    if (standing.provisions[i] != Truth::yes) ++span.high;
    if (standing.provisions[i] == Truth::no && standing.applies == Truth::yes) ++span.low;
  }
}

class Rules {
 public:
  Rules(const std::vector<Standing>& standings, const Records& records, Evaluator evaluator)
      : standings_(standings), records_(records), evaluator_(std::move(evaluator)) {}

  Truth truth(const Expression& condition);
  /// Why a condition cannot be told, but for the counts.
  void why(const Expression& condition, std::vector<Cause>& causes);
  std::int64_t open() const {
    return std::count_if(standings_.begin(), standings_.end(), [](const Standing& one) { return one.is_open(); });
  }
  bool nothing_is_applicable() const {
    return std::all_of(standings_.begin(), standings_.end(),
                       [](const Standing& one) { return one.fate.first == Verdict::not_applicable; });
  }

 private:
  Span span(Tally tally) const;
  Truth verdict_is(const model::VerdictReference& asked, const Expression& member) const;
  Truth leaf(const Expression& condition);
  void try_all(const Expression& condition, std::vector<Tally> tallies, std::set<Truth>& found);
  static void collect(const Expression& expression, std::vector<Tally>& tallies);

  const std::vector<Standing>& standings_;
  const Records& records_;
  Evaluator evaluator_;
};

Span Rules::span(Tally tally) const {
  if (tally == Tally::undetermined) return {open(), open()};
  if (tally == Tally::planned) return {records_.planned, records_.planned};
  if (tally == Tally::overdue) return {records_.surely_overdue, records_.surely_overdue + records_.maybe_overdue};
  Span span;
  for (const Standing& standing : standings_) {
    const auto counted = [&](const Fate& fate) { return counts(tally, standing, fate); };
    if (std::all_of(standing.fates.begin(), standing.fates.end(), counted)) ++span.low;
    if (std::any_of(standing.fates.begin(), standing.fates.end(), counted)) ++span.high;
    if (tally == Tally::observations) count_observations(standing, span);
  }
  return span;
}

Truth Rules::verdict_is(const model::VerdictReference& asked, const Expression& member) const {
  const Standing& standing = standings_[asked.requirement.value];
  const Result wanted = evaluator_.value(member, {});
  if (!wanted.is_known()) return Truth::unknown;
  const auto verdict = static_cast<Verdict>(std::get<Member>(wanted.thing).position);
  if (verdict == Verdict::undetermined || standing.fate.first != Verdict::undetermined)
    return truth_of(standing.fate.first == verdict);
  const bool is_possible = std::any_of(standing.fates.begin(), standing.fates.end(),
                                       [&](const Fate& fate) { return fate.first == verdict; });
  return is_possible ? Truth::unknown : Truth::no;
}

void Rules::collect(const Expression& expression, std::vector<Tally>& tallies) {
  if (const auto* reference = std::get_if<model::TallyReference>(&expression.node)) tallies.push_back(reference->tally);
  for (const Expression* operand : operands(expression)) collect(*operand, tallies);
}

void Rules::try_all(const Expression& condition, std::vector<Tally> tallies, std::set<Truth>& found) {
  if (tallies.empty()) {
    found.insert(evaluator_.truth(condition, {}));
    return;
  }
  const Tally tally = tallies.back();
  tallies.pop_back();
  const Span range = span(tally);
  for (std::int64_t count = range.low; count <= range.high; ++count) {
    evaluator_.tallies[tally] = count;
    try_all(condition, tallies, found);
  }
}

Truth Rules::leaf(const Expression& condition) {
  if (const auto* comparison = std::get_if<model::Comparison>(&condition.node)) {
    if (const auto* verdict = std::get_if<model::VerdictReference>(&comparison->left->node)) {
      const Truth is = verdict_is(*verdict, *comparison->right);
      return comparison->comparator == model::Comparator::not_equal ? negation(is) : is;
    }
  }
  if (const auto* one_of = std::get_if<model::OneOf>(&condition.node)) {
    if (const auto* verdict = std::get_if<model::VerdictReference>(&one_of->value->node)) {
      Truth is = Truth::no;
      for (const auto& member : one_of->members) is = either(is, verdict_is(*verdict, *member));
      return one_of->negated ? negation(is) : is;
    }
  }
  std::vector<Tally> tallies;
  collect(condition, tallies);
  std::set<Truth> found;
  try_all(condition, tallies, found);
  evaluator_.tallies.clear();
  return found.size() == 1 ? *found.begin() : Truth::unknown;
}

Truth Rules::truth(const Expression& condition) {
  if (const auto* connective = std::get_if<model::Connective>(&condition.node)) {
    Truth result = truth_of(connective->is_and);
    for (const auto& operand : connective->operands)
      result = connective->is_and ? both(result, truth(*operand)) : either(result, truth(*operand));
    return result;
  }
  if (const auto* negated = std::get_if<model::Negation>(&condition.node)) return negation(truth(*negated->operand));
  if (const auto* implies = std::get_if<model::Implication>(&condition.node))
    return implication(truth(*implies->premise), truth(*implies->conclusion));
  if (const auto* conditional = std::get_if<model::Conditional>(&condition.node)) {
    const Truth then = truth(*conditional->then);
    const Truth otherwise = truth(*conditional->otherwise);
    if (then == otherwise) return then;
    const Truth which = truth(*conditional->condition);
    return which == Truth::unknown ? which : which == Truth::yes ? then : otherwise;
  }
  return leaf(condition);
}

void Rules::why(const Expression& condition, std::vector<Cause>& causes) {
  if (truth(condition) != Truth::unknown) return;
  if (!std::holds_alternative<model::Connective>(condition.node) &&
      !std::holds_alternative<model::Negation>(condition.node) &&
      !std::holds_alternative<model::Implication>(condition.node))
    return evaluator_.why(condition, {}, causes);
  for (const Expression* operand : operands(condition)) why(*operand, causes);
}

bool is_in_force(const model::DateRange& range, Date date) {
  return (!range.from || *range.from <= date) && (!range.to || date <= *range.to);
}

}  // namespace

const model::Decision* decision_at(const Setting& setting) {
  if (!setting.activity) return nullptr;
  const auto& decision = setting.scheme.decisions[static_cast<std::size_t>(*setting.activity)];
  return decision ? &*decision : nullptr;
}

Decided decide(const Setting& setting, const std::vector<Standing>& standings, Evaluator evaluator) {
  Rules rules(standings, setting.records, std::move(evaluator));
  const model::Decision* decision = decision_at(setting);
  if (decision == nullptr || !is_in_force(setting.scheme.header.in_force, setting.date)) return {};
  if (rules.nothing_is_applicable() && !decision->reads_applicable) return {};
  for (const model::DecisionRule& rule : decision->rules) {
    const Truth holds = rule.condition == nullptr ? Truth::yes : rules.truth(*rule.condition);
    if (holds == Truth::no) continue;
    Decided decided{DecisionOutcome::defer, {}};
    if (holds == Truth::unknown) rules.why(*rule.condition, decided.causes);
    if (holds == Truth::unknown) return decided;
    const bool is_premature = rules.open() > 0 || setting.records.has_unplaced;
    const bool is_held_back = is_premature && sign_of(rule.outcome) == OutcomeSign::positive;
    return {is_held_back ? DecisionOutcome::defer : rule.outcome, {}};
  }
  return {};
}

}  // namespace assay::reference
