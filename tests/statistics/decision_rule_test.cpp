#include "statistics/decision_rule.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace assay::statistics {

namespace {

Decimal decimal(std::string_view digits) { return *Decimal::parse(digits); }

Limits at_least(std::string_view limit) { return {Limit{decimal(limit)}, std::nullopt}; }
Limits at_most(std::string_view limit) { return {std::nullopt, Limit{decimal(limit)}}; }

Measurement measured(std::string_view value, std::string_view expanded) {
  return *measurement_of(decimal(value), decimal(expanded), Decimal::of(2));
}

std::string zone(const Measurement& found, const Limits& limits, RuleKind kind, std::string_view parameter = "1") {
  const auto decided = decide(found, limits, {kind, decimal(parameter)});
  return decided ? std::string(to_string(decided->zone)) : "nothing";
}

}  // namespace

TEST(NonBinaryRule, HasTheZonesOfIlacG8) {
  const auto zone_of = [](std::string_view y) {
    return zone(measured(y, "0.4"), at_most("10"), RuleKind::guarded_acceptance_and_rejection);
  };
  EXPECT_EQ(zone_of("9.60"), "pass");
  EXPECT_EQ(zone_of("9.61"), "conditional_pass");
  EXPECT_EQ(zone_of("10.00"), "conditional_pass");
  EXPECT_EQ(zone_of("10.01"), "conditional_fail");
  EXPECT_EQ(zone_of("10.40"), "conditional_fail");
  EXPECT_EQ(zone_of("10.41"), "fail");
}

TEST(NonBinaryRule, IsUnknownBetweenTheGuardBandsAlone) {
  const DecisionRule rule{RuleKind::guarded_acceptance_and_rejection, Decimal::of(1)};
  EXPECT_EQ(decide(measured("91.2", "1.2"), at_least("90"), rule)->met, Truth::yes);
  EXPECT_EQ(decide(measured("91.1", "1.2"), at_least("90"), rule)->met, Truth::unknown);
  EXPECT_EQ(decide(measured("88.8", "1.2"), at_least("90"), rule)->met, Truth::unknown);
  EXPECT_EQ(decide(measured("88.7", "1.2"), at_least("90"), rule)->met, Truth::no);
}

TEST(SimpleAcceptance, TakesTheValueAlone) {
  EXPECT_EQ(zone(measured("90", "5"), at_least("90"), RuleKind::simple_acceptance), "pass");
  EXPECT_EQ(zone(measured("89.99", "5"), at_least("90"), RuleKind::simple_acceptance), "fail");
  Limits above = at_least("90");
  above.low->excluded = true;
  EXPECT_EQ(zone(measured("90", "5"), above, RuleKind::simple_acceptance), "fail");
}

TEST(GuardedAcceptance, KeepsTheGuardBandFromTheLimit) {
  EXPECT_EQ(zone(measured("91.2", "1.2"), at_least("90"), RuleKind::guarded_acceptance), "pass");
  EXPECT_EQ(zone(measured("91.19", "1.2"), at_least("90"), RuleKind::guarded_acceptance), "fail");
  EXPECT_EQ(zone(measured("90.996", "1.2"), at_least("90"), RuleKind::guarded_acceptance, "0.83"), "pass");
  EXPECT_EQ(zone(measured("90.995", "1.2"), at_least("90"), RuleKind::guarded_acceptance, "0.83"), "fail");
}

TEST(GuardedRejection, RejectsBeyondTheGuardBandAlone) {
  EXPECT_EQ(zone(measured("88.8", "1.2"), at_least("90"), RuleKind::guarded_rejection), "pass");
  EXPECT_EQ(zone(measured("88.79", "1.2"), at_least("90"), RuleKind::guarded_rejection), "fail");
}

TEST(TwoSidedRule, GuardsBothEnds) {
  const Limits both{Limit{decimal("9.5")}, Limit{decimal("10.5")}};
  EXPECT_EQ(zone(measured("10.1", "0.4"), both, RuleKind::guarded_acceptance), "pass");
  EXPECT_EQ(zone(measured("10.2", "0.4"), both, RuleKind::guarded_acceptance), "fail");
  EXPECT_EQ(zone(measured("10.2", "0.4"), both, RuleKind::guarded_acceptance_and_rejection), "conditional_pass");
  EXPECT_EQ(zone(measured("9.2", "0.4"), both, RuleKind::guarded_acceptance_and_rejection), "conditional_fail");
  EXPECT_EQ(zone(measured("9.0", "0.4"), both, RuleKind::guarded_acceptance_and_rejection), "fail");
  // p_c = 0.9759, so the joint risk is 2.41 %.
  EXPECT_EQ(zone(measured("10.1", "0.4"), both, RuleKind::consumer_risk, "0.025"), "pass");
  EXPECT_EQ(zone(measured("10.1", "0.4"), both, RuleKind::consumer_risk, "0.024"), "fail");
}

TEST(ConsumerRisk, AcceptsUpToTheAdmittedProbability) {
  // 0.93 with u 0.012 has a risk of 0.62 %, 0.912 one of 15.87 %.
  EXPECT_EQ(zone(measured("0.93", "0.024"), at_least("0.90"), RuleKind::consumer_risk, "0.05"), "pass");
  EXPECT_EQ(zone(measured("0.912", "0.024"), at_least("0.90"), RuleKind::consumer_risk, "0.05"), "fail");
  EXPECT_EQ(zone(measured("0.90", "0.024"), at_least("0.90"), RuleKind::consumer_risk, "0.5"), "pass");
}

TEST(Interval, IsAskedAtItsNearEnd) {
  const auto found = *measurement_of_interval(decimal("93"), decimal("91"), decimal("93.5"), decimal("0.95"));
  EXPECT_EQ(zone(found, at_least("91"), RuleKind::guarded_acceptance), "pass");
  EXPECT_EQ(zone(found, at_least("91.1"), RuleKind::guarded_acceptance), "fail");
  EXPECT_EQ(zone(found, at_most("93.5"), RuleKind::guarded_acceptance), "pass");
  EXPECT_EQ(zone(found, at_most("93.4"), RuleKind::guarded_acceptance), "fail");
  EXPECT_EQ(zone(found, at_least("93.5"), RuleKind::guarded_rejection), "pass");
  EXPECT_EQ(zone(found, at_least("93.6"), RuleKind::guarded_rejection), "fail");
}

TEST(AcceptanceLimits, AreWhatAValueIsComparedWith) {
  const auto low = [](RuleKind kind, std::string_view parameter) {
    return acceptance_limits(measured("93", "1.2"), at_least("90"), {kind, decimal(parameter)}).low.value_or("none");
  };
  EXPECT_EQ(low(RuleKind::simple_acceptance, "1"), "90");
  EXPECT_EQ(low(RuleKind::guarded_acceptance, "0.83"), "90.996");
  EXPECT_EQ(low(RuleKind::guarded_rejection, "1"), "88.8");
  EXPECT_EQ(low(RuleKind::guarded_acceptance_and_rejection, "1"), "91.2");
  EXPECT_EQ(low(RuleKind::consumer_risk, "0.05"), "90.9869");
}

TEST(AnOverflow, GivesNoResult) {
  EXPECT_EQ(zone(measured("9e6144", "9e6144"), at_least("9e6144"), RuleKind::guarded_acceptance, "2"), "nothing");
}

TEST(ByConfidence, AProportionPassesFailsOrIsInconclusive) {
  const auto zone_of = [](std::int64_t successes, std::int64_t trials, const Limits& limits) {
    return std::string(
        to_string(decide(Proportion{successes, trials}, limits, {RuleKind::confidence, decimal("0.95")})->zone));
  };
  EXPECT_EQ(zone_of(950, 1000, at_least("0.93")), "pass");
  EXPECT_EQ(zone_of(950, 1000, at_least("0.94")), "inconclusive");
  EXPECT_EQ(zone_of(950, 1000, at_least("0.97")), "fail");
  EXPECT_EQ(zone_of(90, 100, at_least("0.85")), "inconclusive");
  EXPECT_EQ(zone_of(95, 100, at_least("0.85")), "pass");
  EXPECT_EQ(zone_of(10, 10, at_least("1")), "inconclusive");
  EXPECT_EQ(zone_of(0, 10, at_least("0")), "pass");
  EXPECT_EQ(zone_of(0, 59, at_most("0.05")), "pass");
  EXPECT_EQ(zone_of(0, 58, at_most("0.05")), "inconclusive");
  EXPECT_EQ(zone_of(95, 100, {Limit{decimal("0.88")}, Limit{decimal("0.99")}}), "pass");
  EXPECT_EQ(zone_of(95, 100, {Limit{decimal("0.89")}, Limit{decimal("0.99")}}), "inconclusive");
}

TEST(SimpleAcceptance, ComparesSuccessesWithoutADivision) {
  const DecisionRule rule;
  EXPECT_EQ(decide(Proportion{1, 3}, at_least("0.3333333333333333333333333333333333"), rule)->met, Truth::yes);
  EXPECT_EQ(decide(Proportion{98, 100}, at_least("0.98"), rule)->met, Truth::yes);
  EXPECT_EQ(decide(Proportion{97, 100}, at_least("0.98"), rule)->met, Truth::no);
}

}  // namespace assay::statistics
