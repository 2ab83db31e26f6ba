#pragma once

#include "lifecycle/state.hpp"

#include <array>
#include <cstdint>
#include <string_view>

// The state machine of a statement of conformity: a table, and nothing else decides what may follow what.
namespace assay::lifecycle {

/// What an event's record must hold; it may hold more.
enum Need : std::uint8_t {
  no_need = 0,
  need_person = 1,    ///< `by`
  need_reason = 2,    ///< `reason`
  need_scope = 4,     ///< `scope`
  need_document = 8,  ///< `document`: the certificate that is issued
  need_end = 16       ///< `valid_to`
};
using Needs = std::uint8_t;

/// What must hold beside, on the day of the event.
enum class Condition : std::uint8_t {
  none,
  first_term,              ///< it ends no earlier than it begins, within the longest validity
  next_term,               ///< the new end is counted from the old one
  in_time_after_expiry,    ///< within the time that the terms allow; the new end is counted from the old one
  within_suspension_limit  ///< the set time of the suspension has not run out
};

struct Transition {
  State from;
  Event event;
  State to;
  Needs needs;
  Condition condition;
  /// What takes validity away counts even if its record is incomplete; what gives it must be complete.
  bool takes_away;
  std::string_view source;  ///< the rule behind it
};

inline constexpr std::string_view application_review = "ISO/IEC 17065: application review";
inline constexpr std::string_view decision = "ISO/IEC 17000:2020, 7.2: decision";
inline constexpr std::string_view attestation = "ISO/IEC 17000:2020, 7.3: attestation";
inline constexpr std::string_view surveillance = "ISO/IEC 17000:2020: surveillance";
inline constexpr std::string_view suspension = "ISO/IEC 17000:2020: suspension";
inline constexpr std::string_view withdrawal = "ISO/IEC 17000:2020: withdrawal";
inline constexpr std::string_view expiry = "ISO/IEC 17000:2020, 8.4: expiry";
inline constexpr std::string_view restoration = "ISO/IEC 17000:2020, 8.5: restoration";
inline constexpr std::string_view scope_change = "ISO/IEC 17065: changes affecting certification";
inline constexpr std::string_view termination = "ISO/IEC 17065: termination at the client's request";
inline constexpr std::string_view recertification = "ISO/IEC 17021-1: recertification";

inline constexpr Needs record = need_person | need_reason;
inline constexpr Needs new_scope = record | need_scope | need_document;
inline constexpr Needs new_end = need_person | need_document | need_end;

/// Rows of one state stand together, in the order in which a report offers them. The first row of `granted` is for a
/// record that begins with the certificate and does not tell of the application.
inline constexpr auto transitions = std::to_array<Transition>({
    {State::none, Event::applied, State::applied, no_need, Condition::none, false, application_review},
    {State::none, Event::granted, State::valid, new_end | need_scope, Condition::first_term, false, attestation},

    {State::applied, Event::accepted, State::in_evaluation, need_person, Condition::none, false, application_review},
    {State::applied, Event::declined, State::declined, record, Condition::none, true, application_review},

    {State::in_evaluation, Event::granted, State::valid, new_end | need_scope, Condition::first_term, false,
     attestation},
    {State::in_evaluation, Event::refused, State::refused, record, Condition::none, true, decision},

    {State::valid, Event::maintained, State::valid, need_person, Condition::none, false, surveillance},
    {State::valid, Event::renewed, State::valid, new_end, Condition::next_term, false, recertification},
    {State::valid, Event::extended, State::valid, new_scope, Condition::none, false, scope_change},
    {State::valid, Event::reduced, State::valid, new_scope, Condition::none, false, scope_change},
    {State::valid, Event::suspended, State::suspended, record, Condition::none, true, suspension},
    {State::valid, Event::withdrawn, State::withdrawn, record, Condition::none, true, withdrawal},
    {State::valid, Event::terminated, State::terminated, need_person, Condition::none, true, termination},

    {State::suspended, Event::restored, State::valid, record, Condition::within_suspension_limit, false, restoration},
    {State::suspended, Event::reduced, State::valid, new_scope, Condition::none, false, restoration},
    {State::suspended, Event::withdrawn, State::withdrawn, record, Condition::none, true, withdrawal},
    {State::suspended, Event::terminated, State::terminated, need_person, Condition::none, true, termination},

    // That it expired may be noted too; it has happened by itself.
    {State::expired, Event::expired, State::expired, no_need, Condition::none, true, expiry},
    {State::expired, Event::restored, State::valid, new_end | need_reason, Condition::in_time_after_expiry, false,
     restoration},
});

/// Nothing if the event cannot happen in that state.
constexpr const Transition* transition_of(State from, Event event) {
  for (const Transition& transition : transitions) {
    if (transition.from == from && transition.event == event) return &transition;
  }
  return nullptr;
}

constexpr bool is_unambiguous() {
  for (const Transition& transition : transitions) {
    if (transition_of(transition.from, transition.event) != &transition) return false;
  }
  return true;
}
static_assert(is_unambiguous(), "one event of one state leads to one state");

/// Only a restoration after expiry leaves a state that has ended.
constexpr bool ends_are_final() {
  for (const Transition& transition : transitions) {
    const bool stays = !is_ended(transition.from) || transition.to == transition.from;
    const bool is_restoration = transition.from == State::expired && transition.event == Event::restored;
    if (!stays && !is_restoration) return false;
  }
  return true;
}
static_assert(ends_are_final());

}  // namespace assay::lifecycle
