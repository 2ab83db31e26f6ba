#pragma once

#include "evaluate/open_facts.hpp"

#include <optional>
#include <vector>

// Internal to the stage: the values that stand for all that missing facts could have.
namespace assay::evaluate {

/// For each fact the values to try. Those of a finite type are all there are. Those of an ordered type are the cuts
/// and, between and beside them, as many as there are facts that are compared with each other: then every order of the
/// facts among the cuts is among the combinations. Nothing where a gap is too narrow to find them.
std::optional<std::vector<std::vector<Value>>> cells_of(const OpenFacts& open, const model::Types& types);

/// As many combinations as the lists have; at most `most` + 1.
std::size_t count_of(const std::vector<std::vector<Value>>& cells, std::size_t most);

}  // namespace assay::evaluate
