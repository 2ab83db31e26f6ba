// The second walk: where things stand and how they are written.

#include "evaluate/second_walk.hpp"

#include "base/limits.hpp"
#include "program/parts.hpp"
#include "source/one_line.hpp"

#include <utility>

namespace assay::evaluate {

using program::NodeId;
using program::Operation;

SecondWalk::SecondWalk(const Scheme& scheme, Evaluator& evaluator)
    : scheme_(scheme), program_(scheme.program), evaluator_(evaluator), positions_(evaluator.dossier().text) {}

std::string SecondWalk::pointer(std::uint32_t slot) const {
  return dossier::pointer_of(evaluator_.facts(), scheme_.model.types, scheme_.model.subject,
                             evaluator_.dossier().pointer_prefix, slot);
}

assessment::DossierPlace SecondWalk::place_at(std::string pointer, std::uint32_t offset) {
  const source::Position position = positions_.at(offset);
  return {std::move(pointer), position.line, position.column};
}

assessment::DossierPlace SecondWalk::place(std::uint32_t slot) {
  return place_at(pointer(slot), evaluator_.facts()[slot].offset);
}

std::string SecondWalk::raw_value(std::uint32_t slot) const {
  const dossier::Slot& fact = evaluator_.facts()[slot];
  if (fact.state == dossier::State::missing) return "null";
  // A list that the dossier leaves out may be an empty one.
  if (const auto* elements = std::get_if<Elements>(&fact.value); elements && elements->count == 0) return "[]";
  if (const auto* elements = std::get_if<Elements>(&fact.value); elements && elements->count > limits::shown_elements)
    return "{\"elements\":" + std::to_string(elements->count) + "}";
  std::string raw = dossier::compact_value_at(evaluator_.dossier().text, fact.offset);
  if (raw.size() <= limits::shown_value_bytes) return raw;
  return "{\"bytes\":" + std::to_string(raw.size()) + "}";
}

std::string SecondWalk::unit_of_type(model::TypeId type) const {
  const model::Type& of = scheme_.model.types[type];
  const bool is_number = of.kind == model::Kind::integer || of.kind == model::Kind::number;
  return is_number && of.unit != model::plain_unit ? scheme_.model.types.units[of.unit].name : std::string();
}

std::string SecondWalk::unit_of(std::uint32_t slot) const {
  const auto type = dossier::type_of(evaluator_.facts(), scheme_.model.types, scheme_.model.subject, slot);
  return type ? unit_of_type(*type) : std::string();
}

std::string with_unit(std::string value, const std::string& unit) {
  return unit.empty() ? value : std::move(value) + " " + unit;
}

std::string SecondWalk::text(NodeId id) const {
  const source::Span span = program_.origins[node(id).origin.value].span;
  return source::one_line((*scheme_.files)[span.file].text().substr(span.begin, span.end - span.begin));
}

model::TypeId SecondWalk::type(NodeId id) const { return model::TypeId{program_.origins[node(id).origin.value].type}; }

namespace {

std::string quoted(std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string json = "\"";
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    if (letter == '"' || letter == '\\') {
      json += '\\';
      json += letter;
    } else if (byte < 0x20) {
      json += "\\u00";
      json += digits[byte >> 4U];
      json += digits[byte & 0xFU];
    } else {
      json += letter;
    }
  }
  return json + "\"";
}

}  // namespace

std::string SecondWalk::json(const Operand& operand, std::uint32_t type) const {
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
  if (const auto* record = std::get_if<RecordAt>(&value)) return raw_value(record->slot);
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

std::string SecondWalk::shown(NodeId id, const Operand& operand) const {
  if (operand.state == Operand::State::missing) return "missing";
  if (operand.state == Operand::State::unknown) return "unknown";
  std::string value = json(operand, type(id).value);
  return with_unit(std::move(value), unit_of_type(type(id)));
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

void SecondWalk::for_each_kid(const program::Node& at, const std::function<void(NodeId)>& visit) const {
  program::for_each_operand(program_, at, visit);
}

}  // namespace assay::evaluate
