// Arithmetic and functions.
#include "reference/evaluator.hpp"

#include <algorithm>

namespace assay::reference {

using namespace model;

namespace {

template <typename T>
Result result_of(const std::optional<T>& computed) {
  return computed ? Result::known(*computed) : Result::unknown();
}

std::optional<Result> blocked(const std::vector<Result>& operands) {
  Result::State worst = Result::State::known;
  for (const Result& one : operands) worst = std::max(worst, one.state);
  if (worst == Result::State::known) return std::nullopt;
  return Result{worst, {}};
}

Result step(const Result& left, ArithmeticOperator by, const Result& right) {
  if (const auto* a = std::get_if<Decimal>(&left.thing)) {
    const auto& b = std::get<Decimal>(right.thing);
    switch (by) {
      case ArithmeticOperator::add: return result_of(add(*a, b));
      case ArithmeticOperator::subtract: return result_of(subtract(*a, b));
      case ArithmeticOperator::multiply: return result_of(multiply(*a, b));
      case ArithmeticOperator::divide: return result_of(divide(*a, b));
    }
  }
  const auto& duration = std::get<Duration>(right.thing);
  const auto moved = by == ArithmeticOperator::subtract ? negate(duration) : std::optional(duration);
  if (!moved) return Result::unknown();
  if (const auto* date = std::get_if<Date>(&left.thing)) return result_of(add(*date, *moved));
  if (const auto* instant = std::get_if<DateTime>(&left.thing)) return result_of(add(*instant, *moved));
  return result_of(add(std::get<Duration>(left.thing), *moved));
}

std::int64_t code_points(const std::string& text) {
  return std::count_if(text.begin(), text.end(), [](char letter) { return (letter & 0xC0) != 0x80; });
}

std::string lower(std::string text) {
  for (char& letter : text)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return text;
}

Decimal score(const Scheme& scheme, EnumId enumeration, const Thing& member) {
  const auto position = std::get<Member>(member).position;
  return scheme.types.enumerations[enumeration].members[position].score.value_or(Decimal());
}

Result value_of(const Scheme& scheme, EnumId enumeration, const Thing& argument) {
  if (std::holds_alternative<Member>(argument)) return Result::known(score(scheme, enumeration, argument));
  std::optional<Decimal> sum = Decimal();
  for (const Fact& element : std::get<const Fact*>(argument)->elements) {
    if (!element.is_known()) return Result::unknown();
    if (sum) sum = add(*sum, score(scheme, enumeration, element.value));
  }
  return result_of(sum);
}

std::int64_t part(const Thing& thing, int YearMonthDay::*which) {
  const auto* instant = std::get_if<DateTime>(&thing);
  return parts_of(instant != nullptr ? day_of(*instant) : std::get<Date>(thing)).*which;
}

}  // namespace

Result apply(const Scheme& scheme, const FunctionCall& call, const std::vector<Thing>& arguments) {
  const auto number = [&]() -> const Decimal& { return std::get<Decimal>(arguments[0]); };
  const auto text = [&](std::size_t i) -> const std::string& { return std::get<std::string>(arguments[i]); };
  const auto hundred = Decimal::of(100);
  switch (call.function) {
    case Function::round: return Result::known(round_half_up(number()));
    case Function::round_half_even: return Result::known(round_half_even(number()));
    case Function::floor: return Result::known(floor(number()));
    case Function::ceiling: return Result::known(ceiling(number()));
    case Function::percent: return result_of(multiply(number(), hundred));
    case Function::ratio: return result_of(divide(number(), hundred));
    case Function::length: return Result::known(Decimal::of(code_points(text(0))));
    case Function::starts_with: return Result::known(text(0).compare(0, text(1).size(), text(1)) == 0);
    case Function::ends_with:
      return Result::known(text(0).size() >= text(1).size() &&
                           text(0).substr(text(0).size() - text(1).size()) == text(1));
    case Function::contains: return Result::known(text(0).find(text(1)) != std::string::npos);
    case Function::lower: return Result::known(lower(text(0)));
    case Function::year: return Result::known(Decimal::of(part(arguments[0], &YearMonthDay::year)));
    case Function::month: return Result::known(Decimal::of(part(arguments[0], &YearMonthDay::month)));
    case Function::day: return Result::known(Decimal::of(part(arguments[0], &YearMonthDay::day)));
    case Function::days_between:
      return Result::known(Decimal::of(std::get<Date>(arguments[1]).days - std::get<Date>(arguments[0]).days));
    case Function::date: return Result::known(day_of(std::get<DateTime>(arguments[0])));
    case Function::value: return value_of(scheme, scheme.types[call.arguments[0]->type].enumeration, arguments[0]);
    // No generated scheme calls them: their tables are tested cell by cell in tests/statistics.
    case Function::sampling_plan:
    case Function::tightened_sampling_plan:
    case Function::sites_to_visit:
    case Function::zero_failure_sample: return Result::unknown();
    case Function::count: break;
  }
  const auto size = std::get<const Fact*>(arguments[0])->elements.size();
  return Result::known(Decimal::of(static_cast<std::int64_t>(size)));
}

Result Evaluator::of(const FunctionCall& call, const Names& names) const {
  const auto arguments = values(call.arguments, names);
  if (const auto without = blocked(arguments)) return *without;
  std::vector<Thing> things;
  for (const Result& argument : arguments) things.push_back(argument.thing);
  return apply(scheme_, call, things);
}

Result Evaluator::of(const Scale& scale, const Names& names) const {
  const Result operand = value(*scale.operand, names);
  return operand.is_known() ? result_of(multiply(std::get<Decimal>(operand.thing), scale.factor)) : operand;
}

Result Evaluator::of(const Minus& minus, const Names& names) const {
  const Result operand = value(*minus.operand, names);
  if (!operand.is_known()) return operand;
  if (const auto* number = std::get_if<Decimal>(&operand.thing)) return Result::known(negate(*number));
  return result_of(negate(std::get<Duration>(operand.thing)));
}

Result Evaluator::of(const Arithmetic& arithmetic, const Names& names) const {
  const auto all = values(arithmetic.operands, names);
  if (const auto without = blocked(all)) return *without;
  Result result = all[0];
  for (std::size_t i = 1; i < all.size() && result.is_known(); ++i)
    result = step(result, arithmetic.operators[i - 1], all[i]);
  return result;
}

}  // namespace assay::reference
