#pragma once

#include "grammar/rule.hpp"
#include "syntax/scheme.hpp"

namespace assay::grammar {

using TypeRule = Rule<struct type_tag, syntax::Type>;
using ParametersRule = Rule<struct parameters_tag, std::vector<syntax::Parameter>>;

inline constexpr TypeRule type{"a type"};
/// `(x: T, y: U)`
inline constexpr ParametersRule parameters{"parameters"};

BOOST_SPIRIT_DECLARE(TypeRule, ParametersRule)

}  // namespace assay::grammar
