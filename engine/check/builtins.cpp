#include "check/builtins.hpp"

#include "logic/verdict.hpp"
#include "model/scheme.hpp"

#include <string>
#include <utility>
#include <vector>

namespace assay::check {

namespace {

using Words = std::vector<std::pair<std::string, std::string>>;  ///< the name of a member, and how it is written

model::Enumeration enumeration(std::string name, const Words& members) {
  model::Enumeration made{.name = std::move(name), .members = {}, .is_scored = false, .span = {}};
  for (const auto& [word, written] : members)
    made.members.push_back({.name = word, .written = written, .score = std::nullopt});
  return made;
}

Words verdict_words() {
  Words words;
  for (const auto verdict :
       {Verdict::conforming, Verdict::nonconforming, Verdict::undetermined, Verdict::not_applicable})
    words.emplace_back(to_string(verdict), to_string(verdict));
  return words;
}

void declare_units(model::Types& types) {
  types.units.add({.name = "", .base = model::plain_unit, .factor = Decimal::of(1), .span = {}});
  types.units.add({.name = "%", .base = model::percent_unit, .factor = Decimal::of(1), .span = {}});
}

void declare_enumerations(model::Scheme& scheme) {
  auto& enumerations = scheme.types.enumerations;
  scheme.verdicts = enumerations.add(enumeration("Verdict", verdict_words()));
  scheme.inspection_levels = enumerations.add(enumeration(
      "InspectionLevel",
      {{"S_1", "S-1"}, {"S_2", "S-2"}, {"S_3", "S-3"}, {"S_4", "S-4"}, {"I", "I"}, {"II", "II"}, {"III", "III"}}));
  scheme.audit_stages =
      enumerations.add(enumeration("AuditStage", {{"initial", "initial"},
                                                  {"surveillance", "surveillance"},
                                                  {"recertification", "recertification"},
                                                  {"effective_recertification", "effective_recertification"}}));
}

void declare_names(const model::Scheme& scheme, Names& names) {
  for (const model::EnumId each : {scheme.verdicts, scheme.inspection_levels, scheme.audit_stages, scheme.statuses,
                                   scheme.evidence_statuses, scheme.results})
    names.general.emplace(scheme.types.enumerations[each].name, each);
  for (const model::ListOfDossier& list : scheme.lists) {
    const model::RecordId element = scheme.types[scheme.types[list.field.type].element].record;
    names.general.emplace(scheme.types.records[element].name, element);
  }
  names.units.emplace("%", model::percent_unit);
}

}  // namespace

void declare_builtins(Context& context) {
  declare_units(context.scheme.types);
  declare_enumerations(context.scheme);
  declare_dossier_lists(context.scheme);
  for (auto& names : context.names) declare_names(context.scheme, names);
}

}  // namespace assay::check
