// Laws of numbers and dates.
#include "quantity/calendar.hpp"
#include "quantity/decimal.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace assay {
namespace {

__extension__ typedef __int128 Wide;

/// units / 10^places, with a small exponent so that many pairs meet at one.
struct Scaled {
  std::int64_t units;
  int places;
};
Decimal decimal_of(const Scaled& scaled) {
  return *Decimal::parse(std::to_string(scaled.units) + "e" + std::to_string(-scaled.places));
}
Wide units_at(const Scaled& scaled, int places) {
  Wide units = scaled.units;
  for (int i = scaled.places; i < places; ++i) units *= 10;
  return units;
}
std::string text_of(Wide units) {
  std::string digits;
  for (Wide rest = units < 0 ? -units : units; rest > 0; rest /= 10) {
    digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
  }
  if (digits.empty()) return "0";
  return (units < 0 ? "-" : "") + digits;
}

constexpr int most_places = 15;

Scaled any_scaled() {
  return {.units = *rc::gen::arbitrary<std::int64_t>(), .places = *rc::gen::inRange(0, most_places)};
}

/// Up to 40 digits and any exponent, also one beyond the range: rounded, refused or exact.
std::string any_number_text() {
  const auto digits = *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::inRange('0', ':')));
  const auto exponent = *rc::gen::oneOf(rc::gen::inRange(-45, 45), rc::gen::inRange(-6'300, 6'300));
  return (*rc::gen::arbitrary<bool>() ? "-" : "") + digits + "e" + std::to_string(exponent);
}
Decimal any_decimal() {
  const auto parsed = Decimal::parse(any_number_text());
  RC_PRE(parsed.has_value());
  return *parsed;
}

Date any_date() {
  constexpr int first = -719'162;
  constexpr int last = 2'932'896;
  return {.days = *rc::gen::inRange(first, last + 1)};
}

RC_GTEST_PROP(DecimalLaws, TextIsReadBackAsTheSameNumber, ()) {
  const auto number = any_decimal();
  RC_ASSERT(Decimal::parse(number.to_string()) == number);
}

RC_GTEST_PROP(DecimalLaws, TextDoesNotDependOnTheWayItWasWritten, ()) {
  const auto scaled = any_scaled();
  const Scaled longer{.units = scaled.units / 1'000 * 1'000, .places = scaled.places};
  const Scaled shorter{.units = scaled.units / 1'000, .places = scaled.places - 3};
  RC_ASSERT(decimal_of(longer).to_string() == decimal_of(shorter).to_string());
}

RC_GTEST_PROP(DecimalLaws, SumsOfSmallNumbersAreExact, ()) {
  const auto left = any_scaled();
  const auto right = any_scaled();
  const auto exact = units_at(left, most_places) + units_at(right, most_places);
  const auto expected = Decimal::parse(text_of(exact) + "e-" + std::to_string(most_places));
  RC_ASSERT(add(decimal_of(left), decimal_of(right)) == expected);
}

RC_GTEST_PROP(DecimalLaws, ProductsOfSmallNumbersAreExact, ()) {
  const auto left = any_scaled();
  const auto right = *rc::gen::inRange(-100'000'000, 100'000'000);
  const auto exact = Wide{left.units} * right;
  const auto expected = Decimal::parse(text_of(exact) + "e-" + std::to_string(left.places));
  RC_ASSERT(multiply(decimal_of(left), Decimal::of(right)) == expected);
}

RC_GTEST_PROP(DecimalLaws, OrderIsThatOfTheIntegersBehind, ()) {
  const auto left = any_scaled();
  const auto right = any_scaled();
  const auto expected = units_at(left, most_places) <=> units_at(right, most_places);
  RC_ASSERT((decimal_of(left) <=> decimal_of(right)) == expected);
}

RC_GTEST_PROP(DecimalLaws, AdditionCommutes, ()) {
  const auto left = any_decimal();
  const auto right = any_decimal();
  RC_ASSERT(add(left, right) == add(right, left));
}

RC_GTEST_PROP(DecimalLaws, MultiplicationCommutes, ()) {
  const auto left = any_decimal();
  const auto right = any_decimal();
  RC_ASSERT(multiply(left, right) == multiply(right, left));
}

RC_GTEST_PROP(DecimalLaws, ADifferenceHasTheSignOfTheOrder, ()) {
  const auto left = any_decimal();
  const auto right = any_decimal();
  const auto difference = subtract(left, right);
  RC_PRE(difference.has_value());
  RC_ASSERT((*difference <=> Decimal()) == (left <=> right));
}

RC_GTEST_PROP(DecimalLaws, NegationTurnsTheOrderRound, ()) {
  const auto left = any_decimal();
  const auto right = any_decimal();
  RC_ASSERT((negate(left) <=> negate(right)) == (right <=> left));
}

RC_GTEST_PROP(DecimalLaws, RoundingStaysBetweenFloorAndCeiling, ()) {
  const auto number = any_decimal();
  for (const auto& rounded : {round_half_up(number), round_half_even(number)}) {
    RC_ASSERT(rounded.is_integer());
    RC_ASSERT(rounded == floor(number) || rounded == ceiling(number));
  }
}

RC_GTEST_PROP(DecimalLaws, HalfUpIsTheFloorOfTheNumberAndAHalf, ()) {
  const auto scaled = any_scaled();
  Wide unit = 1;
  for (int i = 0; i < scaled.places; ++i) unit *= 10;
  const Wide doubled = Wide{scaled.units} * 2 + unit;
  const Wide floored = doubled / (2 * unit) - (doubled % (2 * unit) < 0 ? 1 : 0);
  RC_ASSERT(round_half_up(decimal_of(scaled)).to_string() == text_of(floored));
}

RC_GTEST_PROP(DecimalLaws, WholeNumbersConvertThereAndBack, (std::int64_t number)) {
  RC_ASSERT(Decimal::of(number).to_int64() == number);
  RC_ASSERT(Decimal::of(number).to_string() == std::to_string(number));
}

RC_GTEST_PROP(DecimalLaws, NoTextCrashesTheParser, (const std::string& text)) { (void)Decimal::parse(text); }

RC_GTEST_PROP(CalendarLaws, TextIsReadBackAsTheSameDate, ()) {
  const auto date = any_date();
  RC_ASSERT(parse_date(to_string(date)) == date);
}

RC_GTEST_PROP(CalendarLaws, TextIsReadBackAsTheSameInstant, ()) {
  const DateTime instant{.seconds = any_date().days * std::int64_t{86'400} + *rc::gen::inRange(0, 86'400),
                         .nanoseconds = *rc::gen::inRange(0U, 1'000'000'000U)};
  RC_ASSERT(parse_datetime(to_string(instant)) == instant);
}

RC_GTEST_PROP(CalendarLaws, DaysThereAndBackAreTheSameDate, (std::int16_t count)) {
  const auto date = any_date();
  const auto there = add(date, Duration{.days = count});
  RC_PRE(there.has_value());
  RC_ASSERT(add(*there, Duration{.days = -count}) == date);
}

RC_GTEST_PROP(CalendarLaws, MonthsNeverTurnTheOrderOfDatesRound, (std::int16_t count)) {
  const auto early = any_date();
  const auto late = add(early, Duration{.days = *rc::gen::inRange(0, 60)});
  RC_PRE(late.has_value());
  const auto early_moved = add(early, Duration{.months = count});
  const auto late_moved = add(*late, Duration{.months = count});
  RC_PRE(early_moved.has_value() && late_moved.has_value());
  RC_ASSERT(*early_moved <= *late_moved);
}

RC_GTEST_PROP(CalendarLaws, TheNextDayIsTheNextOfItsMonthOrAFirst, ()) {
  const auto date = any_date();
  const auto next = add(date, Duration{.days = 1});
  RC_PRE(next.has_value());
  const auto today = parts_of(date);
  const auto tomorrow = parts_of(*next);
  const bool is_in_month = tomorrow.month == today.month && tomorrow.day == today.day + 1;
  RC_ASSERT(is_in_month || tomorrow.day == 1);
  RC_ASSERT(date_of(tomorrow) == next);
}

RC_GTEST_PROP(CalendarLaws, ADateIsReadInTheFormInWhichItIsWritten, ()) {
  const auto date = any_date();
  const auto iso = DateForm::compile("YYYY-MM-DD");
  RC_ASSERT(iso.has_value());
  RC_ASSERT(iso->read_date(to_string(date)) == date);
}

RC_GTEST_PROP(CalendarLaws, NoTextCrashesAReader, (const std::string& text)) {
  (void)parse_date(text);
  (void)parse_datetime(text);
  (void)parse_duration("P" + text);
  if (const auto form = DateForm::compile(text)) (void)form->read_datetime(text);
}

}  // namespace
}  // namespace assay
