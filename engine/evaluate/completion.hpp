#pragma once

#include "evaluate/cells.hpp"
#include "evaluate/evaluator.hpp"
#include "evaluate/turning.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

// Internal to the stage: what strong Kleene logic leaves unknown although every completion agrees, such as `x or not
// x`.
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

/// Why the completions of a condition that stays unknown were not tried, or not to the end.
enum class Obstacle : std::uint8_t {
  none,
  asks_for_presence,
  further_facts,  ///< what is missing could bring them into play
  computed,       ///< from a missing number or date
  mixed_numbers,  ///< whole ones compared with others, both missing
  untried,        ///< what is of another type, invalid or a judgement keeps it open
  too_many_facts,
  too_many_cases,
  too_many_steps
};

/// Decides a condition by trying all completions of its missing facts: those of finite or ordered type, a few values of
/// which stand for all. It costs nothing until something is unknown.
class Completions {
 public:
  explicit Completions(const Scheme& scheme) : scheme_(scheme) {}

  void begin(const Filed& filed);

  /// What all completions make of a condition that is unknown; unknown if they do not agree, or not all can be tried.
  /// A part that cannot be tried, such as a judgement, stays unknown throughout. Notes in `turns`, if there are any,
  /// the first day on which that may be otherwise.
  Truth settle(program::NodeId condition, std::size_t most_cells, Turns* turns = nullptr);
  /// Why the last one came to nothing, if not because completions differ.
  Obstacle obstacle() const { return obstacle_; }
  /// What it took.
  std::uint64_t steps() const { return steps_; }

  bool has_settled() const { return !settled_.empty(); }
  /// By how many combinations of values the condition was settled in this dossier; 0 if it was not.
  std::size_t cells_tried(program::NodeId condition) const;

  /// One completion that makes the condition hold and one that makes it fail, as far as they are found. Pending
  /// judgements are given too.
  struct Alternatives {
    std::optional<std::vector<Assumed>> holds;
    std::optional<std::vector<Assumed>> fails;
    bool has_facts = false;  ///< there are some that can be tried
  };
  Alternatives alternatives(program::NodeId condition);

 private:
  Evaluator& trial();
  /// What stands in a condition, also behind definitions and tables; the same for all dossiers.
  struct Content {
    bool asks_for_presence = false;
    bool moves = false;  ///< with the assessment date
  };
  const Content& content_of(program::NodeId condition);
  Truth stopped_by(Obstacle obstacle);
  Truth tried(program::NodeId condition, std::size_t most_cells, Turns* turns);
  Truth agreed(program::NodeId condition, const OpenFacts& open, const std::vector<std::vector<Value>>& cells);

  const Scheme& scheme_;
  Filed filed_;
  std::optional<Evaluator> trial_;
  bool has_begun_ = false;  ///< the trial knows the dossier
  std::uint64_t steps_ = 0;
  Obstacle obstacle_ = Obstacle::none;
  std::unordered_map<std::uint32_t, std::size_t> settled_;  ///< by condition
  std::unordered_map<std::uint32_t, Content> contents_;     ///< by condition
};

}  // namespace assay::evaluate
