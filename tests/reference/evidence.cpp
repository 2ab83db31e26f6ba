#include "reference/evidence.hpp"

#include <algorithm>
#include <set>

namespace assay::reference {
namespace {

std::string text_of(const Json& object, std::string_view key) {
  const Json* found = object.find(key);
  return found == nullptr ? "" : found->text;
}

std::set<std::string> texts_of(const Json& object, std::string_view key) {
  std::set<std::string> texts;
  if (const Json* list = object.find(key))
    for (const Json& one : list->elements) texts.insert(one.text);
  return texts;
}

bool belongs(const model::Scheme& scheme, const model::Evidence& asked, const Json& item) {
  if (text_of(item, "kind") != asked.name) return false;
  const bool is_for_all = item.find("supports") == nullptr;
  return is_for_all || texts_of(item, "supports").contains(scheme.requirements[asked.requirement].id);
}

std::vector<const Json*> items(const model::Scheme& scheme, const model::Evidence& asked, const Json& dossier) {
  std::vector<const Json*> found;
  if (const Json* list = dossier.find("evidence"))
    for (const Json& item : list->elements)
      if (belongs(scheme, asked, item)) found.push_back(&item);
  return found;
}

bool is_good(const model::Evidence& asked, const Json& item, Date date) {
  const auto issued = parse_date(text_of(item, "issued"));
  const auto expires = parse_date(text_of(item, "expires"));
  const std::string status = text_of(item, "status");
  const Json* issuer = item.find("issuer");
  const std::string accreditation = issuer == nullptr ? "" : text_of(*issuer, "accreditation");
  if (!status.empty() && status != "valid") return false;
  if (issued && *issued > date) return false;
  if (expires && *expires < date) return false;
  if (issued && expires && *expires < *issued) return false;
  if (!asked.accreditation.empty() && accreditation != asked.accreditation) return false;
  if (!asked.age) return true;
  return issued && *issued >= *add(date, *negate(*asked.age));
}

std::string key_of(const model::Scheme& scheme, const Thing& thing, model::TypeId type) {
  if (const auto* text = std::get_if<std::string>(&thing)) return *text;
  if (const auto* number = std::get_if<Decimal>(&thing)) return number->to_string();
  if (const auto* date = std::get_if<Date>(&thing)) return to_string(*date);
  const auto member = std::get<Member>(thing);
  return scheme.types.enumerations[scheme.types[type].enumeration].members[member.position].written;
}

/// Keys that are known, and why others are not.
void collect_keys(const model::Scheme& scheme, const model::Covering& covering, const Evaluator& evaluator,
                  std::vector<std::string>& keys, std::vector<Cause>& causes) {
  const Result covered = evaluator.value(*covering.covered, {});
  if (!covered.is_known()) return evaluator.why(*covering.covered, {}, causes);
  const auto* list = std::get_if<const Fact*>(&covered.thing);
  if (!list) return keys.push_back(key_of(scheme, covered.thing, covering.covered->type));
  if (!covering.variable) {
    const model::TypeId element_type = scheme.types[covering.covered->type].element;
    for (const Fact& element : (*list)->elements) {
      if (element.is_known()) keys.push_back(key_of(scheme, element.value, element_type));
      if (!element.is_known()) causes.push_back({"invalid", element.pointer});
    }
    return;
  }
  for (const Fact& element : (*list)->elements) {
    const Names names{{*covering.variable, Bound{&element, nullptr, nullptr}}};
    const Result key = evaluator.value(*covering.key, names);
    if (key.is_known()) keys.push_back(key_of(scheme, key.thing, covering.key->type));
    if (!key.is_known()) evaluator.why(*covering.key, names, causes);
  }
}

}  // namespace

std::vector<const Json*> good_items(const model::Scheme& scheme, const model::Evidence& asked, const Json& dossier,
                                    Date date) {
  auto good = items(scheme, asked, dossier);
  std::erase_if(good, [&](const Json* item) { return !is_good(asked, *item, date); });
  return good;
}

namespace {

/// Is there something of which nobody can tell what it is evidence of?
bool has_unplaced(const Json& dossier) {
  const Json* list = dossier.find("evidence");
  if (list == nullptr || list->kind == Json::Kind::null) return false;
  if (list->kind != Json::Kind::array) return true;
  return std::any_of(list->elements.begin(), list->elements.end(), [](const Json& item) {
    const Json* kind = item.find("kind");
    return kind == nullptr || kind->kind != Json::Kind::text || kind->text.empty();
  });
}

}  // namespace

Truth provided(const model::Scheme& scheme, const model::Evidence& asked, const Json& dossier, Date date) {
  if (items(scheme, asked, dossier).empty()) return has_unplaced(dossier) ? Truth::unknown : Truth::no;
  return good_items(scheme, asked, dossier, date).empty() ? Truth::unknown : Truth::yes;
}

Gap gap(const model::Scheme& scheme, const model::Evidence& asked, const Json& dossier, Date date,
        const Evaluator& evaluator) {
  Gap gap;
  const auto good = good_items(scheme, asked, dossier, date);
  gap.has_bad_items = good.size() < items(scheme, asked, dossier).size();
  if (!asked.covering) {
    if (good.empty()) gap.keys.emplace_back();
    return gap;
  }
  std::vector<std::string> keys;
  collect_keys(scheme, *asked.covering, evaluator, keys, gap.causes);
  for (const std::string& key : keys) {
    const bool is_covered = std::any_of(good.begin(), good.end(),
                                        [&](const Json* item) { return texts_of(*item, "covers").contains(key); });
    const bool is_new = std::find(gap.keys.begin(), gap.keys.end(), key) == gap.keys.end();
    if (!is_covered && is_new) gap.keys.push_back(key);
  }
  return gap;
}

}  // namespace assay::reference
