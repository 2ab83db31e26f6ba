#pragma once

#include "laws/choices.hpp"

#include <string>
#include <vector>

namespace assay::laws {

/// What a law must do without.
struct Features {
  bool division = true;          ///< may have no result
  bool lookup = true;            ///< `the`
  bool extremes = true;          ///< `min`, `max`, `average`: nothing of an empty list
  bool uneven_durations = true;  ///< months against days
  bool undecided = true;         ///< rules that leave a band between met and not met
  bool reversed = false;         ///< operands of `and` and `or` the other way round
};

/// A well-typed scheme, in parts.
struct SchemeText {
  std::string head;
  std::vector<std::string> requirements;
  std::string decision;
  std::vector<std::string> tightenings;  ///< what a profile may demand more, one a requirement
  std::vector<std::string> additions;    ///< requirements that a profile may add

  std::string text() const;
};

SchemeText any_scheme(Choices& choices, const Features& features);

}  // namespace assay::laws
