// Laws of the decision rules, held against values, uncertainties and limits that nobody thought of.
#include "statistics/decision_rule.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace assay::laws {
namespace {

using statistics::DecisionRule;
using statistics::Limit;
using statistics::Limits;
using statistics::Measurement;
using statistics::Proportion;
using statistics::RuleKind;

Decimal hundredths(int number) { return *divide(Decimal::of(number), Decimal::of(100)); }

Limits any_limits() {
  const int low = *rc::gen::inRange(-300, 300);
  const bool excluded = *rc::gen::arbitrary<bool>();
  const Limit from{hundredths(low), excluded};
  const Limit to{hundredths(low + *rc::gen::inRange(0, 300)), excluded};
  switch (*rc::gen::inRange(0, 3)) {
    case 0: return {from, std::nullopt};
    case 1: return {std::nullopt, to};
    default: return {from, to};
  }
}

Decimal any_value() { return hundredths(*rc::gen::inRange(-400, 400)); }

Measurement any_measurement() {
  return *statistics::measurement_of(any_value(), hundredths(*rc::gen::inRange(0, 200)),
                                     hundredths(*rc::gen::inRange(100, 400)));
}

Measurement any_interval() {
  const Decimal value = any_value();
  return *statistics::measurement_of_interval(value, *subtract(value, hundredths(*rc::gen::inRange(0, 200))),
                                              *add(value, hundredths(*rc::gen::inRange(0, 200))),
                                              hundredths(*rc::gen::inRange(50, 99)));
}

Truth met(const Measurement& found, const Limits& limits, RuleKind kind, const Decimal& parameter = Decimal::of(1)) {
  return statistics::decide(found, limits, {kind, parameter})->met;
}

RC_GTEST_PROP(DecisionRuleLaws, GuardedAcceptanceImpliesSimpleAcceptanceAndThatGuardedRejection, ()) {
  const Measurement found = *rc::gen::arbitrary<bool>() ? any_measurement() : any_interval();
  const Limits limits = any_limits();
  RC_ASSERT(met(found, limits, RuleKind::guarded_acceptance) <= met(found, limits, RuleKind::simple_acceptance));
  RC_ASSERT(met(found, limits, RuleKind::simple_acceptance) <= met(found, limits, RuleKind::guarded_rejection));
}

RC_GTEST_PROP(DecisionRuleLaws, TheNonBinaryRuleIsBothBinaryOnesWhereTheyAgree, ()) {
  const Measurement found = *rc::gen::arbitrary<bool>() ? any_measurement() : any_interval();
  const Limits limits = any_limits();
  const Truth accepted = met(found, limits, RuleKind::guarded_acceptance);
  const Truth not_rejected = met(found, limits, RuleKind::guarded_rejection);
  RC_ASSERT(met(found, limits, RuleKind::guarded_acceptance_and_rejection) ==
            (accepted == not_rejected ? accepted : Truth::unknown));
}

RC_GTEST_PROP(DecisionRuleLaws, AWiderGuardBandAcceptsLess, ()) {
  const Measurement found = any_measurement();
  const Limits limits = any_limits();
  const int narrow = *rc::gen::inRange(1, 300);
  const int wide = narrow + *rc::gen::inRange(0, 300);
  RC_ASSERT(met(found, limits, RuleKind::guarded_acceptance, hundredths(wide)) <=
            met(found, limits, RuleKind::guarded_acceptance, hundredths(narrow)));
}

RC_GTEST_PROP(DecisionRuleLaws, ASmallerRiskAcceptsLess, ()) {
  const Measurement found = *rc::gen::arbitrary<bool>() ? any_measurement() : any_interval();
  const Limits limits = any_limits();
  const int small = *rc::gen::inRange(1, 50);
  const int large = *rc::gen::inRange(small, 51);
  RC_ASSERT(met(found, limits, RuleKind::consumer_risk, hundredths(small)) <=
            met(found, limits, RuleKind::consumer_risk, hundredths(large)));
}

RC_GTEST_PROP(DecisionRuleLaws, TheProbabilitiesOfConformityAndNonconformityAddUpToOne, ()) {
  const Measurement found = *rc::gen::arbitrary<bool>() ? any_measurement() : any_interval();
  const Limits limits = any_limits();
  const double sum =
      statistics::probability_of_conformity(found, limits) + statistics::probability_of_nonconformity(found, limits);
  RC_ASSERT(std::abs(sum - 1) < 1e-12);
}

RC_GTEST_PROP(DecisionRuleLaws, AnIntervalOfEqualSidesIsTheFormWithUAndK, ()) {
  const Decimal value = any_value();
  const Decimal reach = hundredths(*rc::gen::inRange(1, 200));
  const Limits limits = any_limits();
  // 0.95 and the quantile that belongs to it.
  const auto by_u = *statistics::measurement_of(value, reach, *Decimal::parse("1.959963984540054"));
  const auto by_interval =
      *statistics::measurement_of_interval(value, *subtract(value, reach), *add(value, reach), hundredths(95));
  for (const RuleKind kind : {RuleKind::simple_acceptance, RuleKind::guarded_acceptance, RuleKind::guarded_rejection,
                              RuleKind::guarded_acceptance_and_rejection})
    RC_ASSERT(met(by_u, limits, kind) == met(by_interval, limits, kind));
  RC_ASSERT(std::abs(statistics::probability_of_conformity(by_u, limits) -
                     statistics::probability_of_conformity(by_interval, limits)) < 1e-12);
}

RC_GTEST_PROP(DecisionRuleLaws, MoreTrialsAtTheSameShareNeverTurnAPassIntoAFail, ()) {
  const std::int64_t trials = *rc::gen::inRange(1, 400);
  const std::int64_t successes = *rc::gen::inRange<std::int64_t>(0, trials + 1);
  const std::int64_t times = *rc::gen::inRange(1, 50);
  const DecisionRule rule{RuleKind::confidence, hundredths(*rc::gen::inRange(50, 100))};
  const Limit limit{hundredths(*rc::gen::inRange(0, 101)), *rc::gen::arbitrary<bool>()};
  const Limits limits = *rc::gen::arbitrary<bool>() ? Limits{limit, std::nullopt} : Limits{std::nullopt, limit};
  const Truth few = statistics::decide(Proportion{successes, trials}, limits, rule)->met;
  const Truth many = statistics::decide(Proportion{successes * times, trials * times}, limits, rule)->met;
  RC_ASSERT(!(few == Truth::yes && many == Truth::no));
  RC_ASSERT(!(few == Truth::no && many == Truth::yes));
}

RC_GTEST_PROP(DecisionRuleLaws, MoreConfidenceDecidesLess, ()) {
  const std::int64_t trials = *rc::gen::inRange(1, 400);
  const Proportion found{*rc::gen::inRange<std::int64_t>(0, trials + 1), trials};
  const int less = *rc::gen::inRange(50, 100);
  const int more = *rc::gen::inRange(less, 100);
  const Limits limits{Limit{hundredths(*rc::gen::inRange(0, 101)), *rc::gen::arbitrary<bool>()}, std::nullopt};
  const Truth sure = statistics::decide(found, limits, {RuleKind::confidence, hundredths(more)})->met;
  const Truth less_sure = statistics::decide(found, limits, {RuleKind::confidence, hundredths(less)})->met;
  RC_ASSERT(sure == Truth::unknown || sure == less_sure);
}

}  // namespace
}  // namespace assay::laws
