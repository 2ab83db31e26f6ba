// What stands between conditions, and the two choices between values: if and otherwise.

#include "check/agreement.hpp"
#include "check/expression.hpp"

namespace assay::check {

using model::Kind;

Draft check_node(const syntax::Connective& node, Scope& scope, Expected) {
  model::Connective connective;
  connective.is_and = node.is_and;
  for (const auto& operand : node.operands) connective.operands.push_back(check_condition(*operand, scope));
  return make(plain_type(Kind::boolean, scope), span_of(node, scope), std::move(connective));
}

Draft check_node(const syntax::Negation& node, Scope& scope, Expected) {
  auto operand = check_condition(*node.operand, scope);
  return make(plain_type(Kind::boolean, scope), span_of(node, scope), model::Negation{std::move(operand)});
}

Draft check_node(const syntax::Implication& node, Scope& scope, Expected) {
  auto premise = check_condition(*node.premise, scope);
  auto conclusion = check_condition(*node.conclusion, scope);
  return make(plain_type(Kind::boolean, scope), span_of(node, scope),
              model::Implication{std::move(premise), std::move(conclusion)});
}

Draft check_node(const syntax::Conditional& node, Scope& scope, Expected expected) {
  const auto span = span_of(node, scope);
  auto condition = check_condition(*node.condition, scope);
  auto branches = check_pair(*node.then, *node.otherwise, scope, expected);
  if (has_erroneous(branches) || !agree(branches, Purpose::choice, scope)) return erroneous(span);
  const auto type = common_type(branches, scope);
  return make(type, span, model::Conditional{std::move(condition), std::move(branches[0]), std::move(branches[1])});
}

Draft check_node(const syntax::Fallback& node, Scope& scope, Expected expected) {
  const auto span = span_of(node, scope);
  auto values = check_pair(*node.value, *node.otherwise, scope, expected);
  if (has_erroneous(values) || !agree(values, Purpose::choice, scope)) return erroneous(span);
  const auto type = common_type(values, scope);
  return make(type, span, model::Fallback{std::move(values[0]), std::move(values[1])});
}

}  // namespace assay::check
