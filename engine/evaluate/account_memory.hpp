#pragma once

#include "assessment/assessment.hpp"
#include "evaluate/second_walk.hpp"

#include <cstddef>
#include <vector>

// Internal to the stage.
namespace assay::evaluate {

/// What whoever writes an account fills again and again.
struct AccountMemory {
  Account of_requirement;
  Account of_part;  ///< of it
  Grounds grounds;
  SeenTexts seen_grounds;

  /// Worked out once a scheme, by the first account.
  const assessment::SchemePlace& place_of_provision(const Scheme& scheme, std::size_t provision);

 private:
  std::vector<assessment::SchemePlace> places_;
};

}  // namespace assay::evaluate
