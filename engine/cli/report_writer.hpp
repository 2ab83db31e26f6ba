#pragma once

#include "cli/assess.hpp"
#include "cli/exit_status.hpp"
#include "cli/output.hpp"
#include "report/summary.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace assay::cli {

/// What a run comes to that ended with these counts.
ExitStatus status_of(const report::BatchCounts& counts, bool has_unusable);

/// Puts reports one behind the other as the format wants it, and sums up what they said.
class ReportWriter {
 public:
  ReportWriter(Output& output, const Style& style, const evaluate::Scheme& scheme, bool is_array);

  /// Goes on from what an earlier run has summed up.
  void restore(report::Summary summary, bool has_unusable);

  /// False if nothing more can be written.
  bool write(Rendered& rendered, bool is_stream);
  /// What stands behind the last report.
  bool write_end(bool has_stream);
  /// Says on standard error how many diagnostics were not shown.
  void tell_hidden() const;

  ExitStatus status() const;
  const report::Summary& summary() const { return summary_; }
  /// Was there no dossier at all, nor a message of why?
  bool is_empty() const { return summary_.counts.assessed == 0 && !has_unusable_; }
  bool has_unusable() const { return has_unusable_; }

 private:
  void write_summary(std::string& bytes) const;
  void say(const std::string& message);
  void refuse(const std::string& message, bool is_stream);
  /// The reports of a batch with what stands between reports.
  std::string_view set_apart(const Rendered& rendered);
  void append(std::string_view report);

  Output& output_;
  const Style& style_;
  const evaluate::Scheme& scheme_;
  bool is_array_;
  bool is_first_ = true;
  std::string bytes_;  ///< of the last batch, for their room
  report::Summary summary_;
  bool has_unusable_ = false;
  bool has_message_ = false;
  std::uint64_t refusals_ = 0;  ///< of streams, whose diagnostics were shown
  std::uint64_t hidden_ = 0;
};

}  // namespace assay::cli
