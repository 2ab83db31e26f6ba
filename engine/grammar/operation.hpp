#pragma once

#include "base/limits.hpp"
#include "grammar/node.hpp"

// How operands and operators become one expression.
namespace assay::grammar {

/// One node of all operands of a level. An operator is its first letter: '&', '|', '+', '-', '*', '/'.
syntax::ExpressionPtr joined(std::vector<char> operators, std::vector<syntax::ExpressionPtr> operands);

/// Puts the left operand into the place that its operator left open.
syntax::ExpressionPtr attached(syntax::ExpressionPtr left, syntax::ExpressionPtr operation);

/// The member of an operation that `attached` fills.
inline constexpr Absent<syntax::ExpressionPtr> left_operand{};

struct ExpressionParser {
  using attribute_type = syntax::ExpressionPtr;
  static bool const has_attribute = true;
  static bool const handles_container = false;
};

/// chain(operand, operation): operand (operation operand)*, as one node.
template <typename Operand, typename Operation>
struct ChainParser : x3::parser<ChainParser<Operand, Operation>>, ExpressionParser {
  Operand operand;
  Operation operation;
  constexpr ChainParser(Operand an_operand, Operation an_operation) : operand(an_operand), operation(an_operation) {}

  template <typename Surroundings, typename Locals>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals& locals,
             syntax::ExpressionPtr& value) const {
    if (!operand.parse(first, last, context, locals, value)) return false;
    char which{};
    if (!operation.parse(first, last, context, locals, which)) return true;

    std::vector<char> operators;
    std::vector<syntax::ExpressionPtr> operands;
    operands.push_back(std::move(value));
    do {
      operators.push_back(which);
      syntax::ExpressionPtr next;
      if (!operand.parse(first, last, context, locals, next)) throw Session::Failure(first, x3::what(operand));
      operands.push_back(std::move(next));
    } while (operation.parse(first, last, context, locals, which));
    value = joined(std::move(operators), std::move(operands));
    return true;
  }
};
template <typename Operand, typename Operation>
constexpr auto chain(const Operand& operand, const Operation& operation) {
  return ChainParser<ParserOf<Operand>, ParserOf<Operation>>(x3::as_parser(operand), x3::as_parser(operation));
}

/// followed(operand, operation): the operand with at most one operation behind it.
template <typename Operand, typename Operation>
struct FollowedParser : x3::parser<FollowedParser<Operand, Operation>>, ExpressionParser {
  Operand operand;
  Operation operation;
  constexpr FollowedParser(Operand an_operand, Operation an_operation) : operand(an_operand), operation(an_operation) {}

  template <typename Surroundings, typename Locals>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals& locals,
             syntax::ExpressionPtr& value) const {
    if (!operand.parse(first, last, context, locals, value)) return false;
    syntax::ExpressionPtr behind;
    if (operation.parse(first, last, context, locals, behind)) value = attached(std::move(value), std::move(behind));
    return true;
  }
};
template <typename Operand, typename Operation>
constexpr auto followed(const Operand& operand, const Operation& operation) {
  return FollowedParser<ParserOf<Operand>, ParserOf<Operation>>(x3::as_parser(operand), x3::as_parser(operation));
}

/// Refuses what would nest deeper than the limit; the outermost expression is no nesting.
[[noreturn]] void refuse_depth(Session& session, Iterator at);

/// A level of nesting, for as long as it lives.
class Nested {
 public:
  Nested(Session& session, Iterator at) : session_(session) {
    if (++session_.expression_depth <= limits::expression_depth + 1) return;
    --session_.expression_depth;
    refuse_depth(session, at);
  }
  ~Nested() { --session_.expression_depth; }
  Nested(const Nested&) = delete;
  Nested& operator=(const Nested&) = delete;

 private:
  Session& session_;
};

/// followed_by_all(operand, operation): operand operation*, each around the one before.
template <typename Operand, typename Operation>
struct FollowedByAllParser : x3::parser<FollowedByAllParser<Operand, Operation>>, ExpressionParser {
  Operand operand;
  Operation operation;
  constexpr FollowedByAllParser(Operand an_operand, Operation an_operation)
      : operand(an_operand), operation(an_operation) {}

  template <typename Surroundings, typename Locals>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals& locals,
             syntax::ExpressionPtr& value) const {
    if (!operand.parse(first, last, context, locals, value)) return false;
    syntax::ExpressionPtr behind;
    for (int depth = 0; operation.parse(first, last, context, locals, behind); ++depth) {
      if (depth == limits::expression_depth) refuse_depth(session_of(context), first);
      value = attached(std::move(value), std::move(behind));
    }
    return true;
  }
};
template <typename Operand, typename Operation>
constexpr auto followed_by_all(const Operand& operand, const Operation& operation) {
  return FollowedByAllParser<ParserOf<Operand>, ParserOf<Operation>>(x3::as_parser(operand), x3::as_parser(operation));
}

/// Gives the rule to the comparison that it stands behind; refuses it behind anything else.
void govern(syntax::ExpressionPtr& comparison, syntax::ConformityRule rule, Session& session, Iterator start,
            Iterator end);

/// ruled(operand, rule): a comparison with at most one rule behind it.
template <typename Operand, typename Behind>
struct RuledParser : x3::parser<RuledParser<Operand, Behind>>, ExpressionParser {
  Operand operand;
  Behind rule;
  constexpr RuledParser(Operand an_operand, Behind a_rule) : operand(an_operand), rule(a_rule) {}

  template <typename Surroundings, typename Locals>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals& locals,
             syntax::ExpressionPtr& value) const {
    if (!operand.parse(first, last, context, locals, value)) return false;
    Iterator const start = after_blanks(first, last);
    syntax::ConformityRule behind;
    if (rule.parse(first, last, context, locals, behind))
      govern(value, std::move(behind), session_of(context), start, first);
    return true;
  }
};
template <typename Operand, typename Behind>
constexpr auto ruled(const Operand& operand, const Behind& rule) {
  return RuledParser<ParserOf<Operand>, ParserOf<Behind>>(x3::as_parser(operand), x3::as_parser(rule));
}

/// limited[part]: the part, unless it would nest too deeply.
template <typename Subject>
struct LimitedParser : x3::unary_parser<Subject, LimitedParser<Subject>> {
  static bool const is_pass_through_unary = true;

  constexpr explicit LimitedParser(const Subject& part) : x3::unary_parser<Subject, LimitedParser>(part) {}

  template <typename Surroundings, typename Locals, typename Attribute>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals& locals,
             Attribute& attribute) const {
    Nested const level(session_of(context), first);
    return this->subject.parse(first, last, context, locals, attribute);
  }
};
struct LimitedDirective {
  template <typename Subject>
  constexpr auto operator[](const Subject& part) const {
    return LimitedParser<ParserOf<Subject>>(x3::as_parser(part));
  }
};
inline constexpr LimitedDirective limited{};

/// not_again(operation, code, help): refuses a second operation of a level that does not chain.
template <typename Operation>
struct NotAgain : x3::parser<NotAgain<Operation>> {
  using attribute_type = x3::unused_type;
  static bool const has_attribute = false;

  Operation operation;
  diagnostics::Code code;
  const char* help;
  constexpr NotAgain(Operation an_operation, diagnostics::Code a_code, const char* words)
      : operation(an_operation), code(a_code), help(words) {}

  template <typename Surroundings, typename Locals, typename Attribute>
  bool parse(Iterator& first, Iterator const& last, Surroundings const& context, Locals& locals, Attribute&) const {
    Iterator at = first;
    if (!operation.parse(at, last, context, locals, x3::unused)) return true;
    Iterator const start = after_blanks(first, last);
    session_of(context).refuse(code, {}, start, at, help);
  }
};
template <typename Operation>
constexpr auto not_again(const Operation& operation, diagnostics::Code code, const char* help) {
  return NotAgain<ParserOf<Operation>>(x3::as_parser(operation), code, help);
}

}  // namespace assay::grammar
