#pragma once

#include "grammar/token.hpp"

// The tokens that carry a value.
namespace assay::grammar {

/// Any identifier, keywords too: a field may be called `type`.
inline constexpr Token<syntax::Name, scan_name> name{"a name"};
/// An identifier that can stand alone in an expression.
inline constexpr Token<syntax::Name, scan_free_name> free_name{"a name"};
/// The same, or `shared.name` of the file that is used as `shared`.
inline constexpr Token<syntax::Name, scan_callee> callee{"a name"};
inline constexpr Token<syntax::Name, scan_unit> unit{"a unit"};
inline constexpr Token<syntax::Name, scan_requirement_id> requirement_id{"a requirement's id"};
inline constexpr Token<syntax::Text, scan_text> text{"a text in quotes"};
/// With its unit, if one stands behind it on the line.
inline constexpr Token<syntax::Number, scan_number> number{"a number"};
inline constexpr Token<syntax::Number, scan_plain_number> plain_number{"a number"};
inline constexpr Token<syntax::Number, scan_signed_number> signed_number{"a number"};
inline constexpr Token<syntax::Moment, scan_moment> moment{"a date"};
inline constexpr Token<syntax::TruthLiteral, scan_truth> truth{"true or false"};

}  // namespace assay::grammar
