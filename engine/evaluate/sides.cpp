#include "evaluate/sides.hpp"

#include "base/limits.hpp"

namespace assay::evaluate {

std::vector<std::size_t> companies_of(const OpenFacts& open) {
  std::vector<std::size_t> first(open.facts.size());
  for (std::size_t i = 0; i < first.size(); ++i) first[i] = i;
  for (const auto& pair : open.compared_pairs) {
    const std::size_t kept = std::min(first[pair.first], first[pair.second]);
    const std::size_t gone = std::max(first[pair.first], first[pair.second]);
    std::replace(first.begin(), first.end(), gone, kept);
  }
  return first;
}

void append(Side& to, const Side& more) {
  to.values.insert(to.values.end(), more.values.begin(), more.values.end());
  to.facts.insert(to.facts.end(), more.facts.begin(), more.facts.end());
  to.untried.insert(to.untried.end(), more.untried.begin(), more.untried.end());
  to.is_whole = to.is_whole && more.is_whole;
}

void add_cut(std::size_t fact, const Cut& cut, OpenFacts& found) {
  // A line cut that often has more cells than are tried.
  found.is_cut_off = found.is_cut_off || found.facts[fact].cuts.size() > limits::completion_cells;
  if (found.is_cut_off) return;
  add_once(found.facts[fact].cuts, cut);
}

void use_otherwise(const Side& side, OpenFacts& found) {
  for (const std::size_t fact : side.facts) found.facts[fact].is_only_compared = false;
}

namespace {

void compare_one_way(const Side& left, const Side& right, OpenFacts& found) {
  if (!right.is_whole) use_otherwise(left, found);
  for (const std::size_t fact : left.facts) {
    for (const Cut& value : right.values) add_cut(fact, value, found);
    for (const std::uint32_t slot : right.untried) add_once(found.facts[fact].untried, slot);
    for (const std::size_t other : right.facts)
      if (other != fact) found.compared_pairs.emplace_back(fact, other);
  }
  if (left.is_whole) return;
  for (const Cut& value : right.values) found.near.push_back(value.value);
}

}  // namespace

void compare(const Side& left, const Side& right, OpenFacts& found) {
  compare_one_way(left, right, found);
  compare_one_way(right, left, found);
}

}  // namespace assay::evaluate
