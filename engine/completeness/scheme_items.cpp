// What the header says: for what the scheme is, and by whom; and what an applicant states.
#include "completeness/scheme_type.hpp"

namespace assay::completeness {
namespace {

/// An entry of the header. The model keeps the place of the whole header.
Answer entry(const std::string& value, const model::Scheme& scheme, std::string_view help) {
  if (value.empty()) return missing("add '" + std::string(help) + "' to the header", {}, scheme.header.span);
  return present(scheme.header.span, value);
}

Answer owner(const model::Scheme& scheme) { return entry(scheme.header.owner, scheme, "owner \"…\""); }

Answer type(const model::Scheme& scheme) {
  if (has_types(scheme)) return entry(scheme.header.type, scheme, "type \"5\"");
  if (scheme.header.type.empty()) return not_applicable("the types are those of products, processes and services");
  return contradicts_type("type " + scheme.header.type + " is for products, processes and services",
                          "remove 'type' from the header", scheme.header.span);
}

Answer object(const model::Scheme& scheme) {
  const SchemeType* type = type_of(scheme);
  if (type != nullptr && !type->is_tangible && scheme.header.object == "product")
    return contradicts_type(words(*type) + " is for services and processes", "write 'object service' or another type",
                            scheme.header.span);
  return entry(scheme.header.object, scheme, "object product");
}

Answer description(const model::Scheme& scheme) {
  const auto& subject = scheme.types.records[scheme.subject];
  if (subject.fields.empty()) return missing("declare the fields of '" + scheme.subject_name + "'", {}, subject.span);
  const std::size_t facts = subject.fields.size();
  return present(subject.span, std::to_string(facts) + (facts == 1 ? " fact" : " facts") + " of the subject");
}

Answer party(const model::Scheme& scheme) { return entry(scheme.header.party, scheme, "party third"); }

Answer bodies(const model::Scheme& scheme) {
  const auto& header = scheme.header;
  if (header.party == "first" && header.accreditation.empty())
    return not_applicable("a first party assesses what it provides itself");
  if (header.accreditation.empty())
    return missing("add 'bodies accredited to \"ISO/IEC 17065:2012\"' to the header", {}, header.span);
  return present(header.span, "accredited to " + header.accreditation);
}

Answer effective_date(const model::Scheme& scheme) {
  const auto& header = scheme.header;
  if (!header.in_force.from) return missing("add 'in_force 2027-01-01 ..' to the header", {}, header.span);
  std::size_t dated = 0;
  for (const auto& requirement : scheme.requirements)
    if (requirement.in_force.from || requirement.in_force.to || requirement.in_force_from) ++dated;
  std::string note = "version " + header.version;
  if (dated > 0) note += "; " + std::to_string(dated) + (dated == 1 ? " requirement" : " requirements") + " by date";
  return present(header.span, std::move(note));
}

constexpr std::array<Item, 7> items = {{
    {"owner", "Scheme owner", owner},
    {"type", "Type of scheme", type},
    {"object", "Kind of object", object},
    {"description", "What the applicant states about the object", description},
    {"party", "Party that assesses", party},
    {"bodies", "Requirements on the bodies, and how they are qualified", bodies},
    {"effective_date", "Date from which this version applies", effective_date},
}};

}  // namespace

std::span<const Item> scheme_items() { return items; }

}  // namespace assay::completeness
