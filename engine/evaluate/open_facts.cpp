#include "evaluate/open_facts.hpp"

#include "base/limits.hpp"
#include "dossier/facts.hpp"
#include "evaluate/sides.hpp"
#include "model/expression.hpp"
#include "program/parts.hpp"

#include <algorithm>
#include <unordered_map>

namespace assay::evaluate {

using model::Kind;
using program::NodeId;
using program::Operation;

std::optional<std::uint32_t> record_around(const Scheme& scheme, const dossier::Facts& facts, std::uint32_t slot,
                                           std::uint32_t most) {
  const model::Types& types = scheme.model.types;
  for (std::uint32_t back = 1; back <= std::min(slot, most); ++back) {
    const auto type = dossier::type_of(facts, types, scheme.model.subject, slot - back);
    if (!type) return slot - back;
    if (types[*type].kind == Kind::record && back < types.slots_of(*type)) return slot - back;
  }
  return std::nullopt;
}

bool is_ordered(Kind kind) {
  return kind == Kind::integer || kind == Kind::number || kind == Kind::date || kind == Kind::datetime;
}

namespace {

const Side computed{{}, {}, {}, false};
const Side finding;  // of a person: only booleans are compared with it

/// The first instant of a day.
DateTime midnight(Date date) { return {std::int64_t{date.days} * 86'400, 0}; }

class Search {
 public:
  Search(const Scheme& scheme, Evaluator& evaluator, const std::function<void(NodeId)>& on_known)
      : scheme_(scheme), program_(scheme.program), evaluator_(evaluator), on_known_(on_known) {}

  Side side_of(NodeId id);
  OpenFacts take() { return std::move(found_); }

 private:
  const program::Node& node(NodeId id) const { return program_.nodes[id.value]; }
  const OpenFact& fact(std::size_t index) const { return found_.facts[index]; }

  Side side_within(NodeId id);
  Side missing_fact(std::uint32_t slot);
  Side path(NodeId id);
  std::uint32_t part_of_missing(const program::Node& at);
  Side variable(const program::Node& at);
  Side conditional(const program::Node& at);
  Side definition(std::uint32_t define);
  Side table(const program::Node& at);
  Side operands(const program::Node& at);
  Side in_range(const program::Node& at);
  Side one_of(const program::Node& at);
  Side includes(const program::Node& at);
  Side within(const program::Node& at);
  Side range(NodeId id);

  void element(const program::Node& at, const Elements& elements, std::uint32_t position);
  void match(const Side& input, const program::DecisionTable& table, std::size_t column);
  void match(const Side& input, const program::Pattern& pattern);
  void compare(const Side& left, const Side& right) { evaluate::compare(left, right, found_); }
  void use_otherwise(const Side& side) { evaluate::use_otherwise(side, found_); }
  std::optional<Duration> shift_of(NodeId id);
  bool is_part_of_measured(std::uint32_t slot) const;
  std::optional<model::TypeId> type_of(std::uint32_t slot) const {
    return dossier::type_of(evaluator_.facts(), scheme_.model.types, scheme_.model.subject, slot);
  }

  const Scheme& scheme_;
  const program::Program& program_;
  Evaluator& evaluator_;
  const std::function<void(NodeId)>& on_known_;
  OpenFacts found_;
  std::unordered_map<std::uint32_t, Side> definitions_;
};

Side Search::side_of(NodeId id) {
  if (found_.is_cut_off || !evaluator_.step()) {
    found_.is_closed = false;
    return computed;
  }
  const Operand operand = evaluator_.value(id);
  if (!operand.is_known()) return side_within(id);
  if (on_known_) on_known_(id);
  const bool is_moving = program::is_moving(node(id).course);
  return {{{operand.value, is_moving, is_moving ? shift_of(id) : std::nullopt}}, {}, {}, true};
}

/// How far it lies from the assessment date on every day; nothing where that is not plain to see.
std::optional<Duration> Search::shift_of(NodeId id) {
  const program::Node& at = node(id);
  if (at.operation == Operation::assessment_date) return Duration{};
  if (at.operation == Operation::define) return shift_of(program_.defines[at.a]);
  if (at.operation != Operation::arithmetic || at.c != 2) return std::nullopt;
  const NodeId by{program_.children[at.b + 1]};
  const bool is_from_date = node(NodeId{program_.children[at.b]}).operation == Operation::assessment_date;
  if (!is_from_date || node(by).course != program::Course::still) return std::nullopt;
  const Operand shift = evaluator_.value(by);
  const auto* duration = shift.is_known() ? std::get_if<Duration>(&shift.value) : nullptr;
  if (duration == nullptr) return std::nullopt;
  const bool is_sum = program_.children[at.d] == static_cast<std::uint32_t>(model::ArithmeticOperator::add);
  return is_sum ? std::optional(*duration) : negate(*duration);
}

Side Search::side_within(NodeId id) {
  const program::Node& at = node(id);
  switch (at.operation) {
    case Operation::subject_fact:
    case Operation::variable_fact:
    case Operation::record_fact: return path(id);
    case Operation::variable: return variable(at);
    case Operation::define: return definition(at.a);
    case Operation::table: return table(at);
    case Operation::conditional: return conditional(at);
    case Operation::call: {
      Side side;
      evaluator_.with_arguments(program_.functions[at.a].parameters, at.b, at.c,
                                [&] { side = side_of(program_.functions[at.a].body); });
      return side;
    }
    case Operation::equal:
    case Operation::not_equal:
    case Operation::less:
    case Operation::less_equal:
    case Operation::greater:
    case Operation::greater_equal: {
      const Side left = side_of(NodeId{at.a});
      compare(left, side_of(NodeId{at.b}));
      return computed;
    }
    case Operation::in_range: return in_range(at);
    case Operation::one_of:
    case Operation::not_one_of: return one_of(at);
    case Operation::includes: return includes(at);
    case Operation::within: return within(at);
    case Operation::judgement: {
      const bool is_pending = evaluator_.judgement(at.a).kind == JudgementState::Kind::pending;
      if (is_pending) add_once(found_.judgements, at.a);
      return finding;
    }
    case Operation::provide: return finding;
    default: break;
  }
  return is_range(at.operation) ? range(id) : operands(at);
}

/// A measurement's parts belong together: one alone may not have any value.
bool Search::is_part_of_measured(std::uint32_t slot) const {
  const auto around = record_around(scheme_, evaluator_.facts(), slot, model::slot_level);
  const auto type = around ? type_of(*around) : std::nullopt;
  if (!type) return false;
  const model::Types& types = scheme_.model.types;
  return types.records[types[*type].record].built_in != model::BuiltIn::none;
}

Side Search::missing_fact(std::uint32_t slot) {
  // What is invalid was given; to give it anew is not tried.
  Side untried{{}, {}, {slot}, true};
  if (evaluator_.facts()[slot].state != dossier::State::missing) return untried;
  const auto type = type_of(slot);
  const Kind kind = type ? scheme_.model.types[*type].kind : Kind::record;
  if (kind == Kind::list || kind == Kind::set || kind == Kind::record) {
    found_.is_closed = false;
    return computed;
  }
  const bool can_be_tried = kind == Kind::boolean || kind == Kind::enumeration || is_ordered(kind);
  if (!can_be_tried || is_part_of_measured(slot)) return untried;
  auto& facts = found_.facts;
  const auto known = std::find_if(facts.begin(), facts.end(), [&](const OpenFact& one) { return one.slot == slot; });
  const auto index = static_cast<std::size_t>(known - facts.begin());
  if (known == facts.end()) facts.push_back({slot, *type, {}, {}, true});
  found_.is_cut_off = found_.is_cut_off || facts.size() > limits::completion_facts;
  return {{}, {index}, {}, true};
}

Side Search::path(NodeId id) {
  if (const std::uint32_t slot = evaluator_.slot_of(id); slot != program::none) return missing_fact(slot);
  if (const std::uint32_t part = part_of_missing(node(id)); part != program::none) return {{}, {}, {part}, true};
  found_.is_closed = false;
  if (node(id).operation == Operation::record_fact) side_of(NodeId{node(id).a});
  return computed;
}

/// The part of a measured value that is not there as a whole: none of it is tried, and it brings no further facts.
std::uint32_t Search::part_of_missing(const program::Node& at) {
  if (at.operation != Operation::record_fact || !is_path(node(NodeId{at.a}).operation)) return program::none;
  const std::uint32_t whole = evaluator_.slot_of(NodeId{at.a});
  return whole == program::none ? program::none : whole + at.b;
}

Side Search::variable(const program::Node& at) {
  const Register bound = evaluator_.register_at(at.a);
  if (bound.slot != program::none) return missing_fact(bound.slot);
  Side side = computed;
  if (bound.argument != program::no_node) evaluator_.in_an_argument([&] { side = side_of(bound.argument); });
  return side;
}

Side Search::definition(std::uint32_t define) {
  if (const auto known = definitions_.find(define); known != definitions_.end()) return known->second;
  Side side = side_of(program_.defines[define]);
  definitions_.emplace(define, side);
  return side;
}

Side Search::conditional(const program::Node& at) {
  const Truth condition = evaluator_.truth(NodeId{at.a});
  side_of(NodeId{at.a});
  if (condition != Truth::unknown) return side_of(NodeId{condition == Truth::yes ? at.b : at.c});
  // While the condition is unknown, the two are compared with each other.
  Side side = side_of(NodeId{at.b});
  const Side otherwise = side_of(NodeId{at.c});
  compare(side, otherwise);
  append(side, otherwise);
  return side;
}

void Search::match(const Side& input, const program::Pattern& pattern) {
  Side values;
  for (const std::uint32_t value : pattern.values) values.values.push_back({program_.constants[value], false, {}});
  for (const program::Bound& bound : {pattern.low, pattern.high})
    if (bound.constant != program::none) values.values.push_back({program_.constants[bound.constant], false, {}});
  compare(input, values);
}

void Search::match(const Side& input, const program::DecisionTable& table, std::size_t column) {
  for (const program::Row& row : table.rows) match(input, row.patterns[column]);
}

Side Search::table(const program::Node& at) {
  const program::DecisionTable& table = program_.tables[at.a];
  Side result;
  evaluator_.with_arguments(table.parameters, at.b, at.c, [&] {
    std::vector<Operand> inputs;
    for (const NodeId input : table.inputs) inputs.push_back(evaluator_.value(input));
    for (std::size_t i = 0; i < table.inputs.size(); ++i) match(side_of(table.inputs[i]), table, i);
    for (const program::Row& row : table.rows) {
      const Truth matches = evaluator_.row_matches(row, inputs);
      if (matches == Truth::no) continue;
      // While several rows may match, their values are compared with each other.
      const Side value = side_of(row.result);
      compare(result, value);
      append(result, value);
      if (matches == Truth::yes) break;
    }
  });
  return result;
}

Side Search::operands(const program::Node& at) {
  program::for_each_part(program_, at, [&](NodeId part) { use_otherwise(side_of(part)); });
  return computed;
}

Side Search::in_range(const program::Node& at) {
  const Side middle = side_of(NodeId{at.a});
  compare(middle, side_of(NodeId{at.b}));
  compare(middle, side_of(NodeId{at.c}));
  return computed;
}

Side Search::one_of(const program::Node& at) {
  const Side asked = side_of(NodeId{at.a});
  for (std::uint32_t i = 0; i < at.c; ++i) compare(asked, side_of(NodeId{program_.children[at.b + i]}));
  return computed;
}

Side Search::includes(const program::Node& at) {
  const Operand collection = evaluator_.value(NodeId{at.a});
  side_of(NodeId{at.a});
  const Side member = side_of(NodeId{at.b});
  Side elements;
  elements.is_whole = collection.is_known();
  if (collection.is_known()) {
    const auto& list = std::get<Elements>(collection.value);
    for (std::uint32_t i = 0; i < list.count; ++i) {
      const Operand element = list.stride == 0 ? Operand::known(program_.constants[list.first + i])
                                               : evaluator_.fact(list.first + i * list.stride);
      if (element.is_known())
        elements.values.push_back({element.value, false, {}});
      else
        elements.untried.push_back(list.first + i * list.stride);
    }
  }
  compare(member, elements);
  return computed;
}

Side Search::within(const program::Node& at) {
  const Side moment = side_of(NodeId{at.a});
  const Operand duration = evaluator_.value(NodeId{at.b});
  use_otherwise(side_of(NodeId{at.b}));
  const auto back = duration.is_known() ? negate(std::get<Duration>(duration.value)) : std::nullopt;
  const auto earliest = back ? add(evaluator_.date(), *back) : std::nullopt;
  if (!earliest) {
    use_otherwise(moment);
    return computed;
  }
  for (const std::size_t index : moment.facts) {
    const bool is_date = scheme_.model.types[fact(index).type].kind == Kind::date;
    add_cut(index, {is_date ? Value(*earliest) : Value(midnight(*earliest)), true, back}, found_);
    // An instant counts by its day, so the last one ends where the next begins.
    const Date date = evaluator_.date();
    add_cut(index, {is_date ? Value(date) : Value(midnight(Date{date.days + 1})), true, Duration{}}, found_);
  }
  return computed;
}

/// Parts of an element that is decided say why; of the others they are looked into.
void Search::element(const program::Node& at, const Elements& elements, std::uint32_t position) {
  const program::Range& range = program_.ranges[at.a];
  const bool is_quantifier = at.operation >= Operation::every && at.operation <= Operation::exactly;
  const bool is_gathered = at.operation >= Operation::sum && at.operation <= Operation::average;
  const auto visit = [&](NodeId part, bool is_decided) {
    evaluator_.bind_element(range, elements, position);
    if (is_decided && !evaluator_.value(part).is_known()) return;
    evaluator_.bind_element(range, elements, position);
    use_otherwise(side_of(part));
  };
  evaluator_.bind_element(range, elements, position);
  const Truth passed = evaluator_.passes(range);
  bool is_decided = passed == Truth::no;
  if (is_quantifier && !is_decided) {
    evaluator_.bind_element(range, elements, position);
    const Truth satisfied = evaluator_.truth(NodeId{at.b});
    is_decided =
        is_definite(at.operation == Operation::every ? implication(passed, satisfied) : both(passed, satisfied));
  }
  if (range.where != program::no_node) visit(range.where, is_decided);
  if (passed != Truth::no && (is_quantifier || is_gathered)) visit(NodeId{at.b}, is_decided);
}

Side Search::range(NodeId id) {
  const program::Node& at = node(id);
  const program::Range& range = program_.ranges[at.a];
  const Operand list = evaluator_.list_of(range);
  side_of(range.list);
  if (!list.is_known() || at.operation == Operation::the) found_.is_closed = false;
  if (!list.is_known()) return computed;
  const auto& elements = std::get<Elements>(list.value);
  for (std::uint32_t i = 0; i < elements.count && !found_.is_cut_off; ++i) element(at, elements, i);
  return computed;
}

}  // namespace

OpenFacts open_facts(const Scheme& scheme, Evaluator& evaluator, NodeId condition,
                     const std::function<void(NodeId)>& on_known) {
  Search search(scheme, evaluator, on_known);
  search.side_of(condition);
  return search.take();
}

}  // namespace assay::evaluate
