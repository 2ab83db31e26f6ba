#pragma once

#include "evaluate/open_facts.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

// Internal to the stage: comparisons between what may come to several values, and what they say of the open facts.
namespace assay::evaluate {

/// What an expression may come to, as far as it is a given value or an open fact as it stands.
struct Side {
  std::vector<Cut> values;
  std::vector<std::size_t> facts;
  std::vector<std::uint32_t> untried;  ///< facts that are not known and not tried
  bool is_whole = true;                ///< nothing else is computed there
};

/// Adds what the other may come to.
void append(Side& to, const Side& more);

/// Notes in the facts of each side what it is compared with.
void compare(const Side& left, const Side& right, OpenFacts& found);
/// Notes in the facts of the side that they are not only compared.
void use_otherwise(const Side& side, OpenFacts& found);
/// Notes that the fact is compared with a known value.
void add_cut(std::size_t fact, const Cut& cut, OpenFacts& found);

template <typename Item>
void add_once(std::vector<Item>& items, const Item& item) {
  if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
}

}  // namespace assay::evaluate
