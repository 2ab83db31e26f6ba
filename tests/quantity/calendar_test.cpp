#include "quantity/calendar.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace assay {
namespace {

Date date(std::string_view text) {
  const auto parsed = parse_date(text);
  EXPECT_TRUE(parsed) << text;
  return parsed.value_or(Date{});
}
DateTime instant(std::string_view text) {
  const auto parsed = parse_datetime(text);
  EXPECT_TRUE(parsed) << text;
  return parsed.value_or(DateTime{});
}
template <typename Value>
std::string words(const std::optional<Value>& value) {
  return value ? to_string(*value) : "nothing";
}
constexpr Duration months(std::int32_t count) { return {.months = count}; }
constexpr Duration days(std::int32_t count) { return {.days = count}; }

TEST(Date, CountsFromTheEpoch) {
  EXPECT_EQ(date("1970-01-01").days, 0);
  EXPECT_EQ(date("2000-03-01").days, 11'017);
  EXPECT_EQ(date("1969-12-31").days, -1);
}

TEST(Date, RunsFromYear1To9999) {
  EXPECT_EQ(to_string(date("0001-01-01")), "0001-01-01");
  EXPECT_EQ(to_string(date("9999-12-31")), "9999-12-31");
  EXPECT_FALSE(parse_date("0000-12-31"));
  EXPECT_FALSE(add(date("0001-01-01"), days(-1)));
  EXPECT_FALSE(add(date("9999-12-31"), days(1)));
  EXPECT_FALSE(add(date("9999-12-01"), months(1)));
  EXPECT_FALSE(add(date("0001-01-31"), months(-1)));
}

TEST(Date, KnowsTheLeapYearsOfTheGregorianCalendar) {
  EXPECT_FALSE(parse_date("1900-02-29"));
  EXPECT_TRUE(parse_date("2000-02-29"));
  EXPECT_TRUE(parse_date("2024-02-29"));
  EXPECT_FALSE(parse_date("2023-02-29"));
}

TEST(DateText, IsFourDigitsTwoAndTwo) {
  for (const auto* text :
       {"", "2026-7-01", "2026-07-1", "26-07-01", "2026-07-01 ", " 2026-07-01", "2026/07/01", "20260701", "2026-13-01",
        "2026-00-10", "2026-06-31", "2026-06-00", "+2026-06-01", "2026-07-01T00:00:00Z", "12026-07-01"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(DateTimeText, IsReadInUtc) {
  EXPECT_EQ(instant("1970-01-01T00:00:00Z").seconds, 0);
  EXPECT_EQ(instant("2026-07-01T12:00:00+02:00"), instant("2026-07-01T10:00:00Z"));
  EXPECT_EQ(instant("2026-07-01T23:30:00-05:45"), instant("2026-07-02T05:15:00Z"));
  EXPECT_EQ(to_string(instant("2026-07-01T12:00:00.500+02:00")), "2026-07-01T10:00:00.5Z");
  EXPECT_EQ(to_string(instant("1969-12-31T23:59:59Z")), "1969-12-31T23:59:59Z");
}

TEST(DateTimeText, DropsDigitsBeyondNanoseconds) {
  EXPECT_EQ(instant("2026-07-01T12:00:00.1234567899999Z").nanoseconds, 123'456'789U);
  EXPECT_EQ(instant("2026-07-01T12:00:00.05Z").nanoseconds, 50'000'000U);
}

TEST(DateTimeText, NeedsSecondsAndAZone) {
  for (const auto* text :
       {"2026-07-01", "2026-07-01T12:00Z", "2026-07-01T12:00:00", "2026-07-01 12:00:00Z", "2026-07-01T12:00:00.Z",
        "2026-07-01T12:00:00+02", "2026-07-01T12:00:00+0200", "2026-07-01T12:00:00Z ", "2026-07-01T12:00:00+24:00",
        "2026-07-01T24:00:00Z", "2026-06-30T23:59:60Z", "2026-07-01T12:60:00Z", "2026-02-30T12:00:00Z"}) {
    EXPECT_FALSE(parse_datetime(text)) << text;
  }
}

TEST(DateTimeText, EndsWithTheYears) {
  EXPECT_FALSE(parse_datetime("0001-01-01T00:00:00+00:01"));
  EXPECT_FALSE(parse_datetime("9999-12-31T23:59:59-00:01"));
  EXPECT_TRUE(parse_datetime("9999-12-31T23:59:59.999999999Z"));
}

TEST(DayOf, IsTheDayInUtc) {
  EXPECT_EQ(day_of(instant("2026-07-01T00:30:00+02:00")), date("2026-06-30"));
  EXPECT_EQ(day_of(instant("1969-12-31T23:59:59Z")), date("1969-12-31"));
}

TEST(DatePlusMonths, EndsWithAShorterMonth) {
  EXPECT_EQ(words(add(date("2024-02-29"), months(12))), "2025-02-28");
  EXPECT_EQ(words(add(date("2026-01-31"), months(1))), "2026-02-28");
  EXPECT_EQ(words(add(date("2024-01-31"), months(1))), "2024-02-29");
  EXPECT_EQ(words(add(date("2024-02-29"), months(48))), "2028-02-29");
}

TEST(DatePlusMonths, BorrowsFromTheYear) {
  EXPECT_EQ(words(add(date("2026-01-15"), months(-1))), "2025-12-15");
  EXPECT_EQ(words(add(date("2026-03-31"), months(-13))), "2025-02-28");
  EXPECT_EQ(words(add(date("2026-12-15"), months(1))), "2027-01-15");
}

TEST(DatePlusDuration, GoesByMonthsFirst) {
  EXPECT_EQ(words(add(date("2026-01-31"), {.months = 1, .days = 1})), "2026-03-01");
}

TEST(DatePlusDuration, TakesHoursOnlyAsWholeDays) {
  EXPECT_EQ(words(add(date("2026-07-01"), {.seconds = 172'800})), "2026-07-03");
  EXPECT_EQ(words(add(date("2026-07-01"), {.seconds = -86'400})), "2026-06-30");
  EXPECT_FALSE(add(date("2026-07-01"), {.seconds = 3'600}));
}

TEST(DatePlusDuration, SurvivesExtremes) {
  constexpr auto most = std::numeric_limits<std::int32_t>::max();
  EXPECT_FALSE(add(date("2026-07-01"), months(most)));
  EXPECT_FALSE(add(date("2026-07-01"), days(most)));
  EXPECT_FALSE(add(date("2026-07-01"), {.seconds = std::numeric_limits<std::int64_t>::max() / 86'400 * 86'400}));
  EXPECT_FALSE(add(instant("2026-07-01T00:00:00Z"), {.seconds = std::numeric_limits<std::int64_t>::max()}));
  EXPECT_FALSE(add(instant("2026-07-01T00:00:00Z"), {.seconds = std::numeric_limits<std::int64_t>::min()}));
}

TEST(DateTimePlusDuration, AddsTwentyFourHoursADay) {
  EXPECT_EQ(words(add(instant("2026-03-28T12:00:00+01:00"), days(1))), "2026-03-29T11:00:00Z");
  EXPECT_EQ(words(add(instant("2026-07-01T23:00:00Z"), {.seconds = 7'200})), "2026-07-02T01:00:00Z");
}

TEST(DateTimePlusDuration, KeepsTheTimeOfDayOverMonths) {
  EXPECT_EQ(words(add(instant("2026-01-31T23:59:59.25Z"), months(1))), "2026-02-28T23:59:59.25Z");
  EXPECT_EQ(words(add(instant("1969-03-31T23:00:00Z"), months(-1))), "1969-02-28T23:00:00Z");
}

TEST(DurationText, IsIso8601) {
  EXPECT_EQ(parse_duration("P12M"), months(12));
  EXPECT_EQ(parse_duration("P30D"), days(30));
  EXPECT_EQ(parse_duration("P1Y2M"), months(14));
  EXPECT_EQ(parse_duration("P2W"), days(14));
  EXPECT_EQ(parse_duration("PT72H"), (Duration{.seconds = 259'200}));
  EXPECT_EQ(parse_duration("P1DT2H3M4S"), (Duration{.days = 1, .seconds = 7'384}));
  EXPECT_EQ(parse_duration("P0D"), Duration{});
}

TEST(DurationText, RefusesTheRest) {
  for (const auto* text : {"", "P", "PT", "P1", "1D", "P1DT", "PD", "P1H", "PT1D", "P1M1Y", "P1D1D", "-P1D", "P-1D",
                           "P1.5D", "p1d", "P1D ", "P3000000000D", "P9999999999999999999D", "P178956971Y"}) {
    EXPECT_FALSE(parse_duration(text)) << text;
  }
}

TEST(DurationWords, NameWhatIsThere) {
  EXPECT_EQ(to_string(months(12)), "12 months");
  EXPECT_EQ(to_string(days(30)), "30 days");
  EXPECT_EQ(to_string(Duration{.months = 1, .days = 2}), "1 month 2 days");
  EXPECT_EQ(to_string(Duration{.seconds = 3'661}), "1 hour 1 minute 1 second");
  EXPECT_EQ(to_string(Duration{}), "0 days");
  EXPECT_EQ(to_string(months(-1)), "-1 month");
}

TEST(DurationOf, TakesUnitsOfTimeInBothNumbers) {
  EXPECT_EQ(duration_of(1, "year"), months(12));
  EXPECT_EQ(duration_of(18, "months"), months(18));
  EXPECT_EQ(duration_of(2, "weeks"), days(14));
  EXPECT_EQ(duration_of(90, "minutes"), (Duration{.seconds = 5'400}));
  EXPECT_FALSE(duration_of(1, "fortnight"));
  EXPECT_FALSE(duration_of(1, "dayss"));
  EXPECT_FALSE(duration_of(200'000'000, "years"));
  EXPECT_FALSE(duration_of(std::numeric_limits<std::int64_t>::max(), "hours"));
}

TEST(DurationOf, KnowsItsWords) {
  EXPECT_TRUE(is_time_unit("second"));
  EXPECT_TRUE(is_time_unit("years"));
  EXPECT_FALSE(is_time_unit("s"));
  EXPECT_FALSE(is_time_unit(""));
  EXPECT_FALSE(is_time_unit("kWh"));
}

TEST(DurationArithmetic, KeepsMonthsAndDaysApart) {
  EXPECT_EQ(add(months(1), days(2)), (Duration{.months = 1, .days = 2}));
  EXPECT_EQ(negate(Duration{.months = 1, .days = 2}), (Duration{.months = -1, .days = -2}));
}

TEST(DurationArithmetic, EndsWhereItDoesNotFit) {
  EXPECT_FALSE(add(months(std::numeric_limits<std::int32_t>::max()), months(1)));
  EXPECT_FALSE(negate(days(std::numeric_limits<std::int32_t>::min())));
  EXPECT_FALSE(negate(Duration{.seconds = std::numeric_limits<std::int64_t>::min()}));
}

TEST(DurationOrder, IsThereForOneKind) {
  EXPECT_EQ(compare(months(12), months(13)), std::strong_ordering::less);
  EXPECT_EQ(compare(days(2), Duration{.seconds = 172'800}), std::strong_ordering::equal);
  EXPECT_EQ(compare(days(1), Duration{.seconds = 3'600}), std::strong_ordering::greater);
  EXPECT_EQ(compare(days(-1), Duration{.seconds = -3'600}), std::strong_ordering::less);
}

TEST(DurationOrder, IsNotThereBetweenMonthsAndDays) {
  EXPECT_FALSE(compare(months(1), days(30)));
  EXPECT_FALSE(compare(months(1), Duration{.seconds = 1}));
}

TEST(DurationOrder, LooksAtWhatDiffers) {
  EXPECT_EQ(compare({.months = 1, .days = 2}, {.months = 1, .days = 3}), std::strong_ordering::less);
  EXPECT_EQ(compare({.months = 1, .days = 2}, {.months = 1, .days = 2}), std::strong_ordering::equal);
  EXPECT_EQ(compare({}, months(12)), std::strong_ordering::less);
}

std::string read(std::string_view form, std::string_view text) {
  const auto compiled = DateForm::compile(form);
  return compiled ? words(compiled->read_date(text)) : "no form";
}

TEST(DateForm, ReadsTheFormsOfTheFederalInventory) {
  EXPECT_EQ(read("M/D/YYYY", "7/4/2025"), "2025-07-04");
  EXPECT_EQ(read("M/D/YYYY", "07/04/2025"), "2025-07-04");
  EXPECT_EQ(read("M/D/YYYY hh:mm:ss", "12/31/2025 00:00:00"), "2025-12-31");
  EXPECT_EQ(read("YYYY-MM-DD", "2025-12-31"), "2025-12-31");
  EXPECT_EQ(read("YYYY-MM-DD hh:mm:ss", "2025-12-31 23:59:59"), "2025-12-31");
}

TEST(DateForm, RefusesOtherForms) {
  for (const auto* text :
       {"", "0:00", "12:00:00 AM", "01/2024", "Jan-03", "2020", "13/1/2025", "2/30/2025", "0/1/2025", "1/0/2025",
        "001/1/2025", "1/1/25", "1/1/20255", " 1/1/2025", "1/1/2025 ", "1/1/2025 0:00"}) {
    EXPECT_EQ(read("M/D/YYYY", text), "nothing") << text;
  }
  EXPECT_EQ(read("YYYY-MM-DD", "2025-1-1"), "nothing");
  EXPECT_EQ(read("YYYY-MM-DD hh:mm:ss", "2025-01-01 24:00:00"), "nothing");
  EXPECT_EQ(read("YYYY-MM-DD hh:mm:ss", "2025-01-01 1:00:00"), "nothing");
}

TEST(DateForm, GivesAnInstantInUtc) {
  const auto form = DateForm::compile("D.M.YYYY hh:mm");
  ASSERT_TRUE(form);
  EXPECT_EQ(words(form->read_datetime("1.7.2026 09:30")), "2026-07-01T09:30:00Z");
  const auto day = DateForm::compile("D.M.YYYY");
  ASSERT_TRUE(day);
  EXPECT_EQ(words(day->read_datetime("1.7.2026")), "2026-07-01T00:00:00Z");
}

TEST(DateForm, MayHaveNoSeparators) { EXPECT_EQ(read("YYYYMMDD", "20260701"), "2026-07-01"); }

TEST(DateForm, HasOneYearMonthAndDay) {
  for (const auto* form : {"", "YYYY", "YYYY-MM", "MM-DD", "YYYY-MM-DD-DD", "YYYY-M-MM-D", "YY-MM-DD", "YYYY-MM-DD ss",
                           "YYYY-MM-DD mm:ss", "YYYY-MM-DD hh:mm:mm", "YYYY-MMM-DD"}) {
    EXPECT_FALSE(DateForm::compile(form)) << form;
  }
}

TEST(DateForm, SaysWhereADayEnds) {
  EXPECT_FALSE(DateForm::compile("YYYY-MD"));
  EXPECT_FALSE(DateForm::compile("DMMYYYY"));
  EXPECT_FALSE(DateForm::compile("D0.MM.YYYY"));
}

}  // namespace
}  // namespace assay
