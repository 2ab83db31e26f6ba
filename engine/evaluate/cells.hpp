#pragma once

#include "evaluate/open_facts.hpp"

#include <optional>
#include <vector>

// Internal to the stage: the values that stand for all that missing facts could have.
namespace assay::evaluate {

/// For each fact the values to try. Those of a finite type are all there are. Those of an ordered type are the cuts
/// and, between and beside them, as many as there are facts that are compared with each other: then every order of the
/// facts among the cuts is among the combinations. Nothing where whole numbers are compared with others that are
/// missing too.
std::optional<std::vector<std::vector<Value>>> cells_of(const OpenFacts& open, const model::Types& types);

/// At least as many combinations as `cells_of` makes of the facts, and of those that are left when some of them, or
/// facts that are not tried, are given; at most `most` + 1.
std::size_t most_combinations(const OpenFacts& open, const model::Types& types, std::size_t most);

}  // namespace assay::evaluate
