#pragma once

#include "evaluate/evaluate.hpp"
#include "evaluate/evaluator.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

// Internal to the stage: which missing facts keep a condition undecided, and what of their values could matter.
namespace assay::evaluate {

/// A known value that facts are compared with.
struct Cut {
  Value value;
  bool is_moving = false;         ///< with the assessment date
  std::optional<Duration> shift;  ///< of one that moves: how far from that date it lies, if that stays so
  friend bool operator==(const Cut&, const Cut&) = default;
};

/// A missing fact of finite or ordered type: a boolean, a member of an enumeration, a number, a date or a datetime.
struct OpenFact {
  std::uint32_t slot = program::none;
  model::TypeId type;
  std::vector<Cut> cuts;               ///< what it is compared with
  std::vector<std::uint32_t> untried;  ///< facts that are not tried and may become cuts once they are given
  /// Of a fact of ordered type: it is used in no other way, so what it does depends only on how it lies to the cuts.
  bool is_only_compared = true;
};

struct OpenFacts {
  std::vector<OpenFact> facts;  ///< in the order in which the condition reads them
  std::vector<std::pair<std::size_t, std::size_t>> compared_pairs;
  std::vector<std::uint32_t> judgements;  ///< pending ones
  std::vector<Value> near;                ///< known values beside which something is computed from open facts
  /// Nothing else of the dossier can come into play once facts are given: no list is missing, no `the` is undecided.
  bool is_closed = true;
  bool is_cut_off = false;  ///< there are more facts, or more cuts of one, than are tried
};

/// Looks into what of the condition is not known; `on_known` is called for each known part beside that, with its
/// variables bound.
OpenFacts open_facts(const Scheme& scheme, Evaluator& evaluator, program::NodeId condition,
                     const std::function<void(program::NodeId)>& on_known = {});

/// The record that holds the fact, if it begins at most so many slots before; slot 0 is the subject.
std::optional<std::uint32_t> record_around(const Scheme& scheme, const dossier::Facts& facts, std::uint32_t slot,
                                           std::uint32_t most);

/// For each fact the first of those with which it is compared, also by way of others.
std::vector<std::size_t> companies_of(const OpenFacts& open);

/// Is it of a type whose values have an order, and no end?
bool is_ordered(model::Kind kind);

}  // namespace assay::evaluate
