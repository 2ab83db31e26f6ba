#pragma once

#include "dossier/dossier.hpp"
#include "model/scheme.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Schemes made by hand, and what dossiers read for them come to.
namespace assay::dossier {

/// Lays records out as the checker does.
class SchemeMaker {
 public:
  SchemeMaker() {
    scheme_.types.all.add({});
    scheme_.types.units.add({"", model::plain_unit, Decimal::of(1), {}});
    scheme_.types.units.add({"%", model::percent_unit, Decimal::of(1), {}});
    scheme_.header.id = "example.org/mark";
    scheme_.header.version = "1.2.0";
  }

  model::TypeId of(model::Kind kind) { return scheme_.types.intern({.kind = kind}); }
  model::TypeId list_of(model::TypeId element) {
    return scheme_.types.intern({.kind = model::Kind::list, .element = element});
  }
  model::TypeId set_of(model::TypeId enumeration) {
    return scheme_.types.intern(
        {.kind = model::Kind::set, .enumeration = scheme_.types[enumeration].enumeration, .element = enumeration});
  }
  model::TypeId enumeration(const std::string& name, const std::vector<std::string>& written) {
    model::Enumeration made;
    made.name = name;
    for (const std::string& text : written) made.members.push_back({text, text, {}});
    return scheme_.types.intern(
        {.kind = model::Kind::enumeration, .enumeration = scheme_.types.enumerations.add(std::move(made))});
  }
  model::TypeId record(const std::string& name, std::vector<model::Field> fields) {
    model::Record made;
    made.name = name;
    for (model::Field& field : fields) {
      field.slot = made.slots;
      made.slots += scheme_.types.slots_of(field.type);
    }
    made.fields = std::move(fields);
    return scheme_.types.intern({.kind = model::Kind::record, .record = scheme_.types.records.add(std::move(made))});
  }
  model::Scheme with_subject(model::TypeId record) && {
    scheme_.subject = scheme_.types[record].record;
    std::uint32_t slot = scheme_.types.slots_of(record);
    for (std::size_t i = 0; i < scheme_.lists.size(); ++i) {
      model::Field& list = scheme_.lists[i].field;
      list.name = list.key = model::dossier_list_words[i];
      list.type = list_of(of(model::Kind::text));
      list.slot = slot++;
    }
    return std::move(scheme_);
  }

 private:
  model::Scheme scheme_;
};

inline model::Field field(const std::string& name, model::TypeId type) {
  model::Field made;
  made.name = name;
  made.key = name;
  made.type = type;
  return made;
}
inline model::Field optional_field(const std::string& name, model::TypeId type) {
  model::Field made = field(name, type);
  made.optional = true;
  return made;
}
inline model::Field date_field(const std::string& name, model::TypeId type, const std::vector<std::string>& forms) {
  model::Field made = field(name, type);
  made.form_texts = forms;
  for (const std::string& form : forms) made.forms.push_back(*DateForm::compile(form));
  return made;
}

/// A scheme whose subject has one field `x` of a type.
template <typename MakeType>
model::Scheme scheme_with(MakeType make_type) {
  SchemeMaker maker;
  const model::TypeId subject = maker.record("system", {field("x", make_type(maker))});
  return std::move(maker).with_subject(subject);
}
inline model::Scheme scheme_with(model::Kind kind) {
  return scheme_with([kind](SchemeMaker& maker) { return maker.of(kind); });
}

inline std::string code_of(const Finding& finding) { return std::string(diagnostics::entry(finding.code).code); }

/// "E1002 /x@5": code, pointer and offset of each finding.
inline std::vector<std::string> findings_of(const Dossier& dossier) {
  std::vector<std::string> all;
  for (const Finding& finding : dossier.findings) {
    all.push_back(code_of(finding) + " " + finding.pointer + "@" + std::to_string(finding.offset));
  }
  return all;
}

inline std::string message_of(diagnostics::Code code, const std::vector<std::string>& arguments) {
  diagnostics::Diagnostic diagnostic{};
  diagnostic.code = code;
  diagnostic.arguments = arguments;
  return diagnostics::message(diagnostic);
}
inline std::string message_of(const Finding& finding) { return message_of(finding.code, finding.arguments); }

/// "E1001@5: the dossier is not JSON: …", or "" for a dossier that can be used.
inline std::string refusal(std::string_view text, const model::Scheme& scheme) {
  Dossier dossier;
  const auto unusable = read(text, scheme, dossier);
  if (!unusable) return "";
  return std::string(diagnostics::entry(unusable->code).code) + "@" + std::to_string(unusable->offset) + ": " +
         message_of(unusable->code, unusable->arguments);
}

/// A dossier that must be usable.
inline Dossier read_good(std::string_view text, const model::Scheme& scheme) {
  Dossier dossier;
  EXPECT_FALSE(read(text, scheme, dossier).has_value()) << text << "\n" << refusal(text, scheme);
  return dossier;
}

using Texts = std::vector<std::string>;

}  // namespace assay::dossier
