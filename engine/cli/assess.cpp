// assay assess: each dossier against the scheme, reports in the order of the input whatever the number of threads.
#include "cli/assess.hpp"

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/dates.hpp"
#include "cli/deliver.hpp"
#include "cli/log.hpp"
#include "cli/long_run.hpp"
#include "cli/pipeline.hpp"
#include "cli/problem.hpp"
#include "cli/progress.hpp"
#include "cli/report_writer.hpp"
#include "cli/scheme.hpp"
#include "cli/shard.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include <unistd.h>

namespace assay::cli {

namespace {

/// Of the name behind which a compressed file hides.
std::string_view name_of_content(std::string_view path) {
  for (const std::string_view ending : {".gz", ".zst"}) {
    if (path.ends_with(ending)) path.remove_suffix(ending.size());
  }
  return path;
}

bool is_stream(std::string_view path) {
  const std::string_view name = name_of_content(path);
  return name.ends_with(".ndjson") || name.ends_with(".jsonl");
}

std::vector<RecordSource::Input> inputs_of(const AssessOptions& options) {
  std::vector<RecordSource::Input> inputs;
  for (const std::string& path : options.dossiers) {
    inputs.push_back({.path = path, .is_stream = options.ndjson || is_stream(path)});
  }
  return inputs;
}

/// `text`, but `ndjson` for a stream that nobody looks at.
Format format_of(const AssessOptions& options, bool has_stream) {
  if (options.common.format == "json") return Format::json;
  if (options.common.format == "ndjson") return Format::ndjson;
  if (options.common.format == "verdicts") return Format::verdicts;
  if (options.common.format == "reasons") return Format::reasons;
  if (options.common.format == "text" || !has_stream) return Format::text;
  return options.common.output.empty() && is_terminal(STDOUT_FILENO) ? Format::text : Format::ndjson;
}

std::string_view word_of(Format format) {
  switch (format) {
    case Format::text: return "text";
    case Format::json: return "json";
    case Format::ndjson: return "ndjson";
    case Format::verdicts: return "verdicts";
    case Format::reasons: return "reasons";
  }
  return "";
}

std::optional<std::array<bool, 4>> only_of(const std::vector<std::string>& words) {
  if (words.empty()) return std::nullopt;
  std::array<bool, 4> only{};
  for (std::size_t i = 0; i < only.size(); ++i) {
    only[i] = std::find(words.begin(), words.end(), to_string(static_cast<Verdict>(i))) != words.end();
  }
  return only;
}

Style style_of(const AssessOptions& options, bool has_stream) {
  return {
      .format = options.summary_only && options.common.format.empty() ? Format::text : format_of(options, has_stream),
      .text = text_options(options.common),
      .is_quiet = options.common.quiet,
      .is_summary = options.summary_only,
      .examples = options.summary_only ? options.examples : 0,
      .only = only_of(options.only)};
}

/// What travels through the pipeline.
struct Work {
  Batch batch;
  Rendered rendered;
};

std::size_t workers_for(const AssessOptions& options, const std::vector<RecordSource::Input>& inputs, bool has_stream) {
  const std::size_t wanted = options.jobs > 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
  return has_stream ? wanted : std::min(wanted, inputs.size());
}

/// Everything that is known when a run begins.
struct Run {
  const AssessOptions& options;
  const evaluate::Scheme& scheme;
  std::vector<RecordSource::Input> inputs;
  bool has_stream = false;
  Style style;
  DatePolicy dates;
  Standing from;                           ///< where it begins
  const Checkpoint* checkpoint = nullptr;  ///< where it writes down how far it came
};

bool shows_progress(const Run& run) {
  const bool shows_reports = run.options.common.output.empty() && is_terminal(STDOUT_FILENO) && !run.style.is_summary;
  return run.has_stream && is_terminal(STDERR_FILENO) && !run.options.common.quiet && !shows_reports;
}

/// What writes the reports, if they are JSON.
std::optional<report::JsonReport> json_report(const Run& run) {
  if (run.style.is_summary) return std::nullopt;
  if (run.style.format == Format::json) return report::JsonReport(run.scheme, report::Layout::pretty);
  if (run.style.format == Format::ndjson) return report::JsonReport(run.scheme, report::Layout::line);
  return std::nullopt;
}

/// False if the output or the checkpoint could not be written to the end.
bool run_pipeline(const Run& run, ReportWriter& writer, CheckpointKeeper& keeper) {
  const std::size_t workers = workers_for(run.options, run.inputs, run.has_stream);
  log_info(std::to_string(run.inputs.size()) + " dossiers or streams, " + std::to_string(workers) + " workers");
  const std::optional<report::JsonReport> json = json_report(run);
  std::vector<std::unique_ptr<RecordAssessor>> assessors;
  for (std::size_t worker = 0; worker < workers; ++worker) {
    assessors.push_back(std::make_unique<RecordAssessor>(run.scheme, run.options, run.dates, run.style, json));
  }
  RecordSource source(run.inputs, run.from.at);
  ProgressLine progress(shows_progress(run), bytes_to_read(run.inputs));
  Pipeline<Work> pipeline(
      workers, [&](Work& work, const std::atomic<bool>& stopped) { return source.next(work.batch, stopped); },
      [&](std::size_t worker, Work& work) { assessors[worker]->run(work.batch, work.rendered); });
  bool goes_on = true;
  pipeline.run([&](Work& work) {
    if (work.rendered.has_message()) progress.clear();
    goes_on = writer.write(work.rendered, work.batch.is_stream) && keeper.note(work.batch.after);
    progress.note(work.batch.taken, writer.summary().counts.assessed + writer.summary().counts.refused);
    return goes_on;
  });
  return goes_on;
}

ExitStatus run_to(Output& output, Run& run) {
  if (output.failure()) return finish(output, ExitStatus::success);
  const bool is_array = run.has_stream || run.inputs.size() > 1 || run.style.only;
  ReportWriter writer(output, run.style, run.scheme, is_array);
  writer.restore(std::move(run.from.summary), run.from.has_unusable);
  CheckpointKeeper keeper(run.checkpoint, output, writer, run.dates.otherwise);
  bool goes_on = keeper.save(run.from.at, run.from.is_complete);
  if (goes_on && !run.from.is_complete) {
    goes_on = run_pipeline(run, writer, keeper) && writer.write_end(run.has_stream) &&
              keeper.save({.input = run.inputs.size(), .at = {}}, true);
    writer.tell_hidden();
    // An empty input says so itself; a part of one that has lines says nothing.
    if (writer.is_empty()) report_problem(diagnostics::Code::nothing_to_assess, {});
  }
  // What a checkpoint does not speak of must not look finished.
  if (keeper.has_failed()) return ExitStatus::unusable;
  return finish(output, writer.status());
}

ExitStatus run_with_checkpoint(Run& run) {
  const Checkpoint checkpoint(run.options.checkpoint,
                              identity_of(run.options, word_of(run.style.format), run.scheme, run.inputs));
  const report::Summary empty{.counts = {}, .examples = {run.scheme.model.requirements.size(), run.style.examples}};
  auto begun = begin_run(checkpoint, run.options, empty, run.dates);
  if (const auto* status = std::get_if<ExitStatus>(&begun)) return *status;
  run.from = std::get<Standing>(std::move(begun));
  run.checkpoint = &checkpoint;
  if (is_finished(run.from, run.options.common.output))
    return status_of(run.from.summary.counts, run.from.has_unusable);
  Output output(run.options.common.output, run.from.output_bytes);
  return run_to(output, run);
}

ExitStatus wrong_usage(std::string message) {
  report_problem(diagnostics::Code::usage, {std::move(message)}, {"see 'assay assess --help'"});
  return ExitStatus::usage;
}

/// Why what was asked for cannot be done with these inputs in this format; empty if it can.
std::string objection(const AssessOptions& options, const Style& style) {
  const auto count = std::count(options.dossiers.begin(), options.dossiers.end(), "-");
  if (count + (options.scheme == "-" ? 1 : 0) > 1) return "standard input can be read only once";
  const bool is_cut = !options.shard.empty() || !options.checkpoint.empty();
  const std::string asked = options.checkpoint.empty() ? "--shard" : "--checkpoint";
  if (is_cut && !is_in_lines(style.format) && !style.is_summary) {
    return asked + " needs --format ndjson, --format verdicts, --format reasons or --summary-only";
  }
  if (options.checkpoint.empty()) return {};
  if (options.common.output.empty() || options.common.output == "-") return "--checkpoint needs --output FILE";
  if (options.common.output == options.checkpoint) return "--checkpoint and --output are the same file";
  for (const std::string& path : options.dossiers) {
    if (!is_regular_file(path)) return "--checkpoint needs dossiers in files; '" + path + "' is none";
  }
  return {};
}

}  // namespace

ExitStatus assess(const AssessOptions& options) {
  auto inputs = inputs_of(options);
  const bool has_stream = std::any_of(inputs.begin(), inputs.end(), [](const auto& input) { return input.is_stream; });
  const Style style = style_of(options, has_stream);
  if (auto words = objection(options, style); !words.empty()) return wrong_usage(std::move(words));
  const auto dates = date_policy(options.common);
  if (!dates) return ExitStatus::usage;
  const auto scheme = load_scheme(options.scheme, options.common);
  if (!scheme) return ExitStatus::unusable;
  if (!options.shard.empty()) {
    auto part = part_of(std::move(inputs), *parse_shard(options.shard));
    if (const auto* path = std::get_if<std::string>(&part)) {
      return wrong_usage("--shard needs dossiers in files, which can be read twice; '" + *path + "' is none");
    }
    inputs = std::get<std::vector<RecordSource::Input>>(std::move(part));
  }
  Run run{.options = options,
          .scheme = *scheme,
          .inputs = std::move(inputs),
          .has_stream = has_stream,
          .style = style,
          .dates = *dates,
          .from = {}};
  run.from.summary.examples = {scheme->model.requirements.size(), style.examples};
  if (!options.checkpoint.empty()) return run_with_checkpoint(run);
  Output output(options.common.output);
  return run_to(output, run);
}

}  // namespace assay::cli
