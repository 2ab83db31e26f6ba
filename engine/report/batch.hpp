#pragma once

#include "assessment/assessment.hpp"
#include "assessment/decided.hpp"
#include "model/scheme.hpp"
#include "report/text_page.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace assay::report {

/// What came out of many dossiers, in numbers.
struct BatchCounts {
  std::vector<std::array<std::uint64_t, 4>> verdicts;  ///< of each requirement, in the order of Verdict
  std::array<std::uint64_t, 11> decisions{};           ///< in the order of DecisionOutcome
  std::uint64_t assessed = 0;
  std::uint64_t refused = 0;

  void add(const assessment::Assessment& assessment);
  void add(const assessment::Decided& decided);
  void add(const BatchCounts& other);
  /// Back to 0; keeps its memory.
  void reset();
};

/// The counts as tables: verdicts by requirement, then decisions.
void write_batch_text(const BatchCounts& counts, const model::Scheme& scheme, TextOptions options, std::string& out);

}  // namespace assay::report
