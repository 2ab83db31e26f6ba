#pragma once

#include "base/word.hpp"

#include <bit>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace assay::program {

/// Texts among which another is looked for, in constant time; they are owned elsewhere.
class TextSet {
 public:
  explicit TextSet(const std::vector<std::string_view>& texts) : places_(std::bit_ceil(2 * texts.size() + 1)) {
    for (const std::string_view text : texts) places_[place_of(text)] = {text, true};
  }

  bool contains(std::string_view text) const { return places_[place_of(text)].second; }

 private:
  /// Where the text is, or the free place where it would be: at least half of them are.
  std::size_t place_of(std::string_view text) const {
    const std::size_t mask = places_.size() - 1;
    std::size_t place = hash_of_word(text) & mask;
    while (places_[place].second && !same_word(places_[place].first, text)) place = (place + 1) & mask;
    return place;
  }

  std::vector<std::pair<std::string_view, bool>> places_;  ///< open addressing; `true` where one is
};

}  // namespace assay::program
