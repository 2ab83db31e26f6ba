#pragma once

#include "model/type.hpp"
#include "quantity/value.hpp"

#include <cstddef>
#include <vector>

// Internal to the stage: numbers and days on their line.
namespace assay::evaluate {

/// Those of the cuts that a fact of the kind can have, and between, below and above them up to `count` more each: all
/// there are where they are fewer.
std::vector<Value> values_among(const std::vector<Value>& cuts, std::size_t count, model::Kind kind);

}  // namespace assay::evaluate
