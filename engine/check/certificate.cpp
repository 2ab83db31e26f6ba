// The built-in record Certificate, and the list of those that a dossier says are held.
#include "check/declaration.hpp"

#include <utility>

namespace assay::check {
namespace {

using model::Kind;

/// The states of a statement of conformity (ISO/IEC 17000, clause 8).
model::EnumId declare_statuses(model::Types& types) {
  model::Enumeration statuses{.name = "CertificateStatus", .members = {}, .is_scored = false, .span = {}};
  for (const char* word : {"active", "suspended", "withdrawn", "terminated", "expired"})
    statuses.members.push_back({.name = word, .written = word, .score = std::nullopt});
  return types.enumerations.add(std::move(statuses));
}

model::Field field(std::string name, model::TypeId type, bool optional = false) {
  model::Field made;
  made.name = name;
  made.key = std::move(name);
  made.type = type;
  made.optional = optional;
  return made;
}

}  // namespace

void declare_certificates(model::Scheme& scheme) {
  auto& types = scheme.types;
  scheme.statuses = declare_statuses(types);
  const auto text = types.intern({.kind = Kind::text});
  const auto date = types.intern({.kind = Kind::date});
  model::Type status{.kind = Kind::enumeration};
  status.enumeration = scheme.statuses;

  model::Record record{.name = "Certificate", .fields = {}, .slots = 1, .span = {}};
  record.fields.push_back(field("standard", text));
  record.fields.push_back(field("number", text));
  record.fields.push_back(field("body", text));
  record.fields.push_back(field("scope", text, true));
  record.fields.push_back(field("valid_from", date));
  record.fields.push_back(field("valid_to", date, true));
  record.fields.push_back(field("status", types.intern(status)));
  scheme.certificate = types.records.add(std::move(record));

  model::Type element{.kind = Kind::record};
  element.record = scheme.certificate;
  model::Type list{.kind = Kind::list};
  list.element = types.intern(element);
  scheme.certificates = field("certificates", types.intern(list));
}

}  // namespace assay::check
