#pragma once

#include "grammar/rule.hpp"
#include "syntax/scheme.hpp"

namespace assay::grammar {

using EvidenceRule = Rule<struct evidence_tag, syntax::Evidence>;
using ProvideRule = Rule<struct provide_tag, syntax::ExpressionPtr>;

/// `evidence NAME "…" …`
inline constexpr EvidenceRule evidence{"evidence"};
/// `provide NAME`, which stands where a provision has its condition.
inline constexpr ProvideRule provide{"'provide'"};

BOOST_SPIRIT_DECLARE(EvidenceRule, ProvideRule)

}  // namespace assay::grammar
