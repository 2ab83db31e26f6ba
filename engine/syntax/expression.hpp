#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// An expression as it is written. Names are not resolved and nothing has a type. Operators of one level stand in one
// node with all their operands, so that a sum of a thousand terms is no deeper than a sum of two.
namespace assay::syntax {

/// Bytes [begin, end) of the module's file.
struct Spanned {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Name : Spanned {
  std::string text;
};
/// A text with its escapes and its common indentation resolved.
struct Text : Spanned {
  std::string value;
};

struct Expression;
using ExpressionPtr = std::unique_ptr<Expression>;

/// `1_000.5`, `5 %`, `2 MWh`, `12 months`: digits without `_`; the sign is a Prefix.
struct Number : Spanned {
  std::string digits;
  std::optional<Name> unit;  ///< "%" is a unit
};
/// `2026-07-01` or `2026-07-01T12:00:00Z`: a day or instant that exists.
struct Moment : Spanned {
  std::string text;
};
struct TruthLiteral : Spanned {
  bool value = false;
};
/// A name that stands alone: subject, variable, parameter, define, table, enumeration, member, count of a decision.
struct Reference : Spanned {
  Name name;
};
/// `system.datasets`, `Oversight.none`
struct Access : Spanned {
  ExpressionPtr object;
  Name field;
};
/// `round(x, half_even)`, `oversight_level(x)`, `verdict(DG-1)`: a requirement id stands as a Reference.
struct Call : Spanned {
  Name callee;
  std::vector<ExpressionPtr> arguments;
};

/// `x in L where P`
struct Range : Spanned {
  Name variable;
  ExpressionPtr list;
  ExpressionPtr where;  ///< null if absent
};
/// `count(x in L where P)`, `sum(e for x in L where P)`
struct Aggregate : Spanned {
  Name function;
  ExpressionPtr element;  ///< null for count
  Range range;
};
enum class QuantifierKind : std::uint8_t { every, some, no, at_least, at_most, exactly };
struct Quantifier : Spanned {
  QuantifierKind kind = QuantifierKind::every;
  ExpressionPtr number;  ///< of at least, at most, exactly; else null
  Range range;
  ExpressionPtr satisfies;
};
/// `the x in L where P`
struct The : Spanned {
  Range range;
};

struct Conditional : Spanned {
  ExpressionPtr condition;
  ExpressionPtr then;
  ExpressionPtr otherwise;
};
struct Implication : Spanned {
  ExpressionPtr premise;
  ExpressionPtr conclusion;
};
/// `a or b or c`, `a and b`
struct Connective : Spanned {
  bool is_and = false;
  std::vector<ExpressionPtr> operands;
};
struct Negation : Spanned {  ///< `not x`
  ExpressionPtr operand;
};
struct Minus : Spanned {  ///< `-x`
  ExpressionPtr operand;
};
/// `a + b - c` or `a * b / c`: `operators[i]` stands before `operands[i + 1]`.
struct Arithmetic : Spanned {
  std::vector<char> operators;
  std::vector<ExpressionPtr> operands;
};
struct Fallback : Spanned {  ///< `a otherwise b`
  ExpressionPtr value;
  ExpressionPtr otherwise;
};

enum class Comparator : std::uint8_t {
  is,
  is_not,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  includes
};
struct Comparison : Spanned {
  Comparator comparator = Comparator::is;
  ExpressionPtr left;
  ExpressionPtr right;
};
struct InRange : Spanned {  ///< `x is in A .. B`, both ends in
  ExpressionPtr value;
  ExpressionPtr low;
  ExpressionPtr high;
};
struct OneOf : Spanned {  ///< `x is one of {a, b}`
  ExpressionPtr value;
  bool negated = false;
  std::vector<ExpressionPtr> members;
};
struct Matches : Spanned {
  ExpressionPtr value;
  Text pattern;
};
enum class PresenceKind : std::uint8_t { provided, missing, stated };
struct Presence : Spanned {
  PresenceKind kind = PresenceKind::provided;
  ExpressionPtr path;
};
struct WithinDuration : Spanned {  ///< `x is within 12 months`
  ExpressionPtr value;
  ExpressionPtr duration;
};
/// `judgement "…" by ROLE [as NAME]`
struct Judgement : Spanned {
  Text question;
  Name role;
  std::optional<Name> name;
};
/// `provide NAME` of `shall provide NAME`
struct Provide : Spanned {
  Name evidence;
};

struct Expression : Spanned {
  std::variant<Number, Text, Moment, TruthLiteral, Reference, Access, Call, Aggregate, Quantifier, The, Conditional,
               Implication, Connective, Negation, Minus, Arithmetic, Fallback, Comparison, InRange, OneOf, Matches,
               Presence, WithinDuration, Judgement, Provide>
      node;
};

}  // namespace assay::syntax
