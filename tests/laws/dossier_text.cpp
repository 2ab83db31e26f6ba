#include "laws/dossier_text.hpp"

#include "laws/evidence_text.hpp"

#include "reference/fact.hpp"

#include <rapidcheck.h>

#include <algorithm>

namespace assay::laws {

using model::Kind;
using reference::Fact;
using reference::Json;

Choices any_choices(int most) {
  const auto numbers = rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 5'040));
  return Choices(*rc::gen::resize(most, numbers));
}

namespace {

class DossierWriter {
 public:
  DossierWriter(Choices& choices, const model::Scheme& scheme, Quality quality)
      : choices_(choices), types_(scheme.types), quality_(quality) {}

  Json record(model::RecordId id);
  Json value(model::TypeId type);

 private:
  void add_member(const model::Field& field, Json& object);
  Json measured(model::BuiltIn which);
  Json list(const model::Type& type);
  Json set(const model::Type& type);
  Json wrong(const model::Type& type);
  Json element(model::TypeId type);
  bool is_missing() { return quality_ != Quality::complete && choices_.one_in(5); }
  bool is_wrong() { return quality_ == Quality::broken && choices_.one_in(8); }

  Choices& choices_;
  const model::Types& types_;
  Quality quality_;
};

Json DossierWriter::wrong(const model::Type& type) {
  static const std::vector<Json> numbers{Json::of_text("1"), Json::of(true), Json::number("1e9999"),
                                         Json::number("1.5"), Json::array()};
  static const std::vector<Json> texts{Json::of_text("2026-02-30"), Json::of_text("none of them"), Json::number("7"),
                                       Json::object()};
  if (type.kind == Kind::text) return Json::number("1");
  if (type.kind == Kind::boolean) return Json::of_text("true");
  if (type.kind == Kind::list || type.kind == Kind::set)
    return choices_.one_in(2) ? Json::object() : Json::of_text("x");
  if (type.kind == Kind::record && types_.records[type.record].built_in != model::BuiltIn::none && choices_.one_in(2)) {
    Json incomplete = measured(types_.records[type.record].built_in);
    incomplete.members.pop_back();
    return incomplete;
  }
  if (type.kind == Kind::record) return choices_.one_in(2) ? Json::array() : Json::of(false);
  return type.kind == Kind::integer || type.kind == Kind::number ? choices_.of(numbers) : choices_.of(texts);
}

Json DossierWriter::value(model::TypeId id) {
  static const std::vector<std::string> integers{"0", "1", "2", "3", "4", "-1", "3.0", "1e1", "1000"};
  static const std::vector<std::string> numbers{"1", "0", "0.5", "2", "2.50", "5", "10", "-1.5", "0.1", "2000", "1e-7"};
  static const std::vector<std::string> texts{"a", "b", "", "abc", "Abc", "\xc3\xa4\"\\", " "};
  static const std::vector<std::string> dates{"2026-01-31", "2025-11-22", "2026-11-22", "2025-11-21",
                                              "2024-02-29", "2027-01-01", "2026-10-22"};
  static const std::vector<std::string> instants{"2026-01-31T12:00:00Z", "2025-11-22T00:30:00+02:00",
                                                 "2026-11-22T23:59:59.5Z", "2026-11-23T00:30:00+02:00"};
  static const std::vector<std::string> durations{"P30D", "P1M", "P12M", "PT72H", "P1Y2M"};
  const model::Type& type = types_[id];
  switch (type.kind) {
    case Kind::boolean: return Json::of(choices_.below(2) == 0);
    case Kind::integer: return Json::number(choices_.of(integers));
    case Kind::number: return Json::number(choices_.of(numbers));
    case Kind::text: return Json::of_text(choices_.of(texts));
    case Kind::date: return Json::of_text(choices_.of(dates));
    case Kind::datetime: return Json::of_text(choices_.of(instants));
    case Kind::duration: return Json::of_text(choices_.of(durations));
    case Kind::enumeration: return Json::of_text(choices_.of(types_.enumerations[type.enumeration].members).written);
    case Kind::list: return list(type);
    case Kind::set: return set(type);
    case Kind::record: {
      const model::BuiltIn built_in = types_.records[type.record].built_in;
      return built_in == model::BuiltIn::none ? record(type.record) : measured(built_in);
    }
    case Kind::erroneous: break;
  }
  return {};
}

Json DossierWriter::measured(model::BuiltIn which) {
  static const std::vector<std::string> values{"5", "2", "10", "4.2", "95", "-1", "9.7"};
  static const std::vector<std::string> uncertainties{"1", "0", "0.5", "3"};
  // Of one trial a bound may lie on a limit, where two kinds of floating point decide differently.
  static const std::vector<std::string> trials{"20", "3", "60", "7"};
  Json object = Json::object();
  if (which == model::BuiltIn::proportion) {
    const std::string all = choices_.of(trials);
    const std::size_t successes = choices_.below(std::stoul(all) + 1);
    object.members = {{"successes", Json::number(std::to_string(successes))}, {"trials", Json::number(all)}};
    return object;
  }
  if (choices_.one_in(3)) {
    object.members = {{"value", Json::number(choices_.of(std::vector<std::string>{"4", "5", "6.5"}))},
                      {"lower", Json::number(choices_.of(std::vector<std::string>{"1", "4", "-2"}))},
                      {"upper", Json::number(choices_.of(std::vector<std::string>{"10", "6.5", "96"}))},
                      {"level", Json::number(choices_.of(std::vector<std::string>{"0.95", "0.9"}))}};
    return object;
  }
  object.members = {{"value", Json::number(choices_.of(values))},
                    {"expanded_uncertainty", Json::number(choices_.of(uncertainties))},
                    {"coverage_factor", Json::number(choices_.one_in(3) ? "1.96" : "2")}};
  return object;
}

Json DossierWriter::element(model::TypeId type) {
  if (!is_wrong()) return value(type);
  return choices_.one_in(2) ? Json() : wrong(types_[type]);
}

Json DossierWriter::list(const model::Type& type) {
  Json array = Json::array();
  for (std::size_t i = choices_.below(4); i > 0; --i) array.elements.push_back(element(type.element));
  return array;
}

Json DossierWriter::set(const model::Type& type) {
  Json array = Json::array();
  for (const auto& member : types_.enumerations[type.enumeration].members)
    if (choices_.one_in(2)) array.elements.push_back(Json::of_text(member.written));
  if (!array.elements.empty() && is_wrong()) array.elements.back() = element(type.element);
  return array;
}

void DossierWriter::add_member(const model::Field& field, Json& object) {
  if (is_missing()) {
    if (choices_.one_in(2)) object.members.push_back({field.key, {}});
    return;
  }
  const bool mistaken = is_wrong();
  const bool is_repeated = mistaken && choices_.one_in(3);
  if (is_repeated) object.members.push_back({field.key, value(field.type)});
  object.members.push_back({field.key, mistaken && !is_repeated ? wrong(types_[field.type]) : value(field.type)});
}

Json DossierWriter::record(model::RecordId id) {
  Json object = Json::object();
  for (const model::Field& field : types_.records[id].fields) add_member(field, object);
  return object;
}

Json judgement(const model::Scheme& scheme, const model::Judgement& asked, bool met, const std::string& id) {
  Json person = Json::object();
  person.members = {{"name", Json::of_text("A. Assessor")}, {"role", Json::of_text(asked.role)}};
  Json record = Json::object();
  record.members = {{"id", Json::of_text(id)},
                    {"name", Json::of_text(asked.name)},
                    {"requirement", Json::of_text(scheme.requirements[asked.requirement].id)},
                    {"result", Json::of_text(met ? "met" : "not_met")},
                    {"by", person},
                    {"on", Json::of_text("2026-06-01")},
                    {"rationale", Json::of_text("Seen")},
                    {"supersedes", Json::array()}};
  return record;
}

void add_judgements(Choices& choices, const model::Scheme& scheme, Quality quality, std::vector<Json>& records) {
  for (const model::Judgement& asked : scheme.judgements) {
    const std::string id = "J" + std::to_string(records.size());
    const std::size_t form = choices.below(quality == Quality::complete ? 2 : 10);
    const bool met = choices.below(2) == 0;
    if (form == 2) continue;
    records.push_back(judgement(scheme, asked, met, id));
    if (form < 3) continue;
    Json second = judgement(scheme, asked, !met, id + "b");
    if (form == 5) second.find("by")->find("role")->text = "somebody_else";
    if (form >= 4) second.find("supersedes")->elements.push_back(Json::of_text(id));
    if (form == 6) second.find("rationale")->text = "";
    if (form == 7) second.find("on")->text = "2026-11-23";
    if (form == 8) records.back().find("supersedes")->elements.push_back(Json::of_text(id + "b"));
    if (form == 9) second.find("supersedes")->elements.push_back(Json::of_text(id + "b"));
    records.push_back(std::move(second));
  }
}

Json object_of(std::vector<std::pair<std::string, std::string>> texts) {
  Json object = Json::object();
  for (auto& [key, text] : texts) object.members.push_back({key, Json::of_text(std::move(text))});
  return object;
}

std::string requirement_of(Choices& choices, const model::Scheme& scheme, Quality quality) {
  if (quality == Quality::broken && choices.one_in(8)) return "R-99";
  return scheme.requirements[scheme.requirements.id_at(choices.below(scheme.requirements.size()))].id;
}

/// Days around the assessment and the raising of a record.
std::string day_of(Choices& choices) {
  static const std::vector<std::string> days{"2026-06-01", "2026-11-22", "2026-11-21", "2026-11-23", "2026-05-31"};
  return choices.of(days);
}

Json nonconformity(Choices& choices, const model::Scheme& scheme, Quality quality) {
  Json record = object_of(
      {{"requirement", requirement_of(choices, scheme, quality)}, {"grade", choices.one_in(2) ? "minor" : "major"}});
  if (quality == Quality::broken && choices.one_in(8)) record.members.back().value = Json::of_text("grave");
  if (quality != Quality::broken || !choices.one_in(8))
    record.members.push_back({"raised", object_of({{"by", "A. Auditor"}, {"on", "2026-06-01"}})});
  if (!choices.one_in(4)) record.members.push_back({"due", Json::of_text(day_of(choices))});
  if (choices.one_in(2))
    record.members.push_back({"plan", object_of({{"accepted_by", "A. Auditor"}, {"on", day_of(choices)}})});
  const bool is_named = quality != Quality::broken || !choices.one_in(4);
  if (choices.one_in(2))
    record.members.push_back(
        {"closed", object_of({{"verified_by", is_named ? "A. Auditor" : ""}, {"on", day_of(choices)}})});
  return record;
}

Json waiver(Choices& choices, const model::Scheme& scheme, Quality quality) {
  Json record = object_of({{"requirement", requirement_of(choices, scheme, quality)},
                           {"reason", quality == Quality::broken && choices.one_in(4) ? "" : "It may"},
                           {"expires", day_of(choices)}});
  const std::string role = choices.one_in(4) ? "provider" : "committee";
  record.members.push_back({"approved_by", object_of({{"name", "C. Chair"}, {"role", role}})});
  return record;
}

Json certificate(Choices& choices) {
  return object_of({{"standard", "ISO/IEC 42001:2023"},
                    {"number", choices.one_in(2) ? "1" : "2"},
                    {"body", "B"},
                    {"valid_from", "2025-01-01"},
                    {"status", choices.one_in(2) ? "active" : "suspended"}});
}

/// What stands in a dossier beside facts and judgements. Half of them have nothing.
void add_records(Choices& choices, const model::Scheme& scheme, Quality quality, Json& dossier) {
  if (choices.one_in(2)) return;
  const auto add = [&](const char* key, auto make) {
    Json list = Json::array();
    for (std::size_t i = choices.below(3); i > 0; --i) list.elements.push_back(make());
    dossier.members.push_back({key, std::move(list)});
  };
  add("nonconformities", [&] { return nonconformity(choices, scheme, quality); });
  add("waivers", [&] { return waiver(choices, scheme, quality); });
  add("certificates", [&] { return certificate(choices); });
  static const std::vector<std::string> activities{"initial", "surveillance", "recertification"};
  dossier.members.push_back({"activity", Json::of_text(choices.of(activities))});
  if (quality == Quality::broken && choices.one_in(8)) dossier.members.back().value = Json::of_text("audit");
}

/// A place without a valid value, in the innermost object or list that has one.
struct Blank {
  std::string pointer;
  bool is_element = false;
};

void collect_blanks(const Fact& fact, bool is_element, std::vector<Blank>& blanks) {
  if (!fact.is_known()) return blanks.push_back({fact.pointer, is_element});
  if (fact.is_measured) return;  // what one form lacks belongs to the other
  for (const Fact& field : fact.fields) collect_blanks(field, false, blanks);
  for (const Fact& element : fact.elements) collect_blanks(element, true, blanks);
}

std::vector<std::string> tokens_of(const std::string& pointer) {
  std::vector<std::string> tokens;
  for (std::size_t at = 0; at < pointer.size(); ++at) {
    if (pointer[at] == '/') {
      tokens.emplace_back();
    } else if (pointer[at] == '~') {
      tokens.back() += pointer[++at] == '1' ? '/' : '~';
    } else {
      tokens.back() += pointer[at];
    }
  }
  return tokens;
}

Json& member(Json& object, const std::string& key) {
  if (object.kind != Json::Kind::object) object = Json::object();
  const auto count =
      std::count_if(object.members.begin(), object.members.end(), [&](const auto& one) { return one.key == key; });
  auto& members = object.members;
  if (count > 1)
    members.erase(std::remove_if(members.begin(), members.end(), [&](const auto& one) { return one.key == key; }),
                  members.end());
  if (count != 1) members.push_back({key, {}});
  return *object.find(key);
}

/// Where the pointer leads, with all that must stand around it, and the type of what belongs there.
std::pair<Json*, model::TypeId> reach(const model::Scheme& scheme, Json& subject,
                                      const std::vector<std::string>& tokens, Json*& parent) {
  Json* at = &subject;
  model::TypeId type{};
  model::RecordId record = scheme.subject;
  bool is_record = true;
  for (const std::string& token : tokens) {
    parent = at;
    if (is_record) {
      const auto& fields = scheme.types.records[record].fields;
      const auto field = std::find_if(fields.begin(), fields.end(), [&](const auto& one) { return one.key == token; });
      at = &member(*at, token);
      type = field->type;
    } else {
      at = &at->elements.at(std::stoul(token));
      type = scheme.types[type].element;
    }
    is_record = scheme.types[type].kind == Kind::record;
    if (is_record) record = scheme.types[type].record;
  }
  return {at, type};
}

Json unused_member(const model::Enumeration& enumeration, const Json& set) {
  for (const auto& member : enumeration.members) {
    const bool is_used = std::any_of(set.elements.begin(), set.elements.end(),
                                     [&](const Json& one) { return one.text == member.written; });
    if (!is_used) return Json::of_text(member.written);
  }
  return {};
}

}  // namespace

Json any_dossier(Choices& choices, const model::Scheme& scheme, Quality quality) {
  Json dossier = Json::object();
  dossier.members = {{"dossier", Json::of_text("1")}, {"judgements", Json::array()}};
  add_judgements(choices, scheme, quality, dossier.members[1].value.elements);
  Json subject = DossierWriter(choices, scheme, quality).record(scheme.subject);
  dossier.members.push_back({"subject", std::move(subject)});
  dossier.members.push_back({"evidence", Json::array()});
  for (std::size_t i = choices.below(6); i > 0; --i)
    dossier.members.back().value.elements.push_back(any_evidence(choices, scheme));
  add_records(choices, scheme, quality, dossier);
  return dossier;
}

void fill_fact(Choices& choices, const model::Scheme& scheme, Json& dossier, const std::string& pointer) {
  auto tokens = tokens_of(pointer);
  tokens.erase(tokens.begin());
  Json* parent = nullptr;
  const auto [at, type] = reach(scheme, *dossier.find("subject"), tokens, parent);
  const model::Type& found = scheme.types[type];
  DossierWriter writer(choices, scheme, Quality::complete);
  if (found.kind == Kind::enumeration && parent->kind == Json::Kind::array) {
    *at = {};
    *at = unused_member(scheme.types.enumerations[found.enumeration], *parent);
  } else {
    *at = writer.value(type);
  }
}

void put_fact(const model::Scheme& scheme, Json& dossier, const std::string& pointer, const Json& value) {
  auto tokens = tokens_of(pointer);
  tokens.erase(tokens.begin());
  Json* parent = nullptr;
  *reach(scheme, *dossier.find("subject"), tokens, parent).first = value;
}

void fill_judgement(Choices& choices, const model::Scheme& scheme, Json& dossier, const std::string& name) {
  auto& records = dossier.find("judgements")->elements;
  records.erase(std::remove_if(records.begin(), records.end(),
                               [&](const Json& record) { return record.find("name")->text == name; }),
                records.end());
  for (const model::Judgement& asked : scheme.judgements)
    if (asked.name == name) records.push_back(judgement(scheme, asked, choices.below(2) == 0, "F" + name));
}

void put_judgement(const model::Scheme& scheme, Json& dossier, const std::string& name, bool met) {
  auto& records = dossier.find("judgements")->elements;
  std::erase_if(records, [&](const Json& record) { return record.find("name")->text == name; });
  for (const model::Judgement& asked : scheme.judgements)
    if (asked.name == name) records.push_back(judgement(scheme, asked, met, "P" + name));
}

Json any_completion(Choices& choices, const model::Scheme& scheme, const Json& dossier) {
  Json completed = dossier;
  std::vector<Blank> blanks;
  const Fact facts = reference::read_subject(scheme, *dossier.find("subject"), "/subject");
  collect_blanks(facts, false, blanks);
  for (const Blank& blank : blanks)
    if (!choices.one_in(3)) fill_fact(choices, scheme, completed, blank.pointer);
  auto& records = completed.find("judgements")->elements;
  for (const model::Judgement& asked : scheme.judgements) {
    const bool is_recorded = std::any_of(records.begin(), records.end(),
                                         [&](const Json& record) { return record.find("name")->text == asked.name; });
    if (!is_recorded && !choices.one_in(3)) fill_judgement(choices, scheme, completed, asked.name);
  }
  for (std::size_t i = choices.below(4); i > 0; --i)
    completed.find("evidence")->elements.push_back(any_evidence(choices, scheme));
  return completed;
}

Json with_members_reversed(const Json& json) {
  Json reversed = json;
  for (auto& [key, value] : reversed.members) value = with_members_reversed(value);
  for (Json& element : reversed.elements) element = with_members_reversed(element);
  std::reverse(reversed.members.begin(), reversed.members.end());
  return reversed;
}

}  // namespace assay::laws
