// Decisions about measured values: which rule decides, and about what.

#include "check/agreement.hpp"
#include "check/expression.hpp"

#include <array>

namespace assay::check {

using model::BuiltIn;
using model::Kind;
using statistics::DecisionRule;
using statistics::RuleKind;
using syntax::Acceptance;
using ParameterKind = syntax::RuleParameter::Kind;

namespace {

std::string rule_words(const syntax::ConformityRule& rule, const Scope& scope) {
  return code_of(span_of(rule, scope), scope).value_or("a decision rule");
}

RuleKind kind_of(Acceptance acceptance) {
  switch (acceptance) {
    case Acceptance::simple: return RuleKind::simple_acceptance;
    case Acceptance::guarded_acceptance: return RuleKind::guarded_acceptance;
    case Acceptance::guarded_rejection: return RuleKind::guarded_rejection;
    case Acceptance::guarded_acceptance_and_rejection: return RuleKind::guarded_acceptance_and_rejection;
  }
  return RuleKind::simple_acceptance;
}

bool is_guarded(const std::optional<Acceptance>& acceptance) { return acceptance && *acceptance != Acceptance::simple; }

/// What R, P and C may be, in the order of their kinds.
struct Admitted {
  std::string_view called;
  std::string_view words;
  std::int64_t from;
  bool from_excluded;
  std::int64_t to;
  bool to_excluded;
};
constexpr std::array<Admitted, 3> admitted{{
    {"the multiple of U", "0 and 100", 0, true, 100, false},
    // Beyond even odds it would accept what lies outside of the limit.
    {"the consumer's risk", "0 % and 50 %", 0, true, 50, false},
    // Below it the two bounds could pass each other, and a share be met and not met at once.
    {"the confidence", "50 % and 100 %", 50, false, 100, true},
}};

/// The number as it stands, or nothing after a report.
std::optional<Decimal> number_of(const syntax::RuleParameter& parameter, Scope& scope) {
  const auto number = Decimal::parse(parameter.number.digits);
  const auto& range = admitted[static_cast<std::size_t>(parameter.kind)];
  const auto from = Decimal::of(range.from);
  const auto to = Decimal::of(range.to);
  const bool is_admitted = number && (range.from_excluded ? *number > from : *number >= from) &&
                           (range.to_excluded ? *number < to : *number <= to);
  if (is_admitted) return number;
  const std::string unit = parameter.kind == ParameterKind::guard ? "" : " %";
  report(scope, Code::rule_parameter_out_of_range, span_of(parameter.number, scope),
         {std::string(range.called), std::string(range.words), parameter.number.digits + unit});
  return std::nullopt;
}

std::optional<DecisionRule> with_guard(const syntax::ConformityRule& written, DecisionRule rule, Scope& scope) {
  if (!is_guarded(written.acceptance)) {
    const std::string repaired = "by guarded acceptance with guard " + written.parameter->number.digits + " U";
    report(scope, Code::guard_without_guarded_rule, span_of(*written.parameter, scope), {},
           {"", {"write '" + repaired + "'"}});
    return std::nullopt;
  }
  const auto multiple = number_of(*written.parameter, scope);
  if (!multiple) return std::nullopt;
  rule.parameter = *multiple;
  return rule;
}

/// The rule as it is meant, or nothing after a report.
std::optional<DecisionRule> rule_of(const syntax::ConformityRule* written, Scope& scope) {
  DecisionRule rule;
  if (!written) return rule;
  if (written->acceptance) rule.kind = kind_of(*written->acceptance);
  if (!written->parameter) return rule;
  const auto& parameter = *written->parameter;
  if (parameter.kind == ParameterKind::guard) return with_guard(*written, rule, scope);
  if (written->acceptance) {
    report(scope, Code::two_decision_rules, span_of(parameter, scope), {},
           {"is a second one", {"keep what stands behind 'by' or what stands behind 'with'"}});
    return std::nullopt;
  }
  const auto percentage = number_of(parameter, scope);
  const auto share = percentage ? multiply(*percentage, hundredth()) : std::nullopt;
  if (!share) return std::nullopt;
  return DecisionRule{parameter.kind == ParameterKind::confidence ? RuleKind::confidence : RuleKind::consumer_risk,
                      *share};
}

/// A proportion has a confidence and no U, a measurement has a U and no trials.
bool fits(const DecisionRule& rule, const MeasuredComparison& asked, Scope& scope) {
  if (rule.kind == RuleKind::simple_acceptance) return true;
  const bool is_measurement = measured_kind(*asked.measured, scope) == BuiltIn::measurement;
  if (is_measurement == (rule.kind != RuleKind::confidence)) return true;
  const std::string help = is_measurement ? "write 'by guarded acceptance' or 'with consumer risk at most 5 %'"
                                          : "write 'with 95 % confidence'";
  report(scope, Code::rule_of_other_kind, span_of(*asked.rule, scope),
         {rule_words(*asked.rule, scope), is_measurement ? "measurement" : "proportion"}, {"", {help}});
  return false;
}

/// The limit in the unit of what is measured; null stays null, and after a report it is erroneous.
model::ExpressionPtr limit_of(Draft limit, const model::Expression& measured, Scope& scope) {
  if (!limit || is_erroneous(*limit)) return limit;
  const auto span = limit->span;
  const auto unit = types(scope).records[type_of(measured, scope).record].unit;
  const auto type = number_type(Kind::number, unit, scope);
  if (!is_number(type_of(*limit, scope).kind))
    return refuse(scope, Code::not_comparable, span, {words(measured, scope), words(*limit, scope)});
  Drafts pair;
  pair.push_back(make(type, measured.span, model::Constant{}));
  if (clash_of(*pair.front(), *limit, scope) == Clash::none) return coerce(std::move(limit), type, scope);
  pair.push_back(std::move(limit));
  agree(pair, Purpose::comparison, scope);
  return erroneous(span);
}

bool is_usable(const model::ExpressionPtr& limit) { return !limit || !is_erroneous(*limit); }

bool are_in_order(const model::ExpressionPtr& low, const model::ExpressionPtr& high, Scope& scope) {
  const auto from = low && high ? constant_of(*low) : std::nullopt;
  const auto to = low && high ? constant_of(*high) : std::nullopt;
  if (!from || !to || std::get<Decimal>(from->value) <= std::get<Decimal>(to->value)) return true;
  report(scope, Code::empty_range, {low->span.file, low->span.begin, high->span.end},
         {code_of(low->span, scope).value_or("…"), code_of(high->span, scope).value_or("…")});
  return false;
}

}  // namespace

BuiltIn measured_kind(const model::Expression& expression, const Scope& scope) {
  const auto type = type_of(expression, scope);
  if (type.kind != Kind::record) return BuiltIn::none;
  const auto built_in = types(scope).records[type.record].built_in;
  return built_in == BuiltIn::sampling_plan ? BuiltIn::none : built_in;
}

Draft refuse_rule(const syntax::ConformityRule& rule, const model::Expression& value, Scope& scope) {
  return refuse(scope, Code::rule_on_plain_number, span_of(rule, scope),
                {rule_words(rule, scope), words(value, scope)});
}

Draft check_conformity(MeasuredComparison asked, Scope& scope) {
  const auto rule = rule_of(asked.rule, scope);
  const bool is_fitting = rule && fits(*rule, asked, scope);
  auto low = limit_of(std::move(asked.low), *asked.measured, scope);
  auto high = limit_of(std::move(asked.high), *asked.measured, scope);
  if (!is_fitting || !is_usable(low) || !is_usable(high) || !are_in_order(low, high, scope))
    return erroneous(asked.span);
  return make(plain_type(Kind::boolean, scope), asked.span,
              model::Conformity{std::move(asked.measured), std::move(low), std::move(high), asked.excluded, *rule});
}

}  // namespace assay::check
