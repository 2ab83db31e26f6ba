// Types as the scheme writes them.
#include "check/declaration.hpp"
#include "check/suggest.hpp"

#include <array>
#include <utility>

namespace assay::check {
namespace {

using diagnostics::Code;
using model::Kind;

constexpr auto plain_kinds = std::to_array<std::pair<std::string_view, Kind>>({{"boolean", Kind::boolean},
                                                                               {"integer", Kind::integer},
                                                                               {"number", Kind::number},
                                                                               {"text", Kind::text},
                                                                               {"date", Kind::date},
                                                                               {"datetime", Kind::datetime},
                                                                               {"duration", Kind::duration}});

std::optional<Kind> plain_kind(std::string_view word) {
  for (const auto& [name, kind] : plain_kinds)
    if (name == word) return kind;
  return std::nullopt;
}

std::vector<std::string_view> types_of_language() {
  std::vector<std::string_view> names;
  for (const auto& [name, kind] : plain_kinds) names.push_back(name);
  names.insert(names.end(), {"measurement", "proportion"});
  return names;
}

std::vector<std::string_view> type_names(const Names& known) {
  std::vector<std::string_view> names;
  for (const auto& [name, meaning] : known.general)
    if (std::holds_alternative<model::EnumId>(meaning) || std::holds_alternative<model::RecordId>(meaning))
      names.push_back(name);
  return names;
}

model::TypeId report_unknown(const syntax::Name& name, Context& context, std::size_t module) {
  context.diagnostics.add({.code = Code::unknown_type,
                           .arguments = {name.text},
                           .at = {span_of(name, context, module), ""},
                           .also = {},
                           .help = suggest_name(name.text, type_names, context, module, types_of_language())});
  return {};
}

/// A record or an enumeration.
model::TypeId named_type(const syntax::Name& name, Context& context, std::size_t module) {
  const auto meaning = find_name(name.text, context, module);
  if (!meaning) return report_unknown(name, context, module);
  model::Type type;
  if (const auto* enumeration = std::get_if<model::EnumId>(&*meaning)) {
    type.kind = Kind::enumeration;
    type.enumeration = *enumeration;
  } else if (const auto* record = std::get_if<model::RecordId>(&*meaning)) {
    type.kind = Kind::record;
    type.record = *record;
  } else {
    return report_unknown(name, context, module);
  }
  return context.scheme.types.intern(type);
}

model::TypeId plain_type(const syntax::Name& name, const std::optional<syntax::Name>& unit, Context& context,
                         std::size_t module) {
  const auto kind = plain_kind(name.text);
  const bool is_measurement = name.text == "measurement";
  const bool takes_unit = kind == Kind::integer || kind == Kind::number || is_measurement;
  if (unit && !takes_unit) {
    context.diagnostics.add(
        {.code = Code::type_mismatch,
         .arguments = {"a number, an integer or a measurement in front of a unit", "'" + name.text + "'"},
         .at = {span_of(name, context, module), "has no unit"},
         .also = {},
         .help = {"remove 'in " + unit->text + "'"}});
    return {};
  }
  auto& types = context.scheme.types;
  if (is_measurement)
    return types.built_in(model::BuiltIn::measurement, unit ? check_unit(*unit, context, module) : model::plain_unit);
  if (name.text == "proportion") return types.built_in(model::BuiltIn::proportion);
  if (!kind) return named_type(name, context, module);
  model::Type type;
  type.kind = *kind;
  if (unit) type.unit = check_unit(*unit, context, module);
  return types.intern(type);
}

model::TypeId list_type(const syntax::Type& type, Context& context, std::size_t module) {
  model::TypeId element;
  if (type.element && type.element->shape == syntax::Type::Shape::plain)
    element = plain_type(type.element->name, type.element->unit ? type.element->unit : type.unit, context, module);
  else if (type.element)
    element = check_type(*type.element, context, module);
  if (context.scheme.types[element].kind == Kind::erroneous) return {};
  model::Type list;
  list.kind = Kind::list;
  list.element = element;
  return context.scheme.types.intern(list);
}

model::TypeId set_type(const syntax::Type& type, Context& context, std::size_t module) {
  const auto element = plain_type(type.name, type.unit, context, module);
  const auto& of = context.scheme.types[element];
  if (of.kind == Kind::erroneous) return {};
  if (of.kind != Kind::enumeration) {
    context.diagnostics.add({.code = Code::type_mismatch,
                             .arguments = {"an enumeration behind 'set of'", context.scheme.types.words(element)},
                             .at = {span_of(type.name, context, module), ""},
                             .also = {},
                             .help = {"write 'list of " + type.name.text + "'"}});
    return {};
  }
  model::Type set;
  set.kind = Kind::set;
  set.enumeration = of.enumeration;
  set.element = element;
  return context.scheme.types.intern(set);
}

}  // namespace

model::TypeId check_type(const syntax::Type& type, Context& context, std::size_t module) {
  switch (type.shape) {
    case syntax::Type::Shape::list: return list_type(type, context, module);
    case syntax::Type::Shape::set: return set_type(type, context, module);
    case syntax::Type::Shape::plain: return plain_type(type.name, type.unit, context, module);
  }
  return {};
}

}  // namespace assay::check
