// What evidence must cover, as nodes of the program.

#include "compile/expression.hpp"

namespace assay::compile {

program::Evidence ExpressionCompiler::evidence(const model::Evidence& evidence) {
  if (!evidence.covering) return {};
  const model::Covering& covering = *evidence.covering;
  if (!covering.variable) return {.covered = root(*covering.covered), .range = program::none};
  program::Range range;
  range.list = root(*covering.covered);
  range.element = element_shape(*covering.covered);
  range.variable = bind(*covering.variable);
  ++root_depth_;
  const program::NodeId key = compile(*covering.key);
  --root_depth_;
  program_.ranges.push_back(range);
  return {.covered = key, .range = static_cast<std::uint32_t>(program_.ranges.size() - 1)};
}

}  // namespace assay::compile
