// assay lifecycle: the record of a certificate's life, held to its state machine, and where it stands on a day.
#include "lifecycle/follow.hpp"

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/dates.hpp"
#include "cli/deliver.hpp"
#include "cli/log.hpp"
#include "cli/problem.hpp"
#include "cli/records.hpp"
#include "cli/refusal.hpp"
#include "dossier/findings.hpp"
#include "lifecycle/read.hpp"
#include "report/lifecycle_report.hpp"

#include <algorithm>
#include <atomic>
#include <iostream>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <unistd.h>

namespace assay::cli {

namespace {

using diagnostics::Code;
using dossier::Unusable;

enum class Form { text, json, ndjson };

bool is_stream(const std::string& path, const LifecycleOptions& options) {
  return options.ndjson || path.ends_with(".ndjson") || path.ends_with(".jsonl");
}

Form form_of(const LifecycleOptions& options, bool has_stream) {
  if (options.common.format == "json") return Form::json;
  if (options.common.format == "ndjson") return Form::ndjson;
  if (options.common.format == "text" || !has_stream) return Form::text;
  return options.common.output.empty() && is_terminal(STDOUT_FILENO) ? Form::text : Form::ndjson;
}

std::string name_of(const Batch& batch, const Record& record, const Unusable& unusable) {
  return batch.is_stream && unusable.code != Code::no_history
             ? batch.path + " (record " + std::to_string(record.line) + ")"
             : batch.path;
}

/// What went wrong before anybody looked into the record, in the words of this command.
Unusable in_own_words(const Unusable& unusable) {
  if (unusable.code == Code::nothing_to_assess) return {Code::no_history, {}, unusable.offset};
  if (unusable.code == Code::dossier_too_large)
    return {Code::history_not_usable, {"it is larger than " + dossier_limit()}, unusable.offset};
  return unusable;
}

report::Refusal refusal_of(const Batch& batch, const Record& record, const Unusable& unusable) {
  return {.path = batch.path,
          .line = record.line,
          .offset = record.offset,
          .code = diagnostics::entry(unusable.code).code,
          .message = diagnostics::message({.code = unusable.code, .arguments = unusable.arguments}),
          .position = dossier::position_in(batch.text(record), unusable.offset)};
}

/// Follows one history after the other and writes what came of each.
class Run {
 public:
  Run(const LifecycleOptions& options, Date as_of, Output& output, bool has_stream)
      : options_(options),
        as_of_(as_of),
        output_(output),
        has_stream_(has_stream),
        form_(form_of(options, has_stream)),
        is_array_(form_ == Form::json && (has_stream || options.histories.size() > 1)),
        text_(text_options(options.common)) {}

  void take(const Batch& batch) {
    for (const Record& record : batch.records) {
      if (record.unusable) {
        refuse(batch, record, in_own_words(*record.unusable));
        continue;
      }
      const auto read = lifecycle::read(batch.text(record));
      if (const auto* unusable = std::get_if<Unusable>(&read))
        refuse(batch, record, *unusable);
      else
        follow(batch, record, std::get<lifecycle::History>(read));
    }
  }

  ExitStatus end() {
    std::string bytes;
    if (is_array_) bytes = is_first_ ? "[]\n" : "\n]\n";
    if (form_ == Form::text && has_stream_ && !is_first_) {
      bytes = "\n";
      report::write_lifecycle_counts(counts_, text_, bytes);
    }
    output_.write(bytes);
    return status_;
  }

 private:
  void follow(const Batch& batch, const Record& record, const lifecycle::History& history) {
    lifecycle::Course course = lifecycle::follow(history, as_of_);
    find_second_number(batch, record, history, course.findings);
    ++counts_.states[static_cast<std::size_t>(course.standing.state)];
    if (report::has_errors(course)) {
      ++counts_.with_errors;
      status_ = graver(status_, ExitStatus::negative);
    }
    const report::LifecycleReport report{.path = batch.path,
                                         .line = record.line,
                                         .offset = record.offset,
                                         .text = batch.text(record),
                                         .history = history,
                                         .course = course};
    std::string out;
    if (form_ != Form::text)
      report::write_lifecycle_json(report, layout(), out);
    else
      batch.is_stream ? report::write_lifecycle_line(report, text_, out)
                      : report::write_lifecycle_text(report, text_, out);
    append(out, batch.is_stream);
    const bool shows_findings = form_ == Form::text && !batch.is_stream && !options_.common.quiet;
    if (shows_findings) say(rendered_findings(course.findings, batch.path, batch.text(record), options_.common));
  }

  /// Two lives under one number of one body are most often one life told twice.
  void find_second_number(const Batch& batch, const Record& record, const lifecycle::History& history,
                          std::vector<dossier::Finding>& findings) {
    constexpr std::size_t most_numbers = 1'000'000;
    const std::string& number = history.certificate.number;
    if (number.empty()) return;
    std::string place = batch.path;
    if (batch.is_stream) place += " (record " + std::to_string(record.line) + ")";
    const std::string key = history.certificate.body + '\n' + number;
    const auto known = numbers_.find(key);
    if (known != numbers_.end())
      findings.push_back({Code::certificate_number_twice,
                          {dossier::clipped(number), known->second},
                          "/certificate/number",
                          0,
                          "give each certificate a number of its own, or join the two records"});
    else if (numbers_.size() < most_numbers)
      numbers_.emplace(key, std::move(place));
  }

  void refuse(const Batch& batch, const Record& record, const Unusable& unusable) {
    status_ = graver(status_, ExitStatus::unusable);
    say(rendered_unusable(unusable, name_of(batch, record, unusable), batch.text(record), options_.common));
    if (unusable.code == Code::no_history) return;
    ++counts_.refused;
    if (form_ == Form::text) return;
    std::string out;
    report::write_lifecycle_refusal_json(refusal_of(batch, record, unusable), layout(), out);
    append(out, batch.is_stream);
  }

  report::Layout layout() const { return form_ == Form::json ? report::Layout::pretty : report::Layout::line; }

  void say(const std::string& message) {
    if (!message.empty()) std::cerr << (std::exchange(has_message_, true) ? "\n" : "") << message;
  }

  void append(const std::string& report, bool is_line) {
    const bool is_first = std::exchange(is_first_, false);
    std::string bytes;
    if (form_ == Form::text)
      bytes = is_first || is_line ? "" : "\n\n";
    else if (is_array_)
      bytes = is_first ? "[\n" : ",\n";
    bytes += report;
    if (form_ == Form::ndjson || (form_ == Form::json && !is_array_)) bytes += '\n';
    output_.write(bytes);
  }

  const LifecycleOptions& options_;
  Date as_of_;
  Output& output_;
  bool has_stream_;
  Form form_;
  bool is_array_;
  report::TextOptions text_;
  report::LifecycleCounts counts_;
  ExitStatus status_ = ExitStatus::success;
  bool is_first_ = true;
  bool has_message_ = false;
  std::unordered_map<std::string, std::string> numbers_;  ///< with the body, and where each stood first
};

/// The day for which it is asked; nothing after a report of why there is none.
std::optional<Date> day_of(const CommonOptions& options) {
  const auto dates = date_policy(options);
  if (!dates) return std::nullopt;
  const auto date = dates->as_of ? dates->as_of : dates->otherwise;
  if (!date) report_problem(Code::usage, {"--require-date needs --as-of"});
  return date;
}

}  // namespace

ExitStatus lifecycle(const LifecycleOptions& options) {
  if (std::count(options.histories.begin(), options.histories.end(), "-") > 1) {
    report_problem(Code::usage, {"standard input can be read only once"});
    return ExitStatus::usage;
  }
  const auto as_of = day_of(options.common);
  if (!as_of) return ExitStatus::usage;

  std::vector<RecordSource::Input> inputs;
  for (const std::string& path : options.histories)
    inputs.push_back({.path = path, .is_stream = is_stream(path, options)});
  const bool has_stream = std::any_of(inputs.begin(), inputs.end(), [](const auto& input) { return input.is_stream; });
  Output output(options.common.output);
  if (output.failure()) return finish(output, ExitStatus::success);

  log_info(std::to_string(inputs.size()) + " histories or streams");
  RecordSource source(std::move(inputs));
  Run run(options, *as_of, output, has_stream);
  const std::atomic<bool> stopped = false;
  Batch batch;
  while (source.next(batch, stopped)) run.take(batch);
  return finish(output, run.end());
}

}  // namespace assay::cli
