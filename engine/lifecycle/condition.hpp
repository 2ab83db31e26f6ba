#pragma once

#include "lifecycle/follow.hpp"

#include <string>
#include <unordered_set>
#include <vector>

// What is held against an event beyond its place in the order of things.
namespace assay::lifecycle {

struct Objection {
  enum class Kind { incomplete, condition } kind = Kind::condition;
  std::string words;
  Detail about = Detail::on;
  bool voids = true;  ///< an event that takes validity away counts in spite of it
};

/// Names of the certificate's documents so far.
using Documents = std::unordered_set<std::string>;

/// All that is wrong with a usable event which `transition` lets happen to a certificate of that standing.
std::vector<Objection> objections_to(const RecordedEvent& event, const Transition& transition, const Standing& standing,
                                     const History& history, const Documents& issued);

/// The last day on which an expired certificate may be restored; nothing if the terms allow none.
std::optional<Date> restoration_ends(const Standing& standing, const Terms& terms);

/// The last day on which a suspension can be lifted: what it sets itself, but no later than the terms allow.
std::optional<Date> suspension_end(const RecordedEvent& event, const Terms& terms);

/// The day behind the last valid one; nothing if it has no end.
std::optional<Date> expiry_day(const Standing& standing);

}  // namespace assay::lifecycle
