#pragma once

#include <cstddef>
#include <cstdint>

// How far an assessment looks ahead for the day on which it would come out otherwise.
namespace assay::limits {

/// A hundred years, leap days included.
inline constexpr std::int32_t outlook_days = 36'525;

/// Days of which it is asked whether they bring the change. What turns there may be of no consequence.
inline constexpr std::uint32_t outlook_tries = 100;

/// Days on which a comparison is computed that may turn at any of them; then the search stops to look around.
inline constexpr std::int32_t outlook_strides = 400;

/// What turns on one day, in words.
inline constexpr std::size_t outlook_turns = 100;

/// Expressions evaluated at other days, for one day. Beyond them every next day is looked at.
inline constexpr std::uint64_t outlook_steps = 1'000'000;

/// Expressions evaluated in one search; a day that is begun is looked at to its end.
inline constexpr std::uint64_t outlook_steps_of_all = 10'000'000;

}  // namespace assay::limits
