#pragma once

#include "base/function_ref.hpp"
#include "program/program.hpp"

namespace assay::program {

/// The operands of a node as written: of a call its arguments, of what runs over a list none.
void for_each_operand(const Program& program, const Node& node, FunctionRef<void(NodeId)> visit);

/// The operands, and what a node evaluates beside them: the range that it runs over and what is asked of its elements,
/// the inputs and results of its table, the body of what it calls. The graph of all parts has no cycle.
void for_each_part(const Program& program, const Node& node, FunctionRef<void(NodeId)> visit);

/// Appends the facts that an expression names, paths and variables in its order, if it is plain: no definition, call,
/// table, range or judgement stands between it and the facts that its value comes from. False if it is not.
bool append_paths(const Program& program, NodeId id, std::vector<NodeId>& paths);

/// Does the node count all elements of its range, whatever they are? Those of a set are asked whether they are stated,
/// for only then they are known to be different ones.
bool is_count_of_all(const Program& program, const Node& node);

}  // namespace assay::program
