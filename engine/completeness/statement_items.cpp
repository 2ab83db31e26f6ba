// The statement of conformity: what it identifies, how far it reaches, how long it holds, and its mark.
#include "completeness/scheme_type.hpp"

namespace assay::completeness {
namespace {

std::string counted_facts(std::size_t number) {
  return std::to_string(number) + (number == 1 ? " fact of the subject" : " facts of the subject");
}

Answer attestation(const model::Scheme& scheme) {
  if (!scheme.attestation) return missing("add 'attestation { certificate valid for 3 years identifies … scope … }'");
  return present(scheme.attestation->span);
}

Answer facts(const model::Scheme& scheme, std::vector<model::ExpressionPtr> model::Attestation::*named,
             const std::string& entry) {
  const std::string help = "add '" + entry + " " + scheme.subject_name + ".…' to the attestation";
  if (!scheme.attestation) return missing(help);
  const auto& paths = (*scheme.attestation).*named;
  if (paths.empty()) return missing(help, {}, scheme.attestation->span);
  return present(paths.front()->span, counted_facts(paths.size()));
}

Answer identification(const model::Scheme& scheme) {
  return facts(scheme, &model::Attestation::identifies, "identifies");
}

Answer scope(const model::Scheme& scheme) { return facts(scheme, &model::Attestation::scope, "scope"); }

Answer validity(const model::Scheme& scheme) {
  const auto& statement = scheme.attestation;
  if (statement && statement->valid_for)
    return present(statement->span, "valid for " + to_string(*statement->valid_for));
  if (auto answer = unless_later_objects_are_covered(scheme)) return *answer;
  return missing("add 'certificate valid for 3 years' to the attestation");
}

Answer mark(const model::Scheme& scheme) {
  const SchemeType* type = type_of(scheme);
  const bool is_granted = scheme.attestation && !scheme.attestation->mark.empty();
  const bool is_excluded = type != nullptr && type->mark == Need::excluded;
  if (is_granted && is_excluded)
    return contradicts_type(words(*type) + " licenses no mark, for nobody looks at later objects",
                            "remove 'mark', or name the type that the scheme is of", scheme.attestation->span);
  if (is_granted) return present(scheme.attestation->span, scheme.attestation->mark);
  if (type == nullptr) return without_type(scheme);
  if (is_excluded) return not_applicable(words(*type) + " licenses no mark");
  return missing("add 'mark \"…\"' to the attestation");
}

constexpr std::array<Item, 5> items = {{
    {"attestation", "Statement of conformity", attestation},
    {"identification", "What identifies the object in it", identification},
    {"scope_of_attestation", "Its scope", scope},
    {"validity", "How long it holds", validity},
    {"mark", "Mark of conformity", mark},
}};

}  // namespace

std::span<const Item> statement_items() { return items; }

}  // namespace assay::completeness
