#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// A day of the proleptic Gregorian calendar, years 1 to 9999.
struct Date {
  std::int32_t days = 0;  ///< since 1970-01-01
  friend auto operator<=>(const Date&, const Date&) = default;
};

struct YearMonthDay {
  int year = 1970;
  int month = 1;
  int day = 1;
};

/// An instant in UTC.
struct DateTime {
  std::int64_t seconds = 0;  ///< since 1970-01-01T00:00:00Z, no leap seconds
  std::uint32_t nanoseconds = 0;
  friend auto operator<=>(const DateTime&, const DateTime&) = default;
};

/// Months and days are kept apart, for a month has no fixed number of days.
struct Duration {
  std::int32_t months = 0;
  std::int32_t days = 0;
  std::int64_t seconds = 0;
  friend bool operator==(const Duration&, const Duration&) = default;
};

/// Nothing if there is no such day.
std::optional<Date> date_of(YearMonthDay parts);
YearMonthDay parts_of(Date date);
/// The UTC day.
Date day_of(DateTime instant);

/// ISO 8601: `2026-07-01`.
std::optional<Date> parse_date(std::string_view text);
/// ISO 8601 with seconds, optional fraction and a mandatory zone: `2026-07-01T12:00:00.5+02:00`, `…Z`.
std::optional<DateTime> parse_datetime(std::string_view text);
/// ISO 8601: `P12M`, `P30D`, `P1Y2M`, `PT72H`, `P2W`.
std::optional<Duration> parse_duration(std::string_view text);

std::string to_string(Date date);
std::string to_string(DateTime instant);   ///< in UTC, `Z`
std::string to_string(Duration duration);  ///< "12 months", "30 days", "1 month 2 days"

/// Calendar-true: 2024-02-29 + 12 months = 2025-02-28. Nothing beyond the years 1 to 9999, or if a date would need
/// hours (seconds that make no whole day).
std::optional<Date> add(Date date, const Duration& duration);
std::optional<DateTime> add(DateTime instant, const Duration& duration);
std::optional<Duration> add(const Duration& left, const Duration& right);
std::optional<Duration> negate(const Duration& duration);

/// Nothing where one side has months and the other days or seconds: they do not compare. What both sides have alike
/// does not count, so 1 month 2 days is shorter than 1 month 3 days.
std::optional<std::strong_ordering> compare(const Duration& left, const Duration& right);

/// "days", "month", "years", "weeks", "hours", "minutes", "seconds": the duration of `amount` of them. Nothing if
/// `unit` is no unit of time or the amount does not fit.
std::optional<Duration> duration_of(std::int64_t amount, std::string_view unit);
bool is_time_unit(std::string_view word);

/// A written form of dates, such as `M/D/YYYY` or `YYYY-MM-DD hh:mm:ss`. YYYY has four digits; MM, DD, hh, mm, ss two;
/// M and D one or two; everything else stands for itself.
class DateForm {
 public:
  /// Nothing unless the form has one year, month and day, at most one hour, minute and second (none without the one
  /// before), and a letter that is no digit behind M and D.
  static std::optional<DateForm> compile(std::string_view form);

  /// The date that `text` writes, or nothing. A time of day in the form must be a valid one; for a date it is dropped.
  std::optional<Date> read_date(std::string_view text) const;
  /// The same as an instant in UTC; a form without a time of day is midnight.
  std::optional<DateTime> read_datetime(std::string_view text) const;

 private:
  enum class Part : std::uint8_t { year, month, month_any, day, day_any, hour, minute, second, literal };
  struct Piece {
    Part part;
    char letter;
  };

  bool is_complete() const;
  bool is_unambiguous() const;

  std::vector<Piece> pieces_;
};

}  // namespace assay
