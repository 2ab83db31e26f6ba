// Conditions as straight tests, one function a construct.

#include "compile/straight_test.hpp"

#include "compile/straight_compiler.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace assay::compile {

namespace {

using program::Operation;
using program::Orders;
using program::Shape;

constexpr std::uint32_t most_in_place = 4;  ///< steps of a definition that is not worth remembering

std::uint8_t orders_of(Operation operation) {
  switch (operation) {
    case Operation::equal: return Orders::equal;
    case Operation::not_equal: return Orders::less | Orders::greater;
    case Operation::less: return Orders::less;
    case Operation::less_equal: return Orders::less | Orders::equal;
    case Operation::greater: return Orders::greater;
    default: return Orders::greater | Orders::equal;
  }
}

std::uint8_t reversed(std::uint8_t orders) {
  const int less = (orders & Orders::greater) != 0 ? Orders::less : 0;
  const int greater = (orders & Orders::less) != 0 ? Orders::greater : 0;
  return static_cast<std::uint8_t>(less | greater | (orders & Orders::equal));
}

std::optional<Look> look_of(Shape shape) {
  switch (shape) {
    case Shape::number: return Look::numbers;
    case Shape::date: return Look::dates;
    case Shape::datetime: return Look::instants;
    case Shape::member: return Look::members;
    case Shape::text: return Look::texts;
    default: return std::nullopt;
  }
}

/// The members that stand to `position` as `orders` say, a bit each. Whoever looks at one beyond these bits asks the
/// nodes.
std::uint64_t members_that(std::uint8_t orders, std::uint32_t position) {
  std::uint64_t members = 0;
  for (std::uint32_t one = 0; one < 64; ++one) {
    const std::uint8_t order = one < position ? Orders::less : one == position ? Orders::equal : Orders::greater;
    if ((orders & order) != 0) members |= std::uint64_t{1} << one;
  }
  return members;
}

}  // namespace

StraightTest StraightCompiler::root(NodeId condition) {
  first_step_ = steps().size();
  looks_at_facts_only_ = true;
  loops_.clear();
  const Entry entry = taken_apart(condition.value, {});
  if (entry && !is_too_long()) return {*entry, looks_at_facts_only_};
  steps().resize(first_step_);
  return {};
}

Entry StraightCompiler::condition(std::uint32_t id, const Ways& ways) {
  const std::size_t mark = steps().size();
  if (const Entry entry = taken_apart(id, ways)) return entry;
  if (is_too_long()) return std::nullopt;
  steps().resize(mark);
  return asked(id, ways);
}

Entry StraightCompiler::asked(std::uint32_t id, const Ways& ways) {
  // Inside of a call the node means its parameters. A definition has none.
  const bool is_definition = node(id).operation == Operation::define;
  if (calls_ > 0 && !is_definition) return std::nullopt;
  looks_at_facts_only_ = false;
  std::uint32_t entry = add(Look::ask, {}, {.at = id}, ways);
  if (is_definition) return entry;
  for (const std::uint32_t variable : loops_) entry = add(Look::bind, *meant_[variable], {.at = variable}, {entry, 0});
  return entry;
}

Entry StraightCompiler::taken_apart(std::uint32_t id, const Ways& ways) {
  if (is_too_long()) return std::nullopt;
  computing_.clear();
  const Node& at = node(id);
  switch (at.operation) {
    case Operation::conjunction:
    case Operation::disjunction: return connective(at, ways);
    case Operation::negation: return condition(at.a, ways.swapped());
    case Operation::implication: {
      const Entry conclusion = condition(at.b, ways);
      return conclusion ? condition(at.a, {*conclusion, ways.yes}) : std::nullopt;
    }
    case Operation::conditional: return conditional(at, ways);
    case Operation::constant:
    case Operation::subject_fact:
    case Operation::variable:
    case Operation::variable_fact: return flag(id, ways);
    case Operation::define: return definition(id, ways);
    case Operation::call: return call(at, ways);
    case Operation::equal:
    case Operation::not_equal:
    case Operation::less:
    case Operation::less_equal:
    case Operation::greater:
    case Operation::greater_equal: return comparison(at, ways);
    case Operation::in_range: return in_range(at, ways);
    case Operation::count_in_range: return count_in_range(at, ways);
    case Operation::count_not_in_range: return count_in_range(at, ways.swapped());
    case Operation::one_of: return one_of(at, ways);
    case Operation::not_one_of: return one_of(at, ways.swapped());
    case Operation::includes: return includes(at, ways);
    case Operation::matches: return matches(at, ways);
    case Operation::provided: return presence(at, Look::provided, ways);
    case Operation::missing: return presence(at, Look::provided, ways.swapped());
    case Operation::stated: return presence(at, Look::stated, ways);
    case Operation::every:
    case Operation::some:
    case Operation::no:
    case Operation::at_least:
    case Operation::at_most:
    case Operation::exactly: return quantifier(at, ways);
    default: return std::nullopt;
  }
}

Entry StraightCompiler::connective(const Node& at, Ways ways) {
  const bool is_and = at.operation == Operation::conjunction;
  Entry entry;
  for (std::uint32_t i = at.c; i > 0; --i) {
    entry = condition(kid(at.b + i - 1), ways);
    if (!entry) return std::nullopt;
    (is_and ? ways.yes : ways.no) = *entry;
  }
  return entry;
}

Entry StraightCompiler::conditional(const Node& at, const Ways& ways) {
  if (at.shape != Shape::boolean) return std::nullopt;
  const Entry otherwise = condition(at.c, ways);
  const Entry then = otherwise ? condition(at.b, ways) : std::nullopt;
  return then ? condition(at.a, {*then, *otherwise}) : std::nullopt;
}

Entry StraightCompiler::flag(std::uint32_t id, const Ways& ways) {
  const auto looked_at = place(id);
  if (!looked_at || !computing_.empty()) return std::nullopt;
  return add(Look::flag, *looked_at, {}, ways);
}

/// The evaluator remembers what a definition comes to, so only a short one is repeated here.
Entry StraightCompiler::definition(std::uint32_t id, const Ways& ways) {
  const std::uint32_t define = node(id).a;
  if (calls_ == most_calls || is_long_[define]) return std::nullopt;
  const std::size_t mark = steps().size();
  const bool looked_at_facts_only = looks_at_facts_only_;
  ++calls_;
  const Entry entry = taken_apart(program_.defines[define].value, ways);
  --calls_;
  if (entry && steps().size() - mark <= most_in_place) return entry;
  looks_at_facts_only_ = looked_at_facts_only;
  is_long_[define] = true;
  return std::nullopt;
}

Entry StraightCompiler::call(const Node& at, const Ways& ways) {
  if (!bind_arguments(at)) return std::nullopt;
  ++calls_;
  const Entry entry = condition(program_.functions[at.a].body.value, ways);
  --calls_;
  return entry;
}

bool StraightCompiler::bind_arguments(const Node& at) {
  if (calls_ == most_calls) return false;
  std::vector<Place> arguments;
  for (std::uint32_t i = 0; i < at.c; ++i) {
    const auto argument = fact(kid(at.b + i));
    if (!argument) return false;
    arguments.push_back(*argument);
  }
  const std::vector<std::uint32_t>& parameters = program_.functions[at.a].parameters;
  for (std::size_t i = 0; i < arguments.size(); ++i) meant_[parameters[i]] = arguments[i];
  return true;
}

Entry StraightCompiler::comparison(const Node& at, const Ways& ways) {
  const auto look = look_of(at.left);
  const auto left = look ? place(at.a) : std::nullopt;
  const auto right = left ? place(at.b) : std::nullopt;
  if (!right) return std::nullopt;
  const std::uint8_t orders = orders_of(at.operation);
  if (*look == Look::members) return member_comparison(*left, *right, orders, ways);
  return behind_computing(add(*look, *left, *right, ways, orders));
}

Entry StraightCompiler::member_comparison(Place left, Place right, std::uint8_t orders, const Ways& ways) {
  if (left.base == Place::constant) {
    std::swap(left, right);
    orders = reversed(orders);
  }
  if (right.base != Place::constant) return add(Look::members, left, right, ways, orders);
  const auto set = static_cast<std::uint32_t>(program_.straight.member_sets.size());
  program_.straight.member_sets.push_back(members_that(orders, std::get<Member>(constant(right)).position));
  return add(Look::member_in, left, {.at = set}, ways);
}

/// Only between constants: a bound that is not known leaves the result open also where the other one decides.
Entry StraightCompiler::in_range(const Node& at, const Ways& ways) {
  const auto look = look_of(at.left);
  const auto middle = look ? fact(at.a) : std::nullopt;
  const auto low = fact(at.b);
  const auto high = fact(at.c);
  if (!middle || !low || !high || low->base != Place::constant || high->base != Place::constant) return std::nullopt;
  if (*look == Look::texts) return std::nullopt;
  const std::uint32_t below = add(*look, *middle, *high, ways, Orders::less | Orders::equal);
  return add(*look, *middle, *low, {below, ways.no}, Orders::greater | Orders::equal);
}

/// Of all elements; those that pass a condition are counted by the evaluator.
Entry StraightCompiler::count_in_range(const Node& at, const Ways& ways) {
  const program::Range& range = program_.ranges[at.a];
  const auto list = fact(range.list.value);
  if (range.where != program::no_node || !list || !list->is_fact()) return std::nullopt;
  const auto size = computed({.look = Look::size, .left = *list});
  std::uint32_t entry = ways.yes;
  if (at.c != program::none)
    entry = add(Look::numbers, *size, place_of(program_.constants[at.c]), ways, Orders::less | Orders::equal);
  const Place low = place_of(program_.constants[at.b]);
  return behind_computing(add(Look::numbers, *size, low, {entry, ways.no}, Orders::greater | Orders::equal));
}

Entry StraightCompiler::one_of(const Node& at, const Ways& ways) {
  if (at.left != Shape::text && at.left != Shape::member) return std::nullopt;
  const auto asked = place(at.a);
  if (!asked) return std::nullopt;
  std::uint64_t members = 0;
  std::vector<std::string_view> texts;
  for (std::uint32_t i = 0; i < at.c; ++i) {
    const Node& one = node(kid(at.b + i));
    if (one.operation != Operation::constant) return std::nullopt;
    const Value& value = program_.constants[one.a];
    if (const auto* text = std::get_if<std::string_view>(&value)) texts.push_back(*text);
    if (const auto* member = std::get_if<Member>(&value)) members |= members_that(Orders::equal, member->position);
  }
  program::StraightTests& straight = program_.straight;
  if (at.left == Shape::text) {
    straight.text_sets.emplace_back(texts);
    const auto set = static_cast<std::uint32_t>(straight.text_sets.size() - 1);
    return behind_computing(add(Look::text_in, *asked, {.at = set}, ways));
  }
  straight.member_sets.push_back(members);
  const auto set = static_cast<std::uint32_t>(straight.member_sets.size() - 1);
  return behind_computing(add(Look::member_in, *asked, {.at = set}, ways));
}

Entry StraightCompiler::includes(const Node& at, const Ways& ways) {
  const auto list = fact(at.a);
  const auto member = fact(at.b);
  if (!list || !member || !list->is_fact()) return std::nullopt;
  return add(Look::includes, *list, *member, ways);
}

Entry StraightCompiler::matches(const Node& at, const Ways& ways) {
  const auto text = fact(at.a);
  if (!text || !program_.straight_patterns[at.b]) return std::nullopt;
  return add(Look::matches, *text, {.at = at.b}, ways);
}

Entry StraightCompiler::presence(const Node& at, Look look, const Ways& ways) {
  const auto asked = fact(at.a);
  if (!asked || !asked->is_fact()) return std::nullopt;
  return add(look, *asked, {}, ways);
}

Entry StraightCompiler::quantifier(const Node& at, const Ways& ways) {
  const program::Range& range = program_.ranges[at.a];
  if (node(range.list.value).operation == Operation::all_members) return over_members(at, range, ways);
  return over_elements(at, range, ways);
}

/// Does the element at hand speak for `ways.yes` or `ways.no`? One that does not pass goes on at `otherwise`.
Entry StraightCompiler::element_passes(const Node& at, const program::Range& range, const Ways& ways,
                                       std::uint32_t otherwise) {
  const Entry satisfies = condition(at.b, ways);
  if (!satisfies || range.where == program::no_node) return satisfies;
  return condition(range.where.value, {*satisfies, otherwise});
}

Entry StraightCompiler::over_members(const Node& at, const program::Range& range, const Ways& ways) {
  const Node& all = node(range.list.value);
  const bool is_counted =
      at.operation != Operation::every && at.operation != Operation::some && at.operation != Operation::no;
  if (is_counted || all.b > most_repetitions) return std::nullopt;
  const bool is_every = at.operation == Operation::every;
  const std::uint32_t found = at.operation == Operation::some ? ways.yes : ways.no;
  std::uint32_t next = at.operation == Operation::some ? ways.no : ways.yes;
  loops_.push_back(range.variable);
  Entry entry = next;
  for (std::uint32_t i = all.b; i > 0 && entry; --i) {
    meant_[range.variable] = place_of(program_.constants[all.a + i - 1]);
    entry = element_passes(at, range, is_every ? Ways{next, found} : Ways{found, next}, next);
    if (entry) next = *entry;
  }
  loops_.pop_back();
  return entry;
}

Entry StraightCompiler::loop(const program::Range& range, std::uint32_t if_empty, std::uint32_t end,
                             FunctionRef<Entry(std::uint32_t)> body) {
  const auto list = fact(range.list.value);
  if (!list || !list->is_fact() || loops_.size() == Place::deepest_loop) return std::nullopt;
  loops_.push_back(range.variable);
  const auto depth = static_cast<std::uint8_t>(loops_.size());
  meant_[range.variable] = Place{depth, 0};
  const std::uint32_t next = add({.look = Look::next, .target = depth, .no = end});
  const Entry first = body(next);
  loops_.pop_back();
  if (!first) return std::nullopt;
  steps()[next].yes = *first;
  return add({.look = Look::first, .target = depth, .left = *list, .yes = *first, .no = if_empty});
}

/// A loop ends as soon as what is left of it cannot matter.
Entry StraightCompiler::over_elements(const Node& at, const program::Range& range, const Ways& ways) {
  const auto wanted = std::get<Decimal>(program_.constants[at.c]).to_int64().value_or(-1);
  const bool is_enough = at.operation == Operation::at_least;
  if (wanted < (is_enough ? 1 : 0) || wanted >= program::none) return std::nullopt;
  const auto depth = static_cast<std::uint8_t>(loops_.size() + 1);
  const auto tally = [&](Look look, std::int64_t count, const Ways& found) {
    return add({.look = look,
                .target = depth,
                .right = {.at = static_cast<std::uint32_t>(count)},
                .yes = found.yes,
                .no = found.no});
  };
  // Without an element it comes to the same as behind the last one that did not decide.
  std::uint32_t end = is_enough || at.operation == Operation::some ? ways.no : ways.yes;
  if (at.operation == Operation::exactly) end = tally(Look::is_tallied, wanted, ways);
  return loop(range, end, end, [&](std::uint32_t next) {
    Ways body{ways.yes, next};
    switch (at.operation) {
      case Operation::every: body = {next, ways.no}; break;
      case Operation::some: break;
      case Operation::no: body.yes = ways.no; break;
      default:
        body.yes =
            is_enough ? tally(Look::tally, wanted, {ways.yes, next}) : tally(Look::tally, wanted + 1, {ways.no, next});
    }
    return element_passes(at, range, body, next);
  });
}

void make_straight_tests(Program& program) {
  StraightCompiler compiler(program);
  for (program::Requirement& requirement : program.requirements)
    if (requirement.applies != program::no_node) requirement.straight_applies = compiler.root(requirement.applies);
  for (program::Provision& provision : program.provisions) provision.straight = compiler.root(provision.condition);
  // Behind all that is needed for a verdict.
  for (program::Requirement& requirement : program.requirements) {
    if (requirement.applies == program::no_node) continue;
    requirement.grounds_if_applies = compiler.grounds(requirement.applies, true);
    requirement.grounds_if_not = compiler.grounds(requirement.applies, false);
  }
  for (program::Provision& provision : program.provisions)
    provision.grounds_if_met = compiler.grounds(provision.condition, true);
}

}  // namespace assay::compile
