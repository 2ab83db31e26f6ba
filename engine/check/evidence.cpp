// What a requirement asks for beside facts: its name, what it must cover, who may issue it and how old it may be.
#include "check/binding.hpp"
#include "check/declaration.hpp"

#include <utility>

namespace assay::check {
namespace {

using model::Kind;

/// Evidence of the requirement by its name.
std::optional<model::EvidenceId> find_evidence(std::string_view name, const Scope& scope) {
  const auto& scheme = scope.context.scheme;
  for (const auto id : scheme.requirements[*scope.requirement].evidence)
    if (scheme.evidence[id].name == name) return id;
  return std::nullopt;
}

/// A value that a dossier can list as a text.
bool is_key(const model::Type& type) {
  return type.kind == Kind::text || type.kind == Kind::enumeration || type.kind == Kind::date ||
         (type.kind == Kind::integer && type.unit == model::plain_unit);
}

constexpr std::string_view key_words = "a text, enumeration, date or integer";

Draft check_key(const syntax::Expression& written, Scope& scope) {
  auto key = draft_of(written, scope);
  if (is_erroneous(*key) || is_key(type_of(*key, scope))) return key;
  return refuse(scope, Code::type_mismatch, key->span, {std::string(key_words), words(*key, scope)});
}

/// One key, or a list or set of them.
Draft check_keys(const syntax::Expression& written, Scope& scope) {
  auto keys = draft_of(written, scope);
  if (is_erroneous(*keys)) return keys;
  const auto type = type_of(*keys, scope);
  if (is_key(is_collection(type.kind) ? types(scope)[type.element] : type)) return keys;
  return refuse(scope, Code::type_mismatch, keys->span,
                {std::string(key_words) + ", or a list of them", words(*keys, scope)},
                {"", {"write 'covering each x in … by x.name' for a list of records"}});
}

model::Covering check_covering(const syntax::Covering& covering, Scope& scope) {
  if (!covering.variable) return {std::nullopt, check_keys(*covering.covered, scope), nullptr};
  Binding binding(*covering.variable, *covering.covered, scope);
  auto key = check_key(*covering.key, scope);
  auto range = binding.take();
  return {range.variable, std::move(range.list), std::move(key)};
}

std::optional<Duration> check_age(const syntax::Expression& written, Scope& scope) {
  const auto age = draft_of(written, scope);
  if (is_erroneous(*age)) return std::nullopt;
  const auto constant = constant_of(*age);
  if (constant && std::holds_alternative<Duration>(constant->value)) return std::get<Duration>(constant->value);
  report(scope, Code::type_mismatch, age->span, {"a duration", words(*age, scope)});
  return std::nullopt;
}

}  // namespace

void check_evidence(const syntax::Evidence& evidence, Scope scope) {
  auto& scheme = scope.context.scheme;
  if (const auto earlier = find_evidence(evidence.name.text, scope)) {
    scope.context.diagnostics.add({.code = Code::duplicate_name,
                                   .arguments = {evidence.name.text},
                                   .at = {span_of(evidence.name, scope), ""},
                                   .also = {{scheme.evidence[*earlier].span, "first declared here"}},
                                   .help = {}});
    return;
  }
  model::Evidence row;
  row.name = evidence.name.text;
  row.title = evidence.title.value;
  row.requirement = *scope.requirement;
  if (evidence.covering) row.covering = check_covering(*evidence.covering, scope);
  if (evidence.accreditation) row.accreditation = evidence.accreditation->value;
  if (evidence.age) row.age = check_age(*evidence.age, scope);
  row.text = phrase_of(evidence, scope.context, scope.module);
  row.span = span_of(evidence, scope);
  scheme.requirements[*scope.requirement].evidence.push_back(scheme.evidence.add(std::move(row)));
}

Draft check_node(const syntax::Provide& node, Scope& scope, Expected) {
  const auto span = span_of(node, scope);
  if (const auto evidence = find_evidence(node.evidence.text, scope))
    return make(plain_type(Kind::boolean, scope), span, model::EvidenceReference{*evidence});
  const auto& scheme = scope.context.scheme;
  const auto& requirement = scheme.requirements[*scope.requirement];
  const auto candidates = [&] {
    std::vector<std::string_view> names;
    for (const auto id : requirement.evidence) names.push_back(scheme.evidence[id].name);
    return names;
  };
  auto help = suggest(node.evidence.text, candidates, scope);
  if (help.empty()) help.push_back("add 'evidence " + node.evidence.text + " \"…\"' to the requirement");
  return refuse(scope, Code::unknown_evidence, span_of(node.evidence, scope), {node.evidence.text, requirement.id},
                {"", std::move(help)});
}

}  // namespace assay::check
