#include "program/parts.hpp"

namespace assay::program {

namespace {

using Visit = FunctionRef<void(NodeId)>;

void visit_kids(const Program& program, std::uint32_t first, std::uint32_t count, Visit visit) {
  for (std::uint32_t i = 0; i < count; ++i) visit(NodeId{program.children[first + i]});
}

void visit_range(const Program& program, const Node& at, Visit visit) {
  const Range& range = program.ranges[at.a];
  visit(range.list);
  if (range.where != no_node) visit(range.where);
}

void visit_table(const Program& program, const Node& at, Visit visit) {
  const DecisionTable& table = program.tables[at.a];
  for (const NodeId input : table.inputs) visit(input);
  for (const Row& row : table.rows) visit(row.result);
}

}  // namespace

// Every operation is named, so that a new one is not passed over.
void for_each_operand(const Program& program, const Node& at, Visit visit) {
  switch (at.operation) {
    case Operation::constant:
    case Operation::all_members:
    case Operation::subject_fact:
    case Operation::variable:
    case Operation::variable_fact:
    case Operation::assessment_date:
    case Operation::judgement:
    case Operation::provide:
    case Operation::tally:
    case Operation::verdict:
    case Operation::define:
    case Operation::every:
    case Operation::some:
    case Operation::no:
    case Operation::at_least:
    case Operation::at_most:
    case Operation::exactly:
    case Operation::sum:
    case Operation::min:
    case Operation::max:
    case Operation::average:
    case Operation::count_in_range:
    case Operation::count_not_in_range:
    case Operation::count:
    case Operation::the: return;
    case Operation::one_of:
    case Operation::not_one_of: visit(NodeId{at.a}); return visit_kids(program, at.b, at.c, visit);
    case Operation::apply:
    case Operation::call:
    case Operation::table:
    case Operation::conjunction:
    case Operation::disjunction:
    case Operation::arithmetic: return visit_kids(program, at.b, at.c, visit);
    case Operation::conditional:
    case Operation::in_range:
      visit(NodeId{at.a});
      visit(NodeId{at.b});
      return visit(NodeId{at.c});
    case Operation::conformity:
      visit(NodeId{at.a});
      for (const std::uint32_t limit : {at.b, at.c})
        if (NodeId{limit} != no_node) visit(NodeId{limit});
      return;
    case Operation::implication:
    case Operation::fallback:
    case Operation::equal:
    case Operation::not_equal:
    case Operation::less:
    case Operation::less_equal:
    case Operation::greater:
    case Operation::greater_equal:
    case Operation::includes:
    case Operation::within: visit(NodeId{at.a}); return visit(NodeId{at.b});
    case Operation::record_fact:
    case Operation::scale:
    case Operation::negation:
    case Operation::minus:
    case Operation::matches:
    case Operation::provided:
    case Operation::missing:
    case Operation::stated:
    case Operation::plan_part: return visit(NodeId{at.a});
  }
}

void for_each_part(const Program& program, const Node& at, Visit visit) {
  for_each_operand(program, at, visit);
  switch (at.operation) {
    case Operation::define: return visit(program.defines[at.a]);
    case Operation::call: return visit(program.functions[at.a].body);
    case Operation::table: return visit_table(program, at, visit);
    case Operation::every:
    case Operation::some:
    case Operation::no:
    case Operation::at_least:
    case Operation::at_most:
    case Operation::exactly:
    case Operation::sum:
    case Operation::min:
    case Operation::max:
    case Operation::average: visit_range(program, at, visit); return visit(NodeId{at.b});
    case Operation::count_in_range:
    case Operation::count_not_in_range:
    case Operation::count:
    case Operation::the: return visit_range(program, at, visit);
    default: return;
  }
}

// Expressions nest as deep as limits::expression_depth.
bool append_paths(const Program& program, NodeId id, std::vector<NodeId>& paths) {
  const Node& at = program.nodes[id.value];
  switch (at.operation) {
    case Operation::subject_fact:
    case Operation::variable_fact:
    case Operation::variable: paths.push_back(id); return true;
    case Operation::record_fact:
    case Operation::define:
    case Operation::call:
    case Operation::table:
    case Operation::judgement: return false;
    default: break;
  }
  if (is_range(at.operation)) return false;
  bool is_plain = true;
  for_each_operand(program, at, [&](NodeId kid) { is_plain = is_plain && append_paths(program, kid, paths); });
  return is_plain;
}

bool is_count_of_all(const Program& program, const Node& node) {
  if (!is_count(node.operation)) return false;
  const Range& range = program.ranges[node.a];
  if (range.where == no_node) return true;
  const Node& where = program.nodes[range.where.value];
  if (where.operation != Operation::stated) return false;
  const Node& asked = program.nodes[where.a];
  return asked.operation == Operation::variable && asked.a == range.variable;
}

}  // namespace assay::program
