#pragma once

#include "model/scheme.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace assay::check {

/// Cells [begin, end) of an axis.
struct Interval {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The values of one input of a table, cut at the constants of its patterns into cells that no pattern tells apart.
/// Only cells that hold a value count: there is no integer between 5 and 6.
class Axis {
 public:
  /// `input` and `patterns` (those that stand at that input) have one type.
  Axis(const model::Expression& input, const std::vector<const model::Pattern*>& patterns, const model::Scheme& scheme);

  std::size_t cells() const { return samples_.size(); }
  /// One value of the cell, in words.
  std::string words(std::size_t cell) const;
  /// What the pattern matches, in order; no interval is empty.
  std::vector<Interval> cells_of(const model::Pattern& pattern) const;

 private:
  /// Comparable values; the type tells which.
  using Point = std::variant<bool, Member, Decimal, std::string_view, Date, DateTime>;
  struct Cell {
    std::optional<Point> low;
    std::optional<Point> high;
    bool is_point = false;
  };

  void add_cut(const Value& value);
  void take_cells();
  void take_finite(std::size_t count);
  void take_texts();
  void take_ordered();
  std::optional<Point> sample(const Cell& cell) const;
  std::optional<Decimal> sample_number(const Cell& cell) const;
  std::optional<Date> sample_date(const Cell& cell) const;
  std::optional<DateTime> sample_datetime(const Cell& cell) const;
  std::size_t cut_at(const Value& value) const;
  Interval existing(std::size_t begin, std::size_t end) const;

  const model::Scheme& scheme_;
  model::Type type_;
  std::optional<Decimal> least_;  ///< of an integer that cannot be any: a count is at least 0
  std::optional<Decimal> most_;
  std::vector<Point> cuts_;                    ///< sorted
  std::vector<std::size_t> first_;             ///< existing cells before each cell, and their number at the end
  std::vector<std::optional<Point>> samples_;  ///< of each existing cell; nothing for any other text
};

}  // namespace assay::check
