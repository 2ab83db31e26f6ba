#include "base/nearest.hpp"

#include <algorithm>

namespace assay {
namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }
bool same(char left, char right) { return lower(left) == lower(right); }

bool begins_swapped(std::string_view left, std::string_view right) {
  return left.size() > 1 && right.size() > 1 && same(left[0], right[1]) && same(left[1], right[0]);
}

/// The optimal string alignment distance if it is at most `limit`, else something above `limit`. A common beginning
/// costs nothing, so only the first difference branches: at most 4^limit linear walks.
std::size_t distance(std::string_view left, std::string_view right, std::size_t limit) {
  const auto differ = std::mismatch(left.begin(), left.end(), right.begin(), right.end(), same);
  left.remove_prefix(static_cast<std::size_t>(differ.first - left.begin()));
  right.remove_prefix(static_cast<std::size_t>(differ.second - right.begin()));
  if (left.empty() || right.empty()) return left.size() + right.size();
  if (limit == 0) return 1;
  auto best = distance(left.substr(1), right.substr(1), limit - 1);
  best = std::min(best, distance(left.substr(1), right, limit - 1));
  best = std::min(best, distance(left, right.substr(1), limit - 1));
  if (begins_swapped(left, right)) best = std::min(best, distance(left.substr(2), right.substr(2), limit - 1));
  return best + 1;
}

/// A word of which no letter stays says nothing about what was meant.
std::size_t farthest_for(std::string_view word) {
  const std::size_t allowed = word.size() < 5 ? 1 : 2;
  return std::min(allowed, word.size() - 1);
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.empty()) return std::nullopt;
  std::optional<std::string_view> best;
  auto bound = farthest_for(word) + 1;
  for (const auto candidate : candidates) {
    const auto found = distance(word, candidate, bound - 1);
    if (found >= bound) continue;
    best = candidate;
    bound = found;
    if (bound == 0) break;
  }
  return best;
}

}  // namespace assay
