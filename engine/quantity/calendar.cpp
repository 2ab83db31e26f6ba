// Dates as days, and the arithmetic of durations on them.
#include "quantity/calendar.hpp"

#include "quantity/clock.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace assay {
namespace {

constexpr int first_year = 1;
constexpr int last_year = 9999;

constexpr std::int64_t floor_divide(std::int64_t dividend, std::int64_t divisor) {
  return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

constexpr bool is_leap_year(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr int days_in_month(int year, int month) {
  constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years that begin in March put the leap day last, and
// eras of 400 years all have the same length.
constexpr int days_per_era = 146'097;
constexpr int days_before_epoch = 719'468;  // from 0000-03-01 to 1970-01-01

constexpr std::int32_t days_of(const YearMonthDay& parts) {
  const int year = parts.month > 2 ? parts.year : parts.year - 1;
  const int era = year / 400;
  const int year_of_era = year - era * 400;
  const int month_from_march = parts.month > 2 ? parts.month - 3 : parts.month + 9;
  const int day_of_year = (153 * month_from_march + 2) / 5 + parts.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * days_per_era + day_of_era - days_before_epoch;
}
static_assert(days_of({.year = 1970, .month = 1, .day = 1}) == 0);
static_assert(days_of({.year = 1, .month = 1, .day = 1}) == first_day);
static_assert(days_of({.year = 9999, .month = 12, .day = 31}) == last_day);

std::optional<Date> date_at(std::int64_t days) {
  if (days < first_day || days > last_day) return std::nullopt;
  return Date{.days = static_cast<std::int32_t>(days)};
}

/// On the last day of a month that is too short.
std::optional<Date> add_months(Date date, std::int64_t months) {
  const auto parts = parts_of(date);
  const std::int64_t count = std::int64_t{parts.year} * 12 + parts.month - 1 + months;
  const std::int64_t year = floor_divide(count, 12);
  if (year < first_year || year > last_year) return std::nullopt;
  YearMonthDay moved{.year = static_cast<int>(year), .month = static_cast<int>(count - year * 12) + 1, .day = 1};
  moved.day = std::min(parts.day, days_in_month(moved.year, moved.month));
  return Date{.days = days_of(moved)};
}

template <typename Integer>
std::optional<Integer> narrowed(std::int64_t value) {
  if (value < std::numeric_limits<Integer>::min() || value > std::numeric_limits<Integer>::max()) return std::nullopt;
  return static_cast<Integer>(value);
}

std::optional<std::int64_t> sum_of(std::int64_t left, std::int64_t right) {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(left, right, &sum)) return std::nullopt;
  return sum;
}

std::optional<std::int64_t> product_of(std::int64_t left, std::int64_t right) {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(left, right, &product)) return std::nullopt;
  return product;
}

/// A duration without its months, the seconds within a day: a day counts as 24 hours.
struct DaysAndSeconds {
  std::int64_t days;
  std::int64_t seconds;
  friend auto operator<=>(const DaysAndSeconds&, const DaysAndSeconds&) = default;
};
DaysAndSeconds days_and_seconds_of(const Duration& duration) {
  const auto whole_days = floor_divide(duration.seconds, seconds_per_day);
  return {.days = duration.days + whole_days, .seconds = duration.seconds - whole_days * seconds_per_day};
}

struct TimeUnit {
  std::string_view word;
  int months;
  int days;
  std::int64_t seconds;
};
constexpr std::array<TimeUnit, 7> time_units{{
    {"second", 0, 0, 1},
    {"minute", 0, 0, seconds_per_minute},
    {"hour", 0, 0, seconds_per_hour},
    {"day", 0, 1, 0},
    {"week", 0, 7, 0},
    {"month", 1, 0, 0},
    {"year", 12, 0, 0},
}};

const TimeUnit* time_unit_of(std::string_view word) {
  if (word.ends_with('s')) word.remove_suffix(1);
  const auto* const found =
      std::find_if(time_units.begin(), time_units.end(), [&](const TimeUnit& unit) { return unit.word == word; });
  return found == time_units.end() ? nullptr : found;
}

}  // namespace

std::optional<Date> date_of(YearMonthDay parts) {
  if (parts.year < first_year || parts.year > last_year) return std::nullopt;
  if (parts.month < 1 || parts.month > 12) return std::nullopt;
  if (parts.day < 1 || parts.day > days_in_month(parts.year, parts.month)) return std::nullopt;
  return Date{.days = days_of(parts)};
}

YearMonthDay parts_of(Date date) {
  const int days = date.days + days_before_epoch;
  const int era = days / days_per_era;
  const int day_of_era = days - era * days_per_era;
  const int year_of_era = (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month_from_march = (5 * day_of_year + 2) / 153;
  const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  return {.year = year_of_era + era * 400 + (month <= 2 ? 1 : 0),
          .month = month,
          .day = day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

Date day_of(DateTime instant) {
  return {.days = static_cast<std::int32_t>(floor_divide(instant.seconds, seconds_per_day))};
}

std::optional<Date> add(Date date, const Duration& duration) {
  if (duration.seconds % seconds_per_day != 0) return std::nullopt;
  const auto moved = duration.months == 0 ? date : add_months(date, duration.months);
  if (!moved) return std::nullopt;
  return date_at(moved->days + std::int64_t{duration.days} + duration.seconds / seconds_per_day);
}

std::optional<DateTime> add(DateTime instant, const Duration& duration) {
  std::int64_t days_moved = duration.days;
  if (duration.months != 0) {
    const auto day = day_of(instant);
    const auto moved = add_months(day, duration.months);
    if (!moved) return std::nullopt;
    days_moved += std::int64_t{moved->days} - day.days;
  }
  const auto seconds = sum_of(instant.seconds + days_moved * seconds_per_day, duration.seconds);
  if (!seconds) return std::nullopt;
  return instant_at(*seconds, instant.nanoseconds);
}

std::optional<Duration> add(const Duration& left, const Duration& right) {
  const auto months = narrowed<std::int32_t>(std::int64_t{left.months} + right.months);
  const auto days = narrowed<std::int32_t>(std::int64_t{left.days} + right.days);
  const auto seconds = sum_of(left.seconds, right.seconds);
  if (!months || !days || !seconds) return std::nullopt;
  return Duration{.months = *months, .days = *days, .seconds = *seconds};
}

std::optional<Duration> negate(const Duration& duration) {
  const auto months = narrowed<std::int32_t>(-std::int64_t{duration.months});
  const auto days = narrowed<std::int32_t>(-std::int64_t{duration.days});
  const auto seconds = product_of(duration.seconds, -1);
  if (!months || !days || !seconds) return std::nullopt;
  return Duration{.months = *months, .days = *days, .seconds = *seconds};
}

std::optional<std::strong_ordering> compare(const Duration& left, const Duration& right) {
  const auto by_months = left.months <=> right.months;
  const auto by_seconds = days_and_seconds_of(left) <=> days_and_seconds_of(right);
  if (by_months == 0) return by_seconds;
  if (by_seconds == 0) return by_months;
  return std::nullopt;
}

std::optional<Duration> duration_of(std::int64_t amount, std::string_view unit) {
  const auto* const found = time_unit_of(unit);
  if (found == nullptr) return std::nullopt;
  const auto months = product_of(amount, found->months);
  const auto days = product_of(amount, found->days);
  const auto seconds = product_of(amount, found->seconds);
  if (!months || !days || !seconds) return std::nullopt;
  const auto fitting_months = narrowed<std::int32_t>(*months);
  const auto fitting_days = narrowed<std::int32_t>(*days);
  if (!fitting_months || !fitting_days) return std::nullopt;
  return Duration{.months = *fitting_months, .days = *fitting_days, .seconds = *seconds};
}

bool is_time_unit(std::string_view word) { return time_unit_of(word) != nullptr; }

}  // namespace assay
