// The functions of the language, as a table of what they take and give.

#include "check/agreement.hpp"
#include "check/expression.hpp"
#include "check/suggest.hpp"

#include <algorithm>
#include <array>

namespace assay::check {

using model::Function;
using model::Kind;

namespace {

enum class Takes : std::uint8_t { number, plain_number, percentage, text, date, datetime, scored, collection };
enum class Gives : std::uint8_t { boolean, integer, integer_in_its_unit, plain_number, percentage, text, date, score };

struct FunctionSignature {
  std::string_view name;
  Function function;
  std::size_t count;
  std::array<Takes, 2> takes;
  Gives gives;
};

// In the order of the manual.
constexpr std::array<FunctionSignature, 17> signatures{{
    {"round", Function::round, 1, {Takes::number}, Gives::integer_in_its_unit},
    {"floor", Function::floor, 1, {Takes::number}, Gives::integer_in_its_unit},
    {"ceiling", Function::ceiling, 1, {Takes::number}, Gives::integer_in_its_unit},
    {"percent", Function::percent, 1, {Takes::plain_number}, Gives::percentage},
    {"ratio", Function::ratio, 1, {Takes::percentage}, Gives::plain_number},
    {"length", Function::length, 1, {Takes::text}, Gives::integer},
    {"starts_with", Function::starts_with, 2, {Takes::text, Takes::text}, Gives::boolean},
    {"ends_with", Function::ends_with, 2, {Takes::text, Takes::text}, Gives::boolean},
    {"contains", Function::contains, 2, {Takes::text, Takes::text}, Gives::boolean},
    {"lower", Function::lower, 1, {Takes::text}, Gives::text},
    {"year", Function::year, 1, {Takes::date}, Gives::integer},
    {"month", Function::month, 1, {Takes::date}, Gives::integer},
    {"day", Function::day, 1, {Takes::date}, Gives::integer},
    {"days_between", Function::days_between, 2, {Takes::date, Takes::date}, Gives::integer},
    {"date", Function::date, 1, {Takes::datetime}, Gives::date},
    {"value", Function::value, 1, {Takes::scored}, Gives::score},
    {"count", Function::count, 1, {Takes::collection}, Gives::integer},
}};

const FunctionSignature* signature_named(std::string_view name) {
  const auto named = [&](const FunctionSignature& each) { return each.name == name; };
  const auto found = std::ranges::find_if(signatures, named);
  return found == signatures.end() ? nullptr : &*found;
}

std::string_view words_of(Takes takes) {
  switch (takes) {
    case Takes::number: return "a number";
    case Takes::plain_number: return "a plain number";
    case Takes::percentage: return "a number in %";
    case Takes::text: return "text";
    case Takes::date: return "a date";
    case Takes::datetime: return "a datetime";
    case Takes::scored: return "a member of an enumeration, or a set of them";
    case Takes::collection: break;
  }
  return "a list or a set";
}

bool fits(Takes takes, const model::Type& type) {
  switch (takes) {
    case Takes::number: return is_number(type.kind);
    case Takes::plain_number: return is_number(type.kind) && type.unit == model::plain_unit;
    case Takes::percentage: return is_number(type.kind) && type.unit == model::percent_unit;
    case Takes::text: return type.kind == Kind::text;
    case Takes::date: return type.kind == Kind::date;
    case Takes::datetime: return type.kind == Kind::datetime;
    case Takes::scored: return type.kind == Kind::enumeration || type.kind == Kind::set;
    case Takes::collection: break;
  }
  return is_collection(type.kind);
}

std::vector<std::string> argument_help(Takes takes, const model::Expression& argument, const Scope& scope) {
  const bool is_instant = type_of(argument, scope).kind == Kind::datetime;
  if (takes == Takes::date && is_instant) return advise("date(", argument.span, ")", scope);
  return {};
}

/// The argument, or nothing after a report.
Draft check_argument(const syntax::Expression& expression, Takes takes, Scope& scope) {
  auto argument = draft_of(expression, scope);
  const auto type = type_of(*argument, scope);
  if (type.kind == Kind::erroneous) return argument;
  if (!fits(takes, type))
    return refuse(scope, Code::type_mismatch, argument->span, {std::string(words_of(takes)), words(*argument, scope)},
                  {"", argument_help(takes, *argument, scope)});
  if (takes != Takes::scored) return argument;
  const auto& enumeration = types(scope).enumerations[type.enumeration];
  if (enumeration.is_scored) return argument;
  return refuse(scope, Code::not_scored, argument->span, {enumeration.name});
}

Kind kind_of_score(const model::Enumeration& enumeration) {
  const auto is_whole = [](const model::EnumMember& member) { return !member.score || member.score->is_integer(); };
  return std::ranges::all_of(enumeration.members, is_whole) ? Kind::integer : Kind::number;
}

model::TypeId type_given(Gives gives, const model::Expression& argument, Scope& scope) {
  const auto type = type_of(argument, scope);
  switch (gives) {
    case Gives::boolean: return plain_type(Kind::boolean, scope);
    case Gives::integer: return plain_type(Kind::integer, scope);
    case Gives::integer_in_its_unit: return number_type(Kind::integer, type.unit, scope);
    case Gives::plain_number: return plain_type(Kind::number, scope);
    case Gives::percentage: return number_type(Kind::number, model::percent_unit, scope);
    case Gives::text: return plain_type(Kind::text, scope);
    case Gives::date: return plain_type(Kind::date, scope);
    case Gives::score: break;
  }
  return plain_type(kind_of_score(types(scope).enumerations[type.enumeration]), scope);
}

Draft refuse_count(const syntax::Call& call, std::string_view takes, Scope& scope) {
  return refuse(scope, Code::wrong_argument_count, span_of(call, scope),
                {call.callee.text, std::string(takes), std::to_string(call.arguments.size())});
}

/// `round(x, half_even)`: the second argument is a word, not an expression.
bool has_mode(const syntax::Call& call, const FunctionSignature& signature) {
  return signature.function == Function::round && call.arguments.size() == 2;
}

bool is_half_even(const syntax::Expression& mode) {
  const auto* reference = std::get_if<syntax::Reference>(&mode.node);
  return reference && reference->name.text == "half_even";
}

std::vector<std::string_view> functions_of_language() {
  std::vector<std::string_view> names;
  for (const auto& signature : signatures) names.push_back(signature.name);
  names.insert(names.end(), {"sampling_plan", "sites_to_visit", "zero_failure_sample"});
  return names;
}

std::vector<std::string_view> callable_names(const Names& known) {
  std::vector<std::string_view> names;
  for (const auto& [name, meaning] : known.general) {
    if (std::holds_alternative<model::DefineId>(meaning) || std::holds_alternative<model::TableId>(meaning))
      names.push_back(name);
  }
  return names;
}

bool is_aggregate_only(std::string_view name) {
  return name == "sum" || name == "min" || name == "max" || name == "average";
}

Draft refuse_unknown(const syntax::Call& call, Scope& scope) {
  const auto& name = call.callee.text;
  const auto at = span_of(call.callee, scope);
  if (is_aggregate_only(name))
    return refuse(scope, Code::type_mismatch, span_of(call, scope),
                  {"'" + name + "(… for x in …)'", "'" + name + "(…)'"});
  return refuse(scope, Code::unknown_name, at, {name},
                {"", suggest_name(name, callable_names, scope.context, scope.module, functions_of_language())});
}

std::vector<std::string_view> requirement_ids(const Scope& scope) {
  std::vector<std::string_view> ids;
  for (const auto& [id, requirement] : scope.context.requirements) ids.push_back(id);
  return ids;
}

Draft check_verdict(const syntax::Call& call, Scope& scope) {
  const auto span = span_of(call, scope);
  if (scope.place != Scope::Place::decision) return refuse(scope, Code::open_outcome_in_count, span, {"verdict"});
  if (call.arguments.size() != 1) return refuse_count(call, "the id of a requirement", scope);
  const auto* reference = std::get_if<syntax::Reference>(&call.arguments.front()->node);
  if (!reference)
    return refuse(scope, Code::type_mismatch, span_of(*call.arguments.front(), scope),
                  {"the id of a requirement", "an expression"});
  const auto& id = reference->name.text;
  const auto found = scope.context.requirements.find(id);
  if (found == scope.context.requirements.end())
    return refuse(scope, Code::unknown_requirement, span_of(reference->name, scope), {id},
                  {"", suggest(
                           id, [&] { return requirement_ids(scope); }, scope)});
  return make(enumeration_type(scope.context.scheme.verdicts, scope), span, model::VerdictReference{found->second});
}

/// A member that is not valid may be one that the set has already, so the size of a set is known with all its members.
Draft count_of_set(Draft set, model::TypeId type, source::Span span, Scope& scope) {
  const model::TypeId element = type_of(*set, scope).element;
  const source::Span at = set->span;
  const model::VariableId member = scope.context.scheme.variables.add({"", element});
  model::Presence stated;
  stated.kind = model::PresenceKind::stated;
  stated.path = make(element, at, model::VariableReference{member});
  model::Aggregate count;
  count.kind = model::AggregateKind::count;
  count.range = {member, std::move(set), make(plain_type(Kind::boolean, scope), at, std::move(stated))};
  return make(type, span, std::move(count));
}

Draft check_signature(const syntax::Call& call, const FunctionSignature& signature, Scope& scope) {
  const auto span = span_of(call, scope);
  const bool with_mode = has_mode(call, signature);
  if (!with_mode && call.arguments.size() != signature.count) {
    const auto takes = signature.function == Function::round ? "1 argument and perhaps 'half_even'"
                       : signature.count == 1                ? "1 argument"
                                                             : "2 arguments";
    return refuse_count(call, takes, scope);
  }
  if (with_mode && !is_half_even(*call.arguments[1])) {
    const auto at = span_of(*call.arguments[1], scope);
    return refuse(scope, Code::type_mismatch, at, {"'half_even'", "'" + code_of(at, scope).value_or("…") + "'"});
  }
  Drafts arguments;
  for (std::size_t i = 0; i < signature.count; ++i)
    arguments.push_back(check_argument(*call.arguments[i], signature.takes[i], scope));
  if (has_erroneous(arguments)) return erroneous(span);
  const auto type = type_given(signature.gives, *arguments.front(), scope);
  if (signature.function == Function::count && type_of(*arguments.front(), scope).kind == Kind::set)
    return count_of_set(std::move(arguments.front()), type, span, scope);
  model::FunctionCall node;
  node.function = with_mode ? Function::round_half_even : signature.function;
  for (auto& argument : arguments) node.arguments.push_back(std::move(argument));
  return make(type, span, std::move(node));
}

}  // namespace

Draft check_function(const syntax::Call& call, Scope& scope) {
  if (call.callee.text == "verdict") return check_verdict(call, scope);
  if (auto sampling = check_sampling(call, scope)) return sampling;
  const auto* signature = signature_named(call.callee.text);
  return signature ? check_signature(call, *signature, scope) : refuse_unknown(call, scope);
}

}  // namespace assay::check
