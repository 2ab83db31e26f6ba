// How deep an expression nests together with the definitions that it names.
#include "base/limits.hpp"
#include "check/declaration.hpp"
#include "model/walk.hpp"

#include <algorithm>
#include <limits>

namespace assay::check {
namespace {

/// Of a definition that has been reported; what names it is no second problem.
constexpr std::size_t too_many = std::numeric_limits<std::size_t>::max();

std::size_t levels_of(const model::Expression& expression, const Context& context) {
  std::size_t inside = 0;
  if (const auto* call = std::get_if<model::DefineCall>(&expression.node))
    inside = context.lazy->defines[call->define.value].levels;
  if (const auto* call = std::get_if<model::TableCall>(&expression.node))
    inside = context.lazy->tables[call->table.value].levels;
  for (const auto* part : parts_of(expression)) inside = std::max(inside, levels_of(*part, context));
  return inside == too_many ? too_many : inside + 1;
}

std::size_t within_limit(std::size_t levels, source::Span name, Context& context) {
  if (levels <= limits::definition_depth || levels == too_many) return levels;
  context.diagnostics.add({.code = diagnostics::Code::nested_too_deeply,
                           .arguments = {std::to_string(limits::definition_depth)},
                           .at = {name, "with the definitions that it names"},
                           .also = {},
                           .help = {}});
  return too_many;
}

}  // namespace

std::size_t checked_levels(model::DefineId id, Context& context) {
  const auto& define = context.scheme.defines[id];
  return within_limit(levels_of(*define.value, context), define.span, context);
}

std::size_t checked_levels(model::TableId id, Context& context) {
  const auto& table = context.scheme.tables[id];
  std::size_t inside = 0;
  for (const auto& input : table.inputs) inside = std::max(inside, levels_of(*input, context));
  for (const auto& entry : table.rows) inside = std::max(inside, levels_of(*entry.result, context));
  return within_limit(inside == too_many ? too_many : inside + 1, table.span, context);
}

}  // namespace assay::check
