#pragma once

#include "quantity/decimal.hpp"
#include "quantity/value.hpp"

#include <cstdint>
#include <optional>

// How many to look at.
namespace assay::statistics {

/// Special and general inspection levels of ISO 2859-1, in the order of their code letter table.
enum class InspectionLevel : std::uint8_t {
  special_1,
  special_2,
  special_3,
  special_4,
  general_1,
  general_2,
  general_3
};

/// The sample size code letter, 'A' to 'R' without I and O; nothing for a lot below 2.
std::optional<char> code_letter(std::int64_t lot, InspectionLevel level);

/// The single sampling plan for normal or tightened inspection, as the tables of ISO 2859-1 give it once their arrows
/// are followed; its size may exceed the lot. Nothing if the lot is below 2 or the AQL (in percent) is none of
/// theirs.
std::optional<SamplingPlan> single_plan(std::int64_t lot, const Decimal& aql, InspectionLevel level, bool tightened);

/// Is it one of the 26 preferred AQLs from 0.010 to 1000?
bool is_preferred_aql(const Decimal& aql);

enum class AuditStage : std::uint8_t { initial, surveillance, recertification, effective_recertification };

/// Sites of `count` that an audit visits: the square root, rounded up; six tenths of it in surveillance, eight tenths
/// at recertification of a system that has proved effective (IAF MD 1). Nothing unless 1 <= count <= limits::trials.
std::optional<std::int64_t> sites_to_visit(std::int64_t count, AuditStage stage);

/// The smallest n with share^n <= 1 - confidence: as many trials without a failure show with this confidence that at
/// least `share` succeed. Nothing unless both lie between 0 and 1 and the result is at most limits::trials.
std::optional<std::int64_t> zero_failure_sample(const Decimal& share, const Decimal& confidence);

}  // namespace assay::statistics
