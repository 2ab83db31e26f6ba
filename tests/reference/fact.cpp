// From JSON to facts: absent and null are missing; what breaks its type is invalid, with everything inside.
#include "reference/fact.hpp"

#include <algorithm>
#include <optional>

namespace assay::reference {
namespace {

using model::Kind;

std::string token(std::string key) {
  std::string escaped;
  for (const char letter : key) {
    if (letter == '~') {
      escaped += "~0";
    } else if (letter == '/') {
      escaped += "~1";
    } else {
      escaped += letter;
    }
  }
  return "/" + escaped;
}

class Reader {
 public:
  explicit Reader(const model::Types& types) : types_(types) {}

  Fact given(model::TypeId type, const model::Field& field, const Json& json, const std::string& pointer) const;
  /// All that would stand there, missing or invalid.
  Fact blank(model::TypeId type, Fact::State state, const Json* json, const std::string& pointer) const;
  Fact record(model::RecordId record, const Json& json, const std::string& pointer) const;

 private:
  Fact member(const model::Field& field, const Json& object, const std::string& pointer) const;
  Fact list(model::TypeId type, const model::Field& field, const Json& json, const std::string& pointer) const;
  std::optional<Thing> scalar(const model::Type& type, const model::Field& field, const Json& json) const;
  std::optional<Thing> from_text(const model::Type& type, const model::Field& field, const std::string& text) const;

  const model::Types& types_;
};

/// Whether the parts of a measurement or proportion stand together: value, U, k, lower, upper, level; or successes and
/// trials.
bool is_measurable(const Fact& fact, model::BuiltIn built_in) {
  std::vector<std::optional<Decimal>> parts;
  for (const Fact& field : fact.fields) {
    if (field.state == Fact::State::invalid) return false;
    parts.push_back(field.is_known() ? std::optional(std::get<Decimal>(field.value)) : std::nullopt);
  }
  const Decimal zero;
  const Decimal one = Decimal::of(1);
  if (built_in == model::BuiltIn::proportion)
    return parts[0] && parts[1] && *parts[0] >= zero && *parts[1] >= *parts[0] && *parts[1] >= one;
  if (!parts[0]) return false;
  const bool by_uncertainty = parts[1] && parts[2] && !parts[3] && !parts[4] && !parts[5];
  if (by_uncertainty) return *parts[1] >= zero && *parts[2] > zero;
  const bool by_interval = !parts[1] && !parts[2] && parts[3] && parts[4] && parts[5];
  return by_interval && *parts[3] <= *parts[0] && *parts[0] <= *parts[4] && *parts[5] > zero && *parts[5] < one;
}

template <typename T>
std::optional<Thing> thing(const std::optional<T>& value) {
  return value ? std::optional<Thing>(Thing(*value)) : std::nullopt;
}

std::optional<Thing> Reader::from_text(const model::Type& type, const model::Field& field,
                                       const std::string& text) const {
  if (type.kind == Kind::text) return Thing(text);
  if (type.kind == Kind::duration) return thing(parse_duration(text));
  if (type.kind == Kind::date && field.forms.empty()) return thing(parse_date(text));
  if (type.kind == Kind::datetime && field.forms.empty()) return thing(parse_datetime(text));
  if (type.kind == Kind::date || type.kind == Kind::datetime) {
    for (const DateForm& form : field.forms) {
      const auto read = type.kind == Kind::date ? thing(form.read_date(text)) : thing(form.read_datetime(text));
      if (read) return read;
    }
  }
  if (type.kind == Kind::enumeration) {
    const auto& members = types_.enumerations[type.enumeration].members;
    for (std::uint32_t i = 0; i < members.size(); ++i)
      if (members[i].written == text) return Thing(Member{i});
  }
  return std::nullopt;
}

std::optional<Thing> Reader::scalar(const model::Type& type, const model::Field& field, const Json& json) const {
  if (json.kind == Json::Kind::text) return from_text(type, field, json.text);
  if (json.kind == Json::Kind::boolean && type.kind == Kind::boolean) return Thing(json.truth);
  if (json.kind != Json::Kind::number || (type.kind != Kind::number && type.kind != Kind::integer)) return std::nullopt;
  const auto number = Decimal::parse(json.text);
  if (type.kind == Kind::integer && number && !number->is_integer()) return std::nullopt;
  return thing(number);
}

Fact Reader::blank(model::TypeId type, Fact::State state, const Json* json, const std::string& pointer) const {
  Fact fact;
  fact.state = state;
  fact.type = type;
  fact.json = json;
  fact.pointer = pointer;
  if (types_[type].kind != Kind::record) return fact;
  fact.is_measured = types_.records[types_[type].record].built_in != model::BuiltIn::none;
  for (const model::Field& field : types_.records[types_[type].record].fields) {
    fact.fields.push_back(blank(field.type, state, nullptr, pointer + token(field.key)));
    fact.fields.back().is_part_of_measured = fact.is_measured;
  }
  return fact;
}

Fact Reader::member(const model::Field& field, const Json& object, const std::string& pointer) const {
  const auto repeats = std::count_if(object.members.begin(), object.members.end(),
                                     [&](const JsonMember& member) { return member.key == field.key; });
  const Json* json = object.find(field.key);
  const std::string place = pointer + token(field.key);
  if (repeats > 1) return blank(field.type, Fact::State::invalid, json, place);
  if (repeats == 0 || json->kind == Json::Kind::null) return blank(field.type, Fact::State::missing, json, place);
  return given(field.type, field, *json, place);
}

Fact Reader::record(model::RecordId record, const Json& json, const std::string& pointer) const {
  Fact fact;
  fact.state = Fact::State::known;
  fact.json = &json;
  fact.pointer = pointer;
  for (const model::Field& field : types_.records[record].fields) fact.fields.push_back(member(field, json, pointer));
  return fact;
}

Fact Reader::list(model::TypeId type, const model::Field& field, const Json& json, const std::string& pointer) const {
  Fact fact;
  fact.state = Fact::State::known;
  fact.json = &json;
  fact.pointer = pointer;
  for (std::size_t i = 0; i < json.elements.size(); ++i)
    fact.elements.push_back(given(types_[type].element, field, json.elements[i], pointer + "/" + std::to_string(i)));
  if (types_[type].kind != Kind::set) return fact;
  // A member stands in a set once; where it stands again it is a mistake.
  for (std::size_t i = 0; i < fact.elements.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (fact.elements[i].is_known() && fact.elements[j].value == fact.elements[i].value)
        fact.elements[i].state = Fact::State::invalid;
  return fact;
}

Fact Reader::given(model::TypeId type, const model::Field& field, const Json& json, const std::string& pointer) const {
  const Kind kind = types_[type].kind;
  const bool is_collection = kind == Kind::list || kind == Kind::set;
  if (is_collection && json.kind == Json::Kind::array) return list(type, field, json, pointer);
  if (kind == Kind::record && json.kind == Json::Kind::object) {
    Fact fact = record(types_[type].record, json, pointer);
    const model::BuiltIn built_in = types_.records[types_[type].record].built_in;
    if (built_in == model::BuiltIn::none) return fact;
    fact.is_measured = true;
    for (Fact& part : fact.fields) part.is_part_of_measured = true;
    if (is_measurable(fact, built_in)) return fact;
    return blank(type, Fact::State::invalid, &json, pointer);
  }
  const auto value = is_collection || kind == Kind::record ? std::nullopt : scalar(types_[type], field, json);
  Fact fact = blank(type, value ? Fact::State::known : Fact::State::invalid, &json, pointer);
  if (value) fact.value = *value;
  return fact;
}

}  // namespace

Fact read_subject(const model::Scheme& scheme, const Json& json, const std::string& pointer) {
  return Reader(scheme.types).record(scheme.subject, json, pointer);
}

namespace {

bool has_mistake(const Fact& fact) {
  const auto is_mistaken = [](const Fact& part) { return has_mistake(part); };
  return fact.state == Fact::State::invalid || std::any_of(fact.fields.begin(), fact.fields.end(), is_mistaken) ||
         std::any_of(fact.elements.begin(), fact.elements.end(), is_mistaken);
}

/// Is there no text, or an empty one?
bool lacks_text(const Json& item, const char* key) {
  const Json* member = item.find(key);
  return member == nullptr || member->text.empty();
}

/// An item of evidence or a judgement that does not count, whatever the scheme asks.
bool does_not_count(const Fact& item, model::DossierList list) {
  if (has_mistake(item)) return true;
  if (list == model::DossierList::evidence) {
    const Json* issued = item.json->find("issued");
    const Json* expires = item.json->find("expires");
    return lacks_text(*item.json, "kind") || (issued != nullptr && expires != nullptr && expires->text < issued->text);
  }
  const Json* person = item.json->find("by");
  if (person == nullptr || lacks_text(*person, "name") || lacks_text(*person, "role")) return true;
  return lacks_text(*item.json, "name") || lacks_text(*item.json, "requirement") || lacks_text(*item.json, "result") ||
         lacks_text(*item.json, "on") || lacks_text(*item.json, "rationale");
}

}  // namespace

Lists read_lists(const model::Scheme& scheme, const Json& dossier) {
  Lists lists;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const auto which = static_cast<model::DossierList>(i);
    const std::string key(model::dossier_list_words[i]);
    const model::Field& field = scheme.lists[i].field;
    const Json* entry = dossier.find(key);
    lists[i].state = Fact::State::known;
    if (entry == nullptr || entry->kind == Json::Kind::null) continue;
    const Reader reader(scheme.types);
    lists[i] = reader.given(field.type, field, *entry, "/" + key);
    if (which == model::DossierList::certificates) continue;
    for (Fact& item : lists[i].elements)
      if (item.is_known() && does_not_count(item, which))
        item = reader.blank(scheme.types[field.type].element, Fact::State::invalid, item.json, item.pointer);
  }
  return lists;
}

Fact all_members(const model::Scheme& scheme, model::EnumId enumeration) {
  Fact all;
  all.state = Fact::State::known;
  for (std::uint32_t i = 0; i < scheme.types.enumerations[enumeration].members.size(); ++i) {
    Fact member;
    member.state = Fact::State::known;
    member.value = Member{i};
    all.elements.push_back(std::move(member));
  }
  return all;
}

}  // namespace assay::reference
