#pragma once

#include "base/function_ref.hpp"
#include "program/program.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

// Internal to the stage: one condition after the other as steps, from the last of them to the first, for where to go on
// from a step is known when it is made.
namespace assay::compile {

using program::Node;
using program::NodeId;
using program::Place;
using program::Program;
using program::StraightStep;
using program::StraightTest;
using Look = StraightStep::Look;

inline constexpr std::size_t most_steps = 512;         ///< of one test
inline constexpr std::uint32_t most_calls = 8;         ///< of definitions inside of each other, taken apart
inline constexpr std::uint32_t most_repetitions = 16;  ///< of a loop over the members of an enumeration

/// Where to go on.
struct Ways {
  std::uint32_t yes = StraightTest::holds;
  std::uint32_t no = StraightTest::fails;
  Ways swapped() const { return {no, yes}; }
  /// `yes` for what comes out so.
  Ways towards(bool holds) const { return holds ? *this : swapped(); }
};

/// The first step of a condition; nothing for one that this file does not take apart.
using Entry = std::optional<std::uint32_t>;

class StraightCompiler {
 public:
  explicit StraightCompiler(Program& program)
      : program_(program), meant_(program.registers), is_long_(program.defines.size(), false) {}

  StraightTest root(NodeId condition);
  /// The steps that find the facts on which a condition stands that came out so.
  StraightTest grounds(NodeId condition, bool holds);

 private:
  const Node& node(std::uint32_t id) const { return program_.nodes[id]; }
  std::uint32_t kid(std::uint32_t place) const { return program_.children[place]; }
  const Value& constant(const Place& place) const { return program_.straight.constants[place.at]; }
  Place place_of(const Value& constant) {
    program_.straight.constants.push_back(constant);
    return {Place::constant, static_cast<std::uint32_t>(program_.straight.constants.size() - 1)};
  }
  std::vector<StraightStep>& steps() { return program_.straight.steps; }
  bool is_too_long() const { return program_.straight.steps.size() - first_step_ > most_steps; }

  std::uint32_t add(const StraightStep& step) {
    steps().push_back(step);
    return static_cast<std::uint32_t>(steps().size() - 1);
  }
  std::uint32_t add(Look look, const Place& left, const Place& right, const Ways& ways, std::uint8_t orders = 0) {
    return add({.look = look, .orders = orders, .left = left, .right = right, .yes = ways.yes, .no = ways.no});
  }

  /// A condition, or if need be the question for its node.
  Entry condition(std::uint32_t id, const Ways& ways);
  Entry taken_apart(std::uint32_t id, const Ways& ways);
  Entry asked(std::uint32_t id, const Ways& ways);
  Entry connective(const Node& at, Ways ways);
  Entry conditional(const Node& at, const Ways& ways);
  Entry flag(std::uint32_t id, const Ways& ways);
  Entry definition(std::uint32_t id, const Ways& ways);
  Entry call(const Node& at, const Ways& ways);
  Entry comparison(const Node& at, const Ways& ways);
  Entry member_comparison(Place left, Place right, std::uint8_t orders, const Ways& ways);
  Entry in_range(const Node& at, const Ways& ways);
  Entry count_in_range(const Node& at, const Ways& ways);
  Entry one_of(const Node& at, const Ways& ways);
  Entry includes(const Node& at, const Ways& ways);
  Entry matches(const Node& at, const Ways& ways);
  Entry presence(const Node& at, Look look, const Ways& ways);
  Entry quantifier(const Node& at, const Ways& ways);
  Entry over_members(const Node& at, const program::Range& range, const Ways& ways);
  Entry over_elements(const Node& at, const program::Range& range, const Ways& ways);
  /// What `body` makes of each element, given where it goes on. Without an element the loop goes on at `if_empty`,
  /// behind the last one at `end`.
  Entry loop(const program::Range& range, std::uint32_t if_empty, std::uint32_t end,
             FunctionRef<Entry(std::uint32_t)> body);
  Entry element_passes(const Node& at, const program::Range& range, const Ways& ways, std::uint32_t otherwise);

  // straight_grounds.cpp: the grounds of a condition that came out so, and where to go on behind them.
  Entry grounds_of(std::uint32_t id, bool holds, std::uint32_t next);
  Entry grounds_of_connective(const Node& at, bool holds, std::uint32_t next);
  Entry grounds_of_implication(const Node& at, bool holds, std::uint32_t next);
  Entry grounds_of_conditional(const Node& at, bool holds, std::uint32_t next);
  Entry grounds_of_definition(const Node& at, bool holds, std::uint32_t next);
  Entry grounds_of_call(const Node& at, bool holds, std::uint32_t next);
  Entry grounds_of_quantifier(const Node& at, bool holds, std::uint32_t next);
  Entry grounds_of_element(const Node& at, bool holds, std::uint32_t next);
  Entry grounds_of_count(const Node& at, std::uint32_t next);
  Entry grounds_of_paths(std::uint32_t id, std::uint32_t next);
  Entry ground(std::uint32_t id, std::uint32_t next);

  // What a step looks at. Steps that compute a part of it come to `computing`, in their order.
  std::optional<Place> place(std::uint32_t id);
  std::optional<Place> fact(std::uint32_t id);
  std::optional<Place> arithmetic(const Node& at);
  std::optional<Place> size(const Node& at);
  std::optional<Place> computed(StraightStep step);
  std::optional<Place> negated(const Place& duration);
  bool bind_arguments(const Node& at);
  /// Puts the steps that compute before one that looks at what they computed.
  std::uint32_t behind_computing(std::uint32_t step);

  Program& program_;
  std::vector<std::optional<Place>> meant_;  ///< by register: the element or argument
  std::vector<bool> is_long_;                ///< by definition: it was looked into, and is asked
  std::vector<std::uint32_t> loops_;         ///< registers of the loops that are open
  std::vector<StraightStep> computing_;
  std::uint32_t calls_ = 0;  ///< how many are open: inside of one, registers are not those of its nodes
  std::size_t first_step_ = 0;
  std::size_t looked_into_ = 0;  ///< conditions whose grounds were asked for
  bool looks_at_facts_only_ = true;
};

}  // namespace assay::compile
