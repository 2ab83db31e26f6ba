#pragma once

#include "evaluate/cells.hpp"
#include "evaluate/evaluator.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

// Internal to the stage: what strong Kleene logic leaves unknown although every completion agrees, such as `x or not x`.
namespace assay::evaluate {

/// What the trial evaluates over; it outlives the walks over one dossier.
struct Filed {
  const dossier::Dossier* dossier = nullptr;
  Date date;
  const std::vector<JudgementState>* judgements = nullptr;
  const RecordedEvidence* evidence = nullptr;
};

/// How many combinations of values may be tried for each condition of a requirement. A share that depends on nothing in
/// the dossier: what one condition takes must not decide whether another is settled, or a completion could unsettle it.
std::size_t cells_for(const program::Requirement& requirement);

/// Decides a condition by trying all completions of its missing facts: those of finite or ordered type, a few values of
/// which stand for all. It costs nothing until something is unknown.
class Completions {
 public:
  explicit Completions(const Scheme& scheme) : scheme_(scheme) {}

  void begin(const Filed& filed);

  /// What all completions make of a condition that is unknown; unknown if they do not agree, or not all can be tried.
  /// A part that cannot be tried, such as a judgement, stays unknown throughout.
  Truth settle(program::NodeId condition, std::size_t most_cells);

  bool has_settled() const { return !settled_.empty(); }
  /// By how many combinations of values the condition was settled in this dossier; 0 if it was not.
  std::size_t cells_tried(program::NodeId condition) const;

  /// One completion that makes the condition hold and one that makes it fail, as far as they are found. Pending
  /// judgements are given too.
  struct Alternatives {
    std::optional<std::vector<Assumed>> holds;
    std::optional<std::vector<Assumed>> fails;
  };
  Alternatives alternatives(program::NodeId condition);

 private:
  Evaluator& trial();
  bool asks_for_presence(program::NodeId condition);
  Truth agreed(program::NodeId condition, const OpenFacts& open, const std::vector<std::vector<Value>>& cells);

  const Scheme& scheme_;
  Filed filed_;
  std::optional<Evaluator> trial_;
  bool has_begun_ = false;  ///< the trial knows the dossier
  std::unordered_map<std::uint32_t, std::size_t> settled_;      ///< by condition
  std::unordered_map<std::uint32_t, bool> asks_for_presence_;  ///< of conditions, for all dossiers
};

}  // namespace assay::evaluate
