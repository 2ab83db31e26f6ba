#pragma once

#include "model/scheme.hpp"
#include "program/program.hpp"

#include <vector>

// Internal to the stage: one expression of the model as nodes of the program.
namespace assay::compile {

class ExpressionCompiler {
 public:
  ExpressionCompiler(const model::Scheme& scheme, program::Program& program);

  /// A requirement's or the decision's expression: its variables share registers with those of other roots. Every body
  /// must be compiled before the first root, for the registers of roots lie behind all others.
  program::NodeId root(const model::Expression& expression);
  /// The body of a define or table: it may run while a root's variables are bound, so its variables have registers of
  /// their own.
  program::NodeId body(const model::Expression& expression);

  /// What a requirement's evidence must cover: a root too. Implemented in evidence.cpp.
  program::Evidence evidence(const model::Evidence& evidence);

  /// The register of a parameter, made on first sight.
  std::uint32_t parameter(model::VariableId variable);
  std::uint32_t constant(const model::Constant& constant);
  program::Shape shape(model::TypeId type) const;

  /// Where `defines` and `tables` of the model stand in the program; a table without parameters has a define too.
  static std::uint32_t define_of_table(const model::Scheme& scheme, model::TableId table);

  /// Registers that the program needs; known when everything is compiled.
  std::uint32_t registers() const { return own_registers_ + deepest_root_; }

 private:
  program::NodeId compile(const model::Expression& expression);
  program::NodeId add(program::Node node, const model::Expression& expression);
  program::NodeId leaf(program::Operation operation, const model::Expression& expression, std::uint32_t a = 0,
                       std::uint32_t b = 0);
  program::Shape element_shape(const model::Expression& list) const;
  std::uint32_t kids(const std::vector<model::ExpressionPtr>& expressions);
  std::uint32_t bind(model::VariableId variable);
  /// Compiles the list, binds the variable, compiles `where` and then calls `inside`.
  template <typename Inside>
  program::NodeId ranged(const model::Range& range, program::Operation operation, const model::Expression& expression,
                         Inside inside);

  program::NodeId field(const model::Expression& expression);
  program::NodeId chain(const model::Arithmetic& arithmetic, const model::Expression& expression);
  program::NodeId comparison(const model::Comparison& comparison, const model::Expression& expression);
  program::NodeId function(const model::FunctionCall& call, const model::Expression& expression);
  program::NodeId quantifier(const model::Quantifier& quantifier, const model::Expression& expression);
  program::NodeId count_in_range(const model::CountInRange& count, const model::Expression& expression);
  program::NodeId aggregate(const model::Aggregate& aggregate, const model::Expression& expression);
  program::NodeId all_members(const model::AllMembers& all, const model::Expression& expression);
  std::uint32_t first_score(model::EnumId enumeration);

  const model::Scheme& scheme_;
  program::Program& program_;
  std::vector<std::uint32_t> register_of_;  ///< by variable; program::none until bound
  std::vector<std::uint32_t> first_score_;  ///< by enumeration; program::none until needed
  std::uint32_t own_registers_ = 0;
  std::uint32_t root_depth_ = 0;
  std::uint32_t deepest_root_ = 0;
  bool in_body_ = false;
};

}  // namespace assay::compile
