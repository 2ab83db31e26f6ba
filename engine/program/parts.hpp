#pragma once

#include "program/program.hpp"

#include <functional>

namespace assay::program {

/// The nodes that stand directly in a node, also under its range, in its table, and as the body of what it calls. The
/// graph of them has no cycle.
void for_each_part(const Program& program, const Node& node, const std::function<void(NodeId)>& visit);

}  // namespace assay::program
