// Cutting an input of a table into cells.
#include "check/axis.hpp"

#include "base/match.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace assay::check {
namespace {

using model::Function;
using model::Kind;

/// The least and the greatest value.
using Limits = std::pair<std::optional<Decimal>, std::optional<Decimal>>;

Limits limits_of(const model::FunctionCall& call) {
  switch (call.function) {
    case Function::count:
    case Function::length: return {Decimal::of(0), std::nullopt};
    case Function::month: return {Decimal::of(1), Decimal::of(12)};
    case Function::day: return {Decimal::of(1), Decimal::of(31)};
    case Function::year: return {Decimal::of(1), Decimal::of(9999)};
    default: return {};
  }
}

/// What the expression itself says about its values.
Limits limits_of(const model::Expression& input, const model::Scheme& scheme) {
  const auto* at = &input;
  while (const auto* call = std::get_if<model::DefineCall>(&at->node)) {
    const auto& value = scheme.defines[call->define].value;
    if (!value || value.get() == at) return {};
    at = value.get();
  }
  if (const auto* call = std::get_if<model::FunctionCall>(&at->node)) return limits_of(*call);
  if (const auto* aggregate = std::get_if<model::Aggregate>(&at->node))
    if (aggregate->kind == model::AggregateKind::count) return {Decimal::of(0), std::nullopt};
  return {};
}

/// The nearest whole number above `low`; twice as far, or 0, where 1 is lost in the digits.
std::optional<Decimal> just_above(const Decimal& low) {
  const auto next = add(floor(low), Decimal::of(1));
  if (next && *next > low) return next;
  if (low.is_negative()) return Decimal::of(0);
  return add(low, low);
}

std::optional<Decimal> just_below(const Decimal& high) {
  const auto above = just_above(negate(high));
  if (!above) return std::nullopt;
  return negate(*above);
}

std::optional<Decimal> middle(const Decimal& low, const Decimal& high) {
  const auto width = subtract(high, low);
  const auto half = width ? divide(*width, Decimal::of(2)) : std::nullopt;
  const auto between = half ? add(low, *half) : std::nullopt;
  if (!between || *between <= low || *between >= high) return std::nullopt;
  return between;
}

/// "any other text" is no value, so it has no point.
constexpr std::string_view any_other_text = "any other text";

}  // namespace

Axis::Axis(const model::Expression& input, const std::vector<const model::Pattern*>& patterns,
           const model::Scheme& scheme)
    : scheme_(scheme), type_(scheme.types[input.type]) {
  for (const auto* pattern : patterns) {
    for (const auto& constant : pattern->values) add_cut(constant.value);
    if (pattern->low) add_cut(pattern->low->value);
    if (pattern->high) add_cut(pattern->high->value);
  }
  if (type_.kind == Kind::integer) {
    std::tie(least_, most_) = limits_of(input, scheme);
    if (least_) cuts_.push_back(*least_);
    if (most_) cuts_.push_back(*most_);
  }
  std::sort(cuts_.begin(), cuts_.end());
  cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
  take_cells();
}

void Axis::add_cut(const Value& value) {
  match(
      value, [this](bool point) { cuts_.push_back(point); }, [this](const Member& point) { cuts_.push_back(point); },
      [this](const Decimal& point) { cuts_.push_back(point); },
      [this](std::string_view point) { cuts_.push_back(point); }, [this](const Date& point) { cuts_.push_back(point); },
      [this](const DateTime& point) { cuts_.push_back(point); }, [](const auto&) {});
}

void Axis::take_cells() {
  switch (type_.kind) {
    case Kind::boolean: return take_finite(2);
    case Kind::enumeration: return take_finite(scheme_.types.enumerations[type_.enumeration].members.size());
    case Kind::text: return take_texts();
    default: return take_ordered();
  }
}

void Axis::take_finite(std::size_t count) {
  cuts_.clear();
  for (std::size_t position = 0; position < count; ++position) {
    if (type_.kind == Kind::boolean)
      cuts_.push_back(position == 1);
    else
      cuts_.push_back(Member{static_cast<std::uint32_t>(position)});
    samples_.push_back(cuts_.back());
  }
}

void Axis::take_texts() {
  samples_.assign(cuts_.begin(), cuts_.end());
  samples_.push_back(std::nullopt);
}

/// The cells are, from left to right: below the first cut, the first cut, up to the second one, the second cut, …
void Axis::take_ordered() {
  std::optional<Point> low;
  const auto take = [this](const Cell& cell) {
    first_.push_back(samples_.size());
    if (auto value = sample(cell)) samples_.push_back(value);
  };
  for (const auto& cut : cuts_) {
    take({.low = low, .high = cut, .is_point = false});
    take({.low = cut, .high = cut, .is_point = true});
    low = cut;
  }
  take({.low = low, .high = std::nullopt, .is_point = false});
  first_.push_back(samples_.size());
}

std::optional<Axis::Point> Axis::sample(const Cell& cell) const {
  if (type_.kind == Kind::date) return sample_date(cell);
  if (type_.kind == Kind::datetime) return sample_datetime(cell);
  const auto number = sample_number(cell);
  if (!number) return std::nullopt;
  if (type_.kind == Kind::integer && !number->is_integer()) return std::nullopt;
  if ((least_ && *number < *least_) || (most_ && *number > *most_)) return std::nullopt;
  return *number;
}

std::optional<Decimal> Axis::sample_number(const Cell& cell) const {
  if (!cell.low && !cell.high) return Decimal::of(0);
  if (!cell.low) return just_below(std::get<Decimal>(*cell.high));
  const auto& low = std::get<Decimal>(*cell.low);
  if (cell.is_point) return low;
  const auto next = just_above(low);
  if (!cell.high) return next;
  const auto& high = std::get<Decimal>(*cell.high);
  if (next && *next < high) return next;
  return middle(low, high);
}

std::optional<Date> Axis::sample_date(const Cell& cell) const {
  const auto first = date_of({1, 1, 1});
  const auto last = date_of({9999, 12, 31});
  if (!cell.low && !cell.high) return Date{};
  if (cell.is_point) return std::get<Date>(*cell.low);
  const Date day = cell.low ? Date{std::get<Date>(*cell.low).days + 1} : Date{std::get<Date>(*cell.high).days - 1};
  if (day < *first || day > *last || (cell.high && day >= std::get<Date>(*cell.high))) return std::nullopt;
  return day;
}

std::optional<DateTime> Axis::sample_datetime(const Cell& cell) const {
  if (!cell.low && !cell.high) return DateTime{};
  if (!cell.low) return DateTime{std::get<DateTime>(*cell.high).seconds - 1, 0};
  const auto low = std::get<DateTime>(*cell.low);
  if (cell.is_point) return low;
  const DateTime later{low.seconds + 1, low.nanoseconds};
  if (!cell.high || later < std::get<DateTime>(*cell.high)) return later;
  const bool carries = low.nanoseconds == 999'999'999;
  const DateTime next{carries ? low.seconds + 1 : low.seconds, carries ? 0 : low.nanoseconds + 1};
  if (next < std::get<DateTime>(*cell.high)) return next;
  return std::nullopt;
}

std::string Axis::words(std::size_t cell) const {
  const auto& value = samples_[cell];
  if (!value) return std::string(any_other_text);
  return match(
      *value, [](bool point) { return std::string(point ? "true" : "false"); },
      [this](Member point) { return scheme_.types.enumerations[type_.enumeration].members[point.position].name; },
      [this](const Decimal& point) {
        const auto& unit = scheme_.types.units[type_.unit].name;
        return point.to_string() + (unit.empty() ? "" : " " + unit);
      },
      [](std::string_view point) { return "\"" + std::string(point) + "\""; },
      [](const Date& point) { return to_string(point); }, [](const DateTime& point) { return to_string(point); });
}

std::vector<Interval> Axis::cells_of(const model::Pattern& pattern) const {
  if (pattern.any) return {{0, cells()}};
  std::vector<Interval> found;
  const bool is_ordered = !first_.empty();
  for (const auto& constant : pattern.values) {
    const auto cut = cut_at(constant.value);
    found.push_back(is_ordered ? existing(2 * cut + 1, 2 * cut + 2) : Interval{cut, cut + 1});
  }
  if (pattern.values.empty()) {
    const std::size_t begin = pattern.low ? 2 * cut_at(pattern.low->value) + (pattern.low->excluded ? 2 : 1) : 0;
    const std::size_t end =
        pattern.high ? 2 * cut_at(pattern.high->value) + (pattern.high->excluded ? 1 : 2) : 2 * cuts_.size() + 1;
    found.push_back(existing(begin, std::max(begin, end)));
  }
  found.erase(std::remove_if(found.begin(), found.end(),
                             [](const Interval& interval) { return interval.begin == interval.end; }),
              found.end());
  std::sort(found.begin(), found.end(), [](Interval left, Interval right) { return left.begin < right.begin; });
  return found;
}

std::size_t Axis::cut_at(const Value& value) const {
  const auto position = [this](const Point& point) {
    return static_cast<std::size_t>(std::lower_bound(cuts_.begin(), cuts_.end(), point) - cuts_.begin());
  };
  return match(
      value, [&](bool point) { return position(point); }, [&](const Member& point) { return position(point); },
      [&](const Decimal& point) { return position(point); }, [&](std::string_view point) { return position(point); },
      [&](const Date& point) { return position(point); }, [&](const DateTime& point) { return position(point); },
      [](const auto&) { return std::size_t{0}; });
}

Interval Axis::existing(std::size_t begin, std::size_t end) const { return {first_[begin], first_[end]}; }

}  // namespace assay::check
