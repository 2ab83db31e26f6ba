#include "lifecycle/state.hpp"

#include <algorithm>

namespace assay::lifecycle {
namespace {

constexpr std::array<std::string_view, state_count> state_words = {
    "none",      "applied",   "in_evaluation", "declined", "refused",     "valid",
    "suspended", "withdrawn", "terminated",    "expired",  "undetermined"};

constexpr std::array<std::string_view, event_count> words_of_events = {
    "applied",  "accepted", "declined", "granted", "refused",   "maintained", "suspended",
    "restored", "reduced",  "extended", "renewed", "withdrawn", "terminated", "expired"};

}  // namespace

std::string_view word(State state) { return state_words[static_cast<std::size_t>(state)]; }
std::string_view word(Event event) { return words_of_events[static_cast<std::size_t>(event)]; }

std::string_view phrase(State state) {
  switch (state) {
    case State::none: return "not on record yet";
    case State::applied: return "applied for";
    case State::in_evaluation: return "in evaluation";
    default: return word(state);
  }
}

const std::array<std::string_view, event_count>& event_words() { return words_of_events; }

std::optional<Event> event_of(std::string_view word) {
  const auto* found = std::find(words_of_events.begin(), words_of_events.end(), word);
  if (found == words_of_events.end()) return std::nullopt;
  return static_cast<Event>(found - words_of_events.begin());
}

}  // namespace assay::lifecycle
