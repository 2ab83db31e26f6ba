// Dates, instants and durations as ISO 8601 writes them, and in words.
#include "quantity/calendar.hpp"

#include "quantity/clock.hpp"
#include "quantity/scanner.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

namespace assay {
namespace {

std::optional<Date> take_date(Scanner& scanner) {
  const auto year = scanner.take_number<int>(4, 4);
  if (!year || !scanner.take('-')) return std::nullopt;
  const auto month = scanner.take_number<int>(2, 2);
  if (!month || !scanner.take('-')) return std::nullopt;
  const auto day = scanner.take_number<int>(2, 2);
  if (!day) return std::nullopt;
  return date_of({.year = *year, .month = *month, .day = *day});
}

std::optional<std::int64_t> take_hours_and_minutes(Scanner& scanner) {
  const auto hour = scanner.take_number<int>(2, 2);
  if (!hour || !scanner.take(':')) return std::nullopt;
  const auto minute = scanner.take_number<int>(2, 2);
  if (!minute) return std::nullopt;
  return second_of_day({.hour = *hour, .minute = *minute});
}

std::optional<std::int64_t> take_time(Scanner& scanner) {
  const auto minutes = take_hours_and_minutes(scanner);
  if (!minutes || !scanner.take(':')) return std::nullopt;
  const auto second = scanner.take_number<int>(2, 2);
  if (!second || *second > 59) return std::nullopt;
  return *minutes + *second;
}

/// 0 without a fraction; digits behind the ninth are dropped.
std::optional<std::uint32_t> take_nanoseconds(Scanner& scanner) {
  if (!scanner.take('.')) return 0;
  auto place = std::uint32_t{1'000'000'000};
  std::uint32_t nanoseconds = 0;
  bool has_digits = false;
  while (const auto digit = scanner.take_number<std::uint32_t>(1, 1)) {
    place /= 10;
    nanoseconds += *digit * place;
    has_digits = true;
  }
  if (!has_digits) return std::nullopt;
  return nanoseconds;
}

template <std::size_t... places>
constexpr std::uint64_t letters_at(const char* text, std::index_sequence<places...> /*of the letters*/) {
  return ((std::uint64_t{static_cast<unsigned char>(text[places])} << (8 * places)) | ...);
}

/// Up to eight characters, the first in the lowest byte; where memory has it there, a single load.
template <std::size_t count>
constexpr std::uint64_t letters_at(const char* text) {
  return letters_at(text, std::make_index_sequence<count>());
}

/// What is written in a form such as `0000-00-`: a digit for each 0, everything else as it stands. Looks at all eight
/// characters at once.
struct WrittenDigits {
  std::uint64_t form;
  std::uint64_t beyond;  ///< what lifts a byte over 127 that is too much: a digit above 9, another letter above 0

  template <std::size_t count>
  static constexpr WrittenDigits in(const char* form) {
    WrittenDigits made{letters_at<count>(form), 0};
    for (std::size_t place = 0; place < 8; ++place) {
      const bool is_digit = place < count && form[place] == '0';
      made.beyond |= std::uint64_t{is_digit ? 0x76u : 0x7Fu} << (8 * place);
    }
    return made;
  }

  /// The digits, a byte each; or nothing.
  constexpr std::optional<std::uint64_t> digits_of(std::uint64_t letters) const {
    constexpr std::uint64_t highest_bits = 0x8080808080808080u;
    const std::uint64_t digits = letters ^ form;
    if ((((digits + beyond) | digits) & highest_bits) != 0) return std::nullopt;
    return digits;
  }
};

/// The number that the digits at `place` and behind it write.
constexpr int two_digits(std::uint64_t digits, unsigned place) {
  return static_cast<int>((digits >> (8 * place) & 0xFF) * 10 + (digits >> (8 * place + 8) & 0xFF));
}

/// The date that ten characters write: `2026-07-01`.
std::optional<Date> date_at(const char* text) {
  constexpr auto year_and_month = WrittenDigits::in<8>("0000-00-");
  constexpr auto two = WrittenDigits::in<2>("00");
  const auto front = year_and_month.digits_of(letters_at<8>(text));
  const auto back = two.digits_of(letters_at<2>(text + 8));
  if (!front || !back) return std::nullopt;
  return date_of({.year = two_digits(*front, 0) * 100 + two_digits(*front, 2),
                  .month = two_digits(*front, 5),
                  .day = two_digits(*back, 0)});
}

/// The second of the day that eight characters write, or nothing: `12:00:00`.
std::optional<std::int64_t> second_at(const char* text) {
  constexpr auto time = WrittenDigits::in<8>("00:00:00");
  const auto digits = time.digits_of(letters_at<8>(text));
  if (!digits) return std::nullopt;
  return second_of_day(
      {.hour = two_digits(*digits, 0), .minute = two_digits(*digits, 3), .second = two_digits(*digits, 6)});
}

/// How far local time is ahead of UTC.
std::optional<std::int64_t> take_zone(Scanner& scanner) {
  if (scanner.take('Z')) return 0;
  if (scanner.take('+')) return take_hours_and_minutes(scanner);
  if (!scanner.take('-')) return std::nullopt;
  const auto behind = take_hours_and_minutes(scanner);
  if (!behind) return std::nullopt;
  return -*behind;
}

struct Designator {
  char letter;
  std::string_view unit;
};
constexpr std::array<Designator, 4> date_designators{{{'Y', "year"}, {'M', "month"}, {'W', "week"}, {'D', "day"}}};
constexpr std::array<Designator, 3> time_designators{{{'H', "hour"}, {'M', "minute"}, {'S', "second"}}};

/// The amounts that stand next, whose designators come in order. Nothing if there is none, or one is not right.
std::optional<Duration> take_amounts(Scanner& scanner, std::span<const Designator> designators) {
  constexpr std::size_t most_digits = 18;
  std::optional<Duration> total;
  while (const auto amount = scanner.take_number<std::int64_t>(1, most_digits)) {
    while (!designators.empty() && !scanner.take(designators.front().letter)) designators = designators.subspan(1);
    if (designators.empty()) return std::nullopt;
    const auto part = duration_of(*amount, designators.front().unit);
    if (!part) return std::nullopt;
    total = add(total.value_or(Duration{}), *part);
    if (!total) return std::nullopt;
    designators = designators.subspan(1);
  }
  return total;
}

std::string padded(std::int64_t number, std::size_t width) {
  const auto digits = std::to_string(number);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

std::string fraction_of(std::uint32_t nanoseconds) {
  if (nanoseconds == 0) return "";
  auto digits = padded(nanoseconds, 9);
  digits.resize(digits.find_last_not_of('0') + 1);
  return "." + digits;
}

void append_amount(std::string& text, std::int64_t amount, std::string_view unit) {
  if (amount == 0) return;
  if (!text.empty()) text += ' ';
  text += std::to_string(amount);
  text += ' ';
  text += unit;
  if (amount != 1 && amount != -1) text += 's';
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  constexpr std::string_view form = "YYYY-MM-DD";
  return text.size() == form.size() ? date_at(text.data()) : std::nullopt;
}

std::optional<DateTime> parse_datetime(std::string_view text) {
  // Most instants are written without a fraction and in UTC.
  constexpr std::string_view plain = "YYYY-MM-DDThh:mm:ssZ";
  if (text.size() == plain.size() && text.back() == 'Z' && text[10] == 'T') {
    const auto day = date_at(text.data());
    const auto second = second_at(text.data() + 11);
    if (!day || !second) return std::nullopt;
    return instant_at(day->days * seconds_per_day + *second, 0);
  }
  Scanner scanner(text);
  const auto date = take_date(scanner);
  if (!date || !scanner.take('T')) return std::nullopt;
  const auto time = take_time(scanner);
  if (!time) return std::nullopt;
  const auto nanoseconds = take_nanoseconds(scanner);
  if (!nanoseconds) return std::nullopt;
  const auto ahead = take_zone(scanner);
  if (!ahead || !scanner.at_end()) return std::nullopt;
  return instant_at(date->days * seconds_per_day + *time - *ahead, *nanoseconds);
}

std::optional<Duration> parse_duration(std::string_view text) {
  Scanner scanner(text);
  if (!scanner.take('P')) return std::nullopt;
  const auto of_date = take_amounts(scanner, date_designators);
  if (scanner.at_end()) return of_date;
  if (!scanner.take('T')) return std::nullopt;
  const auto of_time = take_amounts(scanner, time_designators);
  if (!of_time || !scanner.at_end()) return std::nullopt;
  return add(of_date.value_or(Duration{}), *of_time);
}

std::string to_string(Date date) {
  const auto [year, month, day] = parts_of(date);
  return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

std::string to_string(DateTime instant) {
  const auto day = day_of(instant);
  const auto second = instant.seconds - day.days * seconds_per_day;
  return to_string(day) + "T" + padded(second / seconds_per_hour, 2) + ":" +
         padded(second % seconds_per_hour / seconds_per_minute, 2) + ":" + padded(second % seconds_per_minute, 2) +
         fraction_of(instant.nanoseconds) + "Z";
}

std::string to_string(Duration duration) {
  std::string text;
  append_amount(text, duration.months, "month");
  append_amount(text, duration.days, "day");
  append_amount(text, duration.seconds / seconds_per_hour, "hour");
  append_amount(text, duration.seconds % seconds_per_hour / seconds_per_minute, "minute");
  append_amount(text, duration.seconds % seconds_per_minute, "second");
  return text.empty() ? "0 days" : text;
}

}  // namespace assay
