#pragma once

#include "cli/checkpoint.hpp"
#include "cli/exit_status.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/report_writer.hpp"

#include <chrono>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

// What `--checkpoint` adds to a run.
namespace assay::cli {

/// Of what run a checkpoint is. `format` is the one that was chosen.
RunIdentity identity_of(const AssessOptions& options, std::string_view format, const evaluate::Scheme& scheme,
                        const std::vector<RecordSource::Input>& inputs);

/// Where a run begins: at the start, or where an earlier one stopped; or, after a report, why it cannot. `dates`
/// becomes that of the earlier run, which may have been yesterday.
std::variant<Standing, ExitStatus> begin_run(const Checkpoint& checkpoint, const AssessOptions& options,
                                             const report::Summary& empty, DatePolicy& dates);

/// Is the whole output in its place already?
bool is_finished(const Standing& standing, const std::string& output);

/// Can it be read again, from any place?
bool is_regular_file(const std::string& path);

/// Writes down from time to time how far a run came.
class CheckpointKeeper {
 public:
  CheckpointKeeper(const Checkpoint* checkpoint, Output& output, const ReportWriter& writer, std::optional<Date> date)
      : checkpoint_(checkpoint), output_(output), writer_(writer), date_(date) {}

  /// The output holds everything before `at`. False after a report of a failure.
  bool note(const InputPosition& at);
  /// The same, whatever the time is.
  bool save(const InputPosition& at, bool is_complete);
  bool has_failed() const { return has_failed_; }

 private:
  using Clock = std::chrono::steady_clock;

  const Checkpoint* checkpoint_;  ///< null: nobody asked for one
  Output& output_;
  const ReportWriter& writer_;
  std::optional<Date> date_;
  Clock::time_point saved_ = Clock::now();
  bool has_failed_ = false;
};

}  // namespace assay::cli
