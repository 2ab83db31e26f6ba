// A requirement as trees: every sub-expression with its value, every leaf with its place.

#include "evaluate/completion_account.hpp"
#include "evaluate/explain_evidence.hpp"
#include "evaluate/second_walk.hpp"
#include "evaluate/workspace.hpp"
#include "program/parts.hpp"

#include <algorithm>

namespace assay::evaluate {

using assessment::Explanation;
using program::NodeId;
using program::Operation;

namespace {

// Elements of a list that a tree shows; a person who wants the thousandth reads the report.
constexpr std::uint32_t shown_branches = 20;

// Definitions that name each other twice over make a tree of a million branches out of twenty lines.
constexpr std::uint32_t shown_parts = 10'000;

class Tree {
 public:
  Tree(const Scheme& scheme, Workspace& workspace)
      : scheme_(scheme), evaluator_(workspace.evaluator), walk_(scheme, workspace) {}

  Explanation explain(NodeId id, std::string role = {});
  Explanation evidence(std::uint32_t evidence) { return explain_evidence(scheme_, evaluator_, walk_, evidence); }

 private:
  std::string why_not_known(NodeId id);
  void add_parts(NodeId id, Explanation& made);
  void add_elements(NodeId id, Explanation& made);
  void add_table(const program::Node& at, Explanation& made);

  const Scheme& scheme_;
  Evaluator& evaluator_;
  SecondWalk walk_;
  Account account_;
  std::uint32_t parts_ = 0;
};

std::string Tree::why_not_known(NodeId id) {
  account_.clear();
  walk_.why_unknown(id, account_);
  return account_.reasons.empty() ? std::string() : std::string(account_.reasons.front().message);
}

Explanation Tree::explain(NodeId id, std::string role) {
  const program::Node& at = walk_.node(id);
  const Operand operand = evaluator_.value(id);
  Explanation made;
  made.text = walk_.text(id);
  made.role = std::move(role);
  made.value = walk_.shown(id, operand);
  const bool is_leaf = is_path(at.operation) || at.operation == Operation::judgement;
  if (is_leaf && !operand.is_known()) made.note = why_not_known(id);
  if (const std::uint32_t slot = walk_.direct_slot(id); slot != program::none && is_path(at.operation))
    made.place = walk_.place(slot);
  if (at.operation == Operation::judgement && operand.is_known()) {
    const dossier::JudgementRecord& record = evaluator_.dossier().judgements[evaluator_.judgement(at.a).record];
    made.place = walk_.place_at(record.pointer, record.offset);
    made.note = record.by + ", " + record.role + ", " + (record.on ? to_string(*record.on) : "");
  }
  if (at.operation == Operation::conformity) made.note = walk_.zone_text(id);
  if (++parts_ <= shown_parts)
    add_parts(id, made);
  else if (!is_leaf && at.operation != Operation::constant)
    made.note = "its parts are not shown";
  return made;
}

void Tree::add_parts(NodeId id, Explanation& made) {
  const program::Node& at = walk_.node(id);
  switch (at.operation) {
    case Operation::define: made.parts.push_back(explain(scheme_.program.defines[at.a], "defined as")); return;
    case Operation::call: {
      const program::Function& function = scheme_.program.functions[at.a];
      evaluator_.with_arguments(function.parameters, at.b, at.c,
                                [&] { made.parts.push_back(explain(function.body, "defined as")); });
      return;
    }
    case Operation::table:
      evaluator_.with_arguments(scheme_.program.tables[at.a].parameters, at.b, at.c, [&] { add_table(at, made); });
      return;
    case Operation::provide: made.parts = explain_items(scheme_, evaluator_, walk_, at.a); return;
    case Operation::conditional:
      made.parts.push_back(explain(NodeId{at.a}, "if"));
      if (evaluator_.truth(NodeId{at.a}) != Truth::no) made.parts.push_back(explain(NodeId{at.b}, "then"));
      if (evaluator_.truth(NodeId{at.a}) != Truth::yes) made.parts.push_back(explain(NodeId{at.c}, "else"));
      return;
    case Operation::variable_fact:
    case Operation::record_fact:
      if (at.operation == Operation::record_fact) made.parts.push_back(explain(NodeId{at.a}));
      return;
    default: break;
  }
  if (is_range(at.operation)) return add_elements(id, made);
  walk_.for_each_kid(at, [&](NodeId kid) {
    if (walk_.node(kid).operation != Operation::constant) made.parts.push_back(explain(kid));
  });
}

void Tree::add_table(const program::Node& at, Explanation& made) {
  const program::DecisionTable& table = scheme_.program.tables[at.a];
  std::vector<Operand> inputs;
  for (const NodeId input : table.inputs) {
    inputs.push_back(evaluator_.value(input));
    made.parts.push_back(explain(input, "by"));
  }
  // Behind a row that may match, one that does is still not the one that counts.
  std::string_view role = "row";
  for (const program::Row& row : table.rows) {
    const Truth matches = evaluator_.row_matches(row, inputs);
    if (matches == Truth::no) continue;
    if (matches == Truth::unknown) role = "possible row";
    made.parts.push_back(explain(row.result, std::string(role)));
    if (matches == Truth::yes) break;
  }
}

void Tree::add_elements(NodeId id, Explanation& made) {
  const program::Node& at = walk_.node(id);
  const program::Range& range = scheme_.program.ranges[at.a];
  made.parts.push_back(explain(range.list, "in"));
  const Operand list = evaluator_.list_of(range);
  if (!list.is_known()) return;
  const auto& elements = std::get<Elements>(list.value);
  const bool has_inside = has_element_part(at.operation);
  if (!has_inside && range.where == program::no_node) return;
  const bool is_of_all = program::is_count_of_all(scheme_.program, at);
  for (std::uint32_t i = 0; i < std::min(elements.count, shown_branches); ++i) {
    evaluator_.bind_element(range, elements, i);
    const Truth passed = evaluator_.passes(range);
    const std::string role = "element " + std::to_string(i);
    if (is_of_all) {
      made.parts.push_back(explain(NodeId{walk_.node(range.where).a}, role));
      continue;
    }
    if (range.where != program::no_node) {
      made.parts.push_back(explain(range.where, role + " where"));
      evaluator_.bind_element(range, elements, i);
    }
    if (has_inside && passed != Truth::no) made.parts.push_back(explain(NodeId{at.b}, role));
  }
  if (elements.count <= shown_branches) return;
  Explanation rest;
  rest.role = "and " + std::to_string(elements.count - shown_branches) + " more elements";
  made.parts.push_back(std::move(rest));
}

}  // namespace

std::vector<Explanation> explain(const Scheme& scheme, const dossier::Dossier& dossier, Date date,
                                 std::uint32_t requirement, Workspace& workspace) {
  assessment::Memory memory;
  begin(scheme, dossier, date, workspace);
  workspace.telling.begin(dossier, memory);
  Tree tree(scheme, workspace);
  std::vector<Explanation> trees;
  const program::Requirement& compiled = scheme.program.requirements[requirement];
  const model::Requirement& written = scheme.model.requirements[model::RequirementId{requirement}];
  if (compiled.in_force != program::no_node) {
    const NodeId from{scheme.program.nodes[compiled.in_force.value].b};
    trees.push_back(tree.explain(from, "in force from"));
  }
  SecondWalk walk(scheme, workspace);
  const auto add = [&](NodeId condition, std::string role) {
    trees.push_back(tree.explain(condition, std::move(role)));
    explain_completions(scheme, workspace, walk, requirement, condition, trees.back());
  };
  if (compiled.applies != program::no_node) add(compiled.applies, "applies when");
  for (std::uint32_t i = 0; i < compiled.provision_count; ++i) {
    const model::Provision& provision = written.provisions[i];
    add(scheme.program.provisions[compiled.first_provision + i].condition,
        provision.id + " " + std::string(assessment::modal_word(provision.modal)));
    if (provision.relaxed_because.empty()) continue;
    std::string& note = trees.back().note;
    note += (note.empty() ? "relaxed because " : "; relaxed because ") + provision.relaxed_because;
  }
  for (const model::EvidenceId evidence : written.evidence) trees.push_back(tree.evidence(evidence.value));
  for (const std::uint32_t presumption : compiled.presumptions)
    trees.push_back(tree.explain(scheme.program.presumptions[presumption], "presumed when"));
  return trees;
}

Explanation explain_value(const Scheme& scheme, const dossier::Dossier& dossier, Date date, std::uint32_t position,
                          Workspace& workspace) {
  assessment::Memory memory;
  begin(scheme, dossier, date, workspace);
  workspace.telling.begin(dossier, memory);
  return Tree(scheme, workspace).explain(scheme.program.defines[scheme.program.values[position].define]);
}

}  // namespace assay::evaluate
