#pragma once

#include "lifecycle/follow.hpp"

#include <vector>

// What may follow, and what comes by itself.
namespace assay::lifecycle {

/// What time does to a certificate if nobody acts.
struct Coming {
  enum class Kind : std::uint8_t { expires, suspension_ends, restoration_ends } kind;
  Date on;  ///< of `expires` the first day on which it is not valid; of the others the last day for the act
};

struct Outlook {
  std::vector<const Transition*> allowed;  ///< on the day of the standing
  std::vector<Coming> coming;              ///< after it, by date
};

/// The members that an event's record must have.
std::vector<Detail> details_needed(Needs needs);

Outlook outlook_of(const Standing& standing, const Terms& terms, Date as_of);

}  // namespace assay::lifecycle
