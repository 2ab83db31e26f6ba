// An assessor's finding: which one an expression asks for, and where it may stand.

#include "check/expression.hpp"

namespace assay::check {

namespace {

/// Requirements are checked one after the other, so the judgements of the present one come last.
std::optional<model::JudgementId> find_judgement(std::string_view name, model::RequirementId requirement,
                                                 const Scope& scope) {
  const auto& judgements = scope.context.scheme.judgements;
  for (auto row = judgements.size(); row > 0; --row) {
    const auto id = judgements.id_at(row - 1);
    if (judgements[id].requirement != requirement) return std::nullopt;
    if (judgements[id].name == name) return id;
  }
  return std::nullopt;
}

/// "PR-1/3", and for a second one in that provision "PR-1/3/2".
std::string default_name(model::RequirementId requirement, const Scope& scope) {
  auto name = scope.provision_id;
  for (int number = 2; find_judgement(name, requirement, scope); ++number)
    name = scope.provision_id + "/" + std::to_string(number);
  return name;
}

Draft judgement_node(model::JudgementId judgement, source::Span span, Scope& scope) {
  return make(plain_type(model::Kind::boolean, scope), span, model::JudgementReference{judgement});
}

bool may_stand_here(const Scope& scope) {
  const bool has_place = scope.place == Scope::Place::applies || scope.place == Scope::Place::provision;
  return has_place && scope.requirement;
}

}  // namespace

Draft check_node(const syntax::Judgement& node, Scope& scope, Expected) {
  const auto span = span_of(node, scope);
  if (!may_stand_here(scope))
    return refuse(scope, Code::unknown_name, span, {"judgement"}, {"stands in a provision or in 'applies'", {}});
  if (scope.quantifiers > 0) return refuse(scope, Code::judgement_in_quantifier, span, {});
  auto& judgements = scope.context.scheme.judgements;
  const auto name = node.name ? node.name->text : default_name(*scope.requirement, scope);
  if (const auto earlier = find_judgement(name, *scope.requirement, scope)) {
    const auto& same = judgements[*earlier];
    if (same.question == node.question.value && same.role == node.role.text)
      return judgement_node(*earlier, span, scope);
    return refuse(scope, Code::duplicate_name, span, {name},
                  {"asks something else under the name of an earlier judgement", {}});
  }
  const auto id = judgements.add({name, node.question.value, node.role.text, *scope.requirement, span});
  return judgement_node(id, span, scope);
}

}  // namespace assay::check
