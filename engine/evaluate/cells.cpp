#include "evaluate/cells.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>

namespace assay::evaluate {

using model::Kind;

namespace {

/// Whole numbers, days and seconds are cut on one line: at `floor`, or between it and the next.
struct WholeCut {
  std::int64_t floor = 0;
  bool is_between = false;
  friend auto operator<=>(const WholeCut&, const WholeCut&) = default;
};
struct Ends {
  std::int64_t low = 0;
  std::int64_t high = 0;
};

// Beyond it decimals have no room for the whole numbers beside a cut.
constexpr std::int64_t farthest = 1'000'000'000'000'000;
constexpr std::int64_t day_seconds = 86'400;
constexpr std::int64_t first_day = -719'162;   // 0001-01-01
constexpr std::int64_t last_day = 2'932'896;   // 9999-12-31

std::optional<WholeCut> whole_cut(const Value& value) {
  if (const auto* date = std::get_if<Date>(&value)) return WholeCut{date->days, false};
  if (const auto* instant = std::get_if<DateTime>(&value)) return WholeCut{instant->seconds, instant->nanoseconds != 0};
  const auto& number = std::get<Decimal>(value);
  const auto below = floor(number).to_int64();
  if (!below || *below > farthest || *below < -farthest) return std::nullopt;
  return WholeCut{*below, !number.is_integer()};
}

Ends ends_of(Kind kind) {
  if (kind == Kind::date) return {first_day, last_day};
  // Of the first and the last day, a zone may put an instant outside.
  if (kind == Kind::datetime) return {(first_day + 1) * day_seconds, last_day * day_seconds};
  return {-2 * farthest, 2 * farthest};
}

Value value_of(std::int64_t whole, Kind kind) {
  if (kind == Kind::date) return Date{static_cast<std::int32_t>(whole)};
  if (kind == Kind::datetime) return DateTime{whole, 0};
  return Decimal::of(whole);
}

/// Up to `count` of low .. high; those next to `high` if asked.
void take(std::int64_t low, std::int64_t high, std::int64_t count, bool next_to_high, std::vector<std::int64_t>& out) {
  const std::int64_t taken = std::clamp<std::int64_t>(high - low + 1, 0, count);
  const std::int64_t first = next_to_high ? high - taken + 1 : low;
  for (std::int64_t i = 0; i < taken; ++i) out.push_back(first + i);
}

/// Instants lie closer than seconds: a gap without as many seconds as are wanted is too narrow.
std::optional<std::vector<Value>> whole_values(std::vector<WholeCut> cuts, std::int64_t company, Kind kind) {
  const Ends ends = ends_of(kind);
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  std::vector<std::int64_t> found;
  std::int64_t from = ends.low;
  if (cuts.empty()) from = 0;
  for (const WholeCut& cut : cuts) {
    const std::int64_t last = cut.is_between ? cut.floor : cut.floor - 1;
    const bool is_narrow = last - from + 1 < company;
    if (kind == Kind::datetime && (is_narrow || cut.is_between)) return std::nullopt;
    take(from, last, company, from == ends.low, found);
    if (!cut.is_between && cut.floor >= ends.low && cut.floor <= ends.high) found.push_back(cut.floor);
    from = std::max(from, cut.floor + 1);
  }
  if (kind == Kind::datetime && ends.high - from + 1 < company) return std::nullopt;
  take(from, ends.high, company, false, found);
  std::vector<Value> values;
  for (const std::int64_t whole : found) values.push_back(value_of(whole, kind));
  return values;
}

/// `count` numbers between the two, in order; false if there is no room.
bool take_between(const Decimal& low, const Decimal& high, std::int64_t count, std::vector<Value>& out) {
  const auto width = subtract(high, low);
  const auto step = width ? divide(*width, Decimal::of(count + 1)) : std::nullopt;
  Decimal last = low;
  for (std::int64_t i = 0; i < count; ++i) {
    const auto next = step ? add(last, *step) : std::nullopt;
    if (!next || *next <= last || *next >= high) return false;
    last = *next;
    out.emplace_back(last);
  }
  return true;
}

/// `count` numbers from `from` on, `step` apart; false if there is no room.
bool take_beside(const Decimal& from, std::int64_t step, std::int64_t count, std::vector<Value>& out) {
  Decimal last = from;
  for (std::int64_t i = 0; i < count; ++i) {
    const auto next = add(last, Decimal::of(step));
    if (!next || (step > 0 ? *next <= last : *next >= last)) return false;
    last = *next;
    out.emplace_back(last);
  }
  return true;
}

std::optional<std::vector<Value>> number_values(std::vector<Decimal> cuts, std::int64_t company) {
  std::vector<Value> found;
  if (cuts.empty()) {
    for (std::int64_t i = 0; i < company; ++i) found.emplace_back(Decimal::of(i));
    return found;
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  bool has_room = take_beside(cuts.front(), -1, company, found);
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    if (i > 0) has_room = has_room && take_between(cuts[i - 1], cuts[i], company, found);
    found.emplace_back(cuts[i]);
  }
  if (!has_room || !take_beside(cuts.back(), 1, company, found)) return std::nullopt;
  return found;
}

std::optional<std::vector<Value>> ordered_values(const std::vector<Value>& cuts, std::size_t company, Kind kind) {
  const auto count = static_cast<std::int64_t>(company);
  if (kind == Kind::number) {
    std::vector<Decimal> numbers;
    for (const Value& cut : cuts) numbers.push_back(std::get<Decimal>(cut));
    return number_values(std::move(numbers), count);
  }
  std::vector<WholeCut> wholes;
  for (const Value& cut : cuts) {
    const auto whole = whole_cut(cut);
    if (!whole) return std::nullopt;
    wholes.push_back(*whole);
  }
  return whole_values(std::move(wholes), count, kind);
}

std::vector<Value> finite_values(const model::Type& type, const model::Types& types) {
  if (type.kind == Kind::boolean) return {false, true};
  std::vector<Value> members;
  const auto count = static_cast<std::uint32_t>(types.enumerations[type.enumeration].members.size());
  for (std::uint32_t i = 0; i < count; ++i) members.emplace_back(Member{i});
  return members;
}

/// For each fact the first of those with which it is compared, also by way of others.
std::vector<std::size_t> companies(const OpenFacts& open) {
  std::vector<std::size_t> company(open.facts.size());
  for (std::size_t i = 0; i < company.size(); ++i) company[i] = i;
  for (const auto& pair : open.compared_pairs) {
    const std::size_t kept = std::min(company[pair.first], company[pair.second]);
    const std::size_t gone = std::max(company[pair.first], company[pair.second]);
    std::replace(company.begin(), company.end(), gone, kept);
  }
  return company;
}

}  // namespace

std::optional<std::vector<std::vector<Value>>> cells_of(const OpenFacts& open, const model::Types& types) {
  const std::vector<std::size_t> company = companies(open);
  std::vector<std::vector<Value>> cells;
  for (std::size_t i = 0; i < open.facts.size(); ++i) {
    const model::Type& type = types[open.facts[i].type];
    if (!is_ordered(type.kind)) {
      cells.push_back(finite_values(type, types));
      continue;
    }
    std::vector<Value> cuts;
    std::size_t size = 0;
    for (std::size_t other = 0; other < company.size(); ++other) {
      if (company[other] != company[i]) continue;
      // Whole numbers among others would need cuts of their own.
      if (types[open.facts[other].type].kind != type.kind) return std::nullopt;
      cuts.insert(cuts.end(), open.facts[other].cuts.begin(), open.facts[other].cuts.end());
      ++size;
    }
    auto values = ordered_values(cuts, size, type.kind);
    if (!values) return std::nullopt;
    cells.push_back(*std::move(values));
  }
  return cells;
}

std::size_t count_of(const std::vector<std::vector<Value>>& cells, std::size_t most) {
  std::size_t count = 1;
  for (const std::vector<Value>& values : cells) {
    if (values.empty()) return 0;
    if (values.size() > most / count) return most + 1;
    count *= values.size();
  }
  return count;
}

}  // namespace assay::evaluate
