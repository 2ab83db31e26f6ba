#pragma once

#include "logic/activity.hpp"
#include "logic/verdict.hpp"
#include "model/expression.hpp"
#include "model/profile.hpp"
#include "model/test.hpp"
#include "model/type.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

// A scheme as it is meant: resolved, typed, immutable.
namespace assay::model {

using DocumentId = Index<struct DocumentTag>;
using SectionId = Index<struct SectionTag>;

struct DateRange {
  std::optional<Date> from;  ///< both ends in
  std::optional<Date> to;
};

struct Header {
  std::string title;
  std::string id;
  std::string version;
  std::string owner;
  std::string object;
  std::string type;
  std::string party;
  std::string accreditation;  ///< bodies accredited to "…"
  Grade default_grade = Grade::major;
  std::string waiver_role;            ///< empty: the scheme admits none
  std::vector<std::string> waivable;  ///< requirement ids; empty with a role: all
  DateRange in_force;
  source::Span span;
};

struct Document {
  std::string name;
  std::string title;
  source::Span span;
};

struct Variable {
  std::string name;
  TypeId type;
};

struct Define {
  std::string name;
  std::vector<VariableId> parameters;
  ExpressionPtr value;
  source::Span span;
};

/// What one input must be for a row to match. Values are constants of the input's type, in its unit.
struct Bound {
  Value value;
  bool excluded = false;
};
struct Pattern {
  bool any = false;
  std::vector<Constant> values;  ///< empty for a range
  std::optional<Bound> low;
  std::optional<Bound> high;
};
struct Row {
  std::vector<Pattern> patterns;  ///< one an input
  ExpressionPtr result;
  source::Span span;
};
struct DecisionTable {
  std::string name;
  std::vector<VariableId> parameters;
  std::vector<ExpressionPtr> inputs;
  TypeId type;
  std::vector<Row> rows;  ///< no two match one input, but for `otherwise`, which is last and `any` everywhere
  source::Span span;
};

struct Judgement {
  std::string name;
  std::string question;
  std::string role;
  RequirementId requirement;
  source::Span span;
};

/// What an item's `covers` must list: the key of every element of a list, or the value or values of an expression.
struct Covering {
  std::optional<VariableId> variable;
  ExpressionPtr covered;
  ExpressionPtr key;  ///< null without a variable
};
struct Evidence {
  std::string name;  ///< the `kind` of the dossier's items
  std::string title;
  RequirementId requirement;
  std::optional<Covering> covering;
  std::string accreditation;    ///< empty: anybody may issue it
  std::optional<Duration> age;  ///< at the assessment date, at most
  std::string text;             ///< as written, on one line, without comments
  source::Span span;
};

using assay::Modal;

struct Provision {
  std::string id;  ///< "DG-1/1" or the name
  Modal modal = Modal::shall;
  ExpressionPtr condition;
  std::string text;  ///< as written, on one line, without comments
  Grade grade = Grade::major;
  std::string message;
  std::string relaxed_because;    ///< why a profile made a should of it; empty: none did
  bool absence_can_flip = false;  ///< uses `is provided`, `is missing` or `otherwise`: a completion may flip it
  source::Span span;
};
struct SourceReference {
  DocumentId document;
  std::string clause;
};
struct Requirement {
  std::string id;
  std::string title;
  std::optional<SectionId> section;
  std::vector<SourceReference> sources;
  DateRange in_force;
  ExpressionPtr in_force_from;  ///< the Comparison `assessment_date >= EXPR`; null without `from EXPR`
  ExpressionPtr applies;        ///< null: always
  std::string applies_text;
  ExpressionPtr not_applicable_because;  ///< of type text; null if the scheme asks for none
  std::vector<Provision> provisions;
  std::vector<EvidenceId> evidence;
  std::vector<std::string> methods;
  std::string guidance;
  source::Span span;
};

struct DecisionRule {
  DecisionOutcome outcome = DecisionOutcome::defer;
  ExpressionPtr condition;  ///< null for otherwise
  std::string text;         ///< "undetermined > 0", "otherwise"
  source::Span span;
};
struct Decision {
  std::vector<DecisionRule> rules;
  bool reads_observations = false;
  bool reads_applicable = false;  ///< some rule speaks of `applicable = 0`
};

/// What lets a requirement be presumed to be met that could not be determined.
struct Presumption {
  std::string title;
  std::vector<RequirementId> satisfies;
  ExpressionPtr condition;
  std::string text;  ///< of the condition
  std::vector<SourceReference> sources;
  source::Span span;
};

/// What the statement of conformity says, and for how long (ISO/IEC 17000, 7.3 and 7.4).
struct Attestation {
  std::optional<Duration> valid_for;  ///< none: without end
  std::vector<ExpressionPtr> identifies;
  std::vector<ExpressionPtr> scope;
  std::string mark;  ///< may be empty
  source::Span span;
};

/// The activities of surveillance (ISO/IEC 17067, table 1, rows VI a to d).
enum class SurveillanceActivity : std::uint8_t { market_sample, factory_sample, process_assessment, system_audit };
struct SurveillanceRound {
  Duration interval;
  std::vector<SurveillanceActivity> activities;
  std::vector<RequirementId> reassess;  ///< empty: all
};
struct Surveillance {
  std::vector<SurveillanceRound> rounds;
  source::Span span;
};

/// A list that the dossier holds beside its subject.
struct ListOfDossier {
  Field field;
  bool is_read = false;  ///< by some expression
};

struct Scheme {
  Header header;
  Types types;
  std::string subject_name;
  RecordId subject;
  EnumId verdicts;           ///< the built-in enumeration Verdict
  EnumId inspection_levels;  ///< InspectionLevel, in the order of statistics::InspectionLevel
  EnumId audit_stages;       ///< AuditStage, in the order of statistics::AuditStage
  EnumId statuses;           ///< the built-in enumeration CertificateStatus
  EnumId evidence_statuses;  ///< EvidenceStatus
  EnumId results;            ///< JudgementResult
  std::array<ListOfDossier, dossier_list_words.size()> lists;  ///< by DossierList
  Table<DocumentId, Document> documents;
  Table<SectionId, std::string> sections;
  Table<VariableId, Variable> variables;
  Table<DefineId, Define> defines;
  Table<TableId, DecisionTable> tables;
  Table<JudgementId, Judgement> judgements;
  Table<EvidenceId, Evidence> evidence;
  Table<RequirementId, Requirement> requirements;
  std::vector<Presumption> presumptions;
  std::optional<Attestation> attestation;
  std::optional<Surveillance> surveillance;
  /// By Activity. The first is always there.
  std::array<std::optional<Decision>, activity_words.size()> decisions;
  std::vector<Test> tests;
  std::optional<Profile> profile;  ///< that the scheme was read through

  const Decision& initial_decision() const { return *decisions[0]; }
  const ListOfDossier& list(DossierList which) const { return lists[static_cast<std::size_t>(which)]; }
};

}  // namespace assay::model
