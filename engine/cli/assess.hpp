#pragma once

#include "assay/assessor.hpp"
#include "cli/options.hpp"
#include "cli/records.hpp"
#include "report/batch.hpp"
#include "report/json.hpp"
#include "report/text_page.hpp"

#include <cstdint>
#include <string>
#include <vector>

// The parts of `assay assess`.
namespace assay::cli {

enum class Format { text, json, ndjson };

/// How the reports of a run look.
struct Style {
  Format format = Format::text;
  report::TextOptions text;
  bool is_quiet = false;
};

/// What came out of a batch: reports in the order of its records, diagnostics for standard error, and counts.
struct Rendered {
  std::vector<std::string> reports;
  std::vector<std::string> messages;
  report::BatchCounts counts;
  bool has_unusable = false;
};

/// Assesses records and renders what came out; one for each thread.
class RecordAssessor {
 public:
  RecordAssessor(const evaluate::Scheme& scheme, const AssessOptions& options, const DatePolicy& dates,
                 const Style& style)
      : scheme_(scheme), options_(options), dates_(dates), style_(style), assessor_(scheme) {
    assessor_.look_for_evidence_below(options.common.evidence_root);
  }

  Rendered run(const Batch& batch);

 private:
  void assess(const Batch& batch, const Record& record, Rendered& rendered);
  void refuse(const Batch& batch, const Record& record, const dossier::Unusable& unusable, Rendered& rendered);
  std::string report_of(const assessment::Assessment& assessment, bool is_stream) const;
  std::string report_of(const report::Refusal& refusal, bool is_stream) const;

  const evaluate::Scheme& scheme_;
  const AssessOptions& options_;
  const DatePolicy& dates_;
  const Style& style_;
  Assessor assessor_;
};

}  // namespace assay::cli
