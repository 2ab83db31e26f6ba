// Operands of one operation: of one kind, one dimension and, in the end, one unit.

#include "check/agreement.hpp"

#include <algorithm>

namespace assay::check {

using model::Kind;

namespace {

const model::Unit& unit_of(const model::Expression& expression, const Scope& scope) {
  return types(scope).units[type_of(expression, scope).unit];
}

bool has_unit(const model::Expression& expression, model::UnitId unit, const Scope& scope) {
  return type_of(expression, scope).unit == unit;
}

Draft converted_literal(const model::Expression& literal, const Decimal& value, model::UnitId unit, Scope& scope) {
  const bool stays_integer = type_of(literal, scope).kind == Kind::integer && value.is_integer();
  const auto type = number_type(stays_integer ? Kind::integer : Kind::number, unit, scope);
  return make(type, literal.span, model::Constant{value, nullptr});
}

Draft scaled(model::ExpressionPtr operand, const Decimal& factor, model::UnitId unit, Scope& scope) {
  const auto span = operand->span;
  return make(number_type(Kind::number, unit, scope), span, model::Scale{std::move(operand), factor});
}

std::optional<Decimal> number_in(const model::Expression& expression) {
  const auto constant = constant_of(expression);
  if (!constant) return std::nullopt;
  const auto* number = std::get_if<Decimal>(&constant->value);
  return number ? std::optional(*number) : std::nullopt;
}

Draft to_base_unit(model::ExpressionPtr expression, Scope& scope) {
  const auto unit = unit_of(*expression, scope);
  if (const auto number = number_in(*expression)) {
    if (const auto product = multiply(*number, unit.factor))
      return converted_literal(*expression, *product, unit.base, scope);
  }
  return scaled(std::move(expression), unit.factor, unit.base, scope);
}

/// A quotient and no Scale, for the reciprocal of a factor need not be exact.
Draft from_base_unit(model::ExpressionPtr expression, model::UnitId unit, Scope& scope) {
  const auto factor = types(scope).units[unit].factor;
  if (const auto number = number_in(*expression)) {
    if (const auto quotient = divide(*number, factor)) return converted_literal(*expression, *quotient, unit, scope);
  }
  const auto span = expression->span;
  const auto plain = number_type(Kind::number, model::plain_unit, scope);
  model::Arithmetic quotient;
  quotient.operators.push_back(model::ArithmeticOperator::divide);
  quotient.operands.push_back(std::move(expression));
  quotient.operands.push_back(make(plain, span, model::Constant{factor, nullptr}));
  return make(number_type(Kind::number, unit, scope), span, std::move(quotient));
}

bool is_base(model::UnitId unit, const Scope& scope) { return types(scope).units[unit].base == unit; }

model::ExpressionPtr in_unit(model::ExpressionPtr expression, model::UnitId unit, Scope& scope) {
  const auto found = type_of(*expression, scope).unit;
  if (found == unit) return expression;
  if (!is_base(found, scope)) expression = to_base_unit(std::move(expression), scope);
  if (!is_base(unit, scope)) expression = from_base_unit(std::move(expression), unit, scope);
  return expression;
}

const std::string* literal_text(const model::Expression& expression) {
  const auto* constant = std::get_if<model::Constant>(&expression.node);
  return constant ? constant->text.get() : nullptr;
}

/// "missing_share" of `d.missing_share`; else what there is to say without a name.
std::string short_name(const model::Expression& expression, const Scope& scope) {
  const auto* access = std::get_if<model::FieldAccess>(&expression.node);
  if (!access) return "the other side";
  const auto& record = types(scope).records[type_of(*access->object, scope).record];
  return record.fields[access->field].name;
}

void report_percent(const model::Expression& left, const model::Expression& right, Scope& scope) {
  const bool right_is_plain = has_unit(right, model::plain_unit, scope);
  const auto& plain = right_is_plain ? right : left;
  const auto& percentage = right_is_plain ? left : right;
  report(scope, Code::percent_against_plain_number, plain.span, {},
         {"has no unit; " + short_name(percentage, scope) + " is in %", percent_help(plain, scope)});
}

void report_incomparable(Clash clash, const model::Expression& left, const model::Expression& right, Scope& scope) {
  switch (clash) {
    case Clash::none: return;
    case Clash::kind: return report(scope, Code::not_comparable, right.span, {words(left, scope), words(right, scope)});
    case Clash::dimension:
      return report(scope, Code::different_units, right.span,
                    {unit_words(type_of(left, scope).unit, scope), unit_words(type_of(right, scope).unit, scope)});
    case Clash::percent_and_plain: return report_percent(left, right, scope);
    case Clash::date_and_datetime: {
      const auto& datetime = type_of(left, scope).kind == Kind::datetime ? left : right;
      return report(scope, Code::date_against_datetime, datetime.span, {},
                    {"is a datetime", advise("date(", datetime.span, ")", scope)});
    }
  }
}

void report_mismatch(const model::Expression& expression, model::TypeId wanted, Scope& scope) {
  const auto target = types(scope)[wanted];
  const auto found = type_of(expression, scope);
  Remarks remarks;
  if (target.kind == Kind::date && found.kind == Kind::datetime)
    remarks.help = advise("date(", expression.span, ")", scope);
  if (is_number(target.kind) && is_number(found.kind) && found.unit != target.unit) {
    if (target.unit == model::percent_unit && found.unit == model::plain_unit)
      remarks.help = percent_help(expression, scope);
    if (target.unit == model::plain_unit && found.unit == model::percent_unit)
      remarks.help = advise("ratio(", expression.span, ")", scope);
  }
  report(scope, Code::type_mismatch, expression.span, {types(scope).words(wanted), words(expression, scope)},
         std::move(remarks));
}

std::vector<std::string> written_texts(const model::Enumeration& enumeration) {
  std::vector<std::string> texts;
  for (const auto& member : enumeration.members) texts.push_back(member.written);
  return texts;
}

/// The member that the JSON writes as `text`, or nothing after a report.
Draft member_written(const std::string& text, model::EnumId id, source::Span span, Scope& scope) {
  const auto& enumeration = types(scope).enumerations[id];
  const auto written = [&](const model::EnumMember& member) { return member.written == text; };
  const auto found = std::ranges::find_if(enumeration.members, written);
  if (found != enumeration.members.end())
    return member_node(id, static_cast<std::uint32_t>(found - enumeration.members.begin()), span, scope);
  const auto texts = written_texts(enumeration);
  report(scope, Code::not_a_member, span, {text, enumeration.name},
         {"", did_you_mean(text, {texts.begin(), texts.end()})});
  return nullptr;
}

/// A text literal beside an enumeration becomes its member; false after a report.
bool adopt_member(Draft& draft, const model::Type& other, Scope& scope) {
  const auto* text = literal_text(*draft);
  if (other.kind != Kind::enumeration || !text) return true;
  auto member = member_written(*text, other.enumeration, draft->span, scope);
  if (!member) return false;
  draft = std::move(member);
  return true;
}

bool agree_with_first(Drafts& operands, std::size_t other, Purpose purpose, Scope& scope) {
  auto& first = operands.front();
  auto& draft = operands[other];
  const auto first_type = type_of(*first, scope);
  if (!adopt_member(draft, first_type, scope)) return false;
  if (!adopt_member(first, type_of(*draft, scope), scope)) return false;
  const auto clash = clash_of(*first, *draft, scope);
  if (clash == Clash::none) return true;
  if (purpose == Purpose::comparison)
    report_incomparable(clash, *first, *draft, scope);
  else
    report_mismatch(*draft, first->type, scope);
  return false;
}

Draft mismatch(const model::Expression& expression, model::TypeId wanted, Scope& scope) {
  report_mismatch(expression, wanted, scope);
  return erroneous(expression.span);
}

bool stands_in_for(const model::Expression& expression, const model::Type& target, const Scope& scope) {
  const auto found = type_of(expression, scope);
  if (!is_number(found.kind) || !is_number(target.kind)) return false;
  return types(scope).units[found.unit].base == types(scope).units[target.unit].base;
}

}  // namespace

Clash clash_of(const model::Expression& left, const model::Expression& right, const Scope& scope) {
  const auto a = type_of(left, scope);
  const auto b = type_of(right, scope);
  if (a.kind == Kind::erroneous || b.kind == Kind::erroneous || left.type == right.type) return Clash::none;
  if (is_number(a.kind) && is_number(b.kind)) {
    if (unit_of(left, scope).base == unit_of(right, scope).base) return Clash::none;
    const bool has_plain = a.unit == model::plain_unit || b.unit == model::plain_unit;
    const bool has_percent = a.unit == model::percent_unit || b.unit == model::percent_unit;
    return has_plain && has_percent ? Clash::percent_and_plain : Clash::dimension;
  }
  const auto is_moment = [](Kind kind) { return kind == Kind::date || kind == Kind::datetime; };
  return is_moment(a.kind) && is_moment(b.kind) ? Clash::date_and_datetime : Clash::kind;
}

bool agree(Drafts& operands, Purpose purpose, Scope& scope) {
  bool is_fine = true;
  for (std::size_t i = 1; i < operands.size(); ++i) is_fine = agree_with_first(operands, i, purpose, scope) && is_fine;
  if (!is_fine) return false;
  bring_to_one_unit(operands, scope);
  return true;
}

model::TypeId common_type(const Drafts& operands, Scope& scope) {
  auto common = operands.front()->type;
  for (const auto& operand : operands) {
    if (is_erroneous(*operand)) return operand->type;
    if (type_of(*operand, scope).kind == Kind::number) common = operand->type;
  }
  return common;
}

Draft in_base_unit(Draft number, Scope& scope) {
  if (is_base(type_of(*number, scope).unit, scope)) return number;
  return to_base_unit(std::move(number), scope);
}

void bring_to_one_unit(Drafts& operands, Scope& scope) {
  if (has_erroneous(operands) || !is_number(type_of(*operands.front(), scope).kind)) return;
  const auto unit = type_of(*operands.front(), scope).unit;
  const auto same = [&](const Draft& operand) { return has_unit(*operand, unit, scope); };
  if (std::ranges::all_of(operands, same)) return;
  for (auto& operand : operands) operand = in_base_unit(std::move(operand), scope);
}

Draft as_fraction(Draft percentage, Scope& scope) {
  return scaled(std::move(percentage), hundredth(), model::plain_unit, scope);
}

Decimal hundredth() { return Decimal::parse("0.01").value_or(Decimal{}); }

std::string unit_words(model::UnitId unit, const Scope& scope) {
  return unit == model::plain_unit ? "a plain number" : types(scope).units[unit].name;
}

std::vector<std::string> percent_help(const model::Expression& plain, const Scope& scope) {
  return constant_of(plain) ? advise("", plain.span, " %", scope) : advise("percent(", plain.span, ")", scope);
}

model::ExpressionPtr coerce(model::ExpressionPtr expression, model::TypeId type, Scope& scope) {
  if (expression->type == type || is_erroneous(*expression)) return expression;
  const auto target = types(scope)[type];
  if (target.kind == Kind::erroneous) return expression;
  if (const auto* text = literal_text(*expression); text && target.kind == Kind::enumeration) {
    auto member = member_written(*text, target.enumeration, expression->span, scope);
    return member ? std::move(member) : erroneous(expression->span);
  }
  if (!stands_in_for(*expression, target, scope)) return mismatch(*expression, type, scope);
  expression = in_unit(std::move(expression), target.unit, scope);
  const bool lacks_integer = target.kind == Kind::integer && type_of(*expression, scope).kind != Kind::integer;
  return lacks_integer ? mismatch(*expression, type, scope) : std::move(expression);
}

}  // namespace assay::check
