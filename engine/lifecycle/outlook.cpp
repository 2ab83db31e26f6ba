#include "lifecycle/outlook.hpp"

#include "lifecycle/condition.hpp"

#include <algorithm>

namespace assay::lifecycle {
namespace {

/// Is it too late, or never possible, for what the transition asks of the day?
bool is_barred(const Transition& transition, const Standing& standing, const Terms& terms, Date as_of) {
  switch (transition.condition) {
    case Condition::none:
    case Condition::first_term: return false;
    case Condition::next_term: return !standing.valid_to || !standing.valid_to->last_day;
    case Condition::within_suspension_limit: return standing.suspension_ends && *standing.suspension_ends < as_of;
    case Condition::in_time_after_expiry: {
      const auto ends = restoration_ends(standing, terms);
      return !ends || *ends < as_of;
    }
  }
  return true;
}

}  // namespace

std::vector<Detail> details_needed(Needs needs) {
  std::vector<Detail> details;
  const auto add_if = [&](Need need, Detail detail) {
    if ((needs & need) != 0) details.push_back(detail);
  };
  add_if(need_person, Detail::by);
  add_if(need_reason, Detail::reason);
  add_if(need_scope, Detail::scope);
  add_if(need_document, Detail::document);
  add_if(need_end, Detail::valid_to);
  return details;
}

Outlook outlook_of(const Standing& standing, const Terms& terms, Date as_of) {
  Outlook outlook;
  for (const Transition& transition : transitions) {
    const bool is_act = transition.from == standing.state && transition.event != Event::expired;
    if (is_act && !is_barred(transition, standing, terms, as_of)) outlook.allowed.push_back(&transition);
  }
  const auto expect = [&](Coming::Kind kind, std::optional<Date> on) {
    if (on && *on >= as_of) outlook.coming.push_back({kind, *on});
  };
  expect(Coming::Kind::suspension_ends, standing.suspension_ends);
  expect(Coming::Kind::expires, expiry_day(standing));
  if (standing.state == State::expired) expect(Coming::Kind::restoration_ends, restoration_ends(standing, terms));
  std::stable_sort(outlook.coming.begin(), outlook.coming.end(),
                   [](const Coming& left, const Coming& right) { return left.on < right.on; });
  return outlook;
}

}  // namespace assay::lifecycle
