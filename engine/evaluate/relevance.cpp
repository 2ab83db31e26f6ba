// Which questions are asked, and which answers could still change something.
#include "evaluate/relevance.hpp"

#include "program/parts.hpp"

#include <algorithm>
#include <utility>

namespace assay::evaluate {

using assessment::NeedKind;
using program::NodeId;
using program::Operation;
using program::Shape;

namespace {

/// Each question once, in the order in which it was first asked: definitions of definitions would double them.
void drop_repeated(std::vector<Question>& questions) {
  std::set<Question> seen;
  const auto is_repeated = [&](const Question& question) { return !seen.insert(question).second; };
  questions.erase(std::remove_if(questions.begin(), questions.end(), is_repeated), questions.end());
}

}  // namespace

Relevance::Relevance(const program::Program& program, SecondWalk& walk, Evaluator& evaluator)
    : program_(program),
      walk_(walk),
      evaluator_(evaluator),
      is_parameter_(program.registers, false),
      tests_absence_(program.nodes.size()) {
  for (const program::Function& function : program.functions)
    for (const std::uint32_t parameter : function.parameters) is_parameter_[parameter] = true;
  for (const program::DecisionTable& table : program.tables)
    for (const std::uint32_t parameter : table.parameters) is_parameter_[parameter] = true;
}

bool Relevance::tests_absence(NodeId id) {
  if (!tests_absence_[id.value]) tests_absence_[id.value] = has_absence_inside(node(id));
  return *tests_absence_[id.value];
}

bool Relevance::has_absence_inside(const program::Node& at) {
  switch (at.operation) {
    case Operation::provided:
    case Operation::missing:
    case Operation::fallback:
    case Operation::provide: return true;
    case Operation::subject_fact: return at.c == 1;
    // What an argument tests is not seen from inside the function.
    case Operation::variable:
    case Operation::variable_fact: return is_parameter_[at.a];
    case Operation::define: return tests_absence(program_.defines[at.a]);
    default: break;
  }
  bool found = false;
  program::for_each_part(program_, at, [&](NodeId part) { found = found || tests_absence(part); });
  return found;
}

bool Relevance::keeps_its_value(NodeId id) {
  // A list that is known may hold elements that are not.
  if (node(id).shape == Shape::elements || tests_absence(id)) return false;
  return evaluator_.value(id).is_known();
}

bool Relevance::gather(NodeId id, Questions& questions) {
  if (!evaluator_.step()) return false;
  if (closed_ > 0) {
    gather_parts(id, questions);
    return true;
  }
  if (keeps_its_value(id)) {
    gather_closed(id, questions);
    return true;
  }
  const std::size_t open = questions.open.size();
  const bool is_settled = gather_parts(id, questions);
  if (is_settled) questions.open.resize(open);
  return is_settled;
}

void Relevance::gather_closed(NodeId id, Questions& questions) {
  const std::size_t open = questions.open.size();
  ++closed_;
  gather_parts(id, questions);
  --closed_;
  questions.open.resize(open);
}

bool Relevance::gather_parts(NodeId id, Questions& questions) {
  const program::Node& at = node(id);
  if (is_path(at.operation)) return gather_fact(id, questions);
  if (is_range(at.operation)) return gather_range(at, questions);
  switch (at.operation) {
    case Operation::provided:
    case Operation::missing: return gather_presence(at, questions);
    case Operation::conjunction: return gather_junction(at, Truth::no, questions);
    case Operation::disjunction: return gather_junction(at, Truth::yes, questions);
    case Operation::implication: return gather_implication(at, questions);
    case Operation::conditional: return gather_conditional(at, questions);
    case Operation::fallback: return gather_fallback(at, questions);
    case Operation::define: return gather_definition(at.a, questions);
    case Operation::call: {
      const program::Function& function = program_.functions[at.a];
      bool is_settled = true;
      evaluator_.with_arguments(function.parameters, at.b, at.c,
                                [&] { is_settled = gather(function.body, questions); });
      return is_settled;
    }
    case Operation::table: {
      bool is_settled = true;
      evaluator_.with_arguments(program_.tables[at.a].parameters, at.b, at.c,
                                [&] { is_settled = gather_table(at, questions); });
      return is_settled;
    }
    case Operation::judgement: {
      const JudgementState::Kind kind = evaluator_.judgement(at.a).kind;
      if (kind == JudgementState::Kind::met || kind == JudgementState::Kind::not_met) return true;
      questions.asked.push_back({NeedKind::judgement, at.a});
      questions.open.push_back({NeedKind::judgement, at.a});
      return false;
    }
    case Operation::provide: {
      if (evaluator_.evidence().provided[at.a] == Truth::yes) return true;
      questions.asked.push_back({NeedKind::evidence, at.a});
      questions.open.push_back({NeedKind::evidence, at.a});
      return false;
    }
    default: return gather_kids(id, questions);
  }
}

bool Relevance::gather_kids(NodeId id, Questions& questions) {
  bool is_settled = true;
  walk_.for_each_kid(node(id), [&](NodeId kid) { is_settled = gather(kid, questions) && is_settled; });
  return is_settled;
}

bool Relevance::gather_record(NodeId id, Questions& questions) {
  const program::Node& at = node(id);
  switch (at.operation) {
    case Operation::subject_fact: return true;
    case Operation::record_fact: return gather_record(NodeId{at.a}, questions);
    case Operation::variable:
    case Operation::variable_fact: {
      const NodeId argument = evaluator_.register_at(at.a).argument;
      if (argument == program::no_node) return true;
      bool is_settled = true;
      evaluator_.in_an_argument([&] { is_settled = gather_record(argument, questions); });
      return is_settled;
    }
    default: return gather(id, questions);
  }
}

bool Relevance::gather_fact(NodeId id, Questions& questions) {
  const std::uint32_t slot = evaluator_.slot_of(id);
  if (slot == program::none) return gather_source(id, questions);
  const bool is_place_settled = gather_record(id, questions);
  return gather_slot(slot, questions) && is_place_settled;
}

bool Relevance::gather_source(NodeId id, Questions& questions) {
  const program::Node& at = node(id);
  if (at.operation == Operation::record_fact) return gather(NodeId{at.a}, questions);
  const NodeId argument = evaluator_.register_at(at.a).argument;
  bool is_settled = true;
  if (argument != program::no_node) evaluator_.in_an_argument([&] { is_settled = gather(argument, questions); });
  return is_settled;
}

bool Relevance::gather_slot(std::uint32_t slot, Questions& questions) {
  const dossier::Slot& fact = evaluator_.facts()[slot];
  if (fact.state != dossier::State::known) {
    questions.asked.push_back({NeedKind::fact, slot});
    questions.open.push_back({NeedKind::fact, slot});
    return false;
  }
  const auto* elements = std::get_if<Elements>(&fact.value);
  bool is_whole = true;
  for (std::uint32_t i = 0; elements != nullptr && elements->stride != 0 && i < elements->count; ++i)
    if (!evaluator_.fact(elements->first + i * elements->stride).is_known())
      is_whole = gather_slot(elements->first + i * elements->stride, questions) && is_whole;
  return is_whole;
}

bool Relevance::gather_presence(const program::Node& at, Questions& questions) {
  const std::uint32_t slot = evaluator_.slot_of(NodeId{at.a});
  if (slot == program::none) return gather_source(NodeId{at.a}, questions);
  const std::size_t open = questions.open.size();
  const bool is_place_settled = gather_record(NodeId{at.a}, questions);
  gather_slot(slot, questions);
  // What is given stays, whatever its elements are.
  const bool is_given = is_place_settled && evaluator_.facts()[slot].state == dossier::State::known;
  if (is_given) questions.open.resize(open);
  return is_given;
}

bool Relevance::gather_junction(const program::Node& at, Truth decisive, Questions& questions) {
  bool all_settled = true;
  bool is_decided = false;
  for (std::uint32_t i = 0; i < at.c; ++i) {
    const NodeId kid{program_.children[at.b + i]};
    const bool is_settled = gather(kid, questions);
    all_settled = all_settled && is_settled;
    is_decided = is_decided || (closed_ == 0 && is_settled && evaluator_.truth(kid) == decisive);
  }
  return all_settled || is_decided;
}

bool Relevance::gather_implication(const program::Node& at, Questions& questions) {
  const bool premise = gather(NodeId{at.a}, questions);
  const bool conclusion = gather(NodeId{at.b}, questions);
  if ((premise && conclusion) || closed_ > 0) return premise && conclusion;
  return (premise && evaluator_.truth(NodeId{at.a}) == Truth::no) ||
         (conclusion && evaluator_.truth(NodeId{at.b}) == Truth::yes);
}

bool Relevance::gather_conditional(const program::Node& at, Questions& questions) {
  const bool is_settled = gather(NodeId{at.a}, questions);
  const Truth condition = closed_ == 0 && is_settled ? evaluator_.truth(NodeId{at.a}) : Truth::unknown;
  if (condition == Truth::unknown) {
    const bool then = gather(NodeId{at.b}, questions);
    return gather(NodeId{at.c}, questions) && then && is_settled;
  }
  gather_closed(NodeId{condition == Truth::yes ? at.c : at.b}, questions);
  return gather(NodeId{condition == Truth::yes ? at.b : at.c}, questions);
}

bool Relevance::gather_fallback(const program::Node& at, Questions& questions) {
  const bool is_settled = gather(NodeId{at.a}, questions);
  if (closed_ == 0 && is_settled && evaluator_.value(NodeId{at.a}).is_known()) {
    gather_closed(NodeId{at.b}, questions);
    return true;
  }
  return gather(NodeId{at.b}, questions) && is_settled;
}

bool Relevance::gather_table(const program::Node& at, Questions& questions) {
  const program::DecisionTable& table = program_.tables[at.a];
  std::vector<Operand> inputs;
  bool are_settled = true;
  for (const NodeId input : table.inputs) {
    are_settled = gather(input, questions) && are_settled;
    inputs.push_back(closed_ == 0 ? evaluator_.value(input) : Operand::unknown());
  }
  bool is_settled = true;
  bool is_found = false;
  for (const program::Row& row : table.rows) {
    const Truth matches = closed_ == 0 && are_settled ? evaluator_.row_matches(row, inputs) : Truth::unknown;
    if (is_found || matches == Truth::no) {
      gather_closed(row.result, questions);
    } else {
      is_settled = gather(row.result, questions) && is_settled;
    }
    is_found = is_found || matches == Truth::yes;
  }
  return are_settled && is_settled;
}

bool Relevance::gather_definition(std::uint32_t define, Questions& questions) {
  auto found = definitions_.find(define);
  if (found == definitions_.end()) {
    Definition made;
    const std::uint32_t closed = std::exchange(closed_, 0);
    made.is_settled = gather(program_.defines[define], made.questions);
    closed_ = closed;
    drop_repeated(made.questions.asked);
    drop_repeated(made.questions.open);
    found = definitions_.emplace(define, std::move(made)).first;
  }
  const Definition& known = found->second;
  questions.asked.insert(questions.asked.end(), known.questions.asked.begin(), known.questions.asked.end());
  questions.open.insert(questions.open.end(), known.questions.open.begin(), known.questions.open.end());
  return known.is_settled;
}

/// Is the element that a range is bound to known as it is?
bool Relevance::gather_bound(const program::Range& range, Questions& questions) {
  const std::uint32_t slot = evaluator_.register_at(range.variable).slot;
  return slot == program::none || evaluator_.fact(slot).is_known() || gather_slot(slot, questions);
}

bool Relevance::gather_element(const program::Range& range, NodeId inside, std::optional<Truth> decisive,
                               const std::function<void()>& bind, Element& element, Questions& questions) {
  bind();
  const bool is_choice_settled = range.where == program::no_node || gather(range.where, questions);
  bind();
  const Truth passes = closed_ == 0 && is_choice_settled ? evaluator_.passes(range) : Truth::unknown;
  if (inside == program::no_node && !element.is_taken) return is_choice_settled;
  bind();
  if (element.is_taken) return (passes == Truth::no || gather_bound(range, questions)) && is_choice_settled;
  if (passes == Truth::no) {
    gather_closed(inside, questions);
    return true;
  }
  const bool is_inside_settled = gather(inside, questions);
  if (!is_choice_settled || !is_inside_settled) return false;
  bind();
  element.is_decisive = passes == Truth::yes && decisive && evaluator_.truth(inside) == *decisive;
  return true;
}

/// Of elements that are not there yet: what is asked whichever they are.
void Relevance::gather_of_any_element(NodeId id, std::set<std::uint32_t>& seen, Questions& questions) {
  if (!seen.insert(id.value).second) return;
  const program::Node& at = node(id);
  const auto ask = [&](NeedKind kind) {
    questions.asked.push_back({kind, at.a});
    questions.open.push_back({kind, at.a});
  };
  if (at.operation == Operation::subject_fact) gather_slot(at.a, questions);
  if (at.operation == Operation::judgement && evaluator_.judgement(at.a).kind != JudgementState::Kind::met &&
      evaluator_.judgement(at.a).kind != JudgementState::Kind::not_met)
    ask(NeedKind::judgement);
  if (at.operation == Operation::provide && evaluator_.evidence().provided[at.a] != Truth::yes) ask(NeedKind::evidence);
  program::for_each_part(program_, at, [&](NodeId part) { gather_of_any_element(part, seen, questions); });
}

bool Relevance::gather_elements(const program::Range& range, NodeId inside, std::optional<Truth> decisive,
                                Questions& questions, bool is_taken) {
  bool is_length_settled = gather(range.list, questions);
  const Operand list = evaluator_.list_of(range);
  if (!list.is_known()) {
    std::set<std::uint32_t> seen;
    if (range.where != program::no_node) gather_of_any_element(range.where, seen, questions);
    if (inside != program::no_node) gather_of_any_element(inside, seen, questions);
    return is_length_settled;
  }
  // The length of a list that is given stays; what its elements hold may come.
  if (is_path(node(range.list).operation)) is_length_settled = gather_record(range.list, questions);
  const auto& elements = std::get<Elements>(list.value);
  bool are_settled = true;
  bool is_decided = false;
  for (std::uint32_t i = 0; i < elements.count && evaluator_.step(); ++i) {
    Element element{.is_taken = is_taken};
    const bool is_settled = gather_element(
        range, inside, decisive, [&] { evaluator_.bind_element(range, elements, i); }, element, questions);
    are_settled = are_settled && is_settled;
    is_decided = is_decided || element.is_decisive;
  }
  return is_length_settled && (are_settled || is_decided);
}

bool Relevance::gather_range(const program::Node& at, Questions& questions) {
  std::optional<Truth> decisive;
  if (at.operation == Operation::every) decisive = Truth::no;
  if (at.operation == Operation::some || at.operation == Operation::no) decisive = Truth::yes;
  const NodeId inside = has_element_part(at.operation) ? NodeId{at.b} : program::no_node;
  return gather_elements(program_.ranges[at.a], inside, decisive, questions, at.operation == Operation::the);
}

bool Relevance::gather_covered(const program::Evidence& evidence, Questions& questions) {
  if (evidence.covered == program::no_node) return true;
  if (evidence.range == program::none) return gather(evidence.covered, questions);
  return gather_elements(program_.ranges[evidence.range], evidence.covered, std::nullopt, questions);
}

}  // namespace assay::evaluate
