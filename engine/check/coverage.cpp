// Overlaps and gaps of tables.
#include "check/coverage.hpp"

#include "base/limits.hpp"

#include <algorithm>
#include <numeric>

namespace assay::check {
namespace {

/// The first cell that both match.
std::optional<std::size_t> common_cell(const std::vector<Interval>& left, const std::vector<Interval>& right) {
  std::size_t at_left = 0;
  std::size_t at_right = 0;
  while (at_left < left.size() && at_right < right.size()) {
    const auto begin = std::max(left[at_left].begin, right[at_right].begin);
    if (begin < std::min(left[at_left].end, right[at_right].end)) return begin;
    if (left[at_left].end <= right[at_right].end)
      ++at_left;
    else
      ++at_right;
  }
  return std::nullopt;
}

std::string joined(const std::vector<std::string>& words) {
  std::string line;
  for (const auto& word : words) line += (line.empty() ? "" : ", ") + word;
  return line;
}

}  // namespace

Coverage::Coverage(const model::DecisionTable& table, std::size_t rows, const model::Scheme& scheme) {
  for (std::size_t input = 0; input < table.inputs.size(); ++input) {
    std::vector<const model::Pattern*> patterns;
    for (std::size_t row = 0; row < rows; ++row) patterns.push_back(&table.rows[row].patterns[input]);
    axes_.emplace_back(*table.inputs[input], patterns, scheme);
  }
  for (std::size_t row = 0; row < rows; ++row) {
    auto& matched = rows_.emplace_back();
    for (std::size_t input = 0; input < table.inputs.size(); ++input)
      matched.push_back(axes_[input].cells_of(table.rows[row].patterns[input]));
  }
}

bool Coverage::can_match(std::size_t row, std::size_t input) const {
  return !rows_[row][input].empty();
}

std::optional<std::string> Coverage::common_input(std::size_t first, std::size_t second) const {
  std::vector<std::string> words;
  std::vector<std::size_t> cells;
  for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
    const auto cell = common_cell(rows_[first][axis], rows_[second][axis]);
    if (!cell) return std::nullopt;
    cells.push_back(*cell);
  }
  for (std::size_t axis = 0; axis < axes_.size(); ++axis) words.push_back(axes_[axis].words(cells[axis]));
  return joined(words);
}

std::vector<Overlap> Coverage::overlaps() const {
  std::vector<Overlap> found;
  for (std::size_t second = 1; second < rows_.size(); ++second) {
    for (std::size_t first = 0; first < second; ++first) {
      auto witness = common_input(first, second);
      if (!witness) continue;
      found.push_back({first, second, *std::move(witness)});
      break;
    }
  }
  return found;
}

bool Coverage::is_too_large() const {
  std::size_t combinations = 1;
  for (const auto& axis : axes_) {
    if (axis.cells() > limits::table_cells / combinations) return true;
    combinations *= std::max<std::size_t>(axis.cells(), 1);
  }
  return false;
}

bool Coverage::matches(std::size_t row, std::size_t axis, std::size_t cell) const {
  const auto& intervals = rows_[row][axis];
  const auto after = std::upper_bound(intervals.begin(), intervals.end(), cell,
                                      [](std::size_t at, const Interval& interval) { return at < interval.begin; });
  return after != intervals.begin() && cell < (after - 1)->end;
}

/// Goes through the combinations like an odometer; `candidates[n]` are the rows that match the first n inputs. A prefix
/// that no row matches is a gap whatever follows.
std::optional<std::string> Coverage::gap() const {
  const auto is_empty = [](const Axis& axis) { return axis.cells() == 0; };
  if (std::any_of(axes_.begin(), axes_.end(), is_empty)) return std::nullopt;
  std::vector<std::vector<std::size_t>> candidates(1);
  candidates[0].resize(rows_.size());
  std::iota(candidates[0].begin(), candidates[0].end(), std::size_t{0});
  std::vector<std::size_t> cells{0};
  while (!cells.empty()) {
    const std::size_t axis = cells.size() - 1;
    if (cells[axis] == axes_[axis].cells()) {
      cells.pop_back();
      candidates.pop_back();
      if (!cells.empty()) ++cells.back();
      continue;
    }
    std::vector<std::size_t> matching;
    for (const auto row : candidates.back())
      if (matches(row, axis, cells[axis])) matching.push_back(row);
    if (matching.empty()) {
      std::vector<std::string> words;
      for (std::size_t at = 0; at < axes_.size(); ++at) words.push_back(axes_[at].words(at <= axis ? cells[at] : 0));
      return joined(words);
    }
    if (axis + 1 == axes_.size()) {
      ++cells[axis];
    } else {
      cells.push_back(0);
      candidates.push_back(std::move(matching));
    }
  }
  return std::nullopt;
}

}  // namespace assay::check
