#pragma once

#include "assessment/memory.hpp"
#include "logic/truth.hpp"
#include "logic/verdict.hpp"
#include "quantity/calendar.hpp"
#include "source/file.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What an assessment found, as plain data that reports read without the evaluator. Texts and lists are views into the
// scheme, which outlives every assessment of it, and into the memory of the assessment itself; none is into the
// dossier.
namespace assay::assessment {

/// Where something stands in the dossier. `pointer` is empty for the whole subject of a bare subject.
struct DossierPlace {
  std::string_view pointer;
  std::uint32_t line = 0;  ///< 0: nowhere
  std::uint32_t column = 0;
};
/// The same for what is no part of an assessment.
struct OwnedPlace {
  std::string pointer;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  OwnedPlace() = default;
  OwnedPlace(const DossierPlace& place) : pointer(place.pointer), line(place.line), column(place.column) {}
  operator DossierPlace() const { return {pointer, line, column}; }
};
/// Where something stands in the scheme.
struct SchemePlace {
  std::string_view file;
  source::Position position;
};

enum class ReasonKind : std::uint8_t {
  missing,
  invalid,
  lookup,
  evidence,
  judgement,
  guard_band,
  inconclusive,
  arithmetic,
  in_force,
  not_selected,
  nonconformity,
  unjustified_exclusion,
  value,
  more
};

/// Why a provision is unknown, or not met (`value`). `more` closes a list that was cut: `count` more.
struct Reason {
  ReasonKind kind = ReasonKind::missing;
  std::optional<DossierPlace> place;
  std::string_view value;   ///< JSON as written; empty if there is none
  std::string_view unit{};  ///< of the value; empty if it has none
  std::string_view asked;   ///< "<= 5 %": what was asked of the value; may be empty
  std::string_view message;
  std::uint64_t count = 0;
};

/// A nonconformity record that is open, as the dossier tells it. It is `planned` with an accepted plan; `overdue` is
/// unknown without a date that it is due.
struct OpenNonconformity {
  DossierPlace place;
  std::string_view id, statement, raised_by, raised_on, due;
  Grade grade = Grade::major;
  Truth overdue = Truth::unknown;
  bool planned = false;
};

/// The waiver that counts for a requirement.
struct Waiver {
  DossierPlace place;
  std::string_view approved_by, role, reason, expires;
};

/// A presumption that stands for what could not be determined, or that facts have rebutted.
struct Presumed {
  std::string_view title, text;
  bool rebutted = false;
};

/// A fact that is told, once in an assessment. `slot` is another one for every other fact.
struct Fact {
  DossierPlace place;
  std::string_view value;  ///< JSON as written
  std::uint32_t slot = 0;
};
/// What somebody recorded or laid down: a judgement with all of it; evidence with its issuer (`by`) and its date of
/// issue (`on`); a nonconformity record with its grade (`name`) and statement (`rationale`); a presumption with its
/// title (`name`) and condition (`rationale`), which stands nowhere in the dossier.
struct Statement {
  DossierPlace place{};
  std::string_view name, id, by, role, on, rationale;
  std::string_view digest;  ///< of evidence
  bool met = false;
};
/// What a verdict stands on at best: what the applicant declares, evidence, what somebody judged or found, or a
/// presumption. Nothing is the basis of a verdict that stands on nothing.
enum class Basis : std::uint8_t { none, declared, evidenced, judged, presumed };
inline constexpr std::size_t bases = 5;

/// What a verdict stands on.
struct Ground {
  enum class Kind : std::uint8_t { fact, judgement, evidence, nonconformity, presumption } kind = Kind::fact;
  const Fact* fact = nullptr;            ///< of a fact
  const Statement* statement = nullptr;  ///< of all others

  static Ground of(const Fact* fact) { return {Kind::fact, fact, nullptr}; }
  static Ground of(Kind kind, const Statement* statement) { return {kind, nullptr, statement}; }
  const DossierPlace& place() const { return fact != nullptr ? fact->place : statement->place; }
};

/// A measured value as a decision rule saw it. Numbers are JSON; an empty one has no place in the form that was given.
struct Measurement {
  DossierPlace place;
  std::string_view value;  ///< of a proportion the share in %
  std::string_view expanded_uncertainty, coverage_factor;
  std::string_view lower, upper, level;
  std::string_view successes, trials;
  std::string_view unit;                         ///< empty for a plain number
  std::span<const std::string_view> limits;      ///< one, or the lower and the upper
  std::string_view asked;                        ///< ">= 90 %"
  std::string_view rule;                         ///< "guarded acceptance with guard 0.83 U"
  std::span<const std::string_view> acceptance;  ///< the limits moved by the guard band; empty if the rule has none
  std::string_view probability_of_conformity;
  std::string_view confidence_lower, confidence_upper;  ///< of a proportion, in %
  std::string_view zone;
  Truth met = Truth::unknown;
};

/// How a condition was decided that is unknown by what is given: by all values that missing facts can have.
struct Completions {
  std::span<const DossierPlace> facts;
  std::uint64_t cases = 0;  ///< combinations of values that stand for all
};

struct ProvisionResult {
  std::string_view id;
  std::string_view modal;  ///< "shall"
  std::string_view text;
  Truth met = Truth::unknown;
  bool vacuous = false;
  SchemePlace at;
  std::string_view message;  ///< may be empty
  std::span<const Reason> reasons;
  std::span<const Measurement> measurements;  ///< those that decided, or kept it from being decided
  std::uint64_t more_measurements = 0;        ///< cut off beyond the limit
  std::optional<Completions> completions;
};

/// An item of the dossier that belongs to what the requirement asks for.
struct EvidenceResult {
  std::string_view id;    ///< may be empty
  std::string_view name;  ///< of the evidence in the scheme
  bool counts = false;
  std::string_view digest;
  std::string_view why_not;  ///< empty if it counts
  DossierPlace place;
};

struct RequirementResult {
  std::uint32_t index = 0;  ///< in the scheme
  std::string_view id, title, section;
  Judged judged;
  std::string_view not_applicable_because;  ///< JSON null if empty
  std::span<const Reason> reasons;  ///< of the verdict, that belong to no provision: records, periods, selection
  std::span<const Reason> applies_reasons;  ///< why applicability is unknown, or not justified
  std::optional<Completions> applies_completions;
  bool is_settled_by_completions = false;  ///< else it would be open
  Basis basis = Basis::none;
  std::span<const Ground> rests_on;
  std::uint64_t more_grounds = 0;  ///< cut off beyond the limit
  std::span<const ProvisionResult> provisions;
  std::span<const OpenNonconformity> nonconformities;  ///< open ones
  std::optional<Waiver> waiver;
  std::optional<Presumed> presumption;
  std::span<const EvidenceResult> evidence;
  std::span<const Reason> evidence_reasons;               ///< why evidence that is asked for is not there
  std::span<const std::string_view> evidence_of_nothing;  ///< names of evidence that had nothing to cover
};

/// A requirement that is not in force yet.
struct Coming {
  std::uint32_t requirement = 0;  ///< in the scheme
  std::string from;
};

/// How long the statement of conformity holds. `valid_to` is the last valid day; empty: without end.
struct Validity {
  std::string valid_from, valid_to;
};

/// A fact of the subject that the statement of conformity carries: `system.name` and what the dossier gives it.
struct AttestedFact {
  std::string_view name;
  std::string_view json;  ///< "null" if it is not known
  std::string_view unit;  ///< empty if it has none
};
/// What the scheme's `attestation` asks of a statement of conformity, and the facts that it carries.
struct Attestation {
  std::span<const AttestedFact> identifies, scope;
};

/// A requirement whose verdict will be another one.
struct ChangedRequirement {
  std::uint32_t requirement = 0;  ///< in the scheme
  Judged now;
  Judged then;
};

/// The first day on which a verdict or the decision is another one, if nothing but the date changes. Without a day the
/// search ended before it found one: nobody knows what is behind `unchanged_until`.
struct NextChange {
  std::string on;               ///< may be empty
  std::string unchanged_until;  ///< the last day that is known to bring no change
  std::vector<ChangedRequirement> requirements;
  std::optional<DecisionOutcome> decision;  ///< then; nothing if it stays
  std::vector<std::string> because;         ///< what turns on that day
};

enum class NeedKind : std::uint8_t { fact, evidence, judgement, measurement, more_trials, scheme };
struct OpenPoint {
  NeedKind kind = NeedKind::fact;
  DossierPlace place;     ///< of a fact
  std::string_view name;  ///< of a judgement or an evidence
  std::string_view role;  ///< who gives it
  std::string_view message;
  std::span<const std::uint32_t> requirements;  ///< indices in the scheme, ascending
  bool if_applicable = false;
};

struct DataFinding {
  std::string_view severity, code;
  DossierPlace place;
  std::string_view message;
  std::string_view help;
};

/// The lowest and highest that a count can still become.
struct CountRange {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
};

struct Summary {
  std::uint64_t applicable = 0, conforming = 0, nonconforming = 0, undetermined = 0, not_applicable = 0, majors = 0,
                minors = 0, observations = 0, waived = 0, overdue = 0, planned = 0, presumed = 0, vacuous = 0;
};

struct DecisionResult {
  DecisionOutcome outcome = DecisionOutcome::defer;
  std::string text;  ///< of the rule that decided, or the reason of a defer
  std::optional<SchemePlace> at;
};

struct RecordedDecision {
  DecisionOutcome outcome = DecisionOutcome::defer;
  std::vector<std::string> by;
  std::string on;
  std::string reason;
  bool agrees = false;
};

struct NamedValue {
  std::string_view name;
  std::string_view json;  ///< "null" if unknown
  std::string_view unit;  ///< empty if it has none
};

struct Assessment {
  Memory memory;  ///< what all views are into that are not into the scheme

  // Filled by whoever read the dossier:
  std::string path;
  std::string sha256;      ///< hex
  std::uint64_t line = 1;  ///< counts records of a stream
  std::uint64_t offset = 0;

  std::string subject;
  Date date;
  std::string activity;  ///< as the dossier says, or "initial"
  DecisionResult decision;
  std::optional<RecordedDecision> recorded_decision;
  Summary summary;
  std::vector<RequirementResult> requirements;
  std::vector<OpenPoint> open_points;
  std::vector<DataFinding> data_findings;
  std::vector<NamedValue> values;
  std::vector<Coming> coming;
  std::optional<NextChange> next_change;  ///< nothing if none comes within limits::outlook_days
  std::optional<Validity> validity;
  std::optional<Validity> validity_if_decided_today;
  std::optional<Attestation> attestation;  ///< none if the scheme has no `attestation`
};

/// "shall"
std::string_view modal_word(Modal modal);

/// An assessment of nothing, in the memory of one that nobody needs any more.
Assessment emptied(Assessment used);

/// A provision as a tree: every sub-expression with its value, every leaf with its place.
struct Explanation {
  std::string text;   ///< as written in the scheme
  std::string role;   ///< "where", "element 3", "if", …; may be empty
  std::string value;  ///< "true", "false", "unknown", "4.2 %", "missing", …
  std::optional<OwnedPlace> place;
  std::string note;  ///< why it is unknown; may be empty
  std::vector<Explanation> parts;
};

}  // namespace assay::assessment
