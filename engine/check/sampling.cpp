// How many to sample: functions whose arguments must stand in the tables of a standard.

#include "check/agreement.hpp"
#include "check/expression.hpp"

#include "base/limits.hpp"
#include "statistics/sampling.hpp"

namespace assay::check {

using model::Function;
using model::Kind;

namespace {

Draft refuse_count(const syntax::Call& call, std::string_view takes, Scope& scope) {
  return refuse(scope, Code::wrong_argument_count, span_of(call, scope),
                {call.callee.text, std::string(takes), std::to_string(call.arguments.size())});
}

Draft refuse_argument(const syntax::Call& call, const model::Expression& argument, std::string takes, Scope& scope,
                      std::vector<std::string> help = {}) {
  return refuse(scope, Code::outside_sampling_tables, argument.span,
                {call.callee.text, std::move(takes), code_of(argument.span, scope).value_or("another value")},
                {"", std::move(help)});
}

std::optional<Decimal> constant_number(const model::Expression& expression) {
  const auto constant = constant_of(expression);
  const auto* number = constant ? std::get_if<Decimal>(&constant->value) : nullptr;
  return number ? std::optional(*number) : std::nullopt;
}

/// A whole number without unit, at least `least` where it is a constant.
Draft check_size(const syntax::Call& call, std::size_t position, std::int64_t least, Scope& scope) {
  auto size = draft_of(*call.arguments[position], scope);
  const auto type = type_of(*size, scope);
  if (type.kind == Kind::erroneous) return size;
  if (type.kind != Kind::integer || type.unit != model::plain_unit)
    return refuse(scope, Code::type_mismatch, size->span, {"a whole number", words(*size, scope)});
  const auto constant = constant_number(*size);
  if (!constant || (*constant >= Decimal::of(least) && *constant <= Decimal::of(limits::trials))) return size;
  return refuse_argument(call, *size, "a number from " + std::to_string(least) + " up", scope);
}

/// A percentage, or a number without unit.
Draft check_share(const syntax::Call& call, std::size_t position, Scope& scope) {
  auto share = draft_of(*call.arguments[position], scope);
  const auto type = type_of(*share, scope);
  if (type.kind == Kind::erroneous) return share;
  const bool has_fitting_unit = type.unit == model::plain_unit || type.unit == model::percent_unit;
  if (is_number(type.kind) && has_fitting_unit) return share;
  return refuse(scope, Code::type_mismatch, share->span, {"a number in %", words(*share, scope)});
}

/// An AQL counts nonconforming items in a hundred: `1 %` and the standard's `1.0` are one.
Draft check_aql(const syntax::Call& call, Scope& scope) {
  auto aql = check_share(call, 1, scope);
  const auto constant = constant_number(*aql);
  if (is_erroneous(*aql) || !constant || statistics::is_preferred_aql(*constant)) return aql;
  return refuse_argument(call, *aql, "one of the 26 preferred AQLs", scope,
                         {"they are 1, 1.5, 2.5, 4 and 6.5 %, these times 0.01, 0.1, 10 and 100, and 1000 %"});
}

Draft check_part(const syntax::Call& call, std::size_t position, Scope& scope) {
  auto part = check_share(call, position, scope);
  if (is_erroneous(*part)) return part;
  if (type_of(*part, scope).unit == model::percent_unit) part = as_fraction(std::move(part), scope);
  const auto constant = constant_number(*part);
  if (!constant || (Decimal{} < *constant && *constant < Decimal::of(1))) return part;
  return refuse_argument(call, *part, "a share between 0 % and 100 %", scope);
}

model::ExpressionPtr check_member(const syntax::Call& call, std::size_t position, model::EnumId enumeration,
                                  Scope& scope) {
  const auto type = enumeration_type(enumeration, scope);
  return coerce(draft_of(*call.arguments[position], scope, type), type, scope);
}

bool is_word(const syntax::Expression& expression, std::string_view word) {
  const auto* reference = std::get_if<syntax::Reference>(&expression.node);
  return reference && reference->name.text == word;
}

using Arguments = std::vector<model::ExpressionPtr>;

Draft call_node(Function function, model::TypeId type, Arguments arguments, const syntax::Call& call, Scope& scope) {
  const auto span = span_of(call, scope);
  for (const auto& argument : arguments) {
    if (is_erroneous(*argument)) return erroneous(span);
  }
  return make(type, span, model::FunctionCall{function, std::move(arguments)});
}

Draft check_sampling_plan(const syntax::Call& call, Scope& scope) {
  if (call.arguments.size() != 3 && call.arguments.size() != 4)
    return refuse_count(call, "a lot size, an AQL, an inspection level and perhaps 'tightened'", scope);
  const bool is_tightened = call.arguments.size() == 4;
  if (is_tightened && !is_word(*call.arguments[3], "tightened")) {
    const auto at = span_of(*call.arguments[3], scope);
    return refuse(scope, Code::type_mismatch, at, {"'tightened'", "'" + code_of(at, scope).value_or("…") + "'"});
  }
  Arguments arguments;
  arguments.push_back(check_size(call, 0, 2, scope));
  arguments.push_back(check_aql(call, scope));
  arguments.push_back(check_member(call, 2, scope.context.scheme.inspection_levels, scope));
  const auto type = scope.context.scheme.types.built_in(model::BuiltIn::sampling_plan);
  return call_node(is_tightened ? Function::tightened_sampling_plan : Function::sampling_plan, type,
                   std::move(arguments), call, scope);
}

Draft check_sites(const syntax::Call& call, Scope& scope) {
  if (call.arguments.size() != 2) return refuse_count(call, "a number of sites and an audit stage", scope);
  Arguments arguments;
  arguments.push_back(check_size(call, 0, 1, scope));
  arguments.push_back(check_member(call, 1, scope.context.scheme.audit_stages, scope));
  return call_node(Function::sites_to_visit, plain_type(Kind::integer, scope), std::move(arguments), call, scope);
}

Draft check_zero_failure(const syntax::Call& call, Scope& scope) {
  if (call.arguments.size() != 2) return refuse_count(call, "a share and a confidence", scope);
  Arguments arguments;
  arguments.push_back(check_part(call, 0, scope));
  arguments.push_back(check_part(call, 1, scope));
  return call_node(Function::zero_failure_sample, plain_type(Kind::integer, scope), std::move(arguments), call, scope);
}

}  // namespace

Draft check_sampling(const syntax::Call& call, Scope& scope) {
  if (call.callee.text == "sampling_plan") return check_sampling_plan(call, scope);
  if (call.callee.text == "sites_to_visit") return check_sites(call, scope);
  if (call.callee.text == "zero_failure_sample") return check_zero_failure(call, scope);
  return nullptr;
}

}  // namespace assay::check
