// Arithmetic: sums, products, and what happens to their units.

#include "check/agreement.hpp"
#include "check/expression.hpp"

#include <algorithm>

namespace assay::check {

using model::ArithmeticOperator;
using model::Kind;

namespace {

ArithmeticOperator operator_of(char symbol) {
  switch (symbol) {
    case '+': return ArithmeticOperator::add;
    case '-': return ArithmeticOperator::subtract;
    case '*': return ArithmeticOperator::multiply;
    default: return ArithmeticOperator::divide;
  }
}

bool is_moment_or_duration(Kind kind) { return kind == Kind::date || kind == Kind::datetime || kind == Kind::duration; }

bool are_numbers(const Drafts& operands, const Scope& scope) {
  return std::ranges::all_of(operands, [&](const Draft& each) { return is_number(type_of(*each, scope).kind); });
}

Draft chain(std::vector<ArithmeticOperator> operators, Drafts operands, model::TypeId type, source::Span span) {
  model::Arithmetic arithmetic;
  arithmetic.operators = std::move(operators);
  for (auto& operand : operands) arithmetic.operands.push_back(std::move(operand));
  return make(type, span, std::move(arithmetic));
}

Draft refuse_operands(char symbol, const std::string& left, const std::string& right, source::Span at, Scope& scope,
                      std::vector<std::string> help = {}) {
  return refuse(scope, Code::no_arithmetic, at, {std::string(1, symbol), left, right}, {"", std::move(help)});
}

/// Why two kinds do not add, where the scheme says something else in such a case.
std::vector<std::string> sum_help(char symbol, const model::Expression& left, const model::Expression& right,
                                  const Scope& scope) {
  const auto from = type_of(left, scope).kind;
  const auto to = type_of(right, scope).kind;
  if (symbol == '-' && from == Kind::date && to == Kind::date) {
    const auto earlier = code_of(right.span, scope);
    const auto later = code_of(left.span, scope);
    if (earlier && later) return {"write 'days_between(" + *earlier + ", " + *later + ")'"};
  }
  if (symbol == '+' && from == Kind::duration && to != Kind::duration && is_moment_or_duration(to))
    return {"write the duration behind the '+'"};
  return {};
}

std::vector<std::string> dimension_help(const model::Expression& left, const model::Expression& right,
                                        const Scope& scope) {
  if (clash_of(left, right, scope) != Clash::percent_and_plain) return {};
  const bool right_is_plain = type_of(right, scope).unit == model::plain_unit;
  return percent_help(right_is_plain ? right : left, scope);
}

/// Does the i-th operand add to those before it, which have the kind of the first? Reports it where not.
bool adds(const Drafts& operands, std::size_t i, char symbol, Scope& scope) {
  const auto& first = *operands.front();
  const auto& operand = *operands[i];
  const auto kind = type_of(first, scope).kind;
  const auto operand_kind = type_of(operand, scope).kind;
  if (is_number(kind) && is_number(operand_kind)) {
    if (clash_of(first, operand, scope) == Clash::none) return true;
    report(scope, Code::different_units, operand.span,
           {unit_words(type_of(first, scope).unit, scope), unit_words(type_of(operand, scope).unit, scope)},
           {"", dimension_help(first, operand, scope)});
    return false;
  }
  if (is_moment_or_duration(kind) && operand_kind == Kind::duration) return true;
  refuse_operands(symbol, words(first, scope), words(operand, scope), operand.span, scope,
                  sum_help(symbol, first, operand, scope));
  return false;
}

Draft check_sum(const syntax::Arithmetic& node, Drafts operands, Scope& scope) {
  const auto span = span_of(node, scope);
  std::vector<ArithmeticOperator> operators;
  for (std::size_t i = 1; i < operands.size(); ++i) {
    const char symbol = node.operators[i - 1];
    if (!adds(operands, i, symbol, scope)) return erroneous(span);
    operators.push_back(operator_of(symbol));
  }
  bring_to_one_unit(operands, scope);
  const auto type = common_type(operands, scope);
  return chain(std::move(operators), std::move(operands), type, span);
}

/// A product or quotient as far as it was read. A unit is only ever on one side, so there is one for the whole.
class Product {
 public:
  Product(Draft first, Scope& scope)
      : scope_(scope), unit_(type_of(*first, scope).unit), is_integer_(type_of(*first, scope).kind == Kind::integer) {
    operands_.push_back(std::move(first));
  }

  /// False where the units do not allow it.
  bool multiply_by(Draft operand);
  bool divide_by(Draft operand);

  std::string words() const { return types(scope_).words(type()); }
  Draft finish(source::Span span) { return chain(std::move(operators_), std::move(operands_), type(), span); }

 private:
  model::TypeId type() const { return number_type(is_integer_ ? Kind::integer : Kind::number, unit_, scope_); }
  model::UnitId unit_of(const Draft& operand) const { return type_of(*operand, scope_).unit; }
  const model::Unit& unit(model::UnitId id) const { return types(scope_).units[id]; }
  void append(ArithmeticOperator symbol, Draft operand);
  void scale(const Decimal& factor, model::UnitId unit);
  bool divide_same_dimension(Draft operand);

  Scope& scope_;
  std::vector<ArithmeticOperator> operators_;
  Drafts operands_;
  model::UnitId unit_;
  bool is_integer_;
};

void Product::append(ArithmeticOperator symbol, Draft operand) {
  is_integer_ =
      is_integer_ && symbol == ArithmeticOperator::multiply && type_of(*operand, scope_).kind == Kind::integer;
  operators_.push_back(symbol);
  operands_.push_back(std::move(operand));
}

/// A chain gets the factor as one more operand, so that units that change again and again nest no deeper.
void Product::scale(const Decimal& factor, model::UnitId unit) {
  const auto type = number_type(Kind::number, unit, scope_);
  const auto span = operands_.front()->span;
  is_integer_ = false;
  unit_ = unit;
  if (operands_.size() == 1) {
    operands_.front() = make(type, span, model::Scale{std::move(operands_.front()), factor});
    return;
  }
  const auto plain = number_type(Kind::number, model::plain_unit, scope_);
  append(ArithmeticOperator::multiply, make(plain, operands_.back()->span, model::Constant{factor, nullptr}));
}

bool Product::multiply_by(Draft operand) {
  const auto other = unit_of(operand);
  if (other == model::percent_unit) {
    operand = as_fraction(std::move(operand), scope_);
  } else if (unit_ == model::percent_unit) {
    scale(hundredth(), other);
  } else if (unit_ != model::plain_unit && other != model::plain_unit) {
    return false;
  } else if (unit_ == model::plain_unit) {
    unit_ = other;
  }
  append(ArithmeticOperator::multiply, std::move(operand));
  return true;
}

bool Product::divide_by(Draft operand) {
  const auto other = unit_of(operand);
  if (unit(unit_).base == unit(other).base) return divide_same_dimension(std::move(operand));
  if (other == model::percent_unit) {
    operand = as_fraction(std::move(operand), scope_);
  } else if (other != model::plain_unit) {
    return false;
  }
  append(ArithmeticOperator::divide, std::move(operand));
  return true;
}

bool Product::divide_same_dimension(Draft operand) {
  const auto other = unit_of(operand);
  if (unit_ != other) {
    const auto base = unit(unit_).base;
    if (unit_ != base) scale(unit(unit_).factor, base);
    operand = in_base_unit(std::move(operand), scope_);
  }
  unit_ = model::plain_unit;
  append(ArithmeticOperator::divide, std::move(operand));
  return true;
}

Draft check_product(const syntax::Arithmetic& node, Drafts operands, Scope& scope) {
  const auto span = span_of(node, scope);
  Product product(std::move(operands.front()), scope);
  for (std::size_t i = 1; i < operands.size(); ++i) {
    const char symbol = node.operators[i - 1];
    const auto left = product.words();
    const auto right = words(*operands[i], scope);
    const auto at = operands[i]->span;
    const bool is_fine =
        symbol == '*' ? product.multiply_by(std::move(operands[i])) : product.divide_by(std::move(operands[i]));
    if (!is_fine) {
      refuse_operands(symbol, left, right, at, scope);
      return erroneous(span);
    }
  }
  return product.finish(span);
}

Draft refuse_factors(const syntax::Arithmetic& node, const Drafts& operands, Scope& scope) {
  const auto is_no_number = [&](const Draft& each) { return !is_number(type_of(*each, scope).kind); };
  const auto wrong = static_cast<std::size_t>(std::ranges::find_if(operands, is_no_number) - operands.begin());
  const auto right = std::max<std::size_t>(wrong, 1);
  refuse_operands(node.operators[right - 1], words(*operands[right - 1], scope), words(*operands[right], scope),
                  operands[wrong]->span, scope);
  return erroneous(span_of(node, scope));
}

}  // namespace

Draft check_node(const syntax::Arithmetic& node, Scope& scope, Expected) {
  Drafts operands;
  for (const auto& operand : node.operands) operands.push_back(draft_of(*operand, scope));
  if (has_erroneous(operands)) return erroneous(span_of(node, scope));
  const bool is_sum = node.operators.front() == '+' || node.operators.front() == '-';
  if (is_sum) return check_sum(node, std::move(operands), scope);
  if (!are_numbers(operands, scope)) return refuse_factors(node, operands, scope);
  return check_product(node, std::move(operands), scope);
}

Draft check_node(const syntax::Minus& minus, Scope& scope, Expected) {
  const auto span = span_of(minus, scope);
  auto operand = draft_of(*minus.operand, scope);
  if (is_erroneous(*operand)) return erroneous(span);
  const auto kind = type_of(*operand, scope).kind;
  if (!is_number(kind) && kind != Kind::duration)
    return refuse(scope, Code::type_mismatch, operand->span, {"number", words(*operand, scope)});
  const auto type = operand->type;
  return make(type, span, model::Minus{std::move(operand)});
}

}  // namespace assay::check
