#pragma once

#include "base/word.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

// Internal to the stage: sets that are emptied and filled for every provision of every dossier, and keep their memory.
namespace assay::evaluate {

/// A set of small numbers, such as slots and definitions.
class Marks {
 public:
  /// False if it is there already.
  bool insert(std::uint32_t number) {
    if (number >= marks_.size()) marks_.resize(std::size_t{number} + 1);
    if (marks_[number] == round_) return false;
    marks_[number] = round_;
    return true;
  }
  void clear() {
    if (++round_ != 0) return;
    std::fill(marks_.begin(), marks_.end(), 0);
    round_ = 1;
  }

 private:
  std::vector<std::uint32_t> marks_;  ///< the round in which each number was put in
  std::uint32_t round_ = 1;
};

/// A set of texts, or of pairs of texts, which must outlive it.
class SeenTexts {
 public:
  /// False if it is there already.
  bool insert(std::string_view first, std::string_view second = {}) {
    if (2 * (seen_.size() + 1) > table_.size()) grow();
    std::uint32_t& place = table_[place_of(first, second)];
    if (place != nothing) return false;
    place = static_cast<std::uint32_t>(seen_.size());
    seen_.push_back({first, second});
    return true;
  }
  void clear() {
    if (seen_.empty()) return;
    seen_.clear();
    // What one provision over a million elements needed is not cleared for every other.
    if (table_.size() > most_kept) table_.resize(most_kept);
    std::fill(table_.begin(), table_.end(), nothing);
  }

 private:
  struct Pair {
    std::string_view first;
    std::string_view second;
  };
  static constexpr std::uint32_t nothing = 0xFFFFFFFF;
  static constexpr std::size_t most_kept = 256;

  /// Where the pair stands, or would stand.
  std::size_t place_of(std::string_view first, std::string_view second) const {
    const std::size_t mask = table_.size() - 1;
    std::size_t place = (hash_of_word(first) * 31 + hash_of_word(second)) & mask;
    for (; table_[place] != nothing; place = (place + 1) & mask) {
      const Pair& there = seen_[table_[place]];
      if (same_word(there.first, first) && same_word(there.second, second)) break;
    }
    return place;
  }
  void grow() {
    table_.assign(std::max<std::size_t>(16, 2 * table_.size()), nothing);
    for (std::uint32_t i = 0; i < seen_.size(); ++i) table_[place_of(seen_[i].first, seen_[i].second)] = i;
  }

  std::vector<Pair> seen_;
  std::vector<std::uint32_t> table_;  ///< of a power of two, at most half full: indices in seen_
};

}  // namespace assay::evaluate
