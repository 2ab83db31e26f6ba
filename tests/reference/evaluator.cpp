// Values of expressions.
#include "reference/evaluator.hpp"

#include <algorithm>
#include <regex>

namespace assay::reference {

using namespace model;

Evaluator::Evaluator(const Scheme& scheme, const Fact& subject, const Lists& lists, Date date,
                     std::vector<Said> judgements, std::vector<Truth> provided)
    : scheme_(scheme),
      subject_(subject),
      lists_(lists),
      date_(date),
      judgements_(std::move(judgements)),
      provided_(std::move(provided)) {
  for (std::size_t i = 0; i < scheme.types.enumerations.size(); ++i) {
    const EnumId id = scheme.types.enumerations.id_at(i);
    all_members_[id] = all_members(scheme, id);
  }
}

Result Evaluator::value(const Expression& expression, const Names& names) const {
  return std::visit([&](const auto& node) { return of(node, names); }, expression.node);
}

Truth Evaluator::truth(const Expression& expression, const Names& names) const {
  const Result result = value(expression, names);
  return result.is_known() ? truth_of(std::get<bool>(result.thing)) : Truth::unknown;
}

std::vector<Result> Evaluator::values(const std::vector<ExpressionPtr>& expressions, const Names& names) const {
  std::vector<Result> results;
  for (const auto& expression : expressions) results.push_back(value(*expression, names));
  return results;
}

namespace {

/// An operator has no value without those of all its operands; what is unknown outweighs what is missing.
std::optional<Result> blocked(const std::vector<Result>& operands) {
  const auto any = [&](Result::State state) {
    return std::any_of(operands.begin(), operands.end(), [&](const Result& one) { return one.state == state; });
  };
  if (any(Result::State::unknown)) return Result::unknown();
  if (any(Result::State::missing)) return Result::missing();
  return std::nullopt;
}

Result result_of(const Fact& fact) {
  if (fact.state == Fact::State::missing) return Result::missing();
  if (fact.state == Fact::State::invalid) return Result::unknown();
  const bool is_whole = std::holds_alternative<std::monostate>(fact.value);
  return Result::known(is_whole ? Thing(&fact) : fact.value);
}

template <typename T>
Result result_of(const std::optional<T>& computed) {
  return computed ? Result::known(*computed) : Result::unknown();
}

Truth equal(const Result& left, const Result& right) {
  if (!left.is_known() || !right.is_known()) return Truth::unknown;
  const auto found = order(left.thing, right.thing);
  return found ? truth_of(*found == 0) : Truth::unknown;
}

Thing thing_of(const Value& value) {
  if (const auto* truth = std::get_if<bool>(&value)) return *truth;
  if (const auto* number = std::get_if<Decimal>(&value)) return *number;
  if (const auto* text = std::get_if<std::string_view>(&value)) return std::string(*text);
  if (const auto* date = std::get_if<Date>(&value)) return *date;
  if (const auto* instant = std::get_if<DateTime>(&value)) return *instant;
  if (const auto* duration = std::get_if<Duration>(&value)) return *duration;
  if (const auto* member = std::get_if<Member>(&value)) return *member;
  return {};
}

}  // namespace

std::optional<std::strong_ordering> order(const Thing& left, const Thing& right) {
  if (const auto* a = std::get_if<bool>(&left)) return *a <=> std::get<bool>(right);
  if (const auto* a = std::get_if<Decimal>(&left)) return *a <=> std::get<Decimal>(right);
  if (const auto* a = std::get_if<std::string>(&left)) return *a <=> std::get<std::string>(right);
  if (const auto* a = std::get_if<Date>(&left)) return *a <=> std::get<Date>(right);
  if (const auto* a = std::get_if<DateTime>(&left)) return *a <=> std::get<DateTime>(right);
  if (const auto* a = std::get_if<Duration>(&left)) return compare(*a, std::get<Duration>(right));
  if (const auto* a = std::get_if<Member>(&left)) return *a <=> std::get<Member>(right);
  return std::nullopt;
}

// Names and places

Names Evaluator::bind(const Names& names, VariableId variable, const Fact& element) const {
  Names inner = names;
  inner[variable] = {&element, nullptr, nullptr};
  return inner;
}

Names Evaluator::bind(const Names& names, const std::vector<VariableId>& parameters,
                      const std::vector<ExpressionPtr>& arguments) const {
  const auto outer = std::make_shared<const Names>(names);
  Names inner;
  for (std::size_t i = 0; i < parameters.size(); ++i) inner[parameters[i]] = {nullptr, arguments[i].get(), outer};
  return inner;
}

const Fact* Evaluator::fact(const Expression& expression, const Names& names) const {
  if (std::holds_alternative<SubjectReference>(expression.node)) return &subject_;
  if (const auto* list = std::get_if<DossierListReference>(&expression.node))
    return &lists_[static_cast<std::size_t>(list->list)];
  if (const auto* variable = std::get_if<VariableReference>(&expression.node)) {
    const Bound& bound = names.at(variable->variable);
    return bound.element != nullptr ? bound.element : fact(*bound.argument, *bound.names);
  }
  if (const auto* access = std::get_if<FieldAccess>(&expression.node)) {
    const Fact* object = fact(*access->object, names);
    return object == nullptr ? nullptr : &object->fields[access->field];
  }
  if (const auto* the = std::get_if<The>(&expression.node)) {
    const Result list = value(*the->range.list, names);
    const Fact* one = list.is_known() ? the_one(*the, *std::get<const Fact*>(list.thing), names) : nullptr;
    return one != nullptr && one->is_known() ? one : nullptr;
  }
  const Result result = value(expression, names);
  const auto* found = result.is_known() ? std::get_if<const Fact*>(&result.thing) : nullptr;
  return found == nullptr ? nullptr : *found;
}

std::string Evaluator::pointer(const Expression& expression, const Names& names) const {
  const Fact* found = fact(expression, names);
  return found == nullptr ? "" : found->pointer;
}

Result Evaluator::of(const Constant& constant, const Names&) const { return Result::known(thing_of(constant.value)); }
Result Evaluator::of(const AllMembers& all, const Names&) const {
  return Result::known(&all_members_.at(all.enumeration));
}
Result Evaluator::of(const SubjectReference&, const Names&) const { return result_of(subject_); }
Result Evaluator::of(const DossierListReference& list, const Names&) const {
  return result_of(lists_[static_cast<std::size_t>(list.list)]);
}
Result Evaluator::of(const AssessmentDate&, const Names&) const { return Result::known(date_); }

Result Evaluator::of(const VariableReference& variable, const Names& names) const {
  const Bound& bound = names.at(variable.variable);
  return bound.element != nullptr ? result_of(*bound.element) : value(*bound.argument, *bound.names);
}

Result Evaluator::of(const FieldAccess& access, const Names& names) const {
  if (const Fact* object = fact(*access.object, names)) return result_of(object->fields[access.field]);
  return value(*access.object, names).state == Result::State::missing ? Result::missing() : Result::unknown();
}

Result Evaluator::of(const DefineCall& call, const Names& names) const {
  const Define& define = scheme_.defines[call.define];
  return value(*define.value, bind(names, define.parameters, call.arguments));
}

// Logic

Result Evaluator::of(const Connective& connective, const Names& names) const {
  bool is_unknown = false;
  for (const auto& operand : connective.operands) {
    const Truth found = truth(*operand, names);
    if (found == (connective.is_and ? Truth::no : Truth::yes)) return Result::known(!connective.is_and);
    is_unknown |= found == Truth::unknown;
  }
  return is_unknown ? Result::unknown() : Result::known(connective.is_and);
}

Result Evaluator::of(const Negation& negated, const Names& names) const {
  const Truth found = truth(*negated.operand, names);
  return found == Truth::unknown ? Result::unknown() : Result::known(found == Truth::no);
}

Result Evaluator::of(const Implication& implication, const Names& names) const {
  const Truth premise = truth(*implication.premise, names);
  const Truth conclusion = truth(*implication.conclusion, names);
  if (premise == Truth::no || conclusion == Truth::yes) return Result::known(true);
  if (premise == Truth::yes && conclusion == Truth::no) return Result::known(false);
  return Result::unknown();
}

Result Evaluator::of(const Conditional& conditional, const Names& names) const {
  const Truth condition = truth(*conditional.condition, names);
  if (condition == Truth::yes) return value(*conditional.then, names);
  if (condition == Truth::no) return value(*conditional.otherwise, names);
  const Result then = value(*conditional.then, names);
  return equal(then, value(*conditional.otherwise, names)) == Truth::yes ? then : Result::unknown();
}

Result Evaluator::of(const Fallback& fallback, const Names& names) const {
  const Result first = value(*fallback.value, names);
  return first.state == Result::State::missing ? value(*fallback.otherwise, names) : first;
}

Result Evaluator::of(const JudgementReference& judgement, const Names&) const {
  const Said found = judgements_[judgement.judgement.value];
  if (found == Said::met) return Result::known(true);
  return found == Said::not_met ? Result::known(false) : Result::unknown();
}

Result Evaluator::of(const EvidenceReference& evidence, const Names&) const {
  return Result::of(provided_[evidence.evidence.value]);
}

Result Evaluator::of(const TallyReference& tally, const Names&) const {
  const auto found = tallies.find(tally.tally);
  return found == tallies.end() ? Result::unknown() : Result::known(Decimal::of(found->second));
}
Result Evaluator::of(const VerdictReference&, const Names&) const { return Result::unknown(); }

// Comparisons

Result Evaluator::of(const Comparison& comparison, const Names& names) const {
  const std::vector<Result> sides{value(*comparison.left, names), value(*comparison.right, names)};
  if (const auto without = blocked(sides)) return *without;
  const auto found = order(sides[0].thing, sides[1].thing);
  if (!found) return Result::unknown();
  switch (comparison.comparator) {
    case Comparator::equal: return Result::known(*found == 0);
    case Comparator::not_equal: return Result::known(*found != 0);
    case Comparator::less: return Result::known(*found < 0);
    case Comparator::less_equal: return Result::known(*found <= 0);
    case Comparator::greater: return Result::known(*found > 0);
    case Comparator::greater_equal: break;
  }
  return Result::known(*found >= 0);
}

Result Evaluator::of(const InRange& range, const Names& names) const {
  const std::vector<Result> all{value(*range.value, names), value(*range.low, names), value(*range.high, names)};
  if (const auto without = blocked(all)) return *without;
  const auto low = order(all[0].thing, all[1].thing);
  const auto high = order(all[0].thing, all[2].thing);
  return low && high ? Result::known(*low >= 0 && *high <= 0) : Result::unknown();
}

Result Evaluator::of(const OneOf& one_of, const Names& names) const {
  const Result asked = value(*one_of.value, names);
  if (!asked.is_known()) return asked;
  Truth found = Truth::no;
  for (const Result& member : values(one_of.members, names)) found = either(found, equal(asked, member));
  return Result::of(one_of.negated ? negation(found) : found);
}

Result Evaluator::of(const Includes& includes, const Names& names) const {
  const std::vector<Result> sides{value(*includes.collection, names), value(*includes.member, names)};
  if (const auto without = blocked(sides)) return *without;
  Truth found = Truth::no;
  for (const Fact& element : std::get<const Fact*>(sides[0].thing)->elements)
    found = either(found, equal(result_of(element), sides[1]));
  return Result::of(found);
}

Result Evaluator::of(const Matches& matches, const Names& names) const {
  const Result text = value(*matches.value, names);
  if (!text.is_known()) return text;
  return Result::known(std::regex_search(std::get<std::string>(text.thing), std::regex(matches.pattern)));
}

Result Evaluator::of(const Presence& presence, const Names& names) const {
  const Fact* path = fact(*presence.path, names);
  if (path == nullptr || path->state == Fact::State::invalid) return Result::unknown();
  if (presence.kind == PresenceKind::stated) return path->is_known() ? Result::known(true) : Result::unknown();
  return Result::known(path->is_known() == (presence.kind == PresenceKind::provided));
}

Result Evaluator::of(const WithinDuration& within, const Names& names) const {
  const std::vector<Result> sides{value(*within.value, names), value(*within.duration, names)};
  if (const auto without = blocked(sides)) return *without;
  const auto* instant = std::get_if<DateTime>(&sides[0].thing);
  const Date date = instant != nullptr ? day_of(*instant) : std::get<Date>(sides[0].thing);
  const auto back = negate(std::get<Duration>(sides[1].thing));
  const auto earliest = back ? add(date_, *back) : std::nullopt;
  return earliest ? Result::known(*earliest <= date && date <= date_) : Result::unknown();
}

}  // namespace assay::reference
