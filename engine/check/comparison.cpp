// Comparisons, ranges, and one of several values.

#include "check/agreement.hpp"
#include "check/count.hpp"
#include "check/expression.hpp"

namespace assay::check {

using model::Kind;

namespace {

model::Comparator comparator_of(syntax::Comparator comparator) {
  switch (comparator) {
    case syntax::Comparator::is_not:
    case syntax::Comparator::not_equal: return model::Comparator::not_equal;
    case syntax::Comparator::less: return model::Comparator::less;
    case syntax::Comparator::less_equal: return model::Comparator::less_equal;
    case syntax::Comparator::greater: return model::Comparator::greater;
    case syntax::Comparator::greater_equal: return model::Comparator::greater_equal;
    case syntax::Comparator::is:
    case syntax::Comparator::equal:
    case syntax::Comparator::includes: break;
  }
  return model::Comparator::equal;
}

bool bounds_from_below(model::Comparator comparator) {
  return comparator == model::Comparator::greater || comparator == model::Comparator::greater_equal;
}

bool is_equality(model::Comparator comparator) {
  return comparator == model::Comparator::equal || comparator == model::Comparator::not_equal;
}

bool has_order(Kind kind) { return is_number(kind) || kind == Kind::date || kind == Kind::datetime; }

bool has_equality(Kind kind) { return !is_collection(kind) && kind != Kind::record; }

/// Both sides agree already.
bool are_comparable(Kind kind, model::Comparator comparator) {
  return is_equality(comparator) ? has_equality(kind) : has_order(kind) || kind == Kind::duration;
}

bool is_measured(const model::Expression& expression, const Scope& scope) {
  return measured_kind(expression, scope) != model::BuiltIn::none;
}

Draft refuse_comparison(const model::Expression& left, const model::Expression& right, source::Span at, Scope& scope) {
  const auto kind = type_of(left, scope).kind;
  const std::string label = has_equality(kind) ? "has no order" : "";
  const auto& measured = is_measured(left, scope) ? left : right;
  const bool has_value = measured_kind(measured, scope) == model::BuiltIn::measurement;
  auto help = has_value ? advise("", measured.span, ".value", scope) : std::vector<std::string>{};
  return refuse(scope, Code::not_comparable, at, {words(left, scope), words(right, scope)}, {label, std::move(help)});
}

/// Two constant durations of which one counts months and the other days.
bool mix_months_and_days(const model::Expression& left, const model::Expression& right) {
  const auto a = constant_of(left);
  const auto b = constant_of(right);
  const auto* first = a ? std::get_if<Duration>(&a->value) : nullptr;
  const auto* second = b ? std::get_if<Duration>(&b->value) : nullptr;
  return first && second && !compare(*first, *second);
}

Draft compared(model::Comparator comparator, Drafts sides, source::Span span, Scope& scope) {
  const auto boolean = plain_type(Kind::boolean, scope);
  auto& left = sides[0];
  auto& right = sides[1];
  if (auto count = count_compared(comparator, left, right, span, scope)) return count;
  return make(boolean, span, model::Comparison{comparator, std::move(left), std::move(right)});
}

std::vector<std::string> includes_help(const syntax::Comparison& node, Kind kind, const Scope& scope) {
  const auto text = code_of(span_of(*node.left, scope), scope);
  const auto part = code_of(span_of(*node.right, scope), scope);
  if (kind != Kind::text || !text || !part) return {};
  return {"write 'contains(" + *text + ", " + *part + ")'"};
}

Draft check_includes(const syntax::Comparison& node, Scope& scope) {
  const auto span = span_of(node, scope);
  auto collection = draft_of(*node.left, scope);
  const auto type = type_of(*collection, scope);
  if (type.kind == Kind::erroneous) {
    draft_of(*node.right, scope, collection->type);
    return erroneous(span);
  }
  if (!is_collection(type.kind))
    return refuse(scope, Code::type_mismatch, collection->span, {"a list or a set", words(*collection, scope)},
                  {"", includes_help(node, type.kind, scope)});
  auto member = draft_of(*node.right, scope, type.element);
  if (!has_equality(types(scope)[type.element].kind)) return refuse_comparison(*member, *member, member->span, scope);
  const auto boolean = plain_type(Kind::boolean, scope);
  return make(boolean, span, model::Includes{std::move(collection), coerce(std::move(member), type.element, scope)});
}

/// `m >= 90 %` or `90 % <= m`: the other side is the limit.
Draft check_measured(const syntax::Comparison& node, model::Comparator comparator, Drafts sides, Scope& scope) {
  const auto span = span_of(node, scope);
  const bool left = is_measured(*sides[0], scope);
  const bool right = is_measured(*sides[1], scope);
  if (!left && !right) return refuse_rule(*node.rule, *sides[0], scope);
  if (is_equality(comparator) || (left && right)) return refuse_comparison(*sides[0], *sides[1], span, scope);
  MeasuredComparison asked{.span = span, .measured = {}, .low = {}, .high = {}};
  asked.excluded = comparator == model::Comparator::less || comparator == model::Comparator::greater;
  asked.rule = node.rule ? &*node.rule : nullptr;
  asked.measured = std::move(sides[left ? 0 : 1]);
  (bounds_from_below(comparator) == left ? asked.low : asked.high) = std::move(sides[left ? 1 : 0]);
  return check_conformity(std::move(asked), scope);
}

std::string words_of_code(const model::Expression& expression, const Scope& scope) {
  return code_of(expression.span, scope).value_or("…");
}

template <typename Ordered>
bool is_above(const Value& low, const Value& high) {
  const auto* from = std::get_if<Ordered>(&low);
  const auto* to = std::get_if<Ordered>(&high);
  return from && to && *from > *to;
}

bool is_empty_range(const model::Expression& low, const model::Expression& high) {
  const auto from = constant_of(low);
  const auto to = constant_of(high);
  if (!from || !to) return false;
  return is_above<Decimal>(from->value, to->value) || is_above<Date>(from->value, to->value) ||
         is_above<DateTime>(from->value, to->value);
}

Drafts check_all(const syntax::Expression& first, const std::vector<const syntax::Expression*>& others, Scope& scope) {
  Drafts drafts;
  drafts.push_back(draft_of(first, scope));
  const auto expected = drafts.front()->type;
  for (const auto* other : others) drafts.push_back(draft_of(*other, scope, expected));
  return drafts;
}

}  // namespace

Draft check_node(const syntax::Comparison& node, Scope& scope, Expected) {
  if (node.comparator == syntax::Comparator::includes) return check_includes(node, scope);
  const auto span = span_of(node, scope);
  const auto comparator = comparator_of(node.comparator);
  auto sides = check_pair(*node.left, *node.right, scope);
  if (!has_erroneous(sides) && (node.rule || is_measured(*sides[0], scope) || is_measured(*sides[1], scope)))
    return check_measured(node, comparator, std::move(sides), scope);
  if (has_erroneous(sides) || !agree(sides, Purpose::comparison, scope)) return erroneous(span);
  if (!are_comparable(type_of(*sides[0], scope).kind, comparator))
    return refuse_comparison(*sides[0], *sides[1], span, scope);
  if (mix_months_and_days(*sides[0], *sides[1])) return refuse(scope, Code::months_against_days, span, {});
  return compared(comparator, std::move(sides), span, scope);
}

Draft check_node(const syntax::InRange& node, Scope& scope, Expected) {
  const auto span = span_of(node, scope);
  auto operands = check_all(*node.value, {node.low.get(), node.high.get()}, scope);
  if (has_erroneous(operands)) return erroneous(span);
  if (is_measured(*operands[0], scope))
    return check_conformity({.span = span,
                             .measured = std::move(operands[0]),
                             .low = std::move(operands[1]),
                             .high = std::move(operands[2]),
                             .rule = node.rule ? &*node.rule : nullptr},
                            scope);
  if (node.rule) return refuse_rule(*node.rule, *operands[0], scope);
  if (!has_order(type_of(*operands[0], scope).kind))
    return refuse(scope, Code::type_mismatch, operands[0]->span,
                  {"a number, date or datetime", words(*operands[0], scope)});
  if (!agree(operands, Purpose::comparison, scope)) return erroneous(span);
  auto& low = operands[1];
  auto& high = operands[2];
  if (is_empty_range(*low, *high))
    return refuse(scope, Code::empty_range, {span.file, low->span.begin, high->span.end},
                  {words_of_code(*low, scope), words_of_code(*high, scope)});
  if (auto count = count_in_range(operands[0], *low, *high, span, scope)) return count;
  return make(plain_type(Kind::boolean, scope), span,
              model::InRange{std::move(operands[0]), std::move(low), std::move(high)});
}

Draft check_node(const syntax::OneOf& node, Scope& scope, Expected) {
  const auto span = span_of(node, scope);
  std::vector<const syntax::Expression*> members;
  for (const auto& member : node.members) members.push_back(member.get());
  auto operands = check_all(*node.value, members, scope);
  if (has_erroneous(operands)) return erroneous(span);
  if (!has_equality(type_of(*operands[0], scope).kind))
    return refuse_comparison(*operands[0], *operands[0], operands[0]->span, scope);
  if (!agree(operands, Purpose::comparison, scope)) return erroneous(span);
  model::OneOf one_of;
  one_of.value = std::move(operands.front());
  one_of.negated = node.negated;
  for (std::size_t i = 1; i < operands.size(); ++i) one_of.members.push_back(std::move(operands[i]));
  return make(plain_type(Kind::boolean, scope), span, std::move(one_of));
}

}  // namespace assay::check
