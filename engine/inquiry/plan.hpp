#pragma once

#include "assessment/assessment.hpp"
#include "assessment/outlook.hpp"
#include "model/scheme.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What is still needed to a decision on one case, and in which order. Views are into the scheme and the assessment.
namespace assay::inquiry {

/// A way in which few answers may settle the decision.
struct Route {
  std::uint32_t answers = 0;  ///< that it takes, this step's among them; an answer may raise another question
  /// The outcomes that it may lead to, and through which verdicts; none if all answers together settle the decision.
  std::vector<assessment::Prospect> by;
};

/// One answer that is still needed.
struct Step {
  std::uint32_t point = 0;                ///< in Assessment::open_points
  std::string asked;                      ///< of a fact: "number in %: Share of records with a gap"
  std::optional<Route> route;             ///< the shortest that it is on; nothing if it is on none
  std::vector<std::string_view> methods;  ///< of the requirements that wait for it
};

/// What is determined by one method, as numbers of steps, counted from 0.
struct Group {
  std::string_view method;  ///< empty: the scheme names none
  std::vector<std::uint32_t> steps;
};

/// A question that no longer matters, with a reason from each requirement that asks it.
struct Idle {
  std::uint32_t question = 0;  ///< in Outlook::idle
  std::vector<std::string> because;
};

/// The steps stand in the order that decides soonest:
///   1. by the fewest answers, the step's own among them, that may settle the decision. A single bad answer may refuse
///      a case; what only completes it comes behind;
///   2. then those come first for which more requirements wait;
///   3. then in the order of the scheme, and of the dossier's lists.
/// Nothing is supposed about which answer is likely, or what it costs to get.
struct Plan {
  bool is_decided = false;  ///< the decision waits for nothing; verdicts may
  std::vector<Step> steps;
  std::vector<Group> groups;  ///< each step once, by its first method; groups in the order of their first steps
  std::vector<Idle> idle;
};

Plan plan_of(const assessment::Assessment& assessment, const assessment::Outlook& outlook, const model::Scheme& scheme);

}  // namespace assay::inquiry
