// assay assess: each dossier against the scheme, reports in the order of the input whatever the number of threads.
#include "cli/assess.hpp"

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/dates.hpp"
#include "cli/deliver.hpp"
#include "cli/log.hpp"
#include "cli/pipeline.hpp"
#include "cli/problem.hpp"
#include "cli/scheme.hpp"

#include <algorithm>
#include <iostream>
#include <memory>
#include <thread>
#include <utility>

#include <unistd.h>

namespace assay::cli {

namespace {

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

std::vector<RecordSource::Input> inputs_of(const AssessOptions& options) {
  std::vector<RecordSource::Input> inputs;
  for (const std::string& path : options.dossiers) {
    const bool is_stream = options.ndjson || ends_with(path, ".ndjson") || ends_with(path, ".jsonl");
    inputs.push_back({path, is_stream});
  }
  return inputs;
}

bool reads_standard_input_twice(const AssessOptions& options) {
  const auto in_dossiers = std::count(options.dossiers.begin(), options.dossiers.end(), "-");
  return in_dossiers + (options.scheme == "-" ? 1 : 0) > 1;
}

/// `text`, but `ndjson` for a stream that nobody looks at.
Format format_of(const AssessOptions& options, bool has_stream) {
  if (options.common.format == "json") return Format::json;
  if (options.common.format == "ndjson") return Format::ndjson;
  if (options.common.format == "text" || !has_stream) return Format::text;
  return options.common.output.empty() && is_terminal(STDOUT_FILENO) ? Format::text : Format::ndjson;
}

/// What the run of a whole command came to.
ExitStatus status_of(const report::BatchCounts& counts, bool has_unusable) {
  ExitStatus status = has_unusable || counts.assessed == 0 ? ExitStatus::unusable : ExitStatus::success;
  for (std::size_t i = 0; i < counts.decisions.size(); ++i) {
    if (counts.decisions[i] == 0) continue;
    switch (sign_of(static_cast<DecisionOutcome>(i))) {
      case OutcomeSign::positive: break;
      case OutcomeSign::negative: status = graver(status, ExitStatus::negative); break;
      case OutcomeSign::open: status = graver(status, ExitStatus::open); break;
    }
  }
  return status;
}

/// Puts reports one behind the other as the format wants it, and sums up what they said.
class ReportWriter {
 public:
  ReportWriter(Output& output, const Style& style, bool is_array)
      : output_(output), style_(style), is_array_(is_array) {}

  /// False if nothing more can be written.
  bool write(const Rendered& rendered) {
    for (const std::string& message : rendered.messages) {
      std::cerr << (std::exchange(has_message_, true) ? "\n" : "") << message;
    }
    counts_.add(rendered.counts);
    has_unusable_ = has_unusable_ || rendered.has_unusable;
    bytes_.clear();
    for (const std::string& report : rendered.reports) append(report, bytes_);
    return output_.write(bytes_);
  }

  bool write_end(const model::Scheme& scheme, bool has_stream) {
    std::string bytes;
    if (style_.format == Format::json && is_array_) bytes = is_first_ ? "[]\n" : "\n]\n";
    if (style_.format == Format::text && has_stream && counts_.assessed + counts_.refused > 0) {
      bytes = "\n";
      report::write_batch_text(counts_, scheme, style_.text, bytes);
    }
    return output_.write(bytes);
  }

  ExitStatus status() const { return status_of(counts_, has_unusable_); }

 private:
  void append(const std::string& report, std::string& bytes) {
    const bool is_first = std::exchange(is_first_, false);
    switch (style_.format) {
      case Format::text:
        // Whole reports are set apart; the lines of a stream are not.
        if (!is_first && report.find('\n') + 1 != report.size()) bytes += "\n\n";
        bytes += report;
        break;
      case Format::json:
        if (is_array_) bytes += is_first ? "[\n" : ",\n";
        bytes += report;
        if (!is_array_) bytes += '\n';
        break;
      case Format::ndjson: bytes += report, bytes += '\n'; break;
    }
  }

  Output& output_;
  const Style& style_;
  bool is_array_;
  bool is_first_ = true;
  std::string bytes_;  ///< of the last batch, for their room
  report::BatchCounts counts_;
  bool has_unusable_ = false;
  bool has_message_ = false;
};

std::size_t workers_for(const AssessOptions& options, const std::vector<RecordSource::Input>& inputs, bool has_stream) {
  const std::size_t wanted = options.jobs > 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
  return has_stream ? wanted : std::min(wanted, inputs.size());
}

ExitStatus run(const AssessOptions& options, const evaluate::Scheme& scheme, const DatePolicy& dates, Output& output) {
  const auto inputs = inputs_of(options);
  const bool has_stream = std::any_of(inputs.begin(), inputs.end(), [](const auto& input) { return input.is_stream; });
  const Style style{
      .format = format_of(options, has_stream), .text = text_options(options.common), .is_quiet = options.common.quiet};
  const std::size_t workers = workers_for(options, inputs, has_stream);
  log_info(std::to_string(inputs.size()) + " dossiers or streams, " + std::to_string(workers) + " workers");

  std::vector<std::unique_ptr<RecordAssessor>> assessors;
  for (std::size_t worker = 0; worker < workers; ++worker) {
    assessors.push_back(std::make_unique<RecordAssessor>(scheme, options, dates, style));
  }
  RecordSource source(inputs);
  ReportWriter writer(output, style, has_stream || inputs.size() > 1);
  Pipeline<Batch, Rendered> pipeline(
      workers, [&](const std::atomic<bool>& stopped) { return source.next(stopped); },
      [&](std::size_t worker, const Batch& batch) { return assessors[worker]->run(batch); });
  bool goes_on = true;
  pipeline.run([&](const Rendered& rendered) { return goes_on = writer.write(rendered); });
  if (goes_on) writer.write_end(scheme.model, has_stream);
  return writer.status();
}

}  // namespace

ExitStatus assess(const AssessOptions& options) {
  if (reads_standard_input_twice(options)) {
    report_problem(diagnostics::Code::usage, {"standard input can be read only once"});
    return ExitStatus::usage;
  }
  const auto dates = date_policy(options.common);
  if (!dates) return ExitStatus::usage;
  const auto scheme = load_scheme(options.scheme, options.common);
  if (!scheme) return ExitStatus::unusable;

  Output output(options.common.output);
  const ExitStatus status = output.failure() ? ExitStatus::success : run(options, *scheme, *dates, output);
  return finish(output, status);
}

}  // namespace assay::cli
