// Overlaps and gaps of tables.
#include "check/coverage.hpp"

#include "base/limits.hpp"

#include <algorithm>
#include <map>
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

void drop_ended(std::vector<Stretch>& open, std::size_t cell) {
  open.erase(std::remove_if(open.begin(), open.end(), [&](const Stretch& stretch) { return stretch.end <= cell; }),
             open.end());
}

}  // namespace

void Coverage::Level::enter_cell() {
  drop_ended(open, cell);
  while (next < stretches.size() && stretches[next].begin <= cell) open.push_back(stretches[next++]);
}

std::vector<std::size_t> Coverage::Level::rows() const {
  std::vector<std::size_t> numbers;
  for (const auto& stretch : open) numbers.push_back(stretch.row);
  return numbers;
}

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

bool Coverage::can_match(std::size_t row, std::size_t input) const { return !rows_[row][input].empty(); }

std::optional<std::vector<std::size_t>> Coverage::common_cells(std::size_t first, std::size_t second) const {
  std::vector<std::size_t> cells;
  for (std::size_t axis = 0; axis < axes_.size(); ++axis) {
    const auto cell = common_cell(rows_[first][axis], rows_[second][axis]);
    if (!cell) return std::nullopt;
    cells.push_back(*cell);
  }
  return cells;
}

std::vector<Stretch> Coverage::stretches(const std::vector<std::size_t>& rows, std::size_t axis) const {
  std::vector<Stretch> found;
  for (const auto row : rows)
    for (const auto& interval : rows_[row][axis]) found.push_back({interval.begin, interval.end, row});
  std::stable_sort(found.begin(), found.end(),
                   [](const Stretch& left, const Stretch& right) { return left.begin < right.begin; });
  return found;
}

/// Along the first input, a row is compared with those that match there too.
std::vector<Overlap> Coverage::overlaps() const {
  std::map<std::size_t, std::size_t> partners;
  std::vector<Stretch> open;
  for (const auto& stretch : stretches(all_rows(), 0)) {
    drop_ended(open, stretch.begin);
    const auto other = std::find_if(open.begin(), open.end(), [&](const Stretch& earlier) {
      return earlier.row != stretch.row && common_cells(earlier.row, stretch.row);
    });
    if (other != open.end()) partners.emplace(std::max(other->row, stretch.row), std::min(other->row, stretch.row));
    open.push_back(stretch);
  }
  std::vector<Overlap> found;
  for (const auto& [second, first] : partners) found.push_back({first, second, words_of(*common_cells(first, second))});
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

/// Goes through the combinations like an odometer, with a level for each input that is fixed. A prefix that no row
/// matches is a gap whatever follows.
std::optional<std::string> Coverage::gap() const {
  const auto is_empty = [](const Axis& axis) { return axis.cells() == 0; };
  if (std::any_of(axes_.begin(), axes_.end(), is_empty)) return std::nullopt;
  std::vector<Level> levels;
  levels.push_back({.stretches = stretches(all_rows(), 0)});
  while (!levels.empty()) {
    auto& level = levels.back();
    if (level.cell == axes_[levels.size() - 1].cells()) {
      levels.pop_back();
      if (!levels.empty()) ++levels.back().cell;
      continue;
    }
    level.enter_cell();
    if (level.open.empty()) return words_of(levels);
    if (levels.size() == axes_.size())
      ++level.cell;
    else
      levels.push_back({.stretches = stretches(level.rows(), levels.size())});
  }
  return std::nullopt;
}

std::vector<std::size_t> Coverage::all_rows() const {
  std::vector<std::size_t> rows(rows_.size());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  return rows;
}

/// Any cell will do for the inputs behind the last level.
std::string Coverage::words_of(const std::vector<Level>& levels) const {
  std::vector<std::size_t> cells(axes_.size());
  for (std::size_t axis = 0; axis < levels.size(); ++axis) cells[axis] = levels[axis].cell;
  return words_of(cells);
}

std::string Coverage::words_of(const std::vector<std::size_t>& cells) const {
  std::string line;
  for (std::size_t axis = 0; axis < axes_.size(); ++axis)
    line += (line.empty() ? "" : ", ") + axes_[axis].words(cells[axis]);
  return line;
}

}  // namespace assay::check
