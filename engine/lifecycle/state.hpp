#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

// The words in which the life of a statement of conformity is told; ISO/IEC 17000:2020 defines most of them.
namespace assay::lifecycle {

/// Where a statement of conformity stands.
enum class State : std::uint8_t {
  none,  ///< before the first event of its record
  applied,
  in_evaluation,
  declined,
  refused,
  valid,
  suspended,
  withdrawn,
  terminated,
  expired,
  undetermined  ///< the record does not tell: something in it is missing or contradicts itself
};
inline constexpr std::size_t state_count = 11;

/// What happens to it. Only `expired` happens by itself.
enum class Event : std::uint8_t {
  applied,
  accepted,
  declined,
  granted,
  refused,
  maintained,
  suspended,
  restored,
  reduced,
  extended,
  renewed,
  withdrawn,
  terminated,
  expired
};
inline constexpr std::size_t event_count = 14;

/// "in_evaluation": as files have it.
std::string_view word(State state);
std::string_view word(Event event);
/// "in evaluation": behind "is".
std::string_view phrase(State state);

const std::array<std::string_view, event_count>& event_words();
std::optional<Event> event_of(std::string_view word);

/// Has it ended, so that nothing but a restoration that the rules allow can change it?
constexpr bool is_ended(State state) {
  return state == State::declined || state == State::refused || state == State::withdrawn ||
         state == State::terminated || state == State::expired;
}

/// Does the end of its validity still lie ahead? A suspension does not stop the clock.
constexpr bool is_running(State state) { return state == State::valid || state == State::suspended; }

}  // namespace assay::lifecycle
