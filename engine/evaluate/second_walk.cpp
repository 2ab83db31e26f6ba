// The second walk: what it gathers, and how values and expressions are written.

#include "evaluate/second_walk.hpp"

#include "base/json_text.hpp"
#include "base/limits.hpp"
#include "evaluate/workspace.hpp"
#include "program/parts.hpp"

namespace assay::evaluate {

using program::NodeId;
using program::Operation;

void Grounds::clear() {
  list.clear();
  more = 0;
  facts.clear();
  judgements.clear();
  definitions.clear();
}

bool Grounds::has_room() {
  if (list.size() < limits::grounds) return true;
  ++more;
  return false;
}

void Account::clear(Grounds* of_all) {
  reasons.clear();
  needs.clear();
  measurements.clear();
  grounds = of_all;
  more_reasons = more_measurements = 0;
  const auto clear_each = [](auto&... marks) { (marks.clear(), ...); };
  clear_each(seen_unknown, unknown_definitions, told_definitions, told_side_definitions, seen_judgements,
             seen_evidence);
  seen_reasons.clear();
}

SecondWalk::SecondWalk(const Scheme& scheme, Workspace& workspace, Extent extent)
    : scheme_(scheme),
      program_(scheme.program),
      evaluator_(workspace.evaluator),
      telling_(workspace.telling),
      leaf_facts_(workspace.leaf_facts),
      asked_texts_(workspace.asked_texts),
      extent_(extent) {}

std::string SecondWalk::pointer(std::uint32_t slot) const {
  return dossier::pointer_of(evaluator_.facts(), scheme_.model.types, scheme_.model.subject,
                             evaluator_.dossier().pointer_prefix, slot);
}

std::string_view SecondWalk::unit_of_type(model::TypeId type) const {
  const model::Type& of = scheme_.model.types[type];
  const bool is_number = of.kind == model::Kind::integer || of.kind == model::Kind::number;
  if (!is_number || of.unit == model::plain_unit) return {};
  return scheme_.model.types.units[of.unit].name;
}

std::string_view SecondWalk::unit_of(std::uint32_t slot) const {
  const auto type = dossier::type_of(evaluator_.facts(), scheme_.model.types, scheme_.model.subject, slot);
  return type ? unit_of_type(*type) : std::string_view();
}

std::string with_unit(std::string_view value, std::string_view unit) {
  std::string text(value);
  if (!unit.empty()) text.append(" ").append(unit);
  return text;
}

model::TypeId SecondWalk::type(NodeId id) const { return model::TypeId{program_.origins[node(id).origin.value].type}; }

namespace {

std::string quoted(std::string_view text) {
  std::string json;
  append_json_text(json, text, ControlCharacters::by_number);
  return json;
}

}  // namespace

std::string SecondWalk::json(const Operand& operand, std::uint32_t type) {
  if (!operand.is_known()) return "null";
  const Value& value = operand.value;
  const model::Types& types = scheme_.model.types;
  if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
  if (const auto* number = std::get_if<Decimal>(&value)) return number->to_string();
  if (const auto* text = std::get_if<std::string_view>(&value)) return quoted(*text);
  if (const auto* date = std::get_if<Date>(&value)) return quoted(to_string(*date));
  if (const auto* instant = std::get_if<DateTime>(&value)) return quoted(to_string(*instant));
  if (const auto* duration = std::get_if<Duration>(&value)) return quoted(to_string(*duration));
  if (const auto* member = std::get_if<Member>(&value)) {
    const model::EnumId enumeration = types[model::TypeId{type}].enumeration;
    return quoted(types.enumerations[enumeration].members[member->position].name);
  }
  if (const auto* record = std::get_if<RecordAt>(&value)) return std::string(telling_.fact(record->slot).value);
  if (const auto* plan = std::get_if<SamplingPlan>(&value))
    return "{\"size\":" + std::to_string(plan->size) + ",\"accept\":" + std::to_string(plan->accept) +
           ",\"reject\":" + std::to_string(plan->reject) + "}";
  if (const auto* elements = std::get_if<Elements>(&value)) {
    const model::TypeId element = types[model::TypeId{type}].element;
    std::string list = "[";
    for (std::uint32_t i = 0; i < elements->count; ++i) {
      if (i > 0) list += ',';
      const Operand one = elements->stride == 0 ? Operand::known(program_.constants[elements->first + i])
                                                : evaluator_.fact(elements->first + i * elements->stride);
      list += json(one, element.value);
    }
    return list + "]";
  }
  return "null";
}

std::string SecondWalk::shown(NodeId id, const Operand& operand) {
  if (operand.state == Operand::State::missing) return "missing";
  if (operand.state == Operand::State::unknown) return "unknown";
  return with_unit(json(operand, type(id).value), unit_of_type(type(id)));
}

std::uint32_t SecondWalk::direct_slot(NodeId id) {
  const program::Node& at = node(id);
  switch (at.operation) {
    case Operation::subject_fact:
    case Operation::variable_fact:
    case Operation::record_fact: return evaluator_.slot_of(id);
    case Operation::scale: return direct_slot(NodeId{at.a});
    case Operation::variable: {
      const Register bound = evaluator_.register_at(at.a);
      std::uint32_t slot = bound.slot;
      if (slot == program::none && bound.argument != program::no_node)
        evaluator_.in_an_argument([&] { slot = direct_slot(bound.argument); });
      return slot;
    }
    default: return program::none;
  }
}

void SecondWalk::for_each_kid(const program::Node& at, FunctionRef<void(NodeId)> visit) const {
  program::for_each_operand(program_, at, visit);
}

}  // namespace assay::evaluate
