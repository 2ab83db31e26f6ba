// Quantifiers, counts, aggregates, lookups and tables.
#include "reference/evaluator.hpp"

#include <algorithm>

namespace assay::reference {

using namespace model;

Truth Evaluator::passes(const Range& range, const Names& names) const {
  return range.where == nullptr ? Truth::yes : truth(*range.where, names);
}

namespace {

struct Count {
  std::int64_t sure = 0;
  std::int64_t possible = 0;
  void add(Truth holds) {
    if (holds == Truth::yes) ++sure;
    if (holds != Truth::no) ++possible;
  }
  /// Is the final count from `low` to `high`?
  Truth is_within(const Decimal& low, const std::optional<Decimal>& high) const {
    bool some = false;
    bool all = true;
    for (std::int64_t count = sure; count <= possible; ++count) {
      const bool is_in = Decimal::of(count) >= low && (!high || Decimal::of(count) <= *high);
      some |= is_in;
      all &= is_in;
    }
    return all ? Truth::yes : some ? Truth::unknown : Truth::no;
  }
};

Truth judge(const Quantifier& quantifier, const Count& holding, const Count& passing_and_failing) {
  const Decimal number = Decimal::of(quantifier.number);
  switch (quantifier.kind) {
    case QuantifierKind::every: return passing_and_failing.is_within(Decimal(), Decimal());
    case QuantifierKind::some: return holding.is_within(Decimal::of(1), std::nullopt);
    case QuantifierKind::no: return holding.is_within(Decimal(), Decimal());
    case QuantifierKind::at_least: return holding.is_within(number, std::nullopt);
    case QuantifierKind::at_most: return holding.is_within(Decimal(), number);
    case QuantifierKind::exactly: break;
  }
  return holding.is_within(number, number);
}

}  // namespace

Result Evaluator::of(const Quantifier& quantifier, const Names& names) const {
  const Result list = value(*quantifier.range.list, names);
  if (!list.is_known()) return Result::unknown();
  Count holding;
  Count failing;
  for (const Fact& element : std::get<const Fact*>(list.thing)->elements) {
    const Names inner = bind(names, quantifier.range.variable, element);
    const Truth passed = passes(quantifier.range, inner);
    const Truth satisfied = truth(*quantifier.satisfies, inner);
    holding.add(both(passed, satisfied));
    failing.add(both(passed, negation(satisfied)));
  }
  return Result::of(judge(quantifier, holding, failing));
}

Result Evaluator::of(const CountInRange& count, const Names& names) const {
  const Result list = value(*count.range.list, names);
  if (!list.is_known()) return Result::unknown();
  Count passing;
  for (const Fact& element : std::get<const Fact*>(list.thing)->elements)
    passing.add(passes(count.range, bind(names, count.range.variable, element)));
  const Truth is_in = passing.is_within(count.low, count.has_high ? std::optional(count.high) : std::nullopt);
  return Result::of(count.negated ? negation(is_in) : is_in);
}

namespace {

Result sum_of(const std::vector<Thing>& things) {
  std::optional<Decimal> sum = Decimal();
  for (const Thing& thing : things) sum = sum ? add(*sum, std::get<Decimal>(thing)) : sum;
  return sum ? Result::known(*sum) : Result::unknown();
}

Result aggregate_of(AggregateKind kind, const std::vector<Thing>& things) {
  const auto count = Decimal::of(static_cast<std::int64_t>(things.size()));
  if (kind == AggregateKind::count) return Result::known(count);
  if (kind == AggregateKind::sum) return sum_of(things);
  if (things.empty()) return Result::missing();
  const auto less = [](const Thing& a, const Thing& b) { return order(a, b) == std::strong_ordering::less; };
  if (kind == AggregateKind::min) return Result::known(*std::min_element(things.begin(), things.end(), less));
  if (kind == AggregateKind::max) return Result::known(*std::max_element(things.begin(), things.end(), less));
  const Result sum = sum_of(things);
  const auto average = sum.is_known() ? divide(std::get<Decimal>(sum.thing), count) : std::nullopt;
  return average ? Result::known(*average) : Result::unknown();
}

}  // namespace

Result Evaluator::of(const Aggregate& aggregate, const Names& names) const {
  const Result list = value(*aggregate.range.list, names);
  if (!list.is_known()) return list;
  std::vector<Thing> things;
  for (const Fact& element : std::get<const Fact*>(list.thing)->elements) {
    const Names inner = bind(names, aggregate.range.variable, element);
    const Truth passed = passes(aggregate.range, inner);
    if (passed == Truth::no) continue;
    const Result one = aggregate.element == nullptr ? Result::known(true) : value(*aggregate.element, inner);
    if (passed == Truth::unknown || !one.is_known()) return Result::unknown();
    things.push_back(one.thing);
  }
  return aggregate_of(aggregate.kind, things);
}

const Fact* Evaluator::the_one(const The& the, const Fact& list, const Names& names) const {
  const Fact* found = nullptr;
  for (const Fact& element : list.elements) {
    const Truth passed = passes(the.range, bind(names, the.range.variable, element));
    if (passed == Truth::unknown || (passed == Truth::yes && found != nullptr)) return nullptr;
    if (passed == Truth::yes) found = &element;
  }
  return found;
}

Result Evaluator::of(const The& the, const Names& names) const {
  const Result list = value(*the.range.list, names);
  const Fact* found = list.is_known() ? the_one(the, *std::get<const Fact*>(list.thing), names) : nullptr;
  if (found == nullptr || !found->is_known()) return Result::unknown();
  const bool is_whole = std::holds_alternative<std::monostate>(found->value);
  return Result::known(is_whole ? Thing(found) : found->value);
}

// Tables

namespace {

bool is_matched(const Pattern& pattern, const Thing& input) {
  const auto against = [&](const Value& value) {
    if (const auto* text = std::get_if<std::string_view>(&value)) return *order(input, Thing(std::string(*text)));
    if (const auto* truth = std::get_if<bool>(&value)) return *order(input, Thing(*truth));
    if (const auto* number = std::get_if<Decimal>(&value)) return *order(input, Thing(*number));
    if (const auto* date = std::get_if<Date>(&value)) return *order(input, Thing(*date));
    if (const auto* instant = std::get_if<DateTime>(&value)) return *order(input, Thing(*instant));
    return *order(input, Thing(std::get<Member>(value)));
  };
  if (pattern.any) return true;
  if (!pattern.values.empty())
    return std::any_of(pattern.values.begin(), pattern.values.end(),
                       [&](const Constant& constant) { return against(constant.value) == 0; });
  const bool is_above =
      !pattern.low || (pattern.low->excluded ? against(pattern.low->value) > 0 : against(pattern.low->value) >= 0);
  const bool is_below =
      !pattern.high || (pattern.high->excluded ? against(pattern.high->value) < 0 : against(pattern.high->value) <= 0);
  return is_above && is_below;
}

/// A constant of a table and what lies next to it.
void add_near(const Value& value, const Decimal& step, std::vector<Thing>& all) {
  if (const auto* text = std::get_if<std::string_view>(&value)) all.emplace_back(std::string(*text));
  if (const auto* number = std::get_if<Decimal>(&value))
    for (const auto& near : {subtract(*number, step), std::optional(*number), add(*number, step)})
      all.emplace_back(*near);
  if (const auto* date = std::get_if<Date>(&value))
    for (const int days : {-1, 0, 1}) all.emplace_back(Date{date->days + days});
  if (const auto* instant = std::get_if<DateTime>(&value))
    for (const int seconds : {-1, 0, 1}) all.emplace_back(DateTime{instant->seconds + seconds, instant->nanoseconds});
}

/// Values of which one stands for each that an unknown input could have, as far as the table tells them apart.
std::vector<Thing> stand_ins(const Scheme& scheme, const DecisionTable& table, std::size_t input) {
  const Type& type = scheme.types[table.inputs[input]->type];
  std::vector<Thing> all;
  if (type.kind == Kind::boolean) all = {Thing(false), Thing(true)};
  if (type.kind == Kind::enumeration)
    for (std::uint32_t i = 0; i < scheme.types.enumerations[type.enumeration].members.size(); ++i)
      all.emplace_back(Member{i});
  if (type.kind == Kind::integer || type.kind == Kind::number) all.emplace_back(Decimal());
  if (type.kind == Kind::text) all.emplace_back(std::string("none of those in the table"));
  const auto step = type.kind == Kind::integer ? Decimal::of(1) : *Decimal::parse("0.000001");
  for (const Row& row : table.rows) {
    const Pattern& pattern = row.patterns[input];
    for (const Constant& constant : pattern.values) add_near(constant.value, step, all);
    if (pattern.low) add_near(pattern.low->value, step, all);
    if (pattern.high) add_near(pattern.high->value, step, all);
  }
  return all;
}

}  // namespace

std::vector<const Row*> Evaluator::possible_rows(const DecisionTable& table, const Names& names) const {
  std::vector<std::vector<Thing>> combinations{{}};
  for (std::size_t i = 0; i < table.inputs.size(); ++i) {
    const Result input = value(*table.inputs[i], names);
    const auto possible = input.is_known() ? std::vector<Thing>{input.thing} : stand_ins(scheme_, table, i);
    std::vector<std::vector<Thing>> longer;
    for (const auto& combination : combinations)
      for (const Thing& one : possible) {
        longer.push_back(combination);
        longer.back().push_back(one);
      }
    combinations = std::move(longer);
  }
  std::set<const Row*> chosen;
  for (const auto& combination : combinations) {
    const auto row = std::find_if(table.rows.begin(), table.rows.end(), [&](const Row& one) {
      for (std::size_t i = 0; i < combination.size(); ++i)
        if (!is_matched(one.patterns[i], combination[i])) return false;
      return true;
    });
    chosen.insert(&*row);
  }
  return {chosen.begin(), chosen.end()};
}

Result Evaluator::of(const TableCall& call, const Names& names) const {
  const DecisionTable& table = scheme_.tables[call.table];
  const Names inner = bind(names, table.parameters, call.arguments);
  const auto rows = possible_rows(table, inner);
  const Result first = value(*rows.front()->result, inner);
  const auto inputs = values(table.inputs, inner);
  Result::State worst = Result::State::known;
  for (const Result& input : inputs) worst = std::max(worst, input.state);
  if (worst == Result::State::known) return first;
  for (const Row* row : rows) {
    const Result other = value(*row->result, inner);
    if (!first.is_known() || !other.is_known() || order(first.thing, other.thing) != std::strong_ordering::equal)
      return {worst, {}};
  }
  return first;
}

}  // namespace assay::reference
