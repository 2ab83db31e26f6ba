// Defines and tables: checked when they are first needed, and never deeper than one needs another.
#include "check/declaration.hpp"

#include "base/limits.hpp"

#include <algorithm>
#include <map>
#include <type_traits>
#include <utility>

namespace assay::check {
namespace {

using diagnostics::Code;
using Step = Context::Lazy::Step;

Step step_of(model::DefineId id) { return {true, id.value}; }
Step step_of(model::TableId id) { return {false, id.value}; }

auto& definition(model::DefineId id, Context& context) { return context.lazy->defines[id.value]; }
auto& definition(model::TableId id, Context& context) { return context.lazy->tables[id.value]; }
auto& row(model::DefineId id, Context& context) { return context.scheme.defines[id]; }
auto& row(model::TableId id, Context& context) { return context.scheme.tables[id]; }

void mark_as_ring(const Step& step, Context& context) {
  if (step.is_define)
    context.lazy->defines[step.row].refers_to_itself = true;
  else
    context.lazy->tables[step.row].refers_to_itself = true;
}

diagnostics::Place place_of(const Step& step, const Context& context) {
  if (step.is_define) {
    const auto& define = context.scheme.defines[{step.row}];
    return {define.span, define.name};
  }
  const auto& table = context.scheme.tables[{step.row}];
  return {table.span, table.name};
}

/// `step` is needed by the last step under way, and by itself if it stands among them.
void report_ring(const Step& step, Context& context) {
  auto& under_way = context.lazy->under_way;
  const auto first = std::find(under_way.begin(), under_way.end(), step);
  const auto begin = first == under_way.end() ? under_way.begin() : first;
  diagnostics::Diagnostic report{.code = Code::cyclic_definition,
                                 .arguments = {place_of(*begin, context).words},
                                 .at = {place_of(*begin, context).span, ""},
                                 .also = {},
                                 .help = {}};
  for (auto at = begin; at != under_way.end(); ++at) {
    mark_as_ring(*at, context);
    if (under_way.end() - begin == 1) continue;
    const auto place = place_of(*at, context);
    const auto& next = at + 1 == under_way.end() ? step : *(at + 1);
    report.also.push_back({place.span, place.words + " needs " + place_of(next, context).words});
  }
  context.diagnostics.add(std::move(report));
}

Scope scope_of(Context& context, std::size_t module, const std::vector<model::VariableId>& parameters,
               Scope::Place place) {
  return {.context = context,
          .module = module,
          .place = place,
          .variables = parameters,
          .quantifiers = 0,
          .requirement = std::nullopt,
          .provision_id = ""};
}

void check_body(model::DefineId id, Context& context) {
  auto& definition = context.lazy->defines[id.value];
  auto scope = scope_of(context, definition.module, context.scheme.defines[id].parameters, Scope::Place::define);
  auto value = check_expression(*definition.node->value, scope);
  definition.type = value->type;
  definition.absence_can_flip = absence_can_flip(*value, context);
  context.scheme.defines[id].value = std::move(value);
  definition.levels = checked_levels(id, context);
}

bool absence_can_flip(const model::DecisionTable& table, const Context& context) {
  const auto can_flip = [&](const model::ExpressionPtr& part) { return absence_can_flip(*part, context); };
  return std::any_of(table.inputs.begin(), table.inputs.end(), can_flip) ||
         std::any_of(table.rows.begin(), table.rows.end(),
                     [&](const model::Row& entry) { return can_flip(entry.result); });
}

void check_body(model::TableId id, Context& context) {
  auto& definition = context.lazy->tables[id.value];
  auto scope = scope_of(context, definition.module, context.scheme.tables[id].parameters, Scope::Place::table);
  definition.type = check_table(*definition.node, id, scope);
  definition.absence_can_flip = absence_can_flip(context.scheme.tables[id], context);
  definition.levels = checked_levels(id, context);
}

template <typename Id>
Signature checked_signature(Id id, Context& context) {
  using State = typename std::remove_reference_t<decltype(definition(id, context))>::State;
  auto& current = definition(id, context);
  auto& under_way = context.lazy->under_way;
  const Step step = step_of(id);
  const bool is_too_deep = under_way.size() >= limits::definition_ring;
  if (current.state == State::under_way || (current.state == State::untouched && is_too_deep)) {
    if (!current.refers_to_itself) report_ring(step, context);
    current.refers_to_itself = true;
  }
  if (current.state == State::untouched && !is_too_deep) {
    current.state = State::under_way;
    under_way.push_back(step);
    check_body(id, context);
    under_way.pop_back();
    current.state = State::done;
  }
  const auto type = current.refers_to_itself ? model::TypeId{} : current.type;
  return {row(id, context).parameters, type};
}

std::vector<model::VariableId> parameters_of(const std::vector<syntax::Parameter>& parameters, std::size_t module,
                                             Context& context) {
  std::vector<model::VariableId> ids;
  std::map<std::string_view, source::Span> places;
  for (const auto& parameter : parameters) {
    const auto span = span_of(parameter.name, context, module);
    const auto [first, is_new] = places.emplace(parameter.name.text, span);
    if (!is_new)
      context.diagnostics.add({.code = Code::duplicate_name,
                               .arguments = {parameter.name.text},
                               .at = {span, ""},
                               .also = {{first->second, "first declared here"}},
                               .help = {}});
    else if (find_name(parameter.name.text, context, module))
      context.diagnostics.add({.code = Code::shadowed_name,
                               .arguments = {parameter.name.text},
                               .at = {span, ""},
                               .also = {},
                               .help = {"choose another name"}});
    ids.push_back(context.scheme.variables.add(
        {.name = parameter.name.text, .type = check_type(parameter.type, context, module)}));
  }
  return ids;
}

/// Every definition after those that it names, as far as they do not form a ring. A stack of its own, for a chain of
/// defines may be as long as a scheme.
std::vector<std::size_t> in_order_of_need(const std::vector<std::vector<std::size_t>>& needs) {
  struct Visit {
    std::size_t definition = 0;
    std::size_t next = 0;
  };
  std::vector<std::size_t> order;
  std::vector<bool> seen(needs.size());
  std::vector<Visit> open;
  for (std::size_t root = 0; root < needs.size(); ++root) {
    if (!seen[root]) open.push_back({root});
    seen[root] = true;
    while (!open.empty()) {
      auto& visit = open.back();
      if (visit.next == needs[visit.definition].size()) {
        order.push_back(visit.definition);
        open.pop_back();
        continue;
      }
      const auto needed = needs[visit.definition][visit.next++];
      if (!seen[needed]) open.push_back({needed});
      seen[needed] = true;
    }
  }
  return order;
}

}  // namespace

Signature signature_of(Context& context, model::DefineId define) { return checked_signature(define, context); }
Signature signature_of(Context& context, model::TableId table) { return checked_signature(table, context); }

void check_parameters(const Declarations& declarations, Context& context) {
  for (const auto& [module, node, id] : declarations.defines)
    context.scheme.defines[id].parameters = parameters_of(node->parameters, module, context);
  for (const auto& [module, node, id] : declarations.tables)
    context.scheme.tables[id].parameters = parameters_of(node->parameters, module, context);
}

void check_definitions(Context& context) {
  const std::size_t defines = context.lazy->defines.size();
  for (const auto position : in_order_of_need(dependencies(context))) {
    if (position < defines)
      signature_of(context, model::DefineId{static_cast<std::uint32_t>(position)});
    else
      signature_of(context, model::TableId{static_cast<std::uint32_t>(position - defines)});
  }
}

}  // namespace assay::check
