// Expressions with a variable that goes through a list: quantifiers, aggregates and `the`.

#include "check/binding.hpp"
#include "check/declaration.hpp"
#include "check/expression.hpp"

#include <array>

namespace assay::check {

using model::AggregateKind;
using model::Kind;

namespace {

model::QuantifierKind kind_of(syntax::QuantifierKind kind) {
  switch (kind) {
    case syntax::QuantifierKind::every: return model::QuantifierKind::every;
    case syntax::QuantifierKind::some: return model::QuantifierKind::some;
    case syntax::QuantifierKind::no: return model::QuantifierKind::no;
    case syntax::QuantifierKind::at_least: return model::QuantifierKind::at_least;
    case syntax::QuantifierKind::at_most: return model::QuantifierKind::at_most;
    case syntax::QuantifierKind::exactly: break;
  }
  return model::QuantifierKind::exactly;
}

/// N of `at least N`; 0 after a report.
std::int64_t check_number(const syntax::Expression& number, Scope& scope) {
  const auto draft = draft_of(number, scope);
  if (is_erroneous(*draft)) return 0;
  const auto type = type_of(*draft, scope);
  const auto constant = constant_of(*draft);
  const auto* value = constant ? std::get_if<Decimal>(&constant->value) : nullptr;
  const bool is_plain_integer = type.kind == Kind::integer && type.unit == model::plain_unit;
  const auto count = value && is_plain_integer && !value->is_negative() ? value->to_int64() : std::nullopt;
  if (!count) report(scope, Code::not_a_count, draft->span, {});
  return count.value_or(0);
}

struct AggregateName {
  std::string_view name;
  AggregateKind kind;
};
constexpr std::array<AggregateName, 5> aggregate_names{{{"count", AggregateKind::count},
                                                        {"sum", AggregateKind::sum},
                                                        {"min", AggregateKind::min},
                                                        {"max", AggregateKind::max},
                                                        {"average", AggregateKind::average}}};

std::optional<AggregateKind> aggregate_named(std::string_view name) {
  for (const auto& row : aggregate_names) {
    if (row.name == name) return row.kind;
  }
  return std::nullopt;
}

Draft refuse_aggregate(const syntax::Name& function, Scope& scope) {
  std::vector<std::string_view> names;
  for (const auto& row : aggregate_names) names.push_back(row.name);
  return refuse(scope, Code::unknown_name, span_of(function, scope), {function.text},
                {"", did_you_mean(function.text, names)});
}

/// `count` takes no element, all others need one.
Draft refuse_shape(const syntax::Aggregate& node, Scope& scope) {
  const auto& name = node.function.text;
  const auto& variable = node.range.variable.text;
  const auto with = name + "(… for " + variable + " in …)";
  const auto without = name + "(" + variable + " in …)";
  const auto& wanted = node.element ? without : with;
  const auto& found = node.element ? with : without;
  return refuse(scope, Code::type_mismatch, span_of(node, scope), {"'" + wanted + "'", "'" + found + "'"});
}

bool takes(AggregateKind kind, Kind element) {
  if (is_number(element)) return true;
  const bool has_extremes = element == Kind::date || element == Kind::datetime;
  return has_extremes && (kind == AggregateKind::min || kind == AggregateKind::max);
}

Draft aggregate_element(const syntax::Expression& element, AggregateKind kind, Scope& scope) {
  auto draft = draft_of(element, scope);
  if (is_erroneous(*draft) || takes(kind, type_of(*draft, scope).kind)) return draft;
  const bool is_extreme = kind == AggregateKind::min || kind == AggregateKind::max;
  const std::string wanted = is_extreme ? "a number, date or datetime" : "a number";
  return refuse(scope, Code::type_mismatch, draft->span, {wanted, words(*draft, scope)});
}

model::TypeId type_of_aggregate(AggregateKind kind, const model::Expression& element, Scope& scope) {
  if (kind != AggregateKind::average || is_erroneous(element)) return element.type;
  return number_type(Kind::number, type_of(element, scope).unit, scope);
}

}  // namespace

Draft check_node(const syntax::Quantifier& node, Scope& scope, Expected) {
  model::Quantifier quantifier;
  quantifier.kind = kind_of(node.kind);
  if (node.number) quantifier.number = check_number(*node.number, scope);
  Binding binding(node.range, scope);
  quantifier.satisfies = check_condition(*node.satisfies, scope);
  quantifier.range = binding.take();
  return make(plain_type(Kind::boolean, scope), span_of(node, scope), std::move(quantifier));
}

Draft check_node(const syntax::Aggregate& node, Scope& scope, Expected) {
  const auto kind = aggregate_named(node.function.text);
  if (!kind) return refuse_aggregate(node.function, scope);
  if ((*kind == AggregateKind::count) != (node.element == nullptr)) return refuse_shape(node, scope);
  model::Aggregate aggregate;
  aggregate.kind = *kind;
  Binding binding(node.range, scope);
  auto type = plain_type(Kind::integer, scope);
  if (node.element) {
    auto element = aggregate_element(*node.element, *kind, scope);
    type = type_of_aggregate(*kind, *element, scope);
    aggregate.element = std::move(element);
  }
  aggregate.range = binding.take();
  return make(type, span_of(node, scope), std::move(aggregate));
}

Draft check_node(const syntax::The& node, Scope& scope, Expected) {
  Binding binding(node.range, scope);
  const auto type = binding.element();
  return make(type, span_of(node, scope), model::The{binding.take()});
}

}  // namespace assay::check
