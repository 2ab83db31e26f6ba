// A checked scheme as a program: bodies of defines and tables first, then everything that runs on its own.

#include "compile/compile.hpp"

#include "compile/course.hpp"
#include "compile/expression.hpp"
#include "compile/straight_test.hpp"

#include <algorithm>

namespace assay::compile {

using program::NodeId;
using program::Program;

namespace {

std::vector<std::uint32_t> registers_of(const std::vector<model::VariableId>& variables, ExpressionCompiler& compiler) {
  std::vector<std::uint32_t> registers;
  registers.reserve(variables.size());
  for (const model::VariableId variable : variables) registers.push_back(compiler.parameter(variable));
  return registers;
}

void compile_defines(const model::Scheme& scheme, Program& program, ExpressionCompiler& compiler) {
  for (const model::Define& define : scheme.defines) {
    program::Function function{registers_of(define.parameters, compiler), {}};
    function.body = compiler.body(*define.value);
    program.defines.push_back(function.body);
    program.functions.push_back(std::move(function));
  }
}

program::Bound bound(const std::optional<model::Bound>& written, ExpressionCompiler& compiler) {
  if (!written) return {};
  return {compiler.constant({written->value, nullptr}), written->excluded};
}

program::Pattern pattern(const model::Pattern& written, ExpressionCompiler& compiler) {
  program::Pattern made;
  made.any = written.any;
  for (const model::Constant& value : written.values) made.values.push_back(compiler.constant(value));
  made.low = bound(written.low, compiler);
  made.high = bound(written.high, compiler);
  return made;
}

program::DecisionTable table(const model::DecisionTable& written, ExpressionCompiler& compiler) {
  program::DecisionTable made;
  made.parameters = registers_of(written.parameters, compiler);
  for (const auto& input : written.inputs) made.inputs.push_back(compiler.body(*input));
  for (const model::Row& row : written.rows) {
    program::Row row_made;
    for (const model::Pattern& one : row.patterns) row_made.patterns.push_back(pattern(one, compiler));
    row_made.result = compiler.body(*row.result);
    made.rows.push_back(std::move(row_made));
  }
  return made;
}

// A table without parameters is computed once a dossier, like a define: a node of its own stands for it.
NodeId table_node(const model::Scheme& scheme, model::TableId id, Program& program) {
  const model::DecisionTable& written = scheme.tables[id];
  program.origins.push_back({written.span, written.type.value});
  program.nodes.push_back({.operation = program::Operation::table,
                           .shape = program::Shape::boolean,
                           .a = id.value,
                           .origin = {static_cast<std::uint32_t>(program.origins.size() - 1)}});
  return NodeId{static_cast<std::uint32_t>(program.nodes.size() - 1)};
}

void compile_tables(const model::Scheme& scheme, Program& program, ExpressionCompiler& compiler) {
  for (const model::DecisionTable& written : scheme.tables) program.tables.push_back(table(written, compiler));
  for (std::size_t i = 0; i < scheme.tables.size(); ++i) {
    const NodeId node = table_node(scheme, scheme.tables.id_at(i), program);
    program.nodes[node.value].shape = compiler.shape(scheme.tables[scheme.tables.id_at(i)].type);
    program.defines.push_back(node);
  }
}

void compile_values(const model::Scheme& scheme, Program& program) {
  for (std::size_t i = 0; i < scheme.defines.size(); ++i) {
    const model::Define& define = scheme.defines[scheme.defines.id_at(i)];
    if (define.parameters.empty()) program.values.push_back({define.name, static_cast<std::uint32_t>(i)});
  }
  for (std::size_t i = 0; i < scheme.tables.size(); ++i) {
    const model::DecisionTable& table = scheme.tables[scheme.tables.id_at(i)];
    const std::uint32_t define = ExpressionCompiler::define_of_table(scheme, scheme.tables.id_at(i));
    if (table.parameters.empty()) program.values.push_back({table.name, define});
  }
}

void compile_requirement(const model::Requirement& requirement, Program& program, ExpressionCompiler& compiler) {
  program::Requirement made;
  made.in_force_since = requirement.in_force.from;
  made.in_force_until = requirement.in_force.to;
  if (requirement.in_force_from) made.in_force = compiler.root(*requirement.in_force_from);
  if (requirement.applies) made.applies = compiler.root(*requirement.applies);
  if (requirement.not_applicable_because)
    made.not_applicable_because = compiler.root(*requirement.not_applicable_because);
  made.first_provision = static_cast<std::uint32_t>(program.provisions.size());
  made.provision_count = static_cast<std::uint32_t>(requirement.provisions.size());
  for (const model::Provision& provision : requirement.provisions)
    program.provisions.push_back({compiler.root(*provision.condition), provision.grade, provision.modal});
  program.requirements.push_back(std::move(made));
}

void compile_presumptions(const model::Scheme& scheme, Program& program, ExpressionCompiler& compiler) {
  for (const model::Presumption& presumption : scheme.presumptions) {
    for (const model::RequirementId requirement : presumption.satisfies)
      program.requirements[requirement.value].presumptions.push_back(
          static_cast<std::uint32_t>(program.presumptions.size()));
    program.presumptions.push_back(compiler.root(*presumption.condition));
  }
}

/// A round that names nothing reassesses everything.
void compile_surveillance(const model::Scheme& scheme, Program& program) {
  if (!scheme.surveillance) return;
  const std::vector<model::SurveillanceRound>& rounds = scheme.surveillance->rounds;
  const auto takes_all = [](const model::SurveillanceRound& round) { return round.reassess.empty(); };
  if (std::any_of(rounds.begin(), rounds.end(), takes_all)) return;
  for (program::Requirement& requirement : program.requirements) requirement.is_reassessed = false;
  for (const model::SurveillanceRound& round : rounds)
    for (const model::RequirementId requirement : round.reassess)
      program.requirements[requirement.value].is_reassessed = true;
}

void compile_decisions(const model::Scheme& scheme, Program& program, ExpressionCompiler& compiler) {
  for (std::size_t activity = 0; activity < scheme.decisions.size(); ++activity) {
    if (!scheme.decisions[activity]) continue;
    for (const model::DecisionRule& rule : scheme.decisions[activity]->rules)
      program.decisions[activity].push_back(
          {rule.outcome, rule.condition ? compiler.root(*rule.condition) : program::no_node});
  }
}

}  // namespace

Program compile(const model::Scheme& scheme) {
  Program program;
  ExpressionCompiler compiler(scheme, program);
  compile_defines(scheme, program, compiler);
  compile_tables(scheme, program, compiler);
  compile_values(scheme, program);
  for (const model::Requirement& requirement : scheme.requirements) compile_requirement(requirement, program, compiler);
  for (const model::Evidence& evidence : scheme.evidence) program.evidence.push_back(compiler.evidence(evidence));
  compile_presumptions(scheme, program, compiler);
  compile_surveillance(scheme, program);
  compile_decisions(scheme, program, compiler);
  program.registers = compiler.registers();
  mark_courses(program);
  make_straight_tests(program);
  return program;
}

}  // namespace assay::compile
