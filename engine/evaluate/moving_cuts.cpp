#include "evaluate/moving_cuts.hpp"

#include "base/limits.hpp"
#include "quantity/clock.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>

namespace assay::evaluate {

namespace {

// Cuts so far apart leave room for a day for each fact between them. Months make two that move with the assessment
// date come closer by three days.
constexpr std::int64_t far_apart = 12;
static_assert(far_apart > std::int64_t{limits::completion_facts} + 4);

/// The day of a date or a datetime; nothing for a number.
std::optional<std::int64_t> day_of_cut(const Cut& cut) {
  if (const auto* date = std::get_if<Date>(&cut.value)) return date->days;
  if (const auto* instant = std::get_if<DateTime>(&cut.value)) return day_of(*instant).days;
  return std::nullopt;
}

/// In how many days the cut that moves is next to the other; nothing if that never happens.
std::optional<std::int64_t> days_until_near(const Cut& moving, const Cut& other) {
  const auto day = day_of_cut(moving);
  const auto other_day = day_of_cut(other);
  if (!day || !other_day || !moving.shift || (other.is_moving && !other.shift)) return 1;
  const std::int64_t ahead = *other_day - *day;
  if (!other.is_moving)
    return ahead < -far_apart ? std::nullopt : std::optional(std::max<std::int64_t>(ahead - far_apart, 1));
  const bool stay = *moving.shift == *other.shift || std::abs(ahead) > far_apart;
  return stay ? std::nullopt : std::optional<std::int64_t>(1);
}

}  // namespace

void note_moving_cuts(const OpenFacts& open, Date date, Turns& turns) {
  const std::vector<std::size_t> companies = companies_of(open);
  const auto stop_in = [&](std::int64_t days) {
    if (days < last_day - date.days) turns.stop_at(Date{date.days + static_cast<std::int32_t>(days)});
  };
  for (std::size_t i = 0; i < open.facts.size(); ++i) {
    for (const Cut& moving : open.facts[i].cuts) {
      if (!moving.is_moving) continue;
      for (const std::int64_t end : {first_day, last_day})
        if (const auto days = days_until_near(moving, {Date{static_cast<std::int32_t>(end)}, false, {}}))
          stop_in(*days);
      for (std::size_t other = 0; other < companies.size(); ++other) {
        if (companies[other] != companies[i]) continue;
        for (const Cut& cut : open.facts[other].cuts)
          if (const auto days = days_until_near(moving, cut)) stop_in(*days);
      }
    }
  }
}

}  // namespace assay::evaluate
