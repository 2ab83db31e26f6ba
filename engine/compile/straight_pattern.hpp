#pragma once

#include "program/straight_pattern.hpp"

#include <optional>
#include <string_view>

namespace assay::compile {

/// The steps of a pattern if it is a straight one; nothing for every other, and for what is written in a way that is
/// not looked into. `pattern` is a regular expression that RE2 accepts.
std::optional<program::StraightPattern> straight_pattern(std::string_view pattern);

}  // namespace assay::compile
