// The face of the expression checker, and what its constructs share.

#include "check/expression.hpp"

#include "base/limits.hpp"
#include "check/agreement.hpp"

namespace assay::check {

namespace {

/// Longer code is not worth repeating in a help line.
constexpr std::size_t advised_code_bytes = 60;

std::optional<model::Constant> negated(const model::Constant& constant) {
  if (const auto* number = std::get_if<Decimal>(&constant.value)) return model::Constant{negate(*number), nullptr};
  const auto* duration = std::get_if<Duration>(&constant.value);
  const auto opposite = duration ? negate(*duration) : std::nullopt;
  return opposite ? std::optional(model::Constant{*opposite, nullptr}) : std::nullopt;
}

std::optional<model::Constant> scaled(const model::Constant& constant, const Decimal& factor) {
  const auto* number = std::get_if<Decimal>(&constant.value);
  const auto product = number ? multiply(*number, factor) : std::nullopt;
  return product ? std::optional(model::Constant{*product, nullptr}) : std::nullopt;
}

}  // namespace

Draft draft_of(const syntax::Expression& expression, Scope& scope, Expected expected) {
  return std::visit([&](const auto& node) { return check_node(node, scope, expected); }, expression.node);
}

model::ExpressionPtr check_expression(const syntax::Expression& expression, Scope& scope, Expected expected) {
  return draft_of(expression, scope, expected);
}

model::ExpressionPtr check_condition(const syntax::Expression& expression, Scope& scope) {
  auto draft = draft_of(expression, scope);
  const auto kind = type_of(*draft, scope).kind;
  if (kind == model::Kind::boolean || kind == model::Kind::erroneous) return draft;
  return refuse(scope, Code::not_a_condition, draft->span, {words(*draft, scope)});
}

std::optional<model::Constant> constant_of(const model::Expression& expression) {
  if (const auto* constant = std::get_if<model::Constant>(&expression.node)) {
    if (is_erroneous(expression)) return std::nullopt;
    return *constant;
  }
  if (const auto* minus = std::get_if<model::Minus>(&expression.node)) {
    const auto operand = constant_of(*minus->operand);
    return operand ? negated(*operand) : std::nullopt;
  }
  if (const auto* scale = std::get_if<model::Scale>(&expression.node)) {
    const auto operand = constant_of(*scale->operand);
    return operand ? scaled(*operand, scale->factor) : std::nullopt;
  }
  return std::nullopt;
}

Draft erroneous(source::Span span) { return make(model::TypeId{}, span, model::Constant{}); }

bool is_erroneous(const model::Expression& expression) { return expression.type == model::TypeId{}; }

bool has_erroneous(const Drafts& drafts) {
  for (const auto& draft : drafts) {
    if (is_erroneous(*draft)) return true;
  }
  return false;
}

void report(Scope& scope, Code code, source::Span at, std::vector<std::string> arguments, Remarks remarks) {
  scope.context.diagnostics.add({.code = code,
                                 .arguments = std::move(arguments),
                                 .at = {at, std::move(remarks.label)},
                                 .also = {},
                                 .help = std::move(remarks.help)});
}

Draft refuse(Scope& scope, Code code, source::Span at, std::vector<std::string> arguments, Remarks remarks) {
  report(scope, code, at, std::move(arguments), std::move(remarks));
  return erroneous(at);
}

std::optional<std::string> code_of(source::Span span, const Scope& scope) {
  const auto text = scope.context.files[span.file].text();
  if (span.begin >= span.end || span.end > text.size() || span.end - span.begin > advised_code_bytes)
    return std::nullopt;
  const auto code = text.substr(span.begin, span.end - span.begin);
  if (code.find('\n') != std::string_view::npos) return std::nullopt;
  return std::string(code);
}

std::vector<std::string> advise(std::string_view before, source::Span code, std::string_view after,
                                const Scope& scope) {
  const auto text = code_of(code, scope);
  if (!text) return {};
  return {"write '" + std::string(before) + *text + std::string(after) + "'"};
}

std::vector<std::string> suggest(std::string_view word, const Candidates& candidates, const Scope& scope) {
  if (scope.context.diagnostics.error_count() > limits::diagnostics) return {};
  return did_you_mean(word, candidates());
}

std::string words(const model::Expression& expression, const Scope& scope) {
  return types(scope).words(expression.type);
}

model::TypeId plain_type(model::Kind kind, Scope& scope) { return number_type(kind, model::plain_unit, scope); }

model::TypeId number_type(model::Kind kind, model::UnitId unit, Scope& scope) {
  model::Type type;
  type.kind = kind;
  type.unit = unit;
  return scope.context.scheme.types.intern(type);
}

model::TypeId enumeration_type(model::EnumId enumeration, Scope& scope) {
  model::Type type;
  type.kind = model::Kind::enumeration;
  type.enumeration = enumeration;
  return scope.context.scheme.types.intern(type);
}

Drafts check_pair(const syntax::Expression& left, const syntax::Expression& right, Scope& scope, Expected expected) {
  Drafts pair(2);
  const bool right_first = !expected && is_bare_member(left, scope);
  const auto first = right_first ? 1u : 0u;
  pair[first] = draft_of(right_first ? right : left, scope, expected);
  const auto known = expected && is_erroneous(*pair[first]) ? expected : Expected(pair[first]->type);
  pair[1 - first] = draft_of(right_first ? left : right, scope, known);
  return pair;
}

}  // namespace assay::check
