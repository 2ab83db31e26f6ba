// The walk over the subject. It recurses as deep as the JSON nests, which limits::json_depth bounds.
#include "dossier/subject.hpp"

#include "base/limits.hpp"
#include "dossier/escape.hpp"
#include "dossier/plain_value.hpp"

#include <algorithm>
#include <span>

namespace assay::dossier {

using diagnostics::Code;
using model::Kind;

SubjectReader::SubjectReader(const Json& json, const model::Scheme& scheme, const Vocabulary& vocabulary,
                             Dossier& dossier, Findings& findings)
    : json_(json),
      scheme_(scheme),
      types_(scheme.types),
      vocabulary_(vocabulary),
      dossier_(dossier),
      facts_(dossier.facts),
      findings_(findings),
      memory_(dossier.memory) {
  memory_.members.clear();
  memory_.undeclared.clear();
}

std::optional<Unusable> SubjectReader::read(const FactsAt& at) {
  using model::DossierList;
  facts_.slots.resize(types_.records[scheme_.subject].slots + at.lists.size());
  read_record({scheme_.subject, at.subject, 0});
  read_list(DossierList::certificates, at.lists[0]);
  // What is wrong with these the envelope's reader has reported.
  findings_.mute(true);
  read_list(DossierList::evidence, at.lists[1]);
  read_list(DossierList::judgements, at.lists[2]);
  findings_.mute(false);
  return std::move(unusable_);
}

/// Certificates are facts of the dossier. Evidence and judgements were read as records of their own; they are facts too
/// where the scheme speaks of them.
void SubjectReader::read_list(model::DossierList which, JsonIndex list) {
  const auto& [field, is_read] = scheme_.list(which);
  if (list == 0 || (!is_read && which != model::DossierList::certificates)) {
    const Elements none{static_cast<std::uint32_t>(facts_.slots.size()), 0, slots_of(types_[field.type].element)};
    facts_.slots[field.slot] = {none, 0, State::known, 0};
    return;
  }
  read_value(field, field.type, list, field.slot);
  const Slot read = facts_.slots[field.slot];
  if (which == model::DossierList::evidence) withdraw_mistaken(read, dossier_.evidence);
  if (which == model::DossierList::judgements) withdraw_mistaken(read, dossier_.judgements);
}

/// What does not count because of a mistake somewhere in it says nothing in an expression either.
template <typename Record>
void SubjectReader::withdraw_mistaken(const Slot& list, const std::vector<Record>& records) {
  if (list.state != State::known || unusable_) return;
  const auto elements = std::get<Elements>(list.value);
  for (const Record& record : records) {
    if (record.mistake.empty()) continue;
    const auto position = static_cast<std::uint32_t>(record.position);
    make_invalid_as_whole(elements.first + position * elements.stride, elements.stride);
  }
}

void SubjectReader::read_record(const Instance& instance) {
  const std::span<const FieldPlan> plan = vocabulary_.plans[instance.record];
  facts_.slots[instance.base] = {RecordAt{instance.base}, json_.offset(instance.object), State::known, 0};

  const std::size_t members = memory_.members.size();
  const std::size_t undeclared = memory_.undeclared.size();
  memory_.members.insert(memory_.members.end(), plan.size(), ReadingMemory::Member::absent);
  const JsonIndex end = json_.after(instance.object);
  JsonIndex key = instance.object + 1;
  std::uint32_t next = 0;
  std::size_t given = read_members_in_order(instance, members, key, next);
  for (; key < end; key = json_.after(key + 1)) {
    const auto position = field_at(instance.record, plan, key, next);
    if (!position) {
      report_undeclared(instance, key);
      continue;
    }
    next = *position + 1;
    given += read_member(instance, *position, key, memory_.members[members + *position]);
  }
  if (given < plan.size()) report_missing(instance, members);
  if (memory_.undeclared.size() > undeclared) report_repeated_undeclared(instance, undeclared);
  memory_.members.resize(members);
  memory_.undeclared.resize(undeclared);
}

/// Most dossiers have their keys in the order of the declaration: reads members for as long as they are. What reading
/// a member may move is looked up again behind each that is not read on the spot.
std::size_t SubjectReader::read_members_in_order(const Instance& instance, std::size_t members, JsonIndex& key,
                                                 std::uint32_t& next) {
  // A copy of its own: what is stored in slots cannot change it, so it stays in registers.
  const Json json = json_;
  const std::span<const FieldPlan> plan = vocabulary_.plans[instance.record];
  const FieldPlan* planned = plan.data();
  const FieldPlan* const last = planned + plan.size();
  const JsonIndex end = json.after(instance.object);
  Slot* slots = &facts_.slots[instance.base];
  ReadingMemory::Member* found = memory_.members.data() + members;
  std::size_t given = 0;
  JsonIndex at = key;
  for (; at != end && planned != last && !json.is_escaped(at) && same_word(json.plain(at), planned->key);
       ++planned, ++found) {
    if (take_plain(planned->plain, vocabulary_, json, at + 1, slots[planned->slot])) {
      *found = ReadingMemory::Member::given;
      ++given;
      at += 2;
      continue;
    }
    const auto position = static_cast<std::uint32_t>(planned - plan.data());
    given += read_member(instance, position, at, *found);
    slots = &facts_.slots[instance.base];
    found = memory_.members.data() + members + position;
    at = json.after(at + 1);
  }
  key = at;
  next = static_cast<std::uint32_t>(planned - plan.data());
  return given;
}

/// Returns 1 if it gave the field what it had not yet: a value, or two of them, of which neither counts.
std::size_t SubjectReader::read_member(const Instance& instance, std::uint32_t position, JsonIndex key,
                                       ReadingMemory::Member& member) {
  using Member = ReadingMemory::Member;
  const Member before = member;
  const bool is_null = json_.is_null(key + 1);
  member = before == Member::absent && is_null ? Member::null : Member::given;
  const model::Field& field = record_of(instance).fields[position];
  if (before != Member::absent) {
    reject_repeated_key(instance, field, key);
    return before == Member::null ? 1 : 0;
  }
  const FieldPlan& planned = vocabulary_.plans[instance.record][position];
  if (is_null) {
    facts_.slots[instance.base + planned.slot].offset = json_.offset(key + 1);
    return 0;
  }
  read_value(field, planned.type, key + 1, instance.base + planned.slot);
  return 1;
}

/// The one behind the last comes first.
std::optional<std::uint32_t> SubjectReader::field_at(model::RecordId record, std::span<const FieldPlan> plan,
                                                     JsonIndex key, std::uint32_t next) const {
  const WordIndex& keys = vocabulary_.keys[record];
  if (json_.is_escaped(key)) return keys.find(json_.decoded(key));
  if (next < plan.size() && is_plain_key(key, plan[next].key)) return next;
  return keys.find(json_.plain(key));
}

void SubjectReader::read_value(const model::Field& field, model::TypeId type, JsonIndex value, std::uint32_t slot) {
  switch (types_[type].kind) {
    case Kind::record:
      if (!json_.is_object(value)) return reject(field, type, value, slot);
      read_record({types_[type].record, value, slot});
      return check_measured(types_[type].record, slot);
    case Kind::list:
    case Kind::set:
      if (!json_.is_array(value)) return reject(field, type, value, slot);
      return read_elements(field, type, value, slot);
    default: return read_scalar(field, type, value, slot);
  }
}

/// A measured value counts as a whole or not at all: a part of it would be another statement.
void SubjectReader::check_measured(model::RecordId record, std::uint32_t slot) {
  const model::Record& type = types_.records[record];
  if (type.built_in == model::BuiltIn::none) return;
  const MeasuredAt measured{facts_.slots, slot};
  const bool is_broken = measured.has_invalid(type.slots);
  const auto mistake = is_broken                                      ? std::nullopt
                       : type.built_in == model::BuiltIn::measurement ? mistake_in_measurement(measured)
                                                                      : mistake_in_proportion(measured);
  if (!is_broken && !mistake) return;
  if (mistake && findings_.take_another())
    findings_.add({mistake->code, mistake->arguments, pointer(slot + mistake->slot),
                   facts_.slots[slot + mistake->slot].offset, mistake->help});
  make_invalid_as_whole(slot, type.slots);
}

/// Each part keeps its place, for reports that quote it.
void SubjectReader::make_invalid_as_whole(std::uint32_t slot, std::uint32_t count) {
  for (std::uint32_t part = slot; part < slot + count; ++part)
    facts_.slots[part] = {{}, facts_.slots[part].offset, State::invalid, 0};
}

void SubjectReader::read_scalar(const model::Field& field, model::TypeId type, JsonIndex value, std::uint32_t slot) {
  Slot& read = facts_.slots[slot];
  if (!take_scalar({types_, vocabulary_, type, field}, json_, value, facts_.decoded, read.value))
    return reject(field, type, value, slot);
  read.offset = json_.offset(value);
  read.state = State::known;
  read.bytes = json_.few_bytes(value);
}

void SubjectReader::read_elements(const model::Field& field, model::TypeId list, JsonIndex array, std::uint32_t slot) {
  const model::TypeId element = types_[list].element;
  const Elements elements{static_cast<std::uint32_t>(facts_.slots.size()), json_.element_count(array),
                          slots_of(element)};
  if (std::uint64_t{elements.count} * elements.stride > limits::dossier_slots - elements.first) {
    unusable_ =
        Unusable{Code::dossier_too_large, {std::to_string(limits::dossier_slots) + " facts"}, json_.offset(array)};
    return;
  }
  facts_.slots[slot] = {elements, json_.offset(array), State::known, 0};
  if (elements.count == 0) return;
  facts_.slots.resize(elements.first + elements.count * elements.stride);
  facts_.blocks.push_back({elements.first, elements.count, elements.stride, slot, element});

  const PlainValue plain = plain_value_of(types_, element, field);
  const JsonIndex end = json_.after(array);
  std::uint32_t element_slot = elements.first;
  for (JsonIndex value = array + 1; value < end; value = json_.after(value)) {
    if (!take_plain(plain, vocabulary_, json_, value, facts_.slots[element_slot]))
      read_element(field, element, value, element_slot);
    element_slot += elements.stride;
  }
  if (types_[list].kind == Kind::set) reject_repeated_members(elements, types_[element].enumeration);
}

void SubjectReader::read_element(const model::Field& field, model::TypeId type, JsonIndex value, std::uint32_t slot) {
  if (!json_.is_null(value)) return read_value(field, type, value, slot);
  make_invalid(slot, slots_of(type), json_.offset(value));
  if (findings_.take_another()) findings_.add({Code::null_element, {}, pointer(slot), json_.offset(value), ""});
}

void SubjectReader::reject_repeated_members(const Elements& elements, model::EnumId enumeration) {
  const WordIndex& members = vocabulary_.members[enumeration];
  std::vector<std::uint8_t>& found = memory_.members_found;
  found.assign(members.words().size(), 0);
  for (std::uint32_t slot = elements.first; slot < elements.first + elements.count; ++slot) {
    if (facts_.slots[slot].state != State::known) continue;
    const std::uint32_t position = std::get<Member>(facts_.slots[slot].value).position;
    if (found[position] != 0) reject_repeated_member(slot, members.words()[position]);
    found[position] = 1;
  }
}

void SubjectReader::reject_repeated_member(std::uint32_t slot, const std::string& word) {
  const std::uint32_t offset = facts_.slots[slot].offset;
  make_invalid(slot, 1, offset);
  if (findings_.take_another()) findings_.add({Code::duplicate_member, {word}, pointer(slot), offset, "remove one"});
}

void SubjectReader::make_missing(std::uint32_t slot, std::uint32_t count, std::uint32_t offset) {
  std::fill_n(facts_.slots.begin() + slot, count, Slot{{}, offset, State::missing, 0});
}

void SubjectReader::make_invalid(std::uint32_t slot, std::uint32_t count, std::uint32_t offset) {
  std::fill_n(facts_.slots.begin() + slot, count, Slot{{}, offset, State::invalid, 0});
}

void SubjectReader::reject(const model::Field& field, model::TypeId type, JsonIndex value, std::uint32_t slot) {
  make_invalid(slot, slots_of(type), json_.offset(value));
  if (!findings_.take_another()) return;
  Mistake mistake = mistake_in({types_, vocabulary_, type, field}, json_, value);
  findings_.add(
      {mistake.code, std::move(mistake.arguments), pointer(slot), json_.offset(value), std::move(mistake.help)});
}

/// Which of the two was meant nobody can tell, so that neither counts.
void SubjectReader::reject_repeated_key(const Instance& instance, const model::Field& field, JsonIndex key) {
  const std::uint32_t slot = instance.base + field.slot;
  make_invalid(slot, slots_of(field.type), json_.offset(key + 1));
  if (!findings_.take_another()) return;
  findings_.add({Code::duplicate_json_key, {field.key}, pointer(slot), json_.offset(key), "keep one of them"});
}

void SubjectReader::report_missing(const Instance& instance, std::size_t members) {
  const std::vector<FieldPlan>& plan = vocabulary_.plans[instance.record];
  for (std::uint32_t position = 0; position < plan.size(); ++position) {
    const ReadingMemory::Member member = memory_.members[members + position];
    if (member == ReadingMemory::Member::given) continue;
    const std::uint32_t slot = instance.base + plan[position].slot;
    const bool is_null = member == ReadingMemory::Member::null;
    const std::uint32_t offset = is_null ? facts_.slots[slot].offset : json_.offset(instance.object);
    make_missing(slot, plan[position].slots, offset);
    if (plan[position].optional || !findings_.take_another()) continue;
    const model::Field& field = record_of(instance).fields[position];
    const std::string name = field.key == field.name ? field.name : "'" + field.key + "'";
    findings_.add({Code::field_missing, {name}, pointer(slot), offset, ""});
  }
}

void SubjectReader::report_undeclared(const Instance& instance, JsonIndex key) {
  memory_.undeclared.push_back(key);
  const std::string decoded = json_.is_escaped(key) ? json_.decoded(key) : std::string();
  const std::string_view word = json_.is_escaped(key) ? std::string_view(decoded) : json_.raw(key);
  auto& hinted = hinted_[instance.record];
  if (hinted.contains(word) || !findings_.take_another()) return;
  hinted.emplace(word);
  const auto nearest = vocabulary_.keys[instance.record].nearest_to(word);
  findings_.add({Code::undeclared_key,
                 {clipped(json_.raw(key)), record_of(instance).name},
                 pointer_below(instance.base, word),
                 json_.offset(key),
                 suggestion(nearest)});
}

void SubjectReader::report_repeated_undeclared(const Instance& instance, std::size_t mark) {
  if (memory_.undeclared.size() < mark + 2) return;
  memory_.sorted_keys.clear();
  for (std::size_t position = mark; position < memory_.undeclared.size(); ++position) {
    const JsonIndex key = memory_.undeclared[position];
    if (json_.is_escaped(key)) facts_.decoded.push_back(json_.decoded(key));
    memory_.sorted_keys.emplace_back(json_.is_escaped(key) ? std::string_view(facts_.decoded.back()) : json_.raw(key),
                                     key);
  }
  std::sort(memory_.sorted_keys.begin(), memory_.sorted_keys.end());
  for (std::size_t position = 1; position < memory_.sorted_keys.size(); ++position) {
    const auto& [word, key] = memory_.sorted_keys[position];
    if (word != memory_.sorted_keys[position - 1].first || !findings_.take_another()) continue;
    findings_.add({Code::duplicate_json_key,
                   {clipped(json_.raw(key))},
                   pointer_below(instance.base, word),
                   json_.offset(key),
                   ""});
  }
}

std::string SubjectReader::pointer(std::uint32_t slot) const {
  return pointer_of(facts_, types_, scheme_.subject, dossier_.pointer_prefix, slot);
}

std::string SubjectReader::pointer_below(std::uint32_t slot, std::string_view key) const {
  std::string below = pointer(slot);
  append_token(below, key);
  return below;
}

}  // namespace assay::dossier
