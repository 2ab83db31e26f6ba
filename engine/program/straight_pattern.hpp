#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace assay::program {

/// A pattern for a whole text that can be decided by looking at each of its bytes once, such as
/// `^sha256:[0-9a-f]{64}$`: a word, or as many bytes of a set as there are, step after step. No step can begin with a
/// byte that the one before it could have taken as well.
struct StraightPattern {
  struct Step {
    std::string word;                  ///< if it is empty, bytes of the set:
    std::array<bool, 256> accepted{};  ///< ASCII only
    std::uint32_t fewest = 1;
    std::uint32_t most = 1;

    bool accepts(char letter) const { return accepted[static_cast<unsigned char>(letter)]; }
  };
  static constexpr std::uint32_t any_number = std::numeric_limits<std::uint32_t>::max();

  std::vector<Step> steps;

  bool matches(std::string_view text) const {
    std::size_t at = 0;
    for (const Step& step : steps) {
      if (!step.word.empty()) {
        if (!text.substr(at).starts_with(step.word)) return false;
        at += step.word.size();
        continue;
      }
      const std::size_t from = at;
      while (at != text.size() && step.accepts(text[at])) ++at;
      const std::size_t taken = at - from;
      if (taken < step.fewest || taken > step.most) return false;
    }
    return at == text.size();
  }
};

}  // namespace assay::program
