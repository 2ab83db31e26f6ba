#include "attestation/certificate.hpp"

#include "attestation/attest.hpp"

#include <utility>

namespace assay::attestation {

namespace {

Kind kind_of(const std::string& party) {
  if (party == "first") return Kind::declaration;
  return party == "second" ? Kind::statement : Kind::certificate;
}

/// "Provider name" of system.provider.name: what the scheme calls its subject says nothing on a certificate.
std::string label_of(const std::string& name) {
  const std::size_t dot = name.find('.');
  std::string label = dot == std::string::npos ? name : name.substr(dot + 1);
  for (char& letter : label)
    if (letter == '.' || letter == '_') letter = ' ';
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') label[0] = static_cast<char>(label[0] - 'a' + 'A');
  return label;
}

std::vector<Line> lines_of(const std::vector<Fact>& facts) {
  std::vector<Line> lines;
  for (const Fact& fact : facts) lines.push_back({label_of(fact.name), fact.value.value_or("")});
  return lines;
}

std::string text_of(const std::optional<Date>& date) { return date ? to_string(*date) : std::string(); }

void add_conditions(const Requirement& requirement, std::vector<Condition>& conditions) {
  if (requirement.judged.verdict != Verdict::nonconforming) return;
  if (requirement.waiver) {
    const Waiver& waiver = *requirement.waiver;
    conditions.push_back({requirement.id,
                          "waived by " + waiver.approved_by + " (" + waiver.role + "): " + waiver.reason,
                          to_string(waiver.expires)});
    return;
  }
  for (const OpenNonconformity& open : requirement.nonconformities) {
    std::string words = std::string(to_string(open.grade)) + " nonconformity";
    if (!open.id.empty()) words += " " + open.id;
    words += ", to be corrected as planned: ";
    words += open.statement.empty() ? requirement.title : open.statement;
    conditions.push_back({requirement.id, std::move(words), text_of(open.due)});
  }
}

std::vector<Condition> conditions_of(const Assessed& assessed) {
  std::vector<Condition> conditions;
  if (assessed.proposed == DecisionOutcome::conditional && !assessed.decision->reason.empty())
    conditions.push_back({"", assessed.decision->reason, ""});
  for (const Requirement& requirement : assessed.requirements) add_conditions(requirement, conditions);
  return conditions;
}

std::string source_of(const Requirement& requirement) {
  std::string text;
  for (const SourceClause& source : requirement.sources) {
    if (!text.empty()) text += "; ";
    text += source.document;
    if (!source.clause.empty()) text += " " + source.clause;
  }
  return text;
}

RequirementLine line_of(const Requirement& requirement) {
  RequirementLine line{requirement.id, requirement.title, source_of(requirement), "met", ""};
  if (requirement.judged.verdict == Verdict::not_applicable) {
    line.result = "not applicable";
    line.remark = requirement.not_applicable_because;
  } else if (requirement.judged.verdict == Verdict::nonconforming) {
    line.result = requirement.waiver ? "waived" : "on condition";
  } else if (!requirement.by_presumption.empty()) {
    line.result = "presumed";
    line.remark = requirement.by_presumption;
  }
  return line;
}

void take_parties(const Details& details, Certificate& made) {
  made.number = details.number;
  made.replaces = details.replaces;
  made.issuer = {details.body, details.body_address, details.accreditation};
  if (made.kind != Kind::declaration) made.client = Organization{details.client, details.client_address, ""};
  made.agreement = details.agreement;
  made.place = details.place;
  made.signatory = details.signatory;
  made.function = details.function;
}

void take_scheme(const Assessed& assessed, Certificate& made) {
  const Terms& terms = *assessed.terms;
  made.object = terms.object;
  made.identifies = lines_of(terms.identifies);
  made.scope = lines_of(terms.scope);
  made.scheme_id = assessed.scheme.id;
  made.scheme_title = assessed.scheme.title;
  made.scheme_version = assessed.scheme.version;
  made.scheme_owner = terms.owner;
  made.scheme_type = terms.type;
  for (const Document& document : terms.documents) made.documents.push_back({document.name, document.title});
  made.mark = terms.mark;
  for (const SchemeFile& file : assessed.scheme.files) made.scheme_files.push_back({file.path, file.sha256});
}

}  // namespace

Certificate certificate_of(const Assessed& assessed, const Details& details, std::string report_sha256) {
  Certificate made;
  made.kind = kind_of(assessed.terms->party);
  take_parties(details, made);
  take_scheme(assessed, made);
  const RecordedDecision& decision = *assessed.decision;
  made.outcome = to_string(decision.outcome);
  made.decided_by = decision.by;
  made.decided_on = text_of(decision.on);
  made.issued_on = details.issued_on.empty() ? made.decided_on : details.issued_on;
  const auto validity = validity_of(assessed);
  made.valid_to = validity ? text_of(validity->to) : std::string();
  made.conditions = conditions_of(assessed);
  for (const Requirement& requirement : assessed.requirements) made.requirements.push_back(line_of(requirement));
  made.assessment_date = to_string(assessed.date);
  made.engine_version = assessed.engine_version;
  made.report_sha256 = std::move(report_sha256);
  made.dossier_sha256 = assessed.dossier_sha256;
  return made;
}

}  // namespace assay::attestation
