#pragma once

#include "dossier/dossier.hpp"
#include "lifecycle/history.hpp"
#include "lifecycle/transition.hpp"

#include <optional>
#include <string>
#include <vector>

namespace assay::lifecycle {

/// What holds of a certificate on a day.
struct Standing {
  State state = State::none;
  std::optional<Date> since;
  std::optional<std::size_t> broken_by;  ///< position of the event for which it is undetermined
  std::string scope;
  std::string suspended_scope;  ///< the part that is suspended; empty for all of it
  std::string document;         ///< the one that was issued last
  std::optional<Date> valid_from;
  std::optional<End> valid_to;
  std::optional<Date> suspension_ends;  ///< the last day on which the suspension can be lifted; nothing if none is set
  bool is_incomplete = false;           ///< the record of the suspension is
};

/// One step of a life: an event of the record, or the expiry that happened by itself.
struct Step {
  const RecordedEvent* record = nullptr;  ///< null: by itself
  std::optional<Event> event;             ///< nothing: not usable
  std::optional<Date> on;
  State from = State::none;
  State to = State::none;
  const Transition* transition = nullptr;  ///< null: by itself, or it did not count
  bool counts = false;                     ///< false: it changed nothing, or made the state undetermined
};

/// A record followed up to a day and beyond. Steps point into the history that was followed.
struct Course {
  Date as_of;
  Standing standing;                       ///< on that day, its events included
  std::vector<Step> steps;                 ///< up to that day, in the order of their dates
  std::vector<Step> later;                 ///< recorded for days after it
  std::vector<dossier::Finding> findings;  ///< those of reading too, in the order of the text
};

/// Follows the events in the order of their dates, those of one day in the order of the record. What stands on a day
/// depends on no event of a later day. An event that cannot be right makes the state undetermined from its day on,
/// but where the certificate has ended it changes nothing: missing is never passing, and ended stays ended.
Course follow(const History& history, Date as_of);

}  // namespace assay::lifecycle
