// The decision over ranges: a count is what is settled, up to what the undetermined could still add.

#include "evaluate/decision.hpp"

#include "model/expression.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace assay::evaluate {

using model::Tally;
using program::NodeId;
using program::Operation;

namespace {

struct Interval {
  Decimal low;
  Decimal high;
};

using Tallies = std::array<assessment::CountRange, 10>;

// Adds one requirement to a count: `sure` if every possibility counts, `possible` if some does.
void add(assessment::CountRange& range, bool sure, bool possible) {
  if (sure) ++range.low;
  if (possible) ++range.high;
}

void add_observations(const program::Program& program, const Verdicts& verdicts, std::size_t requirement,
                      assessment::CountRange& range) {
  const Truth applies = verdicts.requirements[requirement].applies;
  if (applies == Truth::no) return;
  const program::Requirement& of = program.requirements[requirement];
  for (std::uint32_t i = 0; i < of.provision_count; ++i) {
    if (program.provisions[of.first_provision + i].modal != Modal::should) continue;
    const Truth met = verdicts.provisions[of.first_provision + i];
    add(range, met == Truth::no && applies == Truth::yes, met != Truth::yes);
  }
}

Tallies tally(const program::Program& program, const Verdicts& verdicts) {
  Tallies tallies{};
  const auto at = [&](Tally which) -> assessment::CountRange& { return tallies[static_cast<std::size_t>(which)]; };
  for (std::size_t i = 0; i < verdicts.requirements.size(); ++i) {
    const Verdict verdict = verdicts.requirements[i].judged.verdict;
    if (verdict == Verdict::not_applicable) continue;  // it counts nowhere
    if (verdict == Verdict::conforming) {
      add(at(Tally::applicable), true, true);
      add(at(Tally::conforming), true, true);
      add_observations(program, verdicts, i, at(Tally::observations));
      continue;
    }
    const Possibilities can = possibilities(program, verdicts, i);
    const bool fails = can.minor || can.major;
    add(at(Tally::applicable), !can.not_applicable, can.conforming || fails);
    add(at(Tally::conforming), can.conforming && !fails && !can.not_applicable && !can.awaits_evidence, can.conforming);
    const bool surely_fails = fails && !can.conforming && !can.not_applicable;
    if (verdicts.requirements[i].waiver != program::none) {
      add(at(Tally::waived), surely_fails, fails);
    } else {
      add(at(Tally::nonconforming), surely_fails, fails);
      add(at(Tally::majors), surely_fails && !can.minor, can.major);
      add(at(Tally::minors), surely_fails && !can.major, can.minor);
    }
    add_observations(program, verdicts, i, at(Tally::observations));
  }
  at(Tally::overdue) = verdicts.overdue;
  at(Tally::planned) = {verdicts.planned, verdicts.planned};
  at(Tally::undetermined) = {count_open(verdicts), count_open(verdicts)};
  return tallies;
}

// Conditions of the decision, where a count is an interval.
class Conditions {
 public:
  Conditions(Evaluator& evaluator, const Verdicts& verdicts)
      : evaluator_(evaluator),
        program_(evaluator.program()),
        verdicts_(verdicts),
        tallies_(tally(program_, verdicts)) {}

  Truth truth(NodeId id);
  /// The comparisons and facts under a condition's connectives that cannot be told.
  void collect_unknown(NodeId id, std::vector<NodeId>& parts);
  const assessment::CountRange& operator[](Tally which) const { return tallies_[static_cast<std::size_t>(which)]; }

 private:
  const program::Node& node(NodeId id) const { return program_.nodes[id.value]; }
  std::optional<Interval> interval(NodeId id);
  std::optional<Interval> chain(const program::Node& at);
  Truth comparison(const program::Node& at);
  Truth in_range(NodeId id, const program::Node& at);
  /// Where numbers are compared that move with the date, notes the day on which that turns.
  template <typename Compared>
  Truth noted(NodeId id, const program::Node& at, Compared compared);
  Truth verdict_is(const program::Node& at, NodeId verdict, NodeId other);

  Evaluator& evaluator_;
  const program::Program& program_;
  const Verdicts& verdicts_;
  Tallies tallies_;
};

std::optional<Interval> combine(const Interval& left, model::ArithmeticOperator step, const Interval& right) {
  using model::ArithmeticOperator;
  if (step == ArithmeticOperator::divide && right.low <= Decimal{} && right.high >= Decimal{}) return std::nullopt;
  const auto apply = [step](const Decimal& a, const Decimal& b) {
    switch (step) {
      case ArithmeticOperator::add: return assay::add(a, b);
      case ArithmeticOperator::subtract: return assay::subtract(a, b);
      case ArithmeticOperator::multiply: return assay::multiply(a, b);
      case ArithmeticOperator::divide: return assay::divide(a, b);
    }
    return std::optional<Decimal>();
  };
  // Each of the four operations is monotonic in each operand, so the ends come from the ends.
  std::optional<Interval> result;
  for (const Decimal& a : {left.low, left.high})
    for (const Decimal& b : {right.low, right.high}) {
      const auto corner = apply(a, b);
      if (!corner) return std::nullopt;
      if (!result) result = Interval{*corner, *corner};
      if (*corner < result->low) result->low = *corner;
      if (*corner > result->high) result->high = *corner;
    }
  return result;
}

std::optional<Interval> Conditions::chain(const program::Node& at) {
  std::optional<Interval> result = interval(NodeId{program_.children[at.b]});
  for (std::uint32_t i = 1; i < at.c && result; ++i) {
    const auto next = interval(NodeId{program_.children[at.b + i]});
    if (!next) return std::nullopt;
    result = combine(*result, static_cast<model::ArithmeticOperator>(program_.children[at.d + i - 1]), *next);
  }
  return result;
}

std::optional<Interval> Conditions::interval(NodeId id) {
  const program::Node& at = node(id);
  if (at.operation == Operation::tally) {
    const assessment::CountRange& range = tallies_[at.a];
    return Interval{Decimal::of(static_cast<std::int64_t>(range.low)),
                    Decimal::of(static_cast<std::int64_t>(range.high))};
  }
  if (at.operation == Operation::arithmetic && at.left == program::Shape::number) return chain(at);
  if (at.operation == Operation::scale) {
    const Decimal& factor = std::get<Decimal>(program_.constants[at.b]);
    const auto operand = interval(NodeId{at.a});
    return operand ? combine(*operand, model::ArithmeticOperator::multiply, {factor, factor}) : std::nullopt;
  }
  if (at.operation == Operation::apply && at.c == 1) {
    const auto operand = interval(NodeId{program_.children[at.b]});
    const Decimal hundred = Decimal::of(100);
    const auto function = static_cast<model::Function>(at.a);
    if (operand && function == model::Function::percent)
      return combine(*operand, model::ArithmeticOperator::multiply, {hundred, hundred});
    if (operand && function == model::Function::ratio)
      return combine(*operand, model::ArithmeticOperator::divide, {hundred, hundred});
  }
  const Operand value = evaluator_.value(id);
  if (!value.is_known() || !std::holds_alternative<Decimal>(value.value)) return std::nullopt;
  return Interval{std::get<Decimal>(value.value), std::get<Decimal>(value.value)};
}

Truth compare(Operation operation, const Interval& left, const Interval& right) {
  switch (operation) {
    case Operation::less:
      return left.high < right.low ? Truth::yes : left.low >= right.high ? Truth::no : Truth::unknown;
    case Operation::greater_equal: return negation(compare(Operation::less, left, right));
    case Operation::greater: return compare(Operation::less, right, left);
    case Operation::less_equal: return negation(compare(Operation::less, right, left));
    case Operation::not_equal: return negation(compare(Operation::equal, left, right));
    default: break;
  }
  if (left.high < right.low || right.high < left.low) return Truth::no;
  return left.low == left.high && right.low == right.high ? Truth::yes : Truth::unknown;
}

Truth Conditions::verdict_is(const program::Node& at, NodeId verdict, NodeId other) {
  const Operand asked = evaluator_.value(other);
  if (!asked.is_known()) return Truth::unknown;
  const std::size_t requirement = node(verdict).a;
  const auto wanted = static_cast<Verdict>(std::get<Member>(asked.value).position);
  const Verdict found = verdicts_.requirements[requirement].judged.verdict;
  const Possibilities can = possibilities(program_, verdicts_, requirement);
  Truth is = truth_of(found == wanted);
  if (found == Verdict::undetermined && wanted != Verdict::undetermined) {
    const bool possible = wanted == Verdict::conforming      ? can.conforming
                          : wanted == Verdict::nonconforming ? can.minor || can.major
                                                             : can.not_applicable;
    is = possible ? Truth::unknown : Truth::no;
  }
  return at.operation == Operation::not_equal ? negation(is) : is;
}

Truth Conditions::comparison(const program::Node& at) {
  if (node(NodeId{at.a}).operation == Operation::verdict) return verdict_is(at, NodeId{at.a}, NodeId{at.b});
  if (node(NodeId{at.b}).operation == Operation::verdict) return verdict_is(at, NodeId{at.b}, NodeId{at.a});
  const auto left = interval(NodeId{at.a});
  const auto right = interval(NodeId{at.b});
  return left && right ? compare(at.operation, *left, *right) : Truth::unknown;
}

Truth Conditions::in_range(NodeId id, const program::Node& at) {
  const auto value = interval(NodeId{at.a});
  const auto low = interval(NodeId{at.b});
  const auto high = interval(NodeId{at.c});
  if (!value || !low || !high) return truth_in(evaluator_.value(id));
  return both(compare(Operation::greater_equal, *value, *low), compare(Operation::less_equal, *value, *high));
}

template <typename Compared>
Truth Conditions::noted(NodeId id, const program::Node& at, Compared compared) {
  const Truth now = compared();
  if (!evaluator_.is_noting() || !program::is_test(at.course)) return now;
  // A count may lie between two bounds, so neither an equality nor a range turns only once.
  const bool turns_once = at.operation >= Operation::less && at.operation <= Operation::greater_equal;
  const program::Course course = turns_once ? at.course : program::Course::turns_often;
  const auto looks = [&] { return std::to_string(static_cast<int>(compared())); };
  evaluator_.note_first_change(course, looks, {Turn::Kind::test, id.value});
  return now;
}

Truth Conditions::truth(NodeId id) {
  const program::Node& at = node(id);
  const auto kid = [&](std::uint32_t i) { return NodeId{program_.children[at.b + i]}; };
  switch (at.operation) {
    case Operation::conjunction: {
      Truth result = Truth::yes;
      for (std::uint32_t i = 0; i < at.c; ++i) result = both(result, truth(kid(i)));
      return result;
    }
    case Operation::disjunction: {
      Truth result = Truth::no;
      for (std::uint32_t i = 0; i < at.c; ++i) result = either(result, truth(kid(i)));
      return result;
    }
    case Operation::negation: return negation(truth(NodeId{at.a}));
    case Operation::implication: return implication(truth(NodeId{at.a}), truth(NodeId{at.b}));
    case Operation::conditional: {
      const Truth condition = truth(NodeId{at.a});
      if (condition != Truth::unknown) return truth(NodeId{condition == Truth::yes ? at.b : at.c});
      const Truth then = truth(NodeId{at.b});
      return then == truth(NodeId{at.c}) ? then : Truth::unknown;
    }
    case Operation::in_range: return noted(id, at, [&] { return in_range(id, at); });
    case Operation::one_of:
    case Operation::not_one_of: {
      if (node(NodeId{at.a}).operation != Operation::verdict) break;
      Truth is = Truth::no;
      const program::Node equal{.operation = Operation::equal, .shape = program::Shape::boolean, .origin = {}};
      for (std::uint32_t i = 0; i < at.c; ++i) is = either(is, verdict_is(equal, NodeId{at.a}, kid(i)));
      return at.operation == Operation::one_of ? is : negation(is);
    }
    case Operation::equal:
    case Operation::not_equal:
      if (at.left != program::Shape::number && node(NodeId{at.a}).operation != Operation::verdict &&
          node(NodeId{at.b}).operation != Operation::verdict)
        break;
      return noted(id, at, [&] { return comparison(at); });
    case Operation::less:
    case Operation::less_equal:
    case Operation::greater:
    case Operation::greater_equal:
      if (at.left != program::Shape::number) break;
      return noted(id, at, [&] { return comparison(at); });
    default: break;
  }
  return evaluator_.truth(id);
}

void Conditions::collect_unknown(NodeId id, std::vector<NodeId>& parts) {
  if (truth(id) != Truth::unknown) return;
  const program::Node& at = node(id);
  switch (at.operation) {
    case Operation::conjunction:
    case Operation::disjunction:
      for (std::uint32_t i = 0; i < at.c; ++i) collect_unknown(NodeId{program_.children[at.b + i]}, parts);
      return;
    case Operation::negation: return collect_unknown(NodeId{at.a}, parts);
    case Operation::implication: collect_unknown(NodeId{at.a}, parts); return collect_unknown(NodeId{at.b}, parts);
    default: parts.push_back(id);
  }
}

assessment::SchemePlace place_of(const Scheme& scheme, source::Span span) {
  const source::File& file = (*scheme.files)[span.file];
  return {file.path(), file.position(span.begin)};
}

/// Why a positive outcome is not proposed, whatever the rules say; empty if nothing stands against it.
std::string_view objection(const Verdicts& verdicts) {
  if (count_open(verdicts) > 0) return "undetermined > 0";
  if (verdicts.has_unplaced_records) return "a nonconformity record cannot be placed";
  return {};
}

std::string no_decision_at(const std::optional<Activity>& activity) {
  return activity ? "the scheme has no decision at " + std::string(to_string(*activity)) : "the activity is not known";
}

}  // namespace

const model::Decision* decision_at(const Scheme& scheme, const std::optional<Activity>& activity) {
  if (!activity) return nullptr;
  const std::optional<model::Decision>& decision = scheme.model.decisions[static_cast<std::size_t>(*activity)];
  return decision ? &*decision : nullptr;
}

std::uint64_t count_open(const Verdicts& verdicts) {
  std::uint64_t open = 0;
  for (const Verdicts::Requirement& requirement : verdicts.requirements)
    if (requirement.judged.verdict == Verdict::undetermined || !requirement.judged.grade_settled) ++open;
  return open;
}

namespace {

/// What settles the decision, before anybody puts it into words.
struct Ruling {
  enum class Because : std::uint8_t {
    no_decision,
    nothing_applicable,
    no_rule,
    unknown,
    objection,
    rule
  } because = Because::no_rule;
  DecisionOutcome outcome = DecisionOutcome::defer;
  const model::DecisionRule* rule = nullptr;  ///< of the last three
  NodeId condition = program::no_node;        ///< of that rule
};

Ruling ruling(const Scheme& scheme, const std::optional<Activity>& activity, const Verdicts& verdicts,
              Conditions& conditions) {
  using Because = Ruling::Because;
  const model::Decision* decision = decision_at(scheme, activity);
  if (decision == nullptr) return {Because::no_decision};
  if (conditions[Tally::applicable].high == 0 && count_open(verdicts) == 0 && !decision->reads_applicable)
    return {Because::nothing_applicable};
  const auto& compiled = scheme.program.decisions[static_cast<std::size_t>(*activity)];
  for (std::size_t i = 0; i < decision->rules.size(); ++i) {
    const model::DecisionRule& rule = decision->rules[i];
    const NodeId condition = compiled[i].condition;
    const Truth holds = condition == program::no_node ? Truth::yes : conditions.truth(condition);
    if (holds == Truth::no) continue;
    if (holds == Truth::unknown) return {Because::unknown, DecisionOutcome::defer, &rule, condition};
    if (sign_of(rule.outcome) == OutcomeSign::positive && !objection(verdicts).empty())
      return {Because::objection, DecisionOutcome::defer, &rule, condition};
    return {Because::rule, rule.outcome, &rule, condition};
  }
  return {};
}

std::string reason_of(const Ruling& ruling, const std::optional<Activity>& activity, const Verdicts& verdicts) {
  using Because = Ruling::Because;
  switch (ruling.because) {
    case Because::no_decision: return no_decision_at(activity);
    case Because::nothing_applicable: return "nothing was applicable";
    case Because::no_rule: return "no rule of the decision holds";
    case Because::unknown: return "'" + ruling.rule->text + "' cannot be told yet";
    case Because::objection: return std::string(objection(verdicts));
    case Because::rule: break;
  }
  return ruling.rule->text;
}

}  // namespace

DecisionOutcome outcome_of_decision(const Scheme& scheme, const std::optional<Activity>& activity,
                                    const Verdicts& verdicts, Evaluator& evaluator) {
  Conditions conditions(evaluator, verdicts);
  return ruling(scheme, activity, verdicts, conditions).outcome;
}

assessment::DecisionResult decide(const Scheme& scheme, const std::optional<Activity>& activity,
                                  const Verdicts& verdicts, Evaluator& evaluator, std::vector<NodeId>& unknown_parts) {
  Conditions conditions(evaluator, verdicts);
  const Ruling found = ruling(scheme, activity, verdicts, conditions);
  if (found.because == Ruling::Because::unknown) conditions.collect_unknown(found.condition, unknown_parts);
  assessment::DecisionResult decided{found.outcome, reason_of(found, activity, verdicts), std::nullopt};
  if (found.rule != nullptr) decided.at = place_of(scheme, found.rule->span);
  return decided;
}

}  // namespace assay::evaluate
