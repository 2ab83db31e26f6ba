#pragma once

#include "base/outcome.hpp"
#include "diagnostics/diagnostic.hpp"
#include "dossier/evidence_record.hpp"
#include "dossier/facts.hpp"
#include "dossier/json.hpp"
#include "dossier/nonconformity_record.hpp"
#include "dossier/people.hpp"
#include "dossier/reading_memory.hpp"
#include "dossier/vocabulary.hpp"
#include "dossier/waiver_record.hpp"
#include "logic/activity.hpp"
#include "logic/verdict.hpp"
#include "model/scheme.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::dossier {

/// A mistake in the data: reported, and unknown in every expression, but no reason to refuse the dossier.
struct Finding {
  diagnostics::Code code;
  std::vector<std::string> arguments;
  std::string pointer;
  std::uint32_t offset = 0;
  std::string help;  ///< may be empty
};

/// One with a `mistake` never counts, but who signed it took part.
struct JudgementRecord {
  std::string id;
  std::string name;
  std::string requirement;
  bool met = false;
  std::string by;
  std::string role;
  std::optional<Date> on;
  std::string rationale;
  std::vector<std::string> supersedes;
  std::string mistake;
  std::size_t position = 0;  ///< in the dossier's list
  std::string pointer;
  std::uint32_t offset = 0;
};

struct RecordedDecision {
  DecisionOutcome outcome = DecisionOutcome::defer;
  std::vector<std::string> by;
  std::optional<Date> on;
  std::string reason;
  std::uint32_t offset = 0;
};

/// A dossier as read for one scheme. Facts may view `text`, which must outlive it.
struct Dossier {
  std::string_view text;
  std::string pointer_prefix;  ///< "/subject", or "" for a bare subject
  Facts facts;
  std::vector<JudgementRecord> judgements;
  std::vector<EvidenceRecord> evidence;
  std::vector<UnplacedEvidence> unplaced_evidence;
  std::vector<WaiverRecord> waivers;
  std::vector<NonconformityRecord> nonconformities;
  bool nonconformities_are_readable = true;  ///< false if the entry is no list
  std::vector<Person> people;
  std::optional<Review> review;
  std::optional<RecordedDecision> recorded_decision;
  std::optional<Date> assessment_date;
  std::optional<Activity> activity;  ///< initial unless stated; nothing if the word is not known
  std::uint32_t activity_offset = 0;
  std::string subject;  ///< what to call it: the subject's `name`, else `title`, `use_case_name`, `id`, else ""
  std::vector<Finding> findings;  ///< in the order of reading, at most limits::data_findings and a note
  ReadingMemory memory;
};

/// What makes a text unusable as a dossier.
struct Unusable {
  diagnostics::Code code;
  std::vector<std::string> arguments;
  std::uint32_t offset = 0;
};

/// Reads JSON text (RFC 8259, UTF-8, a byte-order mark is skipped) into the slots of `scheme`. One walk, linear; depth,
/// slots and size are limited. `reuse` is emptied and filled, so that a stream allocates little. `vocabulary` is that
/// of the scheme's types.
std::optional<Unusable> read(std::string_view text, const model::Scheme& scheme, const Vocabulary& vocabulary,
                             Dossier& reuse);
/// The same for a single dossier.
std::optional<Unusable> read(std::string_view text, const model::Scheme& scheme, Dossier& reuse);

/// The JSON value that stands at `offset`, without white space, as written. Linear in the value.
std::string compact_value_at(std::string_view text, std::uint32_t offset);

/// Line and column of a byte offset, both from 1, columns in code points. Linear.
source::Position position_in(std::string_view text, std::uint32_t offset);

}  // namespace assay::dossier
