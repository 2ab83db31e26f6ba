// A variable that goes through a list.
#include "check/binding.hpp"

#include "check/declaration.hpp"

namespace assay::check {
namespace {

void check_variable_name(const syntax::Name& name, Scope& scope) {
  const auto at = span_of(name, scope);
  if (name.text == assessment_date) return report(scope, Code::reserved_name, at, {name.text});
  if (find_variable(name.text, scope) || find_name(name.text, scope.context, scope.module))
    report(scope, Code::shadowed_name, at, {name.text}, {"", {"choose another name"}});
}

/// The list, set or enumeration that a variable goes through.
Draft check_list(const syntax::Expression& written, Scope& scope) {
  auto list = draft_of(written, scope);
  if (is_erroneous(*list) || is_collection(type_of(*list, scope).kind)) return list;
  return refuse(scope, Code::type_mismatch, list->span, {"a list or a set", words(*list, scope)});
}

}  // namespace

Binding::Binding(const syntax::Name& variable, const syntax::Expression& list, Scope& scope) : scope_(scope) {
  auto checked = check_list(list, scope);
  check_variable_name(variable, scope);
  const auto element = is_erroneous(*checked) ? model::TypeId{} : type_of(*checked, scope).element;
  range_.variable = scope.context.scheme.variables.add({variable.text, element});
  range_.list = std::move(checked);
  scope.variables.push_back(range_.variable);
  ++scope.quantifiers;
}

Binding::Binding(const syntax::Range& range, Scope& scope) : Binding(range.variable, *range.list, scope) {
  if (range.where) range_.where = check_condition(*range.where, scope);
}

}  // namespace assay::check
