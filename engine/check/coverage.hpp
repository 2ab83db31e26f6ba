#pragma once

#include "check/axis.hpp"
#include "model/scheme.hpp"

#include <optional>
#include <string>
#include <vector>

namespace assay::check {

/// Two rows, by position, that both match an input, and that input in words.
struct Overlap {
  std::size_t first = 0;
  std::size_t second = 0;
  std::string witness;
};

/// Whether the rows of a table match every input, and each once. Exact, as the cells of each Axis are.
class Coverage {
 public:
  /// `table` has no `otherwise`, or it is left out of `rows`, the number of rows that count.
  Coverage(const model::DecisionTable& table, std::size_t rows, const model::Scheme& scheme);

  /// Is there a value of the input that the row matches?
  bool can_match(std::size_t row, std::size_t input) const;
  /// For each row the first earlier one that it overlaps. Quadratic in the rows.
  std::vector<Overlap> overlaps() const;

  /// Are there more combinations of cells than limits::table_cells?
  bool is_too_large() const;
  /// An input that no row matches. Linear in the combinations of cells times the rows.
  std::optional<std::string> gap() const;

 private:
  std::optional<std::string> common_input(std::size_t first, std::size_t second) const;
  bool matches(std::size_t row, std::size_t axis, std::size_t cell) const;

  std::vector<Axis> axes_;
  std::vector<std::vector<std::vector<Interval>>> rows_;  ///< what each row matches on each axis
};

}  // namespace assay::check
