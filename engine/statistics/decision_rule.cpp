#include "statistics/decision_rule.hpp"

#include "statistics/distribution.hpp"
#include "statistics/real.hpp"

namespace assay::statistics {

namespace {

bool is_inside_low(const Decimal& value, const Limit& limit) {
  return limit.excluded ? value > limit.value : value >= limit.value;
}
bool is_inside_high(const Decimal& value, const Limit& limit) {
  return limit.excluded ? value < limit.value : value <= limit.value;
}
bool is_inside(const Decimal& value, const Limits& limits) {
  return (!limits.low || is_inside_low(value, *limits.low)) && (!limits.high || is_inside_high(value, *limits.high));
}

bool is_finite(const Measurement& measured) {
  constexpr double largest = 1e300;
  return measured.standard_below < largest && measured.standard_above < largest;
}

enum class Towards { inside, outside };

/// T_L + w and T_U - w, or the other way. Towards the inside the near end of the uncertainty counts, so that for a
/// lower limit it is what reaches below the value; towards the outside it is the far end.
std::optional<Limits> moved(const Limits& limits, const Measurement& measured, const Decimal& multiple,
                            Towards towards) {
  const bool is_inside = towards == Towards::inside;
  Limits result = limits;
  if (result.low) {
    const auto guard = multiply(multiple, is_inside ? measured.below : measured.above);
    const auto end = !guard      ? std::nullopt
                     : is_inside ? add(limits.low->value, *guard)
                                 : subtract(limits.low->value, *guard);
    if (!end) return std::nullopt;
    result.low->value = *end;
  }
  if (result.high) {
    const auto guard = multiply(multiple, is_inside ? measured.above : measured.below);
    const auto end = !guard      ? std::nullopt
                     : is_inside ? subtract(limits.high->value, *guard)
                                 : add(limits.high->value, *guard);
    if (!end) return std::nullopt;
    result.high->value = *end;
  }
  return result;
}

Conformity binary(bool holds) { return {truth_of(holds), holds ? Zone::pass : Zone::fail}; }

std::optional<Conformity> between_guard_bands(const Measurement& measured, const Limits& limits,
                                              const Decimal& multiple) {
  const auto accepted = moved(limits, measured, multiple, Towards::inside);
  const auto not_rejected = moved(limits, measured, multiple, Towards::outside);
  if (!accepted || !not_rejected) return std::nullopt;
  if (is_inside(measured.value, *accepted)) return binary(true);
  if (!is_inside(measured.value, *not_rejected)) return binary(false);
  return Conformity{Truth::unknown,
                    is_inside(measured.value, limits) ? Zone::conditional_pass : Zone::conditional_fail};
}

/// Does the whole confidence interval lie within the limits, or outside of one?
Conformity by_confidence(const Proportion& found, const Limits& limits, double alpha) {
  bool met = true;
  bool not_met = false;
  if (const auto& low = limits.low) {
    const double share = to_double(low->value);
    met = met &&
          (low->excluded ? lower_bound_is_above(found, alpha, share) : lower_bound_is_at_least(found, alpha, share));
    not_met = not_met ||
              (low->excluded ? upper_bound_is_at_most(found, alpha, share) : upper_bound_is_below(found, alpha, share));
  }
  if (const auto& high = limits.high) {
    const double share = to_double(high->value);
    met = met &&
          (high->excluded ? upper_bound_is_below(found, alpha, share) : upper_bound_is_at_most(found, alpha, share));
    not_met = not_met || (high->excluded ? lower_bound_is_at_least(found, alpha, share)
                                         : lower_bound_is_above(found, alpha, share));
  }
  if (met == not_met) return {Truth::unknown, Zone::inconclusive};
  return binary(met);
}

/// successes / trials against a share, without the division.
std::optional<Limits> in_successes(const Limits& limits, const Proportion& found) {
  Limits result = limits;
  for (auto* limit : {&result.low, &result.high}) {
    if (!*limit) continue;
    const auto needed = multiply((*limit)->value, Decimal::of(found.trials));
    if (!needed) return std::nullopt;
    (*limit)->value = *needed;
  }
  return result;
}

}  // namespace

std::string_view to_string(Zone zone) {
  switch (zone) {
    case Zone::pass: return "pass";
    case Zone::conditional_pass: return "conditional_pass";
    case Zone::conditional_fail: return "conditional_fail";
    case Zone::fail: return "fail";
    case Zone::inconclusive: return "inconclusive";
  }
  return "inconclusive";
}

std::optional<Conformity> decide(const Measurement& measured, const Limits& limits, const DecisionRule& rule) {
  switch (rule.kind) {
    case RuleKind::simple_acceptance: return binary(is_inside(measured.value, limits));
    case RuleKind::guarded_acceptance: {
      const auto accepted = moved(limits, measured, rule.parameter, Towards::inside);
      return accepted ? std::optional(binary(is_inside(measured.value, *accepted))) : std::nullopt;
    }
    case RuleKind::guarded_rejection: {
      const auto not_rejected = moved(limits, measured, rule.parameter, Towards::outside);
      return not_rejected ? std::optional(binary(is_inside(measured.value, *not_rejected))) : std::nullopt;
    }
    case RuleKind::guarded_acceptance_and_rejection: return between_guard_bands(measured, limits, rule.parameter);
    case RuleKind::consumer_risk:
      if (!is_finite(measured)) return std::nullopt;
      return binary(probability_of_nonconformity(measured, limits) <= to_double(rule.parameter));
    case RuleKind::confidence: break;
  }
  return std::nullopt;
}

std::optional<Conformity> decide(const Proportion& found, const Limits& limits, const DecisionRule& rule) {
  if (rule.kind == RuleKind::confidence) return by_confidence(found, limits, alpha_of(rule, limits));
  if (rule.kind != RuleKind::simple_acceptance) return std::nullopt;
  const auto needed = in_successes(limits, found);
  return needed ? std::optional(binary(is_inside(Decimal::of(found.successes), *needed))) : std::nullopt;
}

AcceptanceLimits acceptance_limits(const Measurement& measured, const Limits& limits, const DecisionRule& rule) {
  AcceptanceLimits result;
  if (rule.kind == RuleKind::confidence) return result;
  if (rule.kind == RuleKind::consumer_risk) {
    if (limits.low && limits.high) return result;
    const double z = -normal_quantile(to_double(rule.parameter));
    if (limits.low) result.low = to_six_digits(to_double(limits.low->value) + z * measured.standard_below);
    if (limits.high) result.high = to_six_digits(to_double(limits.high->value) - z * measured.standard_above);
    return result;
  }
  const bool is_simple = rule.kind == RuleKind::simple_acceptance;
  const auto towards = rule.kind == RuleKind::guarded_rejection ? Towards::outside : Towards::inside;
  const auto accepted = moved(limits, measured, is_simple ? Decimal{} : rule.parameter, towards);
  if (!accepted) return result;
  if (accepted->low) result.low = accepted->low->value.to_string();
  if (accepted->high) result.high = accepted->high->value.to_string();
  return result;
}

double alpha_of(const DecisionRule& rule, const Limits& limits) {
  const auto risk = subtract(Decimal::of(1), rule.parameter);
  const double alpha = risk ? to_double(*risk) : 0;
  return limits.low && limits.high ? alpha / 2 : alpha;
}

}  // namespace assay::statistics
