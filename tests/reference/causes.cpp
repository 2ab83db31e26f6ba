// Why something is not known.
#include "reference/evaluator.hpp"

#include <algorithm>

namespace assay::reference {

using namespace model;

namespace {

void add(Cause cause, std::vector<Cause>& causes) {
  if (std::find(causes.begin(), causes.end(), cause) == causes.end()) causes.push_back(std::move(cause));
}

struct Operands {
  std::vector<const Expression*> found;

  void add(const ExpressionPtr& one) {
    if (one != nullptr) found.push_back(one.get());
  }
  void add(const std::vector<ExpressionPtr>& several) {
    for (const auto& one : several) add(one);
  }
  void add(const Range& range) {
    add(range.list);
    add(range.where);
  }

  template <typename Leaf>
  void operator()(const Leaf&) {}
  void operator()(const FieldAccess& node) { add(node.object); }
  void operator()(const DefineCall& node) { add(node.arguments); }
  void operator()(const TableCall& node) { add(node.arguments); }
  void operator()(const FunctionCall& node) { add(node.arguments); }
  void operator()(const Scale& node) { add(node.operand); }
  void operator()(const Connective& node) { add(node.operands); }
  void operator()(const Negation& node) { add(node.operand); }
  void operator()(const Implication& node) { add(node.premise), add(node.conclusion); }
  void operator()(const Conditional& node) { add(node.condition), add(node.then), add(node.otherwise); }
  void operator()(const Fallback& node) { add(node.value), add(node.otherwise); }
  void operator()(const Arithmetic& node) { add(node.operands); }
  void operator()(const Minus& node) { add(node.operand); }
  void operator()(const Comparison& node) { add(node.left), add(node.right); }
  void operator()(const InRange& node) { add(node.value), add(node.low), add(node.high); }
  void operator()(const OneOf& node) { add(node.value), add(node.members); }
  void operator()(const Includes& node) { add(node.collection), add(node.member); }
  void operator()(const Matches& node) { add(node.value); }
  void operator()(const Presence& node) { add(node.path); }
  void operator()(const WithinDuration& node) { add(node.value), add(node.duration); }
  void operator()(const Quantifier& node) { add(node.range), add(node.satisfies); }
  void operator()(const CountInRange& node) { add(node.range); }
  void operator()(const Aggregate& node) { add(node.range), add(node.element); }
  void operator()(const The& node) { add(node.range); }
};

}  // namespace

std::vector<const Expression*> operands(const Expression& expression) {
  Operands operands;
  std::visit(operands, expression.node);
  return std::move(operands.found);
}

void Evaluator::why_fact(const Fact& fact, std::vector<Cause>& causes) const {
  if (fact.state == Fact::State::missing) return add({"missing", fact.pointer}, causes);
  if (fact.state == Fact::State::invalid) return add({"invalid", fact.pointer}, causes);
  // A collection is there, but not all that stands in it.
  for (const Fact& element : fact.elements)
    if (!element.is_known()) why_fact(element, causes);
}

void Evaluator::why_operands(const Expression& expression, const Names& names, std::vector<Cause>& causes) const {
  const auto before = causes.size();
  bool is_blocked = false;
  for (const Expression* operand : operands(expression)) {
    if (value(*operand, names).is_known()) continue;
    is_blocked = true;
    why(*operand, names, causes);
  }
  if (is_blocked) return;
  // All operands are known: an element in a collection is not, or there is no result.
  for (const Expression* operand : operands(expression)) {
    const Result known = value(*operand, names);
    if (const auto* collection = std::get_if<const Fact*>(&known.thing)) why_fact(**collection, causes);
  }
  const bool is_choice = std::holds_alternative<Conditional>(expression.node);
  if (causes.size() == before && !is_choice) add({"arithmetic", ""}, causes);
}

void Evaluator::why_list(const Expression& list, const Names& names, std::vector<Cause>& causes) const {
  const Fact* found = fact(list, names);
  add({"lookup", found == nullptr ? "" : found->pointer}, causes);
}

void Evaluator::why_the(const The& the, const Names& names, std::vector<Cause>& causes) const {
  const Fact& list = *std::get<const Fact*>(value(*the.range.list, names).thing);
  int found = 0;
  std::vector<Cause> undecided;
  for (const Fact& element : list.elements) {
    const Names inner = bind(names, the.range.variable, element);
    const Truth passed = passes(the.range, inner);
    if (passed == Truth::yes) ++found;
    if (passed == Truth::unknown) why(*the.range.where, inner, undecided);
  }
  if (const Fact* one = the_one(the, list, names)) return why_fact(*one, causes);
  // With two there will never be one; with less the undecided elements matter.
  if (found > 1 || undecided.empty()) return why_list(*the.range.list, names, causes);
  for (const Cause& cause : undecided) add(cause, causes);
}

void Evaluator::why_elements(const Expression& expression, const Names& names, std::vector<Cause>& causes) const {
  const auto* quantifier = std::get_if<Quantifier>(&expression.node);
  const auto* count = std::get_if<CountInRange>(&expression.node);
  const auto* aggregate = std::get_if<Aggregate>(&expression.node);
  const Range& range = quantifier != nullptr ? quantifier->range : count != nullptr ? count->range : aggregate->range;
  const Expression* inside = quantifier != nullptr  ? quantifier->satisfies.get()
                             : aggregate != nullptr ? aggregate->element.get()
                                                    : nullptr;
  const Result list = value(*range.list, names);
  if (!list.is_known()) return why(*range.list, names, causes);
  const auto& elements = std::get<const Fact*>(list.thing)->elements;
  for (const Fact& element : elements) {
    const Names inner = bind(names, range.variable, element);
    const Truth passed = passes(range, inner);
    if (passed == Truth::no) continue;
    if (quantifier != nullptr) {
      const Truth satisfied = truth(*inside, inner);
      const bool is_every = quantifier->kind == QuantifierKind::every;
      if (is_definite(is_every ? implication(passed, satisfied) : both(passed, satisfied))) continue;
    }
    if (passed == Truth::unknown) why(*range.where, inner, causes);
    if (inside != nullptr && !value(*inside, inner).is_known()) why(*inside, inner, causes);
  }
  if (aggregate == nullptr || !causes.empty()) return;
  const bool is_empty = value(expression, names).state == Result::State::missing;
  if (is_empty) return why_list(*range.list, names, causes);
  add({"arithmetic", ""}, causes);
}

void Evaluator::why_table(const TableCall& call, const Names& names, std::vector<Cause>& causes) const {
  const DecisionTable& table = scheme_.tables[call.table];
  const Names inner = bind(names, table.parameters, call.arguments);
  for (const auto& input : table.inputs)
    if (!value(*input, inner).is_known()) why(*input, inner, causes);
  for (const Row* row : possible_rows(table, inner))
    if (!value(*row->result, inner).is_known()) why(*row->result, inner, causes);
}

void Evaluator::why(const Expression& expression, const Names& names, std::vector<Cause>& causes) const {
  if (value(expression, names).is_known()) return;
  std::vector<Cause> own;
  if (const auto* variable = std::get_if<VariableReference>(&expression.node)) {
    const Bound& bound = names.at(variable->variable);
    bound.element != nullptr ? why_fact(*bound.element, own) : why(*bound.argument, *bound.names, own);
  } else if (const auto* access = std::get_if<FieldAccess>(&expression.node)) {
    const Fact* found = fact(expression, names);
    found != nullptr ? why_fact(*found, own) : why(*access->object, names, own);
  } else if (const auto* presence = std::get_if<Presence>(&expression.node)) {
    const Fact* found = fact(*presence->path, names);
    found != nullptr ? why_fact(*found, own) : why(*presence->path, names, own);
  } else if (const auto* define = std::get_if<DefineCall>(&expression.node)) {
    const Define& called = scheme_.defines[define->define];
    why(*called.value, bind(names, called.parameters, define->arguments), own);
  } else if (const auto* table = std::get_if<TableCall>(&expression.node)) {
    why_table(*table, names, own);
  } else if (const auto* judgement = std::get_if<JudgementReference>(&expression.node)) {
    add({"judgement", scheme_.judgements[judgement->judgement].name}, own);
  } else if (const auto* provide = std::get_if<EvidenceReference>(&expression.node)) {
    add({"evidence", scheme_.evidence[provide->evidence].name}, own);
  } else if (const auto* conditional = std::get_if<Conditional>(&expression.node)) {
    const Truth condition = truth(*conditional->condition, names);
    if (condition == Truth::unknown) why_operands(expression, names, own);
    if (condition != Truth::unknown)
      why(*(condition == Truth::yes ? conditional->then : conditional->otherwise), names, own);
  } else if (const auto* fallback = std::get_if<Fallback>(&expression.node)) {
    // What is invalid or pending never leads to the other side.
    why(*fallback->value, names, own);
    if (value(*fallback->value, names).state == Result::State::missing) why(*fallback->otherwise, names, own);
  } else if (const auto* the = std::get_if<The>(&expression.node)) {
    value(*the->range.list, names).is_known() ? why_the(*the, names, own) : why(*the->range.list, names, own);
  } else if (std::holds_alternative<Quantifier>(expression.node) ||
             std::holds_alternative<CountInRange>(expression.node) ||
             std::holds_alternative<Aggregate>(expression.node)) {
    why_elements(expression, names, own);
  } else if (!std::holds_alternative<TallyReference>(expression.node) &&
             !std::holds_alternative<VerdictReference>(expression.node)) {
    why_operands(expression, names, own);
  }
  for (const Cause& cause : own) add(cause, causes);
}

std::string Evaluator::json(const Result& result, TypeId type) const {
  if (!result.is_known()) return "null";
  const auto text = [](const std::string& words) { return to_text(Json::of_text(words)); };
  if (const auto* truth = std::get_if<bool>(&result.thing)) return *truth ? "true" : "false";
  if (const auto* number = std::get_if<Decimal>(&result.thing)) return number->to_string();
  if (const auto* words = std::get_if<std::string>(&result.thing)) return text(*words);
  if (const auto* date = std::get_if<Date>(&result.thing)) return text(to_string(*date));
  if (const auto* instant = std::get_if<DateTime>(&result.thing)) return text(to_string(*instant));
  if (const auto* duration = std::get_if<Duration>(&result.thing)) return text(to_string(*duration));
  if (const auto* member = std::get_if<Member>(&result.thing))
    return text(scheme_.types.enumerations[scheme_.types[type].enumeration].members[member->position].name);
  const Fact& fact = *std::get<const Fact*>(result.thing);
  if (scheme_.types[type].kind == Kind::record) return to_text(*fact.json);
  std::string list;
  for (const Fact& element : fact.elements) {
    const Result one = !element.is_known()                                     ? Result::unknown()
                       : std::holds_alternative<std::monostate>(element.value) ? Result::known(&element)
                                                                               : Result::known(element.value);
    list += (list.empty() ? "" : ",") + json(one, scheme_.types[type].element);
  }
  return "[" + list + "]";
}

}  // namespace assay::reference
