// Numbers, durations, texts, dates and truth values as they are written.

#include "check/expression.hpp"

namespace assay::check {

using model::Kind;

namespace {

bool is_whole(std::string_view digits) { return digits.find_first_not_of("0123456789") == std::string_view::npos; }

Draft duration_node(const syntax::Number& number, Scope& scope) {
  const auto span = span_of(number, scope);
  const auto& unit = number.unit->text;
  if (!is_whole(number.digits))
    return refuse(scope, Code::type_mismatch, span, {"a whole number of " + unit, number.digits});
  const auto amount = Decimal::parse(number.digits);
  const auto whole = amount ? amount->to_int64() : std::nullopt;
  const auto duration = whole ? duration_of(*whole, unit) : std::nullopt;
  if (!duration) return refuse(scope, Code::number_out_of_range, span, {number.digits + " " + unit});
  return make(plain_type(Kind::duration, scope), span, model::Constant{*duration, nullptr});
}

}  // namespace

Draft check_node(const syntax::Number& number, Scope& scope, Expected) {
  if (number.unit && is_time_unit(number.unit->text)) return duration_node(number, scope);
  const auto span = span_of(number, scope);
  const auto value = Decimal::parse(number.digits);
  if (!value) return refuse(scope, Code::number_out_of_range, span, {number.digits});
  const auto unit = number.unit ? check_unit(*number.unit, scope.context, scope.module) : model::plain_unit;
  // The unit was reported: what the number is compared with is no second mistake.
  if (number.unit && unit == model::plain_unit) return erroneous(span);
  const auto kind = is_whole(number.digits) ? Kind::integer : Kind::number;
  return make(number_type(kind, unit, scope), span, model::Constant{*value, nullptr});
}

Draft check_node(const syntax::Text& text, Scope& scope, Expected) {
  const auto owned = std::make_shared<const std::string>(text.value);
  return make(plain_type(Kind::text, scope), span_of(text, scope), model::Constant{std::string_view(*owned), owned});
}

Draft check_node(const syntax::Moment& moment, Scope& scope, Expected) {
  const auto span = span_of(moment, scope);
  if (const auto date = parse_date(moment.text))
    return make(plain_type(Kind::date, scope), span, model::Constant{*date, nullptr});
  if (const auto instant = parse_datetime(moment.text))
    return make(plain_type(Kind::datetime, scope), span, model::Constant{*instant, nullptr});
  return refuse(scope, Code::impossible_date, span, {moment.text});
}

Draft check_node(const syntax::TruthLiteral& literal, Scope& scope, Expected) {
  return make(plain_type(Kind::boolean, scope), span_of(literal, scope), model::Constant{literal.value, nullptr});
}

}  // namespace assay::check
