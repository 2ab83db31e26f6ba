#include "evaluate/ordered_values.hpp"

#include "quantity/clock.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <type_traits>

namespace assay::evaluate {

using model::Kind;

namespace {

// A line has points in both directions, up to `count` of them and nearest first, and those of a gap in order.

struct Days {
  using Point = Date;
  static std::optional<Date> next(Date day) {
    return day.days < last_day ? std::optional(Date{day.days + 1}) : std::nullopt;
  }
  static std::optional<Date> previous(Date day) {
    return day.days > first_day ? std::optional(Date{day.days - 1}) : std::nullopt;
  }
};

/// To the nanosecond, as dossiers are read.
struct Instants {
  using Point = DateTime;
  static constexpr std::uint32_t last_of_second = 999'999'999;
  static std::optional<DateTime> next(DateTime instant) {
    if (instant.nanoseconds < last_of_second) return DateTime{instant.seconds, instant.nanoseconds + 1};
    return instant_at(instant.seconds + 1, 0);
  }
  static std::optional<DateTime> previous(DateTime instant) {
    if (instant.nanoseconds > 0) return DateTime{instant.seconds, instant.nanoseconds - 1};
    return instant_at(instant.seconds - 1, last_of_second);
  }
};

template <typename Line>
std::vector<typename Line::Point> gap_of_steps(const std::optional<typename Line::Point>& low,
                                               const std::optional<typename Line::Point>& high, std::size_t count) {
  std::vector<typename Line::Point> found;
  if (!low && !high) found.emplace_back();
  auto last = low ? *low : high ? *high : found.front();
  while (found.size() < count) {
    const auto next = low || !high ? Line::next(last) : Line::previous(last);
    if (!next || (low && high && *next >= *high)) break;
    found.push_back(last = *next);
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// Halfway; nothing where no number lies between.
std::optional<Decimal> between(const Decimal& low, const Decimal& high) {
  const auto width = subtract(high, low);
  if (!width) return Decimal{};  // too wide for a number: 0 lies inside
  const auto half = divide(*width, Decimal::of(2));
  const auto middle = half ? add(low, *half) : std::nullopt;
  return middle && low < *middle && *middle < high ? middle : std::nullopt;
}

std::vector<Decimal> halved(const Decimal& low, const Decimal& high, std::size_t count) {
  std::vector<Decimal> found{low, high};
  for (bool is_new = true; is_new;) {
    is_new = false;
    for (std::size_t i = 1; i < found.size() && found.size() < count + 2; ++i) {
      const auto middle = between(found[i - 1], found[i]);
      if (!middle) continue;
      found.insert(found.begin() + static_cast<std::ptrdiff_t>(i++), *middle);
      is_new = true;
    }
  }
  return {found.begin() + 1, found.end() - 1};
}

/// Whole ones from `from` on, or numbers `from` + 1 and so on; fewer where numbers are so great that 1 is nothing to
/// them.
std::vector<Decimal> stepped(const Decimal& from, std::int64_t step, std::size_t count, bool is_whole) {
  std::vector<Decimal> found;
  Decimal last = !is_whole ? from : step > 0 ? floor(from) : ceiling(from);
  while (found.size() < count) {
    const auto next = add(last, Decimal::of(step));
    if (!next || (step > 0 ? *next <= last : *next >= last)) break;
    found.push_back(last = *next);
  }
  return found;
}

const Decimal& greatest() {
  static const Decimal value = Decimal::parse("9.999999999999999999999999999999999e6144").value_or(Decimal{});
  return value;
}

/// Beside the last cut on one side.
std::vector<Decimal> numbers_beside(const Decimal& cut, std::int64_t step, std::size_t count, bool is_whole) {
  std::vector<Decimal> found = stepped(cut, step, count, is_whole);
  if (found.size() == count) return found;
  const Decimal end = step > 0 ? greatest() : negate(greatest());
  found = step > 0 ? halved(cut, end, count) : halved(end, cut, count);
  if (found.size() < count && cut != end) found.push_back(end);
  return found;
}

std::vector<Decimal> gap_of_numbers(const std::optional<Decimal>& low, const std::optional<Decimal>& high,
                                    std::size_t count, bool is_whole) {
  if (!low && !high) return stepped(Decimal::of(-1), 1, count, is_whole);
  if (!low || !high) {
    auto found = low ? numbers_beside(*low, 1, count, is_whole) : numbers_beside(*high, -1, count, is_whole);
    std::sort(found.begin(), found.end());
    return found;
  }
  if (!is_whole) return halved(*low, *high, count);
  std::vector<Decimal> found = stepped(*low, 1, count, true);
  if (found.empty()) found = halved(*low, *high, count);
  std::erase_if(found, [&](const Decimal& number) { return number >= *high || !number.is_integer(); });
  return found;
}

template <typename Point, typename Gap>
std::vector<Value> among(const std::vector<Value>& cuts, bool is_whole, Gap gap) {
  std::vector<Point> points;
  for (const Value& cut : cuts) points.push_back(std::get<Point>(cut));
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  std::vector<Value> found;
  std::optional<Point> low;
  const auto take_gap = [&](const std::optional<Point>& high) {
    for (const Point& point : gap(low, high)) found.emplace_back(point);
  };
  for (const Point& point : points) {
    take_gap(point);
    low = point;
    if constexpr (std::is_same_v<Point, Decimal>)
      if (is_whole && !point.is_integer()) continue;
    found.emplace_back(point);
  }
  take_gap(std::nullopt);
  return found;
}

}  // namespace

std::vector<Value> values_among(const std::vector<Value>& cuts, std::size_t count, Kind kind) {
  if (kind == Kind::date)
    return among<Date>(cuts, false,
                       [&](const auto& low, const auto& high) { return gap_of_steps<Days>(low, high, count); });
  if (kind == Kind::datetime)
    return among<DateTime>(cuts, false,
                           [&](const auto& low, const auto& high) { return gap_of_steps<Instants>(low, high, count); });
  const bool is_whole = kind == Kind::integer;
  return among<Decimal>(cuts, is_whole,
                        [&](const auto& low, const auto& high) { return gap_of_numbers(low, high, count, is_whole); });
}

}  // namespace assay::evaluate
