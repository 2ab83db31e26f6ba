#pragma once

#include "model/scheme.hpp"

#include <set>

// How a condition of the decision can turn when a profile demands more of the same dossier.
namespace assay::check {

/// `same`: as without the profile. `rises`: what held still holds, or cannot be told yet. `falls`: what did not hold
/// still does not, or cannot be told yet.
enum class Course : std::uint8_t { same, rises, falls, either };

/// What the profile demands more, as far as the counts of a decision feel it.
struct Demand {
  bool adds = false;  ///< requirements
  std::set<model::RequirementId> tightened;
  bool applies_anyway = false;     ///< some requirement of the scheme applies to everything
  bool majors_come_first = false;  ///< where a minor nonconformity turns major, an earlier rule has decided
};

Course course_of(const model::Expression& condition, const Demand& demand);

/// `majors > 0`, `0 < majors`, `majors >= 1`, `majors != 0`: is there at least one?
bool is_at_least_one(const model::Expression& condition, model::Tally tally);
/// `majors = 0`, `majors < 1`, `majors <= 0`
bool is_none(const model::Expression& condition, model::Tally tally);

}  // namespace assay::check
