// Decisions about measured values: from the formulas, with the distributions summed and not looked up.
#include "reference/evaluator.hpp"

#include <cmath>

namespace assay::reference {

using namespace model;
using statistics::RuleKind;

namespace {

/// Which side of a limit a value lies on: within, or not.
bool is_within(const Decimal& value, const Decimal& limit, bool is_low, bool excluded) {
  if (value == limit) return !excluded;
  return is_low == (value > limit);
}

/// A value with what its uncertainty reaches, and the standard uncertainty of each side.
struct Reach {
  Decimal value, below, above;
  long double u_below = 0, u_above = 0;
};

long double real(const Decimal& number) { return std::stold(number.to_string()); }

/// The z of (1 + level) / 2, by bisection of erf(z / sqrt 2) = level.
long double coverage(long double level) {
  long double low = 0;
  long double high = 40;
  for (int i = 0; i < 200; ++i) {
    const long double middle = (low + high) / 2;
    (std::erf(middle / std::sqrt(2.0L)) < level ? low : high) = middle;
  }
  return low;
}

std::optional<Reach> reach_of(const Fact& fact) {
  const auto part = [&](std::size_t i) { return std::get<Decimal>(fact.fields[i].value); };
  Reach reach{part(0), {}, {}};
  if (fact.fields[1].is_known()) {
    reach.below = reach.above = part(1);
    reach.u_below = reach.u_above = real(part(1)) / real(part(2));
    return reach;
  }
  const auto below = subtract(part(0), part(3));
  const auto above = subtract(part(4), part(0));
  if (!below || !above) return std::nullopt;
  reach.below = *below;
  reach.above = *above;
  reach.u_below = real(*below) / coverage(real(part(5)));
  reach.u_above = real(*above) / coverage(real(part(5)));
  return reach;
}

/// One limit of the comparison.
struct Asked {
  Decimal limit;
  bool is_low = true;
  bool excluded = false;
};

long double outside(const Reach& reach, const Asked& asked) {
  const long double distance = real(*subtract(reach.value, asked.limit)) * (asked.is_low ? 1 : -1);
  const bool is_above = reach.value > asked.limit;
  const long double u = is_above ? reach.u_below : reach.u_above;
  if (distance == 0 && (reach.u_below > 0 || reach.u_above > 0)) return 0.5L;
  if (u == 0) return is_within(reach.value, asked.limit, asked.is_low, asked.excluded) ? 0 : 1;
  return std::erfc(distance / u / std::sqrt(2.0L)) / 2;
}

/// Does the value lie within the limit, moved inwards by `multiple` of the uncertainty? A negative one moves outwards.
std::optional<bool> accepts(const Reach& reach, const Asked& asked, const Decimal& multiple) {
  const bool inwards = !multiple.is_negative();
  const Decimal& width = asked.is_low == inwards ? reach.below : reach.above;
  const auto guard = multiply(multiple, width);
  const auto moved = !guard ? std::nullopt : asked.is_low ? add(asked.limit, *guard) : subtract(asked.limit, *guard);
  if (!moved) return std::nullopt;
  return is_within(reach.value, *moved, asked.is_low, asked.excluded);
}

/// All of the limits; nothing if one has no result.
std::optional<bool> accepts_all(const Reach& reach, const std::vector<Asked>& all, const Decimal& multiple) {
  bool every = true;
  for (const Asked& asked : all) {
    const auto one = accepts(reach, asked, multiple);
    if (!one) return std::nullopt;
    every = every && *one;
  }
  return every;
}

std::optional<Truth> by_measurement(const Reach& reach, const std::vector<Asked>& all,
                                    const statistics::DecisionRule& rule) {
  const auto accepted = accepts_all(reach, all, rule.parameter);
  const auto not_rejected = accepts_all(reach, all, negate(rule.parameter));
  switch (rule.kind) {
    case RuleKind::simple_acceptance: return truth_of(*accepts_all(reach, all, Decimal{}));
    case RuleKind::guarded_acceptance: return accepted ? std::optional(truth_of(*accepted)) : std::nullopt;
    case RuleKind::guarded_rejection: return not_rejected ? std::optional(truth_of(*not_rejected)) : std::nullopt;
    case RuleKind::guarded_acceptance_and_rejection:
      if (!accepted || !not_rejected) return std::nullopt;
      return *accepted ? Truth::yes : *not_rejected ? Truth::unknown : Truth::no;
    case RuleKind::consumer_risk: {
      long double risk = 0;
      for (const Asked& asked : all) risk += outside(reach, asked);
      return truth_of(risk <= real(rule.parameter));
    }
    case RuleKind::confidence: break;
  }
  return std::nullopt;
}

/// P(X <= successes) or P(X >= successes) of `trials`, term by term.
long double tail(int successes, int trials, long double share, bool is_upper) {
  long double sum = 0;
  for (int k = is_upper ? successes : 0; k <= (is_upper ? trials : successes); ++k) {
    long double term = 1;
    for (int i = 0; i < k; ++i) term *= share * static_cast<long double>(trials - i) / static_cast<long double>(i + 1);
    for (int i = k; i < trials; ++i) term *= 1 - share;
    sum += term;
  }
  return sum;
}

Truth by_confidence(int successes, int trials, const std::vector<Asked>& all, long double alpha) {
  Truth result = Truth::yes;
  for (const Asked& asked : all) {
    const long double share = real(asked.limit) / 100;
    // The bounds never leave 0 .. 1, and may lie on its ends.
    const long double end = asked.is_low ? share : 1 - share;
    if (end < 0 || (end == 0 && !asked.excluded)) continue;
    if (end > 1 || (end == 1 && asked.excluded)) return Truth::no;
    // Met: the successes are too many (few) for a share at the limit. Not met: the other way round.
    const long double met = tail(successes, trials, share, asked.is_low);
    const long double not_met = tail(successes, trials, share, !asked.is_low);
    const bool is_met = asked.excluded ? met < alpha : met <= alpha;
    const bool is_not_met = asked.excluded ? not_met <= alpha : not_met < alpha;
    result = both(result, is_met ? Truth::yes : is_not_met ? Truth::no : Truth::unknown);
  }
  return result;
}

}  // namespace

Result Evaluator::of(const Conformity& conformity, const Names& names) const {
  std::vector<const Expression*> parts{conformity.measured.get()};
  std::vector<Asked> asked;
  bool is_missing = false;
  for (const auto* limit : {conformity.low.get(), conformity.high.get()})
    if (limit != nullptr) parts.push_back(limit);
  for (const Expression* part : parts) {
    const Result result = value(*part, names);
    if (result.state == Result::State::unknown) return Result::unknown();
    is_missing |= result.state == Result::State::missing;
    if (part != conformity.measured.get() && result.is_known())
      asked.push_back({std::get<Decimal>(result.thing), part == conformity.low.get(), conformity.excluded});
  }
  if (is_missing) return Result::missing();
  const Fact& fact = *std::get<const Fact*>(value(*conformity.measured, names).thing);
  const bool is_proportion = fact.fields.size() == 2;
  if (!is_proportion) {
    const auto reach = reach_of(fact);
    const auto decided = reach ? by_measurement(*reach, asked, conformity.rule) : std::nullopt;
    return decided ? Result::of(*decided) : Result::unknown();
  }
  const Decimal successes = std::get<Decimal>(fact.fields[0].value);
  const Decimal trials = std::get<Decimal>(fact.fields[1].value);
  if (conformity.rule.kind == RuleKind::confidence) {
    const long double risk = 1 - real(conformity.rule.parameter);
    return Result::of(by_confidence(static_cast<int>(*successes.to_int64()), static_cast<int>(*trials.to_int64()),
                                    asked, asked.size() == 2 ? risk / 2 : risk));
  }
  bool is_met = true;
  for (const Asked& one : asked)
    is_met = is_met &&
             is_within(*multiply(successes, Decimal::of(100)), *multiply(one.limit, trials), one.is_low, one.excluded);
  return Result::known(is_met);
}

void Evaluator::why_conformity(const Expression& expression, const Names& names, std::vector<Cause>& causes) const {
  const auto& conformity = std::get<Conformity>(expression.node);
  for (const Expression* part : operands(expression))
    if (!value(*part, names).is_known()) return why_operands(expression, names, causes);
  const Fact& fact = *std::get<const Fact*>(value(*conformity.measured, names).thing);
  causes.push_back({conformity.rule.kind == RuleKind::confidence ? "inconclusive" : "guard_band", fact.pointer});
}

/// The fact that is missing or invalid: of a part of a measured value the whole.
const Fact* Evaluator::culprit(const Expression& expression, const Names& names) const {
  if (const auto* access = std::get_if<FieldAccess>(&expression.node)) {
    const Fact* object = fact(*access->object, names);
    if (object != nullptr && object->is_measured && !object->is_known()) return object;
  }
  return fact(expression, names);
}

}  // namespace assay::reference
