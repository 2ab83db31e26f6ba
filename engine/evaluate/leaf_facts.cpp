#include "evaluate/leaf_facts.hpp"

#include "program/parts.hpp"

#include <algorithm>

namespace assay::evaluate {

using program::NodeId;
using program::Operation;

namespace {

/// Does a condition that comes out so stand on all that it names? One that is no connective does.
bool stands_on_all(const program::Program& program, NodeId id, bool holds) {
  const program::Node& at = program.nodes[id.value];
  switch (at.operation) {
    case Operation::conjunction:
    case Operation::disjunction: {
      if ((at.operation == Operation::conjunction) != holds) return false;
      const auto* const first = &program.children[at.b];
      return std::all_of(first, first + at.c,
                         [&](std::uint32_t kid) { return stands_on_all(program, NodeId{kid}, holds); });
    }
    case Operation::negation: return stands_on_all(program, NodeId{at.a}, !holds);
    case Operation::subject_fact:
    case Operation::variable_fact: return true;
    default: return asks_of_value(at.operation);
  }
}

}  // namespace

LeafFacts::Found LeafFacts::find(NodeId id) {
  std::vector<NodeId> paths;
  if (!program::append_paths(program_, id, paths)) return {Kind::not_plain};
  return {Kind::plain, stands_on_all(program_, id, true), stands_on_all(program_, id, false), memory_.keep(paths)};
}

}  // namespace assay::evaluate
