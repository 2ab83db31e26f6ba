#pragma once

#include <algorithm>
#include <cstdint>

namespace assay {

/// Strong Kleene logic (Kleene 1952, section 64). The order no < unknown < yes makes conjunction the minimum and
/// disjunction the maximum.
enum class Truth : std::uint8_t { no, unknown, yes };

constexpr Truth truth_of(bool holds) { return holds ? Truth::yes : Truth::no; }
constexpr bool is_definite(Truth truth) { return truth != Truth::unknown; }

constexpr Truth both(Truth left, Truth right) { return std::min(left, right); }
constexpr Truth either(Truth left, Truth right) { return std::max(left, right); }
constexpr Truth negation(Truth truth) {
  return static_cast<Truth>(static_cast<std::uint8_t>(Truth::yes) - static_cast<std::uint8_t>(truth));
}
constexpr Truth implication(Truth premise, Truth conclusion) { return either(negation(premise), conclusion); }

}  // namespace assay
