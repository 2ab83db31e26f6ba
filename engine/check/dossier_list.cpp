// The lists that a dossier holds beside its subject: certificates, evidence and judgements, with their built-in
// records.
#include "check/builtins.hpp"
#include "model/scheme.hpp"

#include <initializer_list>
#include <utility>

namespace assay::check {
namespace {

using model::DossierList;
using model::Kind;

model::Field field(std::string name, model::TypeId type, bool optional = false) {
  model::Field made;
  made.name = name;
  made.key = std::move(name);
  made.type = type;
  made.optional = optional;
  return made;
}

class Lists {
 public:
  explicit Lists(model::Scheme& scheme) : scheme_(scheme), types_(scheme.types) {}

  void declare() {
    add(DossierList::certificates, "Certificate", certificate());
    add(DossierList::evidence, "Evidence", item_of_evidence());
    add(DossierList::judgements, "Judgement", judgement());
  }

 private:
  void add(DossierList which, std::string element, std::vector<model::Field> fields) {
    const auto number = static_cast<std::size_t>(which);
    scheme_.lists[number].field =
        field(std::string(model::dossier_list_words[number]), list_of(record(std::move(element), std::move(fields))));
  }

  std::vector<model::Field> certificate() {
    // The states of a statement of conformity (ISO/IEC 17000, clause 8).
    scheme_.statuses = enumeration("CertificateStatus", {"active", "suspended", "withdrawn", "terminated", "expired"});
    return {field("standard", text_),
            field("number", text_),
            field("body", text_),
            field("scope", text_, true),
            field("valid_from", date_),
            field("valid_to", date_, true),
            field("status", of(scheme_.statuses))};
  }

  std::vector<model::Field> item_of_evidence() {
    scheme_.evidence_statuses =
        enumeration("EvidenceStatus", {"valid", "expired", "suspended", "revoked", "withdrawn", "superseded"});
    const auto issuer = record("Issuer", {field("name", text_, true), field("accreditation", text_, true)});
    const auto texts = list_of(text_);
    return {field("id", text_, true),
            field("kind", text_),
            field("title", text_, true),
            field("issued", date_, true),
            field("expires", date_, true),
            field("issuer", issuer, true),
            field("uri", text_, true),
            field("sha256", text_, true),
            field("supports", texts, true),
            field("covers", texts, true),
            field("status", of(scheme_.evidence_statuses), true)};
  }

  std::vector<model::Field> judgement() {
    scheme_.results = enumeration("JudgementResult", {"met", "not_met"});
    const auto person = record("Assessor", {field("name", text_), field("role", text_)});
    return {field("id", text_, true),    field("name", text_),
            field("requirement", text_), field("result", of(scheme_.results)),
            field("by", person),         field("on", date_),
            field("rationale", text_),   field("supersedes", list_of(text_), true)};
  }

  model::EnumId enumeration(std::string name, std::initializer_list<const char*> words) {
    model::Enumeration made{.name = std::move(name), .members = {}, .is_scored = false, .span = {}};
    for (const char* word : words) made.members.push_back({.name = word, .written = word, .score = std::nullopt});
    return types_.enumerations.add(std::move(made));
  }
  model::TypeId of(model::EnumId enumeration) {
    model::Type type{.kind = Kind::enumeration};
    type.enumeration = enumeration;
    return types_.intern(type);
  }
  model::TypeId record(std::string name, std::vector<model::Field> fields) {
    model::Type type{.kind = Kind::record};
    type.record = types_.records.add({.name = std::move(name), .fields = std::move(fields), .slots = 1, .span = {}});
    return types_.intern(type);
  }
  model::TypeId list_of(model::TypeId element) {
    model::Type type{.kind = Kind::list};
    type.element = element;
    return types_.intern(type);
  }

  model::Scheme& scheme_;
  model::Types& types_;
  model::TypeId text_ = types_.intern({.kind = Kind::text});
  model::TypeId date_ = types_.intern({.kind = Kind::date});
};

}  // namespace

void declare_dossier_lists(model::Scheme& scheme) { Lists(scheme).declare(); }

}  // namespace assay::check
