// The first walk: comparisons, arithmetic and functions over known values.

#include "evaluate/evaluator.hpp"

#include "base/utf8.hpp"
#include "base/word.hpp"
#include "model/expression.hpp"

#include <algorithm>
#include <array>

#include <re2/re2.h>

namespace assay::evaluate {

using model::ArithmeticOperator;
using model::Function;
using program::NodeId;
using program::Operation;

std::optional<bool> equal_values(const Value& left, const Value& right) {
  // What schemes compare most; the variant's own comparison is a call for each case.
  if (const auto* member = std::get_if<Member>(&left)) return *member == std::get<Member>(right);
  if (const auto* text = std::get_if<std::string_view>(&left))
    return same_word(*text, std::get<std::string_view>(right));
  if (const auto* number = std::get_if<Decimal>(&left)) return *number == std::get<Decimal>(right);
  if (const auto* duration = std::get_if<Duration>(&left)) {
    const auto order = compare(*duration, std::get<Duration>(right));
    return order ? std::optional<bool>(*order == 0) : std::nullopt;
  }
  return left == right;
}

std::partial_ordering order_of(const Value& left, const Value& right) {
  if (const auto* number = std::get_if<Decimal>(&left)) return *number <=> std::get<Decimal>(right);
  if (const auto* date = std::get_if<Date>(&left)) return *date <=> std::get<Date>(right);
  if (const auto* instant = std::get_if<DateTime>(&left)) return *instant <=> std::get<DateTime>(right);
  if (const auto* member = std::get_if<Member>(&left)) return *member <=> std::get<Member>(right);
  if (const auto* duration = std::get_if<Duration>(&left)) {
    const auto order = compare(*duration, std::get<Duration>(right));
    return order ? std::partial_ordering(*order) : std::partial_ordering::unordered;
  }
  return std::partial_ordering::unordered;
}

namespace {

// An operator's state where not all operands are known: an unknown one outweighs a missing one.
Operand not_known(std::initializer_list<const Operand*> operands) {
  const bool all_missing_or_known = std::all_of(operands.begin(), operands.end(), [](const Operand* operand) {
    return operand->state != Operand::State::unknown;
  });
  return all_missing_or_known ? Operand::missing() : Operand::unknown();
}

Operand of(std::optional<Decimal> number) { return number ? Operand::known(*number) : Operand::unknown(); }

template <typename Moment>
Operand shifted(const Moment& moment, const Duration& duration, ArithmeticOperator step) {
  const auto by = step == ArithmeticOperator::add ? std::optional(duration) : negate(duration);
  const auto result = by ? add(moment, *by) : std::nullopt;
  return result ? Operand::known(*result) : Operand::unknown();
}

Operand calculate(const Decimal& left, ArithmeticOperator step, const Decimal& right) {
  switch (step) {
    case ArithmeticOperator::add: return of(add(left, right));
    case ArithmeticOperator::subtract: return of(subtract(left, right));
    case ArithmeticOperator::multiply: return of(multiply(left, right));
    case ArithmeticOperator::divide: return of(divide(left, right));
  }
  return Operand::unknown();
}

Operand calculate(const Value& left, ArithmeticOperator step, const Value& right) {
  if (const auto* number = std::get_if<Decimal>(&left)) return calculate(*number, step, std::get<Decimal>(right));
  const auto& duration = std::get<Duration>(right);
  if (const auto* date = std::get_if<Date>(&left)) return shifted(*date, duration, step);
  if (const auto* instant = std::get_if<DateTime>(&left)) return shifted(*instant, duration, step);
  return shifted(std::get<Duration>(left), duration, step);
}

bool holds(Operation operation, std::partial_ordering order) {
  switch (operation) {
    case Operation::less: return order < 0;
    case Operation::less_equal: return order <= 0;
    case Operation::greater: return order > 0;
    default: return order >= 0;
  }
}

std::string lower_ascii(std::string_view text) {
  std::string result(text);
  for (char& letter : result)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return result;
}

Date date_in(const Value& value) {
  if (const auto* instant = std::get_if<DateTime>(&value)) return day_of(*instant);
  return std::get<Date>(value);
}

std::string_view text_in(const Operand& operand) { return std::get<std::string_view>(operand.value); }
Decimal whole(std::int64_t number) { return Decimal::of(number); }

Operand apply_to_number(Function function, const Decimal& number) {
  switch (function) {
    case Function::round: return Operand::known(round_half_up(number));
    case Function::round_half_even: return Operand::known(round_half_even(number));
    case Function::floor: return Operand::known(floor(number));
    case Function::ceiling: return Operand::known(ceiling(number));
    case Function::percent: return of(multiply(number, whole(100)));
    default: return of(divide(number, whole(100)));
  }
}

/// What reading a text from end to end costs in steps.
std::uint64_t steps_of_text(Function function, const std::array<Operand, 2>& operands) {
  const std::size_t length = text_in(operands[0]).size();
  switch (function) {
    case Function::length: return length / letters_a_step;
    // A long text that is looked for may be compared at each place.
    case Function::contains: return length / letters_a_step * (1 + text_in(operands[1]).size() / letters_a_step);
    // A copy is kept until the assessment ends, so it costs room too.
    case Function::lower: return length / 4;
    default: return 0;
  }
}

Operand apply_to_text(Function function, const std::array<Operand, 2>& operands, std::deque<std::string>& texts) {
  const std::string_view text = text_in(operands[0]);
  switch (function) {
    case Function::length: return Operand::known(whole(static_cast<std::int64_t>(count_code_points(text))));
    case Function::starts_with: return Operand::known(text.starts_with(text_in(operands[1])));
    case Function::ends_with: return Operand::known(text.ends_with(text_in(operands[1])));
    case Function::contains: return Operand::known(text.find(text_in(operands[1])) != std::string_view::npos);
    default: texts.push_back(lower_ascii(text)); return Operand::known(std::string_view(texts.back()));
  }
}

Operand apply_to_date(Function function, const std::array<Operand, 2>& operands) {
  const Date date = date_in(operands[0].value);
  switch (function) {
    case Function::year: return Operand::known(whole(parts_of(date).year));
    case Function::month: return Operand::known(whole(parts_of(date).month));
    case Function::day: return Operand::known(whole(parts_of(date).day));
    case Function::days_between: return Operand::known(whole(date_in(operands[1].value).days - date.days));
    default: return Operand::known(date);
  }
}

}  // namespace

Operand Evaluator::arithmetic(const program::Node& at) {
  Operand left = value(kid(at.b));
  for (std::uint32_t i = 1; i < at.c; ++i) {
    const Operand right = value(kid(at.b + i));
    if (!left.is_known() || !right.is_known()) {
      left = not_known({&left, &right});
      continue;
    }
    left = calculate(left.value, static_cast<ArithmeticOperator>(program_.children[at.d + i - 1]), right.value);
  }
  return left;
}

Operand Evaluator::minus(const program::Node& at) {
  const Operand operand = value(NodeId{at.a});
  if (!operand.is_known()) return operand;
  if (const auto* number = std::get_if<Decimal>(&operand.value)) return Operand::known(negate(*number));
  const auto negated = negate(std::get<Duration>(operand.value));
  return negated ? Operand::known(*negated) : Operand::unknown();
}

Operand Evaluator::scale(const program::Node& at) {
  const Operand operand = value(NodeId{at.a});
  if (!operand.is_known()) return operand;
  return of(multiply(std::get<Decimal>(operand.value), std::get<Decimal>(program_.constants[at.b])));
}

Operand Evaluator::comparison(const program::Node& at) {
  const Operand left = value(NodeId{at.a});
  const Operand right = value(NodeId{at.b});
  if (!left.is_known() || !right.is_known()) return not_known({&left, &right});
  if (at.operation == Operation::equal || at.operation == Operation::not_equal) {
    const auto equal = equal_values(left.value, right.value);
    return equal ? Operand::known(*equal == (at.operation == Operation::equal)) : Operand::unknown();
  }
  const auto order = order_of(left.value, right.value);
  if (order == std::partial_ordering::unordered) return Operand::unknown();
  return Operand::known(holds(at.operation, order));
}

Operand Evaluator::in_range(const program::Node& at) {
  const Operand middle = value(NodeId{at.a});
  const Operand low = value(NodeId{at.b});
  const Operand high = value(NodeId{at.c});
  if (!middle.is_known() || !low.is_known() || !high.is_known()) return not_known({&middle, &low, &high});
  return Operand::known(order_of(middle.value, low.value) >= 0 && order_of(middle.value, high.value) <= 0);
}

Operand Evaluator::one_of(const program::Node& at) {
  const bool wanted = at.operation == Operation::one_of;
  Operand asked_room;
  const Value* asked = known(NodeId{at.a}, asked_room);
  if (asked == nullptr) return asked_room;
  Operand undecided = Operand::known(!wanted);
  for (std::uint32_t i = 0; i < at.c; ++i) {
    Operand member_room;
    const Value* member = known(kid(at.b + i), member_room);
    const auto equal = member != nullptr ? equal_values(*asked, *member) : std::nullopt;
    if (equal == true) return Operand::known(wanted);
    if (!equal) undecided = Operand::unknown();
  }
  return undecided;
}

Operand Evaluator::includes(const program::Node& at) {
  const Operand collection = value(NodeId{at.a});
  const Operand member = value(NodeId{at.b});
  if (!collection.is_known() || !member.is_known()) return not_known({&collection, &member});
  const auto& elements = std::get<Elements>(collection.value);
  charge(elements.count);
  bool all_known = true;
  for (std::uint32_t i = 0; i < elements.count; ++i) {
    const Operand element = elements.stride == 0 ? Operand::known(program_.constants[elements.first + i])
                                                 : fact(elements.first + i * elements.stride);
    const auto equal = element.is_known() ? equal_values(element.value, member.value) : std::nullopt;
    if (equal == true) return Operand::known(true);
    if (!equal) all_known = false;
  }
  return all_known ? Operand::known(false) : Operand::unknown();
}

Operand Evaluator::matches(const program::Node& at) {
  Operand room;
  const Value* text = known(NodeId{at.a}, room);
  if (text == nullptr) return room;
  const auto& view = std::get<std::string_view>(*text);
  charge(view.size() / letters_a_step);
  if (const auto& straight = program_.straight_patterns[at.b]) return Operand::known(straight->matches(view));
  return Operand::known(RE2::PartialMatch(re2::StringPiece(view.data(), view.size()), *program_.patterns[at.b]));
}

Operand Evaluator::within(const program::Node& at) {
  const Operand moment = value(NodeId{at.a});
  const Operand duration = value(NodeId{at.b});
  if (!moment.is_known() || !duration.is_known()) return not_known({&moment, &duration});
  const auto back = negate(std::get<Duration>(duration.value));
  const auto earliest = back ? add(date_, *back) : std::nullopt;
  if (!earliest) return Operand::unknown();
  const Date day = date_in(moment.value);
  return Operand::known(*earliest <= day && day <= date_);
}

Operand Evaluator::score(const program::Node& at, const Value& scored) {
  if (const auto* member = std::get_if<Member>(&scored))
    return Operand::known(program_.scores[at.d + member->position]);
  const auto& elements = std::get<Elements>(scored);
  charge(elements.count);
  Decimal sum;
  for (std::uint32_t i = 0; i < elements.count; ++i) {
    const Operand element = elements.stride == 0 ? Operand::known(program_.constants[elements.first + i])
                                                 : fact(elements.first + i * elements.stride);
    if (!element.is_known()) return Operand::unknown();
    const auto next = add(sum, program_.scores[at.d + std::get<Member>(element.value).position]);
    if (!next) return Operand::unknown();
    sum = *next;
  }
  return Operand::known(sum);
}

Operand Evaluator::apply(const program::Node& at) {
  if (static_cast<Function>(at.a) >= Function::sampling_plan) return sample(at);
  std::array<Operand, 2> operands{Operand::unknown(), Operand::known(Value{})};
  for (std::uint32_t i = 0; i < at.c; ++i) operands[i] = value(kid(at.b + i));
  if (!operands[0].is_known() || !operands[1].is_known()) return not_known({&operands[0], &operands[1]});
  const auto function = static_cast<Function>(at.a);
  switch (function) {
    case Function::value: return score(at, operands[0].value);
    case Function::count: return Operand::known(whole(std::get<Elements>(operands[0].value).count));
    case Function::length:
    case Function::starts_with:
    case Function::ends_with:
    case Function::contains:
    case Function::lower:
      charge(steps_of_text(function, operands));
      return is_exhausted() ? Operand::unknown() : apply_to_text(function, operands, texts_);
    case Function::year:
    case Function::month:
    case Function::day:
    case Function::days_between:
    case Function::date: return apply_to_date(function, operands);
    case Function::round:
    case Function::round_half_even:
    case Function::floor:
    case Function::ceiling:
    case Function::percent:
    case Function::ratio: return apply_to_number(function, std::get<Decimal>(operands[0].value));
    case Function::sampling_plan:
    case Function::tightened_sampling_plan:
    case Function::sites_to_visit:
    case Function::zero_failure_sample: break;
  }
  return Operand::unknown();
}

}  // namespace assay::evaluate
