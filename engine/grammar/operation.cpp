#include "grammar/operation.hpp"

#include "base/match.hpp"

namespace assay::grammar {

namespace {

syntax::ExpressionPtr on_heap(auto operation) {
  syntax::ExpressionPtr expression;
  store(expression, std::move(operation));
  return expression;
}

}  // namespace

syntax::ExpressionPtr joined(std::vector<char> operators, std::vector<syntax::ExpressionPtr> operands) {
  syntax::Spanned const span{operands.front()->begin, operands.back()->end};
  char const which = operators.front();
  if (which == '&' || which == '|') return on_heap(syntax::Connective{span, which == '&', std::move(operands)});
  return on_heap(syntax::Arithmetic{span, std::move(operators), std::move(operands)});
}

syntax::ExpressionPtr attached(syntax::ExpressionPtr left, syntax::ExpressionPtr operation) {
  operation->begin = left->begin;
  std::visit([&](syntax::Spanned& written) { written.begin = left->begin; }, operation->node);
  match(
      operation->node, [&](syntax::Implication& implication) { implication.premise = std::move(left); },
      [&](syntax::Comparison& comparison) { comparison.left = std::move(left); },
      [&](syntax::InRange& range) { range.value = std::move(left); },
      [&](syntax::OneOf& one_of) { one_of.value = std::move(left); },
      [&](syntax::Matches& matches) { matches.value = std::move(left); },
      [&](syntax::Presence& presence) { presence.path = std::move(left); },
      [&](syntax::WithinDuration& within) { within.value = std::move(left); },
      [&](syntax::Fallback& fallback) { fallback.value = std::move(left); },
      [&](syntax::Access& access) { access.object = std::move(left); }, [](syntax::Spanned&) {});
  return operation;
}

namespace {

/// Where the comparison keeps its rule; null for an expression that has no order to decide about.
std::optional<syntax::ConformityRule>* place_for_rule(syntax::Expression& expression) {
  if (auto* range = std::get_if<syntax::InRange>(&expression.node)) return &range->rule;
  auto* comparison = std::get_if<syntax::Comparison>(&expression.node);
  if (!comparison) return nullptr;
  bool const has_order =
      comparison->comparator >= syntax::Comparator::less && comparison->comparator <= syntax::Comparator::greater_equal;
  return has_order ? &comparison->rule : nullptr;
}

}  // namespace

void govern(syntax::ExpressionPtr& comparison, syntax::ConformityRule rule, Session& session, Iterator start,
            Iterator end) {
  auto* place = place_for_rule(*comparison);
  if (!place || *place) session.refuse(diagnostics::Code::rule_without_comparison, {}, start, end);
  comparison->end = rule.end;
  std::visit([&](syntax::Spanned& written) { written.end = rule.end; }, comparison->node);
  *place = std::move(rule);
}

void refuse_depth(Session& session, Iterator at) {
  Iterator const start = after_blanks(at, session.end());
  session.refuse(diagnostics::Code::nested_too_deeply, {std::to_string(limits::expression_depth)}, start,
                 end_of_token(start, session.end()));
}

}  // namespace assay::grammar
