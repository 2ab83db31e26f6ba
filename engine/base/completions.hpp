#pragma once

#include <cstddef>
#include <cstdint>

// How far the completions of a condition are tried. What exceeds these limits stays undetermined.
namespace assay::limits {

/// Missing facts of one condition.
inline constexpr std::size_t completion_facts = 4;

/// Combinations of their values, for all conditions of a requirement.
inline constexpr std::size_t completion_cells = 4'096;

/// Expressions evaluated over them, for one condition.
inline constexpr std::uint64_t completion_steps = 1'000'000;

}  // namespace assay::limits
