#pragma once

#include "inquiry/facts_read.hpp"
#include "model/scheme.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

// The assessment plan of a scheme, before there is a case: what has to be determined, and by which method. Views are
// into the scheme.
namespace assay::inquiry {

/// What one requirement takes to be assessed.
struct RequirementPlan {
  std::uint32_t requirement = 0;  ///< index in the scheme
  std::vector<std::uint32_t> judgements;
  std::vector<std::uint32_t> presumptions;
  std::vector<FactRead> facts;
};

/// The requirements of one method, as indices in the scheme.
struct MethodPlan {
  std::string_view method;                  ///< empty: the scheme names none
  std::vector<std::uint32_t> requirements;  ///< whose first method it is
  std::vector<std::uint32_t> also;          ///< that name it behind another
};

struct SchemePlan {
  std::vector<RequirementPlan> requirements;
  std::vector<MethodPlan> methods;       ///< in the order in which the scheme names them
  std::vector<FactRead> decision_facts;  ///< that a decision reads besides the verdicts
};

SchemePlan plan_of(const model::Scheme& scheme);

}  // namespace assay::inquiry
