#pragma once

#include "program/text_set.hpp"
#include "quantity/value.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

// Conditions that are decided by looking at one fact after the other. They are made from the nodes of a program, and
// say nothing that those do not: where a fact that they look at is not known, they say nothing at all, and whoever
// wants the result evaluates the nodes. So they need no third value, and no reasons.
//
// In the same way steps find the facts on which a condition stands that came out as it did: they look only as far as it
// turns on what a part comes to, and end with `holds`.
namespace assay::program {

/// A value: a slot, counted from the subject or from an element, a constant, or what was computed before.
struct Place {
  static constexpr std::uint8_t subject = 0;  ///< and from 1 on: the element of the loop that is so deep
  static constexpr std::uint8_t deepest_loop = 7;
  static constexpr std::uint8_t constant = 8;
  static constexpr std::uint8_t computed = 9;
  static constexpr std::size_t bases = 10;

  std::uint8_t base = subject;
  std::uint32_t at = 0;

  bool is_fact() const { return base <= deepest_loop; }
};

/// Which results of a comparison hold.
struct Orders {
  static constexpr std::uint8_t less = 1;
  static constexpr std::uint8_t equal = 2;
  static constexpr std::uint8_t greater = 4;
};

struct StraightStep {
  enum class Look : std::uint8_t {
    flag,        ///< left is true
    numbers,     ///< left stands to right as `orders` says
    dates,       ///< the same
    instants,    ///< the same
    members,     ///< the same
    member_in,   ///< left is one of the members whose bits member_sets[right] has
    texts,       ///< left and right are equal, or not, as `orders` says
    text_in,     ///< left is in text_sets[right]
    matches,     ///< left matches straight_patterns[right]
    provided,    ///< left is there
    stated,      ///< left is known
    includes,    ///< one element of the list left equals right
    today,       ///< computed[target] becomes the assessment date; this and what follows goes on at `yes`
    calculate,   ///< computed[target] becomes left and right by model::ArithmeticOperator `orders`
    shift,       ///< computed[target] becomes the moment left plus the duration right
    size,        ///< computed[target] becomes the number of elements of the list left
    first,       ///< loop `target` begins with the list left: has it an element?
    next,        ///< has loop `target` another one?
    tally,       ///< one element more of loop `target` counts: are they now right.at?
    is_tallied,  ///< right.at elements of loop `target` counted
    ground,      ///< the condition stands on the fact left; goes on at `yes`
    bind,        ///< register right.at becomes left, for a node that is asked
    ask          ///< node right.at is true
  };

  Look look = Look::flag;
  std::uint8_t orders = 0;
  std::uint8_t target = 0;
  Place left{};
  Place right{};
  std::uint32_t yes = 0;  ///< the step that follows, or `holds` or `fails`
  std::uint32_t no = 0;
};

/// Steps of a condition, by the first of them.
struct StraightTest {
  static constexpr std::uint32_t absent = std::numeric_limits<std::uint32_t>::max();
  static constexpr std::uint32_t holds = absent - 1;
  static constexpr std::uint32_t fails = absent - 2;
  static constexpr std::size_t computed_values = 8;

  std::uint32_t first = absent;
  bool looks_at_facts_only = true;  ///< else also at the assessment date, or at nodes

  bool is_absent() const { return first == absent; }
};

struct StraightTests {
  std::vector<StraightStep> steps;
  std::vector<Value> constants;
  std::vector<std::uint64_t> member_sets;
  std::vector<TextSet> text_sets;
};

}  // namespace assay::program
