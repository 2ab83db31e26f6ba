// What every completion agrees on, by trying them.
#include "reference/evaluator.hpp"

#include <algorithm>
#include <functional>

namespace assay::reference {

using namespace model;

namespace {

constexpr std::size_t most_facts = 4;

bool is_ordered(Kind kind) {
  return kind == Kind::number || kind == Kind::integer || kind == Kind::date || kind == Kind::datetime;
}

/// A constant, as far as it can cut an order.
std::optional<Thing> cut_of(const Value& value) {
  if (const auto* number = std::get_if<Decimal>(&value)) return Thing(*number);
  if (const auto* date = std::get_if<Date>(&value)) return Thing(*date);
  if (const auto* instant = std::get_if<DateTime>(&value)) return Thing(*instant);
  return std::nullopt;
}

void use_otherwise(const Seen& seen, Uses& uses) {
  for (const std::size_t use : seen.uses) uses.all[use].is_only_compared = false;
}

void compare(const Seen& left, const Seen& right, Uses& uses) {
  for (const auto& [one, other] : {std::pair(&left, &right), std::pair(&right, &left)}) {
    if (!other->is_whole) use_otherwise(*one, uses);
    for (const std::size_t use : one->uses) {
      uses.all[use].untried.insert(other->untried.begin(), other->untried.end());
      uses.all[use].cuts.insert(uses.all[use].cuts.end(), other->things.begin(), other->things.end());
      for (const std::size_t companion : other->uses) uses.pairs.insert({use, companion});
    }
  }
}

Seen both_of(Seen one, const Seen& other) {
  one.things.insert(one.things.end(), other.things.begin(), other.things.end());
  one.uses.insert(one.uses.end(), other.uses.begin(), other.uses.end());
  one.untried.insert(other.untried.begin(), other.untried.end());
  one.is_whole = one.is_whole && other.is_whole;
  return one;
}

const Seen computed{{}, {}, {}, false};

}  // namespace

Seen Evaluator::see_fact(const Fact& fact, Uses& uses) const {
  const Seen untried{{}, {}, {&fact}, true};
  if (fact.state != Fact::State::missing) return untried;
  const Kind kind = scheme_.types[fact.type].kind;
  if (kind == Kind::list || kind == Kind::set || kind == Kind::record) {
    uses.is_closed = false;
    return computed;
  }
  if (kind == Kind::text || kind == Kind::duration || fact.is_part_of_measured) return untried;
  const auto known = std::find_if(uses.all.begin(), uses.all.end(), [&](const Use& use) { return use.fact == &fact; });
  const auto place = static_cast<std::size_t>(known - uses.all.begin());
  if (known == uses.all.end()) uses.all.push_back({&fact, {}, {}, true});
  return {{}, {place}, {}, true};
}

Seen Evaluator::see_table(const TableCall& call, const Names& names, Uses& uses) const {
  const DecisionTable& table = scheme_.tables[call.table];
  const Names inner = bind(names, table.parameters, call.arguments);
  for (std::size_t i = 0; i < table.inputs.size(); ++i) {
    Seen constants;
    const auto add = [&](const Value& value) {
      if (const auto cut = cut_of(value)) constants.things.push_back(*cut);
    };
    for (const Row& row : table.rows) {
      for (const Constant& constant : row.patterns[i].values) add(constant.value);
      for (const auto& bound : {row.patterns[i].low, row.patterns[i].high})
        if (bound) add(bound->value);
    }
    compare(see(*table.inputs[i], inner, uses), constants, uses);
  }
  Seen rows;
  for (const Row* row : possible_rows(table, inner)) {
    const Seen result = see(*row->result, inner, uses);
    compare(rows, result, uses);
    rows = both_of(rows, result);
  }
  return rows;
}

Seen Evaluator::see_range(const Range& range, const Expression* inside, const Quantifier* quantifier,
                          const Names& names, Uses& uses) const {
  see(*range.list, names, uses);
  const Result list = value(*range.list, names);
  if (!list.is_known()) {
    uses.is_closed = false;
    return computed;
  }
  for (const Fact& element : std::get<const Fact*>(list.thing)->elements) {
    const Names inner = bind(names, range.variable, element);
    const Truth passed = passes(range, inner);
    if (passed == Truth::no) continue;
    if (quantifier != nullptr) {
      const Truth satisfied = truth(*inside, inner);
      const bool is_every = quantifier->kind == QuantifierKind::every;
      if (is_definite(is_every ? implication(passed, satisfied) : both(passed, satisfied))) continue;
    }
    if (range.where != nullptr) see(*range.where, inner, uses);
    if (inside != nullptr) use_otherwise(see(*inside, inner, uses), uses);
  }
  return computed;
}

Seen Evaluator::see_within(const WithinDuration& within, const Names& names, Uses& uses) const {
  const Seen moment = see(*within.value, names, uses);
  const Result duration = value(*within.duration, names);
  use_otherwise(see(*within.duration, names, uses), uses);
  const auto back = duration.is_known() ? negate(std::get<Duration>(duration.thing)) : std::nullopt;
  const auto earliest = back ? add(date_, *back) : std::nullopt;
  if (!earliest) use_otherwise(moment, uses);
  for (const std::size_t use : earliest ? moment.uses : std::vector<std::size_t>()) {
    const bool is_date = scheme_.types[uses.all[use].fact->type].kind == Kind::date;
    const auto start = [](std::int64_t day) { return Thing(DateTime{day * 24 * 60 * 60, 0}); };
    uses.all[use].cuts.push_back(is_date ? Thing(*earliest) : start(earliest->days));
    uses.all[use].cuts.push_back(is_date ? Thing(date_) : start(date_.days + 1));
  }
  return computed;
}

Seen Evaluator::see_conditional(const Conditional& conditional, const Names& names, Uses& uses) const {
  see(*conditional.condition, names, uses);
  const Truth condition = truth(*conditional.condition, names);
  if (condition == Truth::yes) return see(*conditional.then, names, uses);
  if (condition == Truth::no) return see(*conditional.otherwise, names, uses);
  const Seen then = see(*conditional.then, names, uses);
  const Seen otherwise = see(*conditional.otherwise, names, uses);
  compare(then, otherwise, uses);
  return both_of(then, otherwise);
}

Seen Evaluator::see_includes(const Includes& includes, const Names& names, Uses& uses) const {
  see(*includes.collection, names, uses);
  const Result collection = value(*includes.collection, names);
  Seen elements;
  elements.is_whole = collection.is_known();
  if (collection.is_known()) {
    for (const Fact& element : std::get<const Fact*>(collection.thing)->elements) {
      if (element.is_known()) elements.things.push_back(element.value);
      if (!element.is_known()) elements.untried.insert(&element);
    }
  }
  compare(see(*includes.member, names, uses), elements, uses);
  return computed;
}

Seen Evaluator::see(const Expression& expression, const Names& names, Uses& uses) const {
  if (const Result known = value(expression, names); known.is_known()) return {{known.thing}, {}, {}, true};
  const auto& node = expression.node;
  if (const auto* variable = std::get_if<VariableReference>(&node)) {
    const Bound& bound = names.at(variable->variable);
    return bound.element != nullptr ? see_fact(*bound.element, uses) : see(*bound.argument, *bound.names, uses);
  }
  if (const auto* access = std::get_if<FieldAccess>(&node)) {
    if (const Fact* found = fact(expression, names)) return see_fact(*found, uses);
    uses.is_closed = false;
    see(*access->object, names, uses);
    return computed;
  }
  if (const auto* call = std::get_if<DefineCall>(&node)) {
    const Define& define = scheme_.defines[call->define];
    return see(*define.value, bind(names, define.parameters, call->arguments), uses);
  }
  if (const auto* call = std::get_if<TableCall>(&node)) return see_table(*call, names, uses);
  if (const auto* conditional = std::get_if<Conditional>(&node)) return see_conditional(*conditional, names, uses);
  if (const auto* includes = std::get_if<Includes>(&node)) return see_includes(*includes, names, uses);
  if (const auto* within = std::get_if<WithinDuration>(&node)) return see_within(*within, names, uses);
  if (const auto* quantifier = std::get_if<Quantifier>(&node))
    return see_range(quantifier->range, quantifier->satisfies.get(), quantifier, names, uses);
  if (const auto* count = std::get_if<CountInRange>(&node))
    return see_range(count->range, nullptr, nullptr, names, uses);
  if (const auto* aggregate = std::get_if<Aggregate>(&node))
    return see_range(aggregate->range, aggregate->element.get(), nullptr, names, uses);
  if (const auto* the = std::get_if<The>(&node)) {
    uses.is_closed = false;
    return see_range(the->range, nullptr, nullptr, names, uses);
  }
  if (std::holds_alternative<JudgementReference>(node)) return {};
  const auto parts = operands(expression);
  const bool is_compared = std::holds_alternative<Comparison>(node) || std::holds_alternative<InRange>(node) ||
                           std::holds_alternative<OneOf>(node);
  if (is_compared) {
    const Seen first = see(*parts[0], names, uses);
    for (std::size_t i = 1; i < parts.size(); ++i) compare(first, see(*parts[i], names, uses), uses);
  } else {
    for (const Expression* part : parts) use_otherwise(see(*part, names, uses), uses);
  }
  return computed;
}

namespace {

/// Does it only ask whether each element of the range is stated? No completion gives an element.
bool counts_all(const Range& range) {
  const auto* presence = range.where == nullptr ? nullptr : std::get_if<Presence>(&range.where->node);
  const auto* asked = presence == nullptr ? nullptr : std::get_if<VariableReference>(&presence->path->node);
  return asked != nullptr && presence->kind == PresenceKind::stated && asked->variable == range.variable;
}

/// Does it ask whether something is there?
bool asks(const Scheme& scheme, const Expression& expression) {
  const auto& node = expression.node;
  if (std::holds_alternative<Presence>(node) || std::holds_alternative<Fallback>(node) ||
      std::holds_alternative<EvidenceReference>(node))
    return true;
  if (const auto* list = std::get_if<DossierListReference>(&node)) return completions_extend(list->list);
  const auto* in_range = std::get_if<CountInRange>(&node);
  const auto* aggregate = std::get_if<Aggregate>(&node);
  if (in_range != nullptr && counts_all(in_range->range)) return asks(scheme, *in_range->range.list);
  if (aggregate != nullptr && aggregate->kind == AggregateKind::count && counts_all(aggregate->range))
    return asks(scheme, *aggregate->range.list);
  auto parts = operands(expression);
  if (const auto* call = std::get_if<DefineCall>(&node)) parts.push_back(scheme.defines[call->define].value.get());
  if (const auto* call = std::get_if<TableCall>(&node)) {
    for (const auto& input : scheme.tables[call->table].inputs) parts.push_back(input.get());
    for (const Row& row : scheme.tables[call->table].rows) parts.push_back(row.result.get());
  }
  return std::any_of(parts.begin(), parts.end(), [&](const Expression* part) { return asks(scheme, *part); });
}

Thing moved(const Thing& from, std::int64_t steps) {
  if (const auto* date = std::get_if<Date>(&from)) return Date{static_cast<std::int32_t>(date->days + steps)};
  if (const auto* instant = std::get_if<DateTime>(&from)) {
    constexpr std::int64_t second = 1'000'000'000;
    const std::int64_t moved = instant->nanoseconds + steps;
    const std::int64_t seconds = moved < 0 ? -1 : moved / second;
    return DateTime{instant->seconds + seconds, static_cast<std::uint32_t>(moved - seconds * second)};
  }
  return *add(floor(std::get<Decimal>(from)), Decimal::of(steps));
}

/// Days, instants or whole numbers: those on a cut, and as many on either side of it as are compared with each other.
std::vector<Thing> around(const std::vector<Thing>& cuts, std::int64_t company) {
  std::vector<Thing> found;
  for (const Thing& cut : cuts)
    for (std::int64_t i = -company; i <= company; ++i) found.push_back(moved(cut, i));
  return found;
}

/// Numbers, between which there are always others.
std::vector<Thing> numbers(const std::vector<Thing>& cuts, std::int64_t company) {
  std::set<Decimal> all;
  for (const Thing& cut : cuts) all.insert(std::get<Decimal>(cut));
  std::vector<Thing> found;
  for (std::int64_t i = 1; i <= company; ++i) {
    found.emplace_back(*subtract(*all.begin(), Decimal::of(i)));
    found.emplace_back(*add(*all.rbegin(), Decimal::of(i)));
  }
  for (auto cut = all.begin(); cut != all.end(); ++cut) {
    found.emplace_back(*cut);
    if (std::next(cut) == all.end()) break;
    Decimal high = *std::next(cut);
    for (std::int64_t i = 0; i < company; ++i) {
      high = *divide(*add(*cut, high), Decimal::of(2));
      found.emplace_back(high);
    }
  }
  return found;
}

/// Fact `use` and those that it is compared with, also by way of others.
std::set<std::size_t> company_of(std::size_t use, const Uses& uses) {
  std::set<std::size_t> company{use};
  for (std::size_t before = 0; before != company.size();) {
    before = company.size();
    for (const auto& [one, other] : uses.pairs)
      if (company.contains(one) || company.contains(other)) company.insert({one, other});
  }
  return company;
}

/// The cuts of a line: each once.
std::vector<Thing> cuts_of(const std::set<std::size_t>& company, const Uses& uses) {
  std::vector<Thing> cuts;
  for (const std::size_t one : company)
    for (const Thing& cut : uses.all[one].cuts)
      if (std::find(cuts.begin(), cuts.end(), cut) == cuts.end()) cuts.push_back(cut);
  return cuts;
}

/// How many values count for a fact, by the rule of the manual: those of the company that are given are cuts, and so
/// are the facts that are not tried; for each number of those left as many values as they would have.
std::size_t counted(const Scheme& scheme, std::size_t use, const Uses& uses) {
  const Type& type = scheme.types[uses.all[use].fact->type];
  if (type.kind == Kind::boolean) return 2;
  if (type.kind == Kind::enumeration) return scheme.types.enumerations[type.enumeration].members.size();
  const auto company = company_of(use, uses);
  std::set<const Fact*> untried;
  for (const std::size_t one : company) untried.insert(uses.all[one].untried.begin(), uses.all[one].untried.end());
  std::size_t most = 0;
  for (std::size_t given = 0; given < company.size(); ++given) {
    const std::size_t cuts = cuts_of(company, uses).size() + untried.size() + given;
    most = std::max(most, cuts + (cuts + 1) * (company.size() - given));
  }
  return most;
}

std::optional<std::vector<Thing>> values_of(const Scheme& scheme, std::size_t use, const Uses& uses) {
  const Type& type = scheme.types[uses.all[use].fact->type];
  std::vector<Thing> found;
  if (type.kind == Kind::boolean) return std::vector<Thing>{Thing(false), Thing(true)};
  if (type.kind == Kind::enumeration) {
    for (std::uint32_t i = 0; i < scheme.types.enumerations[type.enumeration].members.size(); ++i)
      found.emplace_back(Member{i});
    return found;
  }
  const auto company = company_of(use, uses);
  for (const std::size_t one : company)
    if (scheme.types[uses.all[one].fact->type].kind != type.kind) return std::nullopt;
  auto cuts = cuts_of(company, uses);
  if (cuts.empty()) {
    // Nothing divides the line: any point of it will do.
    if (type.kind == Kind::date) cuts.emplace_back(Date{});
    if (type.kind == Kind::datetime) cuts.emplace_back(DateTime{});
    if (type.kind == Kind::integer || type.kind == Kind::number) cuts.emplace_back(Decimal{});
  }
  const auto size = static_cast<std::int64_t>(company.size());
  return type.kind == Kind::number ? numbers(cuts, size) : around(cuts, size);
}

Fact* fact_at(Fact& fact, const std::string& pointer) {
  if (fact.pointer == pointer) return &fact;
  for (auto* parts : {&fact.fields, &fact.elements})
    for (Fact& part : *parts)
      if (Fact* found = fact_at(part, pointer)) return found;
  return nullptr;
}

}  // namespace

Truth Evaluator::settle(const Expression& condition, std::size_t most) const {
  if (asks(scheme_, condition)) return Truth::unknown;
  Uses uses;
  see(condition, {}, uses);
  if (uses.all.empty() || uses.all.size() > most_facts || !uses.is_closed) return Truth::unknown;
  Fact completed = subject_;
  Lists lists = lists_;
  std::vector<Fact*> facts;
  std::vector<std::vector<Thing>> values;
  std::size_t count = 1;
  for (std::size_t i = 0; i < uses.all.size(); ++i) {
    const Kind kind = scheme_.types[uses.all[i].fact->type].kind;
    const auto tried = values_of(scheme_, i, uses);
    if (!tried || (is_ordered(kind) && !uses.all[i].is_only_compared)) return Truth::unknown;
    Fact* fact = fact_at(completed, uses.all[i].fact->pointer);
    for (Fact& list : lists)
      if (fact == nullptr) fact = fact_at(list, uses.all[i].fact->pointer);
    facts.push_back(fact);
    values.push_back(*tried);
    count *= counted(scheme_, i, uses);
  }
  if (count > most) return Truth::unknown;
  const Evaluator trial(scheme_, completed, lists, date_, judgements_, provided_);
  std::set<Truth> found;
  const std::function<void(std::size_t)> fill = [&](std::size_t next) {
    if (next == facts.size()) {
      found.insert(trial.truth(condition, {}));
      return;
    }
    facts[next]->state = Fact::State::known;
    for (const Thing& thing : values[next]) {
      facts[next]->value = thing;
      fill(next + 1);
    }
  };
  fill(0);
  return found.size() == 1 ? *found.begin() : Truth::unknown;
}

}  // namespace assay::reference
