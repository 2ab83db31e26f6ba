#pragma once

#include "logic/truth.hpp"
#include "program/program.hpp"

// On which elements of its list the result of a quantifier stands.
namespace assay::program {

/// Does this element decide a quantifier that came out so? `counts`: where and satisfies; `implied`: where implies
/// satisfies.
constexpr bool element_decides(Operation operation, bool holds, Truth counts, Truth implied) {
  switch (operation) {
    case Operation::every: return holds ? implied == Truth::yes : implied == Truth::no;
    case Operation::some: return holds ? counts == Truth::yes : counts == Truth::no;
    case Operation::no: return holds ? counts == Truth::no : counts == Truth::yes;
    case Operation::at_least: return holds ? counts == Truth::yes : counts == Truth::no;
    case Operation::at_most: return holds ? counts == Truth::no : counts == Truth::yes;
    default: return true;
  }
}

/// Which way an element's `satisfies` came out where it decided the quantifier.
constexpr bool satisfied_where(Operation operation, bool holds) {
  const bool positive =
      operation == Operation::every || operation == Operation::some || operation == Operation::at_least;
  return positive == holds;
}

/// Does a quantifier that came out so tell what `satisfies` came to in each element that passes, or may pass?
constexpr bool tells_of_each(Operation operation, bool holds) {
  if (operation == Operation::some) return !holds;
  return holds && (operation == Operation::every || operation == Operation::no);
}

}  // namespace assay::program
