#pragma once

#include "base/match.hpp"
#include "syntax/expression.hpp"

#include <string>

namespace assay::grammar::test {

/// An expression with all its parentheses: `(or a (and b c))`.
inline std::string written(const syntax::Expression& expression);

inline std::string written(const syntax::ExpressionPtr& expression) {
  return expression ? " " + written(*expression) : std::string();
}
inline std::string written(const std::vector<syntax::ExpressionPtr>& expressions) {
  std::string line;
  for (const auto& expression : expressions) line += written(expression);
  return line;
}
inline std::string written(const syntax::Range& range) {
  return " " + range.variable.text + written(range.list) + written(range.where);
}

inline std::string word_of(syntax::QuantifierKind kind) {
  constexpr const char* words[] = {"every", "some", "no", "at least", "at most", "exactly"};
  return words[static_cast<std::size_t>(kind)];
}
inline std::string word_of(syntax::Comparator comparator) {
  constexpr const char* words[] = {"is", "is not", "=", "!=", "<", "<=", ">", ">=", "includes"};
  return words[static_cast<std::size_t>(comparator)];
}
inline std::string word_of(syntax::PresenceKind kind) {
  constexpr const char* words[] = {"provided", "missing", "stated"};
  return words[static_cast<std::size_t>(kind)];
}

inline std::string written(const syntax::Arithmetic& arithmetic) {
  std::string line = "(" + written(*arithmetic.operands.front());
  for (std::size_t i = 0; i < arithmetic.operators.size(); ++i)
    line += std::string(" ") + arithmetic.operators[i] + written(arithmetic.operands[i + 1]);
  return line + ")";
}

inline std::string written(const syntax::Expression& expression) {
  return match(
      expression.node,
      [](const syntax::Number& number) { return number.digits + (number.unit ? "[" + number.unit->text + "]" : ""); },
      [](const syntax::Text& text) { return "'" + text.value + "'"; },
      [](const syntax::Moment& moment) { return "@" + moment.text; },
      [](const syntax::TruthLiteral& truth) { return std::string(truth.value ? "TRUE" : "FALSE"); },
      [](const syntax::Reference& reference) { return reference.name.text; },
      [](const syntax::Access& access) { return written(*access.object) + "." + access.field.text; },
      [](const syntax::Call& call) { return "(call " + call.callee.text + written(call.arguments) + ")"; },
      [](const syntax::Aggregate& aggregate) {
        return "(" + aggregate.function.text + written(aggregate.element) + " in" + written(aggregate.range) + ")";
      },
      [](const syntax::Quantifier& quantifier) {
        return "(" + word_of(quantifier.kind) + written(quantifier.number) + written(quantifier.range) + " :" +
               written(quantifier.satisfies) + ")";
      },
      [](const syntax::The& the) { return "(the" + written(the.range) + ")"; },
      [](const syntax::Conditional& conditional) {
        return "(if" + written(conditional.condition) + written(conditional.then) + written(conditional.otherwise) +
               ")";
      },
      [](const syntax::Implication& implication) {
        return "(implies" + written(implication.premise) + written(implication.conclusion) + ")";
      },
      [](const syntax::Connective& connective) {
        return (connective.is_and ? "(and" : "(or") + written(connective.operands) + ")";
      },
      [](const syntax::Negation& negation) { return "(not" + written(negation.operand) + ")"; },
      [](const syntax::Minus& minus) { return "(-" + written(minus.operand) + ")"; },
      [](const syntax::Arithmetic& arithmetic) { return written(arithmetic); },
      [](const syntax::Fallback& fallback) {
        return "(otherwise" + written(fallback.value) + written(fallback.otherwise) + ")";
      },
      [](const syntax::Comparison& comparison) {
        return "(" + word_of(comparison.comparator) + written(comparison.left) + written(comparison.right) + ")";
      },
      [](const syntax::InRange& range) {
        return "(range" + written(range.value) + written(range.low) + written(range.high) + ")";
      },
      [](const syntax::OneOf& one_of) {
        return (one_of.negated ? "(not-one-of" : "(one-of") + written(one_of.value) + " :" + written(one_of.members) +
               ")";
      },
      [](const syntax::Matches& matches) {
        return "(matches" + written(matches.value) + " '" + matches.pattern.value + "')";
      },
      [](const syntax::Presence& presence) { return "(" + word_of(presence.kind) + written(presence.path) + ")"; },
      [](const syntax::WithinDuration& within) {
        return "(within" + written(within.value) + written(within.duration) + ")";
      },
      [](const syntax::Judgement& judgement) {
        return "(judgement '" + judgement.question.value + "' " + judgement.role.text +
               (judgement.name ? " " + judgement.name->text : "") + ")";
      },
      [](const syntax::Provide& provide) { return "(provide " + provide.evidence.text + ")"; });
}

}  // namespace assay::grammar::test
