#pragma once

#include "evaluate/evaluate.hpp"
#include "logic/verdict.hpp"
#include "report/batch.hpp"
#include "report/layout.hpp"
#include "report/text_page.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// What is left of a stream whose reports nobody wants to read: numbers, and a few dossiers that stand for each.
namespace assay::report {

/// A dossier that stands for a number.
struct Example {
  std::string path;
  std::uint64_t line = 1;  ///< counts the records of a stream
  bool is_of_stream = false;
  std::string subject;  ///< may be empty
};

/// What examples stand for: each decision, then what is not usable, then the verdicts of each requirement.
using Cell = std::size_t;
inline constexpr Cell unusable_cell = 11;
inline Cell cell_of(DecisionOutcome outcome) { return static_cast<Cell>(outcome); }
inline Cell cell_of(std::size_t requirement, Verdict verdict) {
  return unusable_cell + 1 + 4 * requirement + static_cast<std::size_t>(verdict);
}
inline std::size_t cell_count(std::size_t requirements) { return unusable_cell + 1 + 4 * requirements; }

struct FoundExample {
  Cell cell = 0;
  Example example;
};

/// The first dossiers of each cell.
class Examples {
 public:
  Examples() = default;
  Examples(std::size_t requirements, std::size_t most) : most_(most), cells_(cell_count(requirements)) {}

  /// False if the cell has enough.
  bool add(Cell cell, Example example);
  const std::vector<Example>& of(Cell cell) const { return cells_[cell]; }
  const std::vector<std::vector<Example>>& cells() const { return cells_; }
  bool is_empty() const { return most_ == 0; }

 private:
  std::size_t most_ = 0;
  std::vector<std::vector<Example>> cells_;
};

struct Summary {
  BatchCounts counts;
  Examples examples;
};

/// As tables, and below them the examples of what is not conforming.
void write_summary_text(const Summary& summary, const evaluate::Scheme& scheme, TextOptions options, std::string& out);

/// As schemas/summary.schema.json describes it; appended without a line end.
void write_summary_json(const Summary& summary, const evaluate::Scheme& scheme, Layout layout, std::string& out);

}  // namespace assay::report
