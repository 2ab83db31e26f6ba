// The types of schemes and what belongs to each.
#include "completeness/scheme_type.hpp"

#include <algorithm>

namespace assay::completeness {
namespace {

constexpr Need excluded = Need::excluded;
constexpr Need free_ = Need::free;
constexpr Need either = Need::either;
constexpr Need asked = Need::asked;

/// 1a certifies a type by its sample, 1b one batch, 6 services and processes.
constexpr std::array<SchemeType, 7> scheme_types = {{
    // market sample, factory sample, process assessment, system audit; mark; later objects; samples; tangible
    {"1a", {excluded, excluded, excluded, excluded}, excluded, false, false, true},
    {"1b", {excluded, excluded, excluded, excluded}, asked, false, true, true},
    {"2", {asked, free_, free_, free_}, asked, true, true, true},
    {"3", {free_, asked, asked, free_}, asked, true, true, true},
    {"4", {either, either, asked, free_}, asked, true, true, true},
    {"5", {either, either, either, either}, asked, true, true, true},
    {"6", {excluded, excluded, asked, asked}, asked, true, false, false},
}};

}  // namespace

bool has_types(const model::Scheme& scheme) {
  const std::string& object = scheme.header.object;
  return object != "management_system" && object != "person" && object != "body";
}

const SchemeType* type_of(const model::Scheme& scheme) {
  const auto* found = std::find_if(scheme_types.begin(), scheme_types.end(),
                                   [&](const SchemeType& type) { return type.word == scheme.header.type; });
  return found == scheme_types.end() ? nullptr : found;
}

std::string words(const SchemeType& type) { return "type " + std::string(type.word); }

Answer without_type(const model::Scheme& scheme) {
  if (!has_types(scheme)) return not_applicable("it is asked of products, processes and services");
  return {.status = Status::undetermined,
          .note = "it depends on the type of scheme",
          .help = "name the type in the header",
          .at = std::nullopt};
}

std::optional<Answer> unless_later_objects_are_covered(const model::Scheme& scheme) {
  const SchemeType* type = type_of(scheme);
  // Of a management system, a person or a body it is what they will do that is certified.
  if (!has_types(scheme)) return std::nullopt;
  if (type == nullptr) return without_type(scheme);
  if (type->covers_later_objects) return std::nullopt;
  return not_applicable("a statement of " + words(*type) + " covers nothing but what was assessed");
}

}  // namespace assay::completeness
