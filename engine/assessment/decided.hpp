#pragma once

#include "logic/verdict.hpp"

#include <vector>

namespace assay::assessment {

/// What was decided about a dossier, without the account of it: all that counts and compact lines tell.
struct Decided {
  DecisionOutcome decision = DecisionOutcome::defer;
  std::vector<Judged> requirements;  ///< in the order of the scheme
};

}  // namespace assay::assessment
