// Questions about one value: is it there, does it match a pattern, is it recent.

#include "check/expression.hpp"

#include <re2/re2.h>

namespace assay::check {

using model::Kind;

namespace {

std::string_view words_of(syntax::PresenceKind kind) {
  switch (kind) {
    case syntax::PresenceKind::provided: return "is provided";
    case syntax::PresenceKind::missing: return "is missing";
    case syntax::PresenceKind::stated: break;
  }
  return "is stated";
}

model::PresenceKind presence_of(syntax::PresenceKind kind) {
  switch (kind) {
    case syntax::PresenceKind::provided: return model::PresenceKind::provided;
    case syntax::PresenceKind::missing: return model::PresenceKind::missing;
    case syntax::PresenceKind::stated: break;
  }
  return model::PresenceKind::stated;
}

/// Parameters come before the variables of quantifiers, of which there is one for each level.
bool is_parameter(model::VariableId variable, const Scope& scope) {
  const auto parameters = scope.variables.size() - static_cast<std::size_t>(scope.quantifiers);
  for (std::size_t i = 0; i < parameters; ++i) {
    if (scope.variables[i] == variable) return true;
  }
  return false;
}

/// A place in the dossier. A parameter alone is none: it may stand for a value that was computed.
bool is_path(const model::Expression& expression, const Scope& scope) {
  if (const auto* variable = std::get_if<model::VariableReference>(&expression.node))
    return !is_parameter(variable->variable, scope);
  if (std::holds_alternative<model::SubjectReference>(expression.node)) return true;
  const auto* access = std::get_if<model::FieldAccess>(&expression.node);
  if (!access) return false;
  const auto* root = access->object.get();
  while ((access = std::get_if<model::FieldAccess>(&root->node))) root = access->object.get();
  return std::holds_alternative<model::VariableReference>(root->node) ||
         std::holds_alternative<model::SubjectReference>(root->node) || std::holds_alternative<model::The>(root->node);
}

std::string path_label(const Scope& scope) {
  const auto& subject = scope.context.scheme.subject_name;
  return "is no path" + (subject.empty() ? "" : ", such as " + subject + ".name");
}

}  // namespace

Draft check_node(const syntax::Presence& node, Scope& scope, Expected) {
  const auto span = span_of(node, scope);
  auto path = draft_of(*node.path, scope);
  if (is_erroneous(*path)) return erroneous(span);
  if (!is_path(*path, scope))
    return refuse(scope, Code::not_a_path, path->span, {std::string(words_of(node.kind))}, {path_label(scope), {}});
  const auto boolean = plain_type(Kind::boolean, scope);
  return make(boolean, span, model::Presence{presence_of(node.kind), std::move(path)});
}

Draft check_node(const syntax::Matches& node, Scope& scope, Expected) {
  const auto span = span_of(node, scope);
  auto value = draft_of(*node.value, scope);
  const re2::RE2 pattern(node.pattern.value, re2::RE2::Quiet);
  if (!pattern.ok()) return refuse(scope, Code::invalid_pattern, span_of(node.pattern, scope), {pattern.error()});
  if (is_erroneous(*value)) return erroneous(span);
  if (type_of(*value, scope).kind != Kind::text)
    return refuse(scope, Code::type_mismatch, value->span, {"text", words(*value, scope)});
  return make(plain_type(Kind::boolean, scope), span, model::Matches{std::move(value), node.pattern.value});
}

Draft check_node(const syntax::WithinDuration& node, Scope& scope, Expected) {
  const auto span = span_of(node, scope);
  auto value = draft_of(*node.value, scope);
  auto duration = draft_of(*node.duration, scope);
  if (is_erroneous(*value) || is_erroneous(*duration)) return erroneous(span);
  const auto kind = type_of(*value, scope).kind;
  if (kind != Kind::date && kind != Kind::datetime)
    return refuse(scope, Code::type_mismatch, value->span, {"a date or datetime", words(*value, scope)});
  if (type_of(*duration, scope).kind != Kind::duration)
    return refuse(scope, Code::type_mismatch, duration->span, {"a duration", words(*duration, scope)});
  const auto boolean = plain_type(Kind::boolean, scope);
  return make(boolean, span, model::WithinDuration{std::move(value), std::move(duration)});
}

}  // namespace assay::check
