#pragma once

#include "assay/assessor.hpp"
#include "assessment/decided.hpp"
#include "cli/options.hpp"
#include "cli/records.hpp"
#include "report/batch.hpp"
#include "report/json.hpp"
#include "report/summary.hpp"
#include "report/text_page.hpp"
#include "report/verdict_line.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// The parts of `assay assess`.
namespace assay::cli {

enum class Format { text, json, ndjson, verdicts, reasons };

/// Is a dossier one line, or several that belong together, and nothing stands between one dossier and the next?
constexpr bool is_in_lines(Format format) { return format >= Format::ndjson; }
/// Are verdicts and decision told, and of the account nothing or only reasons?
constexpr bool is_brief(Format format) { return format >= Format::verdicts; }

/// What a run prints, and how it looks.
struct Style {
  Format format = Format::text;
  report::TextOptions text;
  bool is_quiet = false;
  bool is_summary = false;                    ///< nothing of a single dossier
  std::size_t examples = 0;                   ///< for each number of a summary
  std::optional<std::array<bool, 4>> only{};  ///< verdicts, one of which a dossier must have to be printed
};

/// What came out of a batch: reports in the order of its records, diagnostics for standard error, and counts. Filled
/// again and again.
struct Rendered {
  std::string reports;
  std::vector<std::size_t> ends;      ///< of each report
  std::vector<std::string> findings;  ///< diagnostics of data
  std::vector<std::string> refusals;  ///< diagnostics of what is not usable
  std::uint64_t hidden_refusals = 0;  ///< that a stream had more than anybody reads
  std::vector<report::FoundExample> examples;
  report::BatchCounts counts;
  bool has_unusable = false;

  bool has_message() const { return !findings.empty() || !refusals.empty(); }
  void clear();
};

/// Assesses records and renders what came out; one for each thread.
class RecordAssessor {
 public:
  /// `json` writes the reports if they are JSON; all threads share it.
  RecordAssessor(const evaluate::Scheme& scheme, const AssessOptions& options, const DatePolicy& dates,
                 const Style& style, const std::optional<report::JsonReport>& json);

  void run(const Batch& batch, Rendered& rendered);

 private:
  /// An assessment, or why there is none.
  using Outcome = std::variant<assessment::Assessment, dossier::Unusable>;

  /// The short way: verdicts and decision, and the account of them only where a report of this record is asked for.
  void judge(const Batch& batch, const Record& record, Rendered& rendered);
  /// Counts and renders what came out in full.
  void take(const Batch& batch, const Record& record, Outcome outcome, Rendered& rendered);
  /// Writes the report, and for a whole file what is wrong with its data.
  void render(const Batch& batch, const Record& record, assessment::Assessment& assessment, Rendered& rendered);
  void refuse(const Batch& batch, const Record& record, const dossier::Unusable& unusable, Rendered& rendered);
  /// Verdicts and decision on a line, and with the format `reasons` why they are not better below it.
  void write_verdicts(const Batch& batch, const Record& record, Rendered& rendered);
  bool is_wanted(const assessment::Decided& decided) const;
  void find_examples(const Batch& batch, const Record& record, Rendered& rendered);
  void find_example(report::Cell cell, const Batch& batch, const Record& record, Rendered& rendered);
  void write_report(const assessment::Assessment& assessment, bool is_stream, std::string& out) const;
  void write_report(const report::Refusal& refusal, const report::RecordPlace& place, std::string& out) const;

  const evaluate::Scheme& scheme_;
  const AssessOptions& options_;
  const DatePolicy& dates_;
  const Style& style_;
  const std::optional<report::JsonReport>& json_;
  Assessor assessor_;
  assessment::Decided decided_;       ///< of the last record
  std::vector<std::uint32_t> given_;  ///< examples of each cell that this thread has found
  std::size_t refusals_ = 0;          ///< diagnostics that this thread has rendered
};

}  // namespace assay::cli
