#include "model/type.hpp"

namespace assay::model {

std::size_t TypeHash::operator()(const Type& type) const {
  std::size_t hash = static_cast<std::size_t>(type.kind);
  for (const auto part : {type.unit.value, type.enumeration.value, type.record.value, type.element.value}) {
    hash = hash * 1'000'003 + part;
  }
  return hash;
}

TypeId Types::intern(const Type& type) {
  const auto [entry, is_new] = ids_.try_emplace(type);
  if (is_new) entry->second = all.add(type);
  return entry->second;
}

std::uint32_t Types::slots_of(TypeId id) const {
  const auto& type = all[id];
  return type.kind == Kind::record ? records[type.record].slots : 1;
}

std::string Types::words(TypeId id) const {
  std::string outer;
  while (all[id].kind == Kind::list) {
    outer += "list of ";
    id = all[id].element;
  }
  return outer + innermost_words(all[id]);
}

std::string Types::innermost_words(const Type& type) const {
  const auto in_unit = [&](const std::string& kind) {
    return type.unit == plain_unit ? kind : kind + " in " + units[type.unit].name;
  };
  switch (type.kind) {
    case Kind::erroneous: return "erroneous";
    case Kind::boolean: return "boolean";
    case Kind::integer: return in_unit("integer");
    case Kind::number: return in_unit("number");
    case Kind::text: return "text";
    case Kind::date: return "date";
    case Kind::datetime: return "datetime";
    case Kind::duration: return "duration";
    case Kind::enumeration: return enumerations[type.enumeration].name;
    case Kind::list: return "list";
    case Kind::set: return "set of " + enumerations[type.enumeration].name;
    case Kind::record: return records[type.record].name;
  }
  return {};
}

}  // namespace assay::model
