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

/// A row matches the cells [begin, end) of one axis.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t row = 0;
};

/// Whether the rows of a table match every input, and each once. Exact, as the cells of each Axis are.
class Coverage {
 public:
  /// `table` has no `otherwise`, or it is left out of `rows`, the number of rows that count.
  Coverage(const model::DecisionTable& table, std::size_t rows, const model::Scheme& scheme);

  /// Is there a value of the input that the row matches?
  bool can_match(std::size_t row, std::size_t input) const;
  /// Each row that overlaps others stands in at least one of them. Quadratic in the rows that share a value of the
  /// first input, else linear.
  std::vector<Overlap> overlaps() const;

  /// Are there more combinations of cells than limits::table_cells?
  bool is_too_large() const;
  /// An input that no row matches. Linear in the combinations of cells times the rows that match each.
  std::optional<std::string> gap() const;

 private:
  /// One input on its way through its cells, and the rows that match all inputs so far.
  struct Level {
    std::vector<Stretch> stretches{};
    std::size_t next = 0;  ///< the first stretch that has not begun
    std::vector<Stretch> open{};
    std::size_t cell = 0;

    void enter_cell();
    std::vector<std::size_t> rows() const;
  };

  std::vector<std::size_t> all_rows() const;
  std::vector<Stretch> stretches(const std::vector<std::size_t>& rows, std::size_t axis) const;
  /// A cell of each axis that both match.
  std::optional<std::vector<std::size_t>> common_cells(std::size_t first, std::size_t second) const;
  std::string words_of(const std::vector<std::size_t>& cells) const;
  std::string words_of(const std::vector<Level>& levels) const;

  std::vector<Axis> axes_;
  std::vector<std::vector<std::vector<Interval>>> rows_;  ///< what each row matches on each axis
};

}  // namespace assay::check
