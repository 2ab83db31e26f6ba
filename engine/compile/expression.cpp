// Expressions of the model as nodes of the program, one function a construct.

#include "compile/expression.hpp"

#include "base/match.hpp"
#include "compile/straight_pattern.hpp"

#include <algorithm>

#include <re2/re2.h>

namespace assay::compile {

using model::Kind;
using program::no_node;
using program::Node;
using program::NodeId;
using program::none;
using program::Operation;
using program::Shape;

ExpressionCompiler::ExpressionCompiler(const model::Scheme& scheme, program::Program& program)
    : scheme_(scheme),
      program_(program),
      register_of_(scheme.variables.size(), none),
      first_score_(scheme.types.enumerations.size(), none) {}

std::uint32_t ExpressionCompiler::define_of_table(const model::Scheme& scheme, model::TableId table) {
  return static_cast<std::uint32_t>(scheme.defines.size()) + table.value;
}

NodeId ExpressionCompiler::root(const model::Expression& expression) {
  in_body_ = false;
  root_depth_ = 0;
  return compile(expression);
}

NodeId ExpressionCompiler::body(const model::Expression& expression) {
  in_body_ = true;
  return compile(expression);
}

std::uint32_t ExpressionCompiler::parameter(model::VariableId variable) {
  std::uint32_t& place = register_of_[variable.value];
  if (place == none) place = own_registers_++;
  return place;
}

std::uint32_t ExpressionCompiler::bind(model::VariableId variable) {
  if (in_body_) return parameter(variable);
  const std::uint32_t place = own_registers_ + root_depth_;
  deepest_root_ = std::max(deepest_root_, root_depth_ + 1);
  register_of_[variable.value] = place;
  return place;
}

std::uint32_t ExpressionCompiler::constant(const model::Constant& constant) {
  Value value = constant.value;
  if (const auto* text = std::get_if<std::string_view>(&value)) {
    program_.texts.emplace_back(*text);
    value = std::string_view(program_.texts.back());
  }
  program_.constants.push_back(value);
  return static_cast<std::uint32_t>(program_.constants.size() - 1);
}

NodeId ExpressionCompiler::add(Node node, const model::Expression& expression) {
  node.shape = shape(expression.type);
  node.origin = program::OriginId{static_cast<std::uint32_t>(program_.origins.size())};
  program_.origins.push_back({expression.span, expression.type.value});
  program_.nodes.push_back(node);
  return NodeId{static_cast<std::uint32_t>(program_.nodes.size() - 1)};
}

NodeId ExpressionCompiler::leaf(Operation operation, const model::Expression& expression, std::uint32_t a,
                                std::uint32_t b) {
  return add({.operation = operation, .shape = Shape::boolean, .a = a, .b = b, .origin = {}}, expression);
}

Shape ExpressionCompiler::shape(model::TypeId type) const {
  switch (scheme_.types[type].kind) {
    case Kind::erroneous:
    case Kind::boolean: return Shape::boolean;
    case Kind::integer:
    case Kind::number: return Shape::number;
    case Kind::text: return Shape::text;
    case Kind::date: return Shape::date;
    case Kind::datetime: return Shape::datetime;
    case Kind::duration: return Shape::duration;
    case Kind::enumeration: return Shape::member;
    case Kind::list:
    case Kind::set: return Shape::elements;
    case Kind::record:
      return scheme_.types.records[scheme_.types[type].record].built_in == model::BuiltIn::sampling_plan
                 ? Shape::plan
                 : Shape::record;
  }
  return Shape::boolean;
}

Shape ExpressionCompiler::element_shape(const model::Expression& list) const {
  return shape(scheme_.types[list.type].element);
}

std::uint32_t ExpressionCompiler::kids(const std::vector<model::ExpressionPtr>& expressions) {
  std::vector<std::uint32_t> ids;
  ids.reserve(expressions.size());
  for (const auto& expression : expressions) ids.push_back(compile(*expression).value);
  const auto first = static_cast<std::uint32_t>(program_.children.size());
  program_.children.insert(program_.children.end(), ids.begin(), ids.end());
  return first;
}

NodeId ExpressionCompiler::field(const model::Expression& expression) {
  const auto& outermost = std::get<model::FieldAccess>(expression.node);
  const model::Record& owner = scheme_.types.records[scheme_.types[outermost.object->type].record];
  if (owner.built_in == model::BuiltIn::sampling_plan)
    return leaf(Operation::plan_part, expression, compile(*outermost.object).value, outermost.field);
  // A part of a measured value is there if the whole is, and what is needed is the whole.
  if (owner.built_in != model::BuiltIn::none)
    return leaf(Operation::record_fact, expression, compile(*outermost.object).value,
                owner.fields[outermost.field].slot);
  std::uint32_t offset = 0;
  const model::Expression* object = &expression;
  while (const auto* access = std::get_if<model::FieldAccess>(&object->node)) {
    const model::Type& record = scheme_.types[access->object->type];
    offset += scheme_.types.records[record.record].fields[access->field].slot;
    object = access->object.get();
  }
  if (std::holds_alternative<model::SubjectReference>(object->node))
    return leaf(Operation::subject_fact, expression, offset);
  if (const auto* variable = std::get_if<model::VariableReference>(&object->node))
    return leaf(Operation::variable_fact, expression, register_of_[variable->variable.value], offset);
  return leaf(Operation::record_fact, expression, compile(*object).value, offset);
}

NodeId ExpressionCompiler::chain(const model::Arithmetic& arithmetic, const model::Expression& expression) {
  const std::uint32_t first = kids(arithmetic.operands);
  const NodeId node = leaf(Operation::arithmetic, expression, 0, first);
  Node& made = program_.nodes[node.value];
  made.left = shape(arithmetic.operands.front()->type);
  made.c = static_cast<std::uint32_t>(arithmetic.operands.size());
  made.d = static_cast<std::uint32_t>(program_.children.size());
  for (const model::ArithmeticOperator step : arithmetic.operators)
    program_.children.push_back(static_cast<std::uint32_t>(step));
  return node;
}

NodeId ExpressionCompiler::comparison(const model::Comparison& comparison, const model::Expression& expression) {
  const auto first = static_cast<std::uint8_t>(Operation::equal);
  const auto operation = static_cast<Operation>(first + static_cast<std::uint8_t>(comparison.comparator));
  const NodeId left = compile(*comparison.left);
  const NodeId right = compile(*comparison.right);
  const NodeId node = leaf(operation, expression, left.value, right.value);
  program_.nodes[node.value].left = shape(comparison.left->type);
  return node;
}

NodeId ExpressionCompiler::conformity(const model::Conformity& conformity, const model::Expression& expression) {
  const NodeId measured = compile(*conformity.measured);
  const NodeId low = conformity.low ? compile(*conformity.low) : no_node;
  const NodeId high = conformity.high ? compile(*conformity.high) : no_node;
  const model::Type& type = scheme_.types[conformity.measured->type];
  const bool is_proportion = scheme_.types.records[type.record].built_in == model::BuiltIn::proportion;
  const NodeId node = leaf(Operation::conformity, expression, measured.value, low.value);
  program_.nodes[node.value].c = high.value;
  program_.nodes[node.value].d = static_cast<std::uint32_t>(program_.conformities.size());
  program_.conformities.push_back({conformity.rule, conformity.excluded, is_proportion});
  return node;
}

std::uint32_t ExpressionCompiler::first_score(model::EnumId enumeration) {
  std::uint32_t& first = first_score_[enumeration.value];
  if (first != none) return first;
  first = static_cast<std::uint32_t>(program_.scores.size());
  for (const model::EnumMember& member : scheme_.types.enumerations[enumeration].members)
    program_.scores.push_back(member.score.value_or(Decimal{}));
  return first;
}

NodeId ExpressionCompiler::function(const model::FunctionCall& call, const model::Expression& expression) {
  const std::uint32_t first = kids(call.arguments);
  const NodeId node = leaf(Operation::apply, expression, static_cast<std::uint32_t>(call.function), first);
  Node& made = program_.nodes[node.value];
  made.c = static_cast<std::uint32_t>(call.arguments.size());
  made.left = shape(call.arguments.front()->type);
  if (call.function == model::Function::value)
    made.d = first_score(scheme_.types[call.arguments.front()->type].enumeration);
  return node;
}

template <typename Inside>
NodeId ExpressionCompiler::ranged(const model::Range& range, Operation operation, const model::Expression& expression,
                                  Inside inside) {
  program::Range made;
  made.list = compile(*range.list);
  made.element = element_shape(*range.list);
  made.variable = bind(range.variable);
  ++root_depth_;
  if (range.where) made.where = compile(*range.where);
  const NodeId within = inside();
  --root_depth_;
  program_.ranges.push_back(made);
  return leaf(operation, expression, static_cast<std::uint32_t>(program_.ranges.size() - 1), within.value);
}

NodeId ExpressionCompiler::quantifier(const model::Quantifier& quantifier, const model::Expression& expression) {
  const auto first = static_cast<std::uint8_t>(Operation::every);
  const auto operation = static_cast<Operation>(first + static_cast<std::uint8_t>(quantifier.kind));
  const NodeId node = ranged(quantifier.range, operation, expression, [&] { return compile(*quantifier.satisfies); });
  program_.nodes[node.value].c = constant({Decimal::of(quantifier.number), nullptr});
  return node;
}

NodeId ExpressionCompiler::count_in_range(const model::CountInRange& count, const model::Expression& expression) {
  const auto operation = count.negated ? Operation::count_not_in_range : Operation::count_in_range;
  const NodeId node = ranged(count.range, operation, expression, [] { return no_node; });
  program_.nodes[node.value].b = constant({count.low, nullptr});
  program_.nodes[node.value].c = count.has_high ? constant({count.high, nullptr}) : none;
  return node;
}

NodeId ExpressionCompiler::aggregate(const model::Aggregate& aggregate, const model::Expression& expression) {
  const auto first = static_cast<std::uint8_t>(Operation::count);
  const auto operation = static_cast<Operation>(first + static_cast<std::uint8_t>(aggregate.kind));
  return ranged(aggregate.range, operation, expression,
                [&] { return aggregate.element ? compile(*aggregate.element) : no_node; });
}

NodeId ExpressionCompiler::all_members(const model::AllMembers& all, const model::Expression& expression) {
  const auto first = static_cast<std::uint32_t>(program_.constants.size());
  const auto count = static_cast<std::uint32_t>(scheme_.types.enumerations[all.enumeration].members.size());
  for (std::uint32_t position = 0; position < count; ++position) program_.constants.push_back(Member{position});
  return leaf(Operation::all_members, expression, first, count);
}

NodeId ExpressionCompiler::compile(const model::Expression& expression) {
  const auto binary = [&](Operation operation, const auto& left, const auto& right) {
    const NodeId a = compile(*left);
    const NodeId b = compile(*right);
    const NodeId node = leaf(operation, expression, a.value, b.value);
    program_.nodes[node.value].left = shape(left->type);
    return node;
  };
  const auto with_kids = [&](Operation operation, std::uint32_t a, const auto& list) {
    const std::uint32_t first = kids(list);
    const NodeId node = leaf(operation, expression, a, first);
    program_.nodes[node.value].c = static_cast<std::uint32_t>(list.size());
    return node;
  };
  return match(
      expression.node,
      [&](const model::Constant& value) { return leaf(Operation::constant, expression, constant(value)); },
      [&](const model::AllMembers& all) { return all_members(all, expression); },
      [&](const model::SubjectReference&) { return leaf(Operation::subject_fact, expression); },
      [&](const model::DossierListReference& reference) {
        const NodeId node = leaf(Operation::subject_fact, expression, scheme_.list(reference.list).field.slot);
        program_.nodes[node.value].c = model::completions_extend(reference.list) ? 1 : 0;
        return node;
      },
      [&](const model::VariableReference& variable) {
        return leaf(Operation::variable, expression, register_of_[variable.variable.value]);
      },
      [&](const model::FieldAccess&) { return field(expression); },
      [&](const model::DefineCall& call) {
        if (call.arguments.empty()) return leaf(Operation::define, expression, call.define.value);
        return with_kids(Operation::call, call.define.value, call.arguments);
      },
      [&](const model::TableCall& call) {
        if (call.arguments.empty()) return leaf(Operation::define, expression, define_of_table(scheme_, call.table));
        return with_kids(Operation::table, call.table.value, call.arguments);
      },
      [&](const model::AssessmentDate&) { return leaf(Operation::assessment_date, expression); },
      [&](const model::FunctionCall& call) { return function(call, expression); },
      [&](const model::Scale& scale) {
        const NodeId operand = compile(*scale.operand);
        return leaf(Operation::scale, expression, operand.value, constant({scale.factor, nullptr}));
      },
      [&](const model::Connective& connective) {
        return with_kids(connective.is_and ? Operation::conjunction : Operation::disjunction, 0, connective.operands);
      },
      [&](const model::Negation& not_) { return leaf(Operation::negation, expression, compile(*not_.operand).value); },
      [&](const model::Implication& implies) {
        return binary(Operation::implication, implies.premise, implies.conclusion);
      },
      [&](const model::Conditional& choice) {
        const NodeId otherwise = compile(*choice.otherwise);
        const NodeId node = binary(Operation::conditional, choice.condition, choice.then);
        program_.nodes[node.value].c = otherwise.value;
        return node;
      },
      [&](const model::Fallback& fallback) { return binary(Operation::fallback, fallback.value, fallback.otherwise); },
      [&](const model::Arithmetic& arithmetic) { return chain(arithmetic, expression); },
      [&](const model::Minus& minus) {
        const NodeId node = leaf(Operation::minus, expression, compile(*minus.operand).value);
        program_.nodes[node.value].left = shape(minus.operand->type);
        return node;
      },
      [&](const model::Comparison& compared) { return comparison(compared, expression); },
      [&](const model::InRange& range) {
        const NodeId high = compile(*range.high);
        const NodeId node = binary(Operation::in_range, range.value, range.low);
        program_.nodes[node.value].c = high.value;
        return node;
      },
      [&](const model::Conformity& decided) { return conformity(decided, expression); },
      [&](const model::OneOf& one) {
        const NodeId value = compile(*one.value);
        const NodeId node =
            with_kids(one.negated ? Operation::not_one_of : Operation::one_of, value.value, one.members);
        program_.nodes[node.value].left = shape(one.value->type);
        return node;
      },
      [&](const model::Includes& includes) {
        const NodeId node = binary(Operation::includes, includes.collection, includes.member);
        program_.nodes[node.value].left = element_shape(*includes.collection);
        return node;
      },
      [&](const model::Matches& matches) {
        const NodeId value = compile(*matches.value);
        program_.patterns.push_back(std::make_shared<const re2::RE2>(matches.pattern, re2::RE2::Quiet));
        program_.straight_patterns.push_back(straight_pattern(matches.pattern));
        return leaf(Operation::matches, expression, value.value,
                    static_cast<std::uint32_t>(program_.patterns.size() - 1));
      },
      [&](const model::Presence& presence) {
        const auto first = static_cast<std::uint8_t>(Operation::provided);
        return leaf(static_cast<Operation>(first + static_cast<std::uint8_t>(presence.kind)), expression,
                    compile(*presence.path).value);
      },
      [&](const model::WithinDuration& within) { return binary(Operation::within, within.value, within.duration); },
      [&](const model::Quantifier& quantified) { return quantifier(quantified, expression); },
      [&](const model::CountInRange& count) { return count_in_range(count, expression); },
      [&](const model::Aggregate& aggregated) { return aggregate(aggregated, expression); },
      [&](const model::The& the) { return ranged(the.range, Operation::the, expression, [] { return no_node; }); },
      [&](const model::JudgementReference& judgement) {
        return leaf(Operation::judgement, expression, judgement.judgement.value);
      },
      [&](const model::EvidenceReference& evidence) {
        return leaf(Operation::provide, expression, evidence.evidence.value);
      },
      [&](const model::TallyReference& tally) {
        return leaf(Operation::tally, expression, static_cast<std::uint32_t>(tally.tally));
      },
      [&](const model::VerdictReference& verdict) {
        return leaf(Operation::verdict, expression, verdict.requirement.value);
      });
}

}  // namespace assay::compile
