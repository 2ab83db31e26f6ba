#pragma once

#include "quantity/calendar.hpp"

#include <cstdint>
#include <optional>

// Times of day, for the readers of dates.
namespace assay {

inline constexpr std::int64_t seconds_per_minute = 60;
inline constexpr std::int64_t seconds_per_hour = 3'600;
inline constexpr std::int64_t seconds_per_day = 86'400;

inline constexpr std::int64_t first_day = -719'162;  ///< 0001-01-01
inline constexpr std::int64_t last_day = 2'932'896;  ///< 9999-12-31

struct TimeOfDay {
  int hour = 0;
  int minute = 0;
  int second = 0;
};

/// Nothing for an hour 24 or a leap second: neither names an instant of its own here.
inline std::optional<std::int64_t> second_of_day(const TimeOfDay& time) {
  if (time.hour > 23 || time.minute > 59 || time.second > 59) return std::nullopt;
  return time.hour * seconds_per_hour + time.minute * seconds_per_minute + time.second;
}

/// Nothing beyond the years 1 to 9999.
inline std::optional<DateTime> instant_at(std::int64_t seconds, std::uint32_t nanoseconds) {
  if (seconds < first_day * seconds_per_day || seconds >= (last_day + 1) * seconds_per_day) return std::nullopt;
  return DateTime{.seconds = seconds, .nanoseconds = nanoseconds};
}

}  // namespace assay
