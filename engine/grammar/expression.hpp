#pragma once

#include "grammar/rule.hpp"
#include "syntax/expression.hpp"

// operators.cpp has the levels of precedence, operands.cpp what stands between operators.
namespace assay::grammar {

using ExpressionRule = Rule<struct expression_tag, syntax::ExpressionPtr>;
using PathRule = Rule<struct path_tag, syntax::ExpressionPtr>;
using LiteralRule = Rule<struct literal_tag, syntax::ExpressionPtr>;
using DottedNameRule = Rule<struct dotted_name_tag, syntax::ExpressionPtr>;
using ApplicationRule = Rule<struct application_tag, syntax::ExpressionPtr>;
using RuleRule = Rule<struct rule_tag, syntax::ConformityRule>;
using ParenthesisedRule = Rule<struct parenthesised_tag, syntax::ExpressionPtr>;

inline constexpr ExpressionRule expression{"an expression"};
/// An operand with the fields behind it: `system.datasets`, `(the m in L where P).value`
inline constexpr PathRule path{"an expression"};
inline constexpr LiteralRule literal{"a value"};
/// `basic`, `Oversight.none`
inline constexpr DottedNameRule dotted_name{"a name"};
/// A call or an aggregate.
inline constexpr ApplicationRule application{"a call"};
/// What stands behind a comparison with a measured value: `by guarded acceptance`
inline constexpr RuleRule conformity_rule{"a decision rule"};
inline constexpr ParenthesisedRule parenthesised{"an expression in parentheses"};

BOOST_SPIRIT_DECLARE(ExpressionRule, PathRule, LiteralRule, DottedNameRule, ApplicationRule, RuleRule,
                     ParenthesisedRule)

}  // namespace assay::grammar
