#pragma once

#include "assessment/outlook.hpp"
#include "evaluate/second_walk.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <tuple>
#include <vector>

// Internal to the stage.
namespace assay::evaluate {

/// Open points of all requirements, each once, in the order in which they were first needed.
class OpenPoints {
 public:
  OpenPoints(const Scheme& scheme, SecondWalk& walk) : scheme_(scheme), walk_(walk) {}

  void add(const Need& need, const assessment::Wait& wait, bool if_applicable) {
    waits_[position_of(need, if_applicable)].push_back(wait);
  }
  /// What no requirement waits for, but the decision.
  void add(const Need& need) { position_of(need, false); }

  /// Puts them where a report finds them, and who waits for each of them into `waits`.
  void take(std::vector<assessment::OpenPoint>& points, std::vector<std::vector<assessment::Wait>>& waits);

 private:
  std::size_t position_of(const Need& need, bool if_applicable);
  assessment::OpenPoint point(const Need& need);

  const Scheme& scheme_;
  SecondWalk& walk_;
  std::vector<assessment::OpenPoint> points_;
  std::vector<std::vector<assessment::Wait>> waits_;
  std::map<std::tuple<assessment::NeedKind, std::uint32_t, std::string_view>, std::size_t> positions_;
};

}  // namespace assay::evaluate
