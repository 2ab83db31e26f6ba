#pragma once

#include "grammar/recovery.hpp"
#include "syntax/scheme.hpp"

// Parts of declarations that a profile changes with the words in which they were declared.
namespace assay::grammar {

using HeaderEntryRule = Rule<struct header_entry_tag, syntax::HeaderEntry>;
struct requirement_item_tag : Recovering<Construct::item> {};
using RequirementItemRule = Rule<requirement_item_tag, syntax::RequirementItem>;

/// `version "1.2.0"`. In header.cpp.
inline constexpr HeaderEntryRule header_entry{"an entry of the header"};
/// `shall …`, `evidence …`. In requirement.cpp.
inline constexpr RequirementItemRule requirement_item{"an item of a requirement"};

BOOST_SPIRIT_DECLARE(HeaderEntryRule, RequirementItemRule)

}  // namespace assay::grammar
