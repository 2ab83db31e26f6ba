#include "evaluate/turning.hpp"

#include <algorithm>

namespace assay::evaluate {

void Turns::begin(Date date, Date horizon) {
  date_ = date;
  horizon_ = horizon;
  first_ = Date{horizon.days + 1};
  on_first_.clear();
  spent_ = 0;
}

void Turns::note(Date day, Turn turn) {
  if (day > first_) return;
  stop_at(day);
  if (day != first_ || on_first_.size() > limits::outlook_turns) return;
  if (std::find(on_first_.begin(), on_first_.end(), turn) == on_first_.end()) on_first_.push_back(turn);
}

void Turns::stop_at(Date day) {
  if (day <= date_ || day >= first_) return;
  first_ = day;
  on_first_.clear();
}

std::optional<Date> Turns::first() const { return first_ > horizon_ ? std::nullopt : std::optional(first_); }

std::optional<Date> first_day_beyond(Date moment, const Duration& back, Date date, Date last) {
  const auto lies_beyond = [&](Date day) {
    const auto earliest = add(day, back);
    return earliest && *earliest > moment;
  };
  if (last <= date || !lies_beyond(last)) return std::nullopt;
  Date low = date;
  Date high = last;
  // Forward and back again differ by the days that the shortest month lacks, so the day is near.
  const auto forward = negate(back);
  const auto near = forward ? add(moment, *forward) : std::nullopt;
  constexpr std::int32_t slack = 4;
  if (near && low.days < near->days - slack && near->days - slack < high.days && !lies_beyond({near->days - slack}))
    low = Date{near->days - slack};
  if (near && low.days < near->days + slack && near->days + slack < high.days && lies_beyond({near->days + slack}))
    high = Date{near->days + slack};
  while (high.days - low.days > 1) {
    const Date middle{low.days + (high.days - low.days) / 2};
    (lies_beyond(middle) ? high : low) = middle;
  }
  return high;
}

}  // namespace assay::evaluate
