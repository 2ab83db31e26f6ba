#pragma once

#include "logic/activity.hpp"
#include "logic/verdict.hpp"
#include "quantity/calendar.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What a report of an assessment says, as far as a statement of conformity rests on it.
namespace assay::attestation {

/// Where something stands in the report.
struct Place {
  std::string pointer;
  std::uint32_t offset = 0;
};

struct SchemeFile {
  std::string path, sha256;
};
struct Scheme {
  std::string id, title, version;
  std::vector<SchemeFile> files;
};

struct RecordedDecision {
  DecisionOutcome outcome = DecisionOutcome::defer;
  std::vector<std::string> by;
  std::optional<Date> on;
  std::string reason;
  bool agrees = false;
};

/// What counts verdicts. `applicable` stands apart: of what is undetermined it may count some or none.
struct Summary {
  std::uint64_t conforming = 0, nonconforming = 0, undetermined = 0, not_applicable = 0, majors = 0, minors = 0,
                waived = 0, overdue = 0;
  friend bool operator==(const Summary&, const Summary&) = default;
};

struct SourceClause {
  std::string document, clause;
};
struct SignedJudgement {
  std::string name, by;
  std::optional<Date> on;
  Place place;
};
struct Waiver {
  std::string approved_by, role, reason;
  Date expires;
};
struct OpenNonconformity {
  std::string id, statement;
  Grade grade = Grade::major;
  std::optional<Date> due;
  bool planned = false;
};
struct Requirement {
  std::string id, title;
  std::vector<SourceClause> sources;
  Judged judged;
  std::string not_applicable_because, by_presumption;
  std::optional<Waiver> waiver;
  std::vector<SignedJudgement> judgements;
  std::vector<OpenNonconformity> nonconformities;
  bool is_every_shall_met = true, is_no_shall_failed = true;
  Place place;
};

struct DataFinding {
  std::string severity, code, message;
  Place place;
};

/// `to` is the last valid day; none: without end.
struct Validity {
  Date from;
  std::optional<Date> to;
  friend bool operator==(const Validity&, const Validity&) = default;
};

/// A fact that the statement carries. Its value is in words; none: unknown, or nothing that fits on a line.
struct Fact {
  std::string name;
  std::optional<std::string> value;
  Place place;
};
struct Document {
  std::string name, title;
};
/// What the scheme asks of the statement.
struct Terms {
  std::string party, object, type, owner, accreditation;
  std::optional<Duration> valid_for;
  std::vector<Fact> identifies, scope;
  std::string mark;
  std::vector<Document> documents;
};

/// Where the parts of a report stand that are told about as a whole.
struct Places {
  Place activity, proposed, decision, summary, validity, terms;
};

struct Assessed {
  std::string engine_version;
  Scheme scheme;
  std::string dossier_sha256;
  Date date;
  std::optional<Activity> activity;
  DecisionOutcome proposed = DecisionOutcome::defer;
  std::optional<RecordedDecision> decision;
  Summary summary;
  std::uint64_t applicable = 0;
  std::vector<Requirement> requirements;
  std::vector<DataFinding> findings;
  std::optional<Validity> validity;
  std::optional<Terms> terms;  ///< none if the scheme has no `attestation`
  Places places;
};

}  // namespace assay::attestation
