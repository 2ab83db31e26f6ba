#pragma once

#include "logic/truth.hpp"
#include "quantity/decimal.hpp"
#include "statistics/measurement.hpp"
#include "statistics/proportion.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// How uncertainty enters a statement of conformity (JCGM 106:2012; ILAC-G8:09/2019, 4.2).
namespace assay::statistics {

enum class RuleKind : std::uint8_t {
  simple_acceptance,
  guarded_acceptance,
  guarded_rejection,
  guarded_acceptance_and_rejection,
  consumer_risk,  ///< the probability of nonconformity is at most `parameter`
  confidence      ///< of a proportion: the Clopper-Pearson bounds at `parameter`
};

struct DecisionRule {
  RuleKind kind = RuleKind::simple_acceptance;
  /// The guard band as a multiple of U; the admitted risk or the confidence as a share of 1.
  Decimal parameter = Decimal::of(1);
};

enum class Zone : std::uint8_t { pass, conditional_pass, conditional_fail, fail, inconclusive };
std::string_view to_string(Zone zone);

/// Where a value lies, and what the rule makes of it: unknown between the guard bands, and for too few trials.
struct Conformity {
  Truth met = Truth::unknown;
  Zone zone = Zone::inconclusive;
};

/// Nothing where a number leaves the range of decimals. The guard bands are exact; at a limit that is not excluded a
/// value conforms.
std::optional<Conformity> decide(const Measurement& measured, const Limits& limits, const DecisionRule& rule);

/// `limits` are shares of 1. Two limits share the risk: each bound has half of it, so that both hold with the
/// confidence that was asked.
std::optional<Conformity> decide(const Proportion& found, const Limits& limits, const DecisionRule& rule);

/// The limits moved by the guard band: what a value is compared with. For a consumer's risk they lie z(1 - P) u
/// inside of a single limit; of two limits there are none, for the joint risk moves them together.
struct AcceptanceLimits {
  std::optional<std::string> low;  ///< as JSON numbers
  std::optional<std::string> high;
};
AcceptanceLimits acceptance_limits(const Measurement& measured, const Limits& limits, const DecisionRule& rule);

/// What is left of the risk for each bound: 1 - C, halved between two limits.
double alpha_of(const DecisionRule& rule, const Limits& limits);

}  // namespace assay::statistics
