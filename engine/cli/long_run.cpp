#include "cli/long_run.hpp"

#include "cli/problem.hpp"
#include "report/engine.hpp"

#include <cstdlib>

#include <sys/stat.h>

namespace assay::cli {

namespace {

using diagnostics::Code;

// So much work a kill may cost; a disk is seldom slower than a hundredth of it.
constexpr std::chrono::milliseconds between_checkpoints{1'000};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ",") + word;
  return text;
}

RunIdentity::Input identity_of(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return {.path = path, .bytes = 0, .modified = ""};
  return {.path = path,
          .bytes = static_cast<std::uint64_t>(status.st_size),
          .modified = std::to_string(status.st_mtim.tv_sec) + "." + std::to_string(status.st_mtim.tv_nsec)};
}

std::optional<std::uint64_t> size_of_file(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return std::nullopt;
  return static_cast<std::uint64_t>(status.st_size);
}

std::variant<Standing, ExitStatus> refused(const Checkpoint& checkpoint, Code code, std::string why) {
  report_problem(code, {checkpoint.path(), std::move(why)}, {"to begin from the start, remove the checkpoint"});
  return ExitStatus::unusable;
}

/// A run goes on with the date on which it began, unless the environment insists on another.
bool adopt_date(const Standing& standing, DatePolicy& dates) {
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  const bool is_given = epoch != nullptr && *epoch != '\0';
  if (is_given && standing.date != dates.otherwise) return false;
  dates.otherwise = standing.date;
  return true;
}

}  // namespace

RunIdentity identity_of(const AssessOptions& options, std::string_view format, const evaluate::Scheme& scheme,
                        const std::vector<RecordSource::Input>& inputs) {
  RunIdentity identity;
  identity.engine = std::string(report::engine_name) + " " + std::string(report::engine_version());
  for (std::size_t i = 0; i < scheme.file_hashes.size(); ++i) {
    identity.scheme.push_back({(*scheme.files)[scheme.files->id_at(i)].path(), scheme.file_hashes[i]});
  }
  for (const RecordSource::Input& input : inputs) identity.inputs.push_back(identity_of(input.path));
  identity.options = {{"--format", std::string(format)},
                      {"--only", joined(options.only)},
                      {"--summary-only", options.summary_only ? "yes" : ""},
                      {"--examples", options.summary_only ? std::to_string(options.examples) : ""},
                      {"--shard", options.shard},
                      {"--as-of", options.common.as_of},
                      {"--require-date", options.common.require_date ? "yes" : ""},
                      {"--evidence-root", options.common.evidence_root},
                      {"--ndjson", options.ndjson ? "yes" : ""},
                      {"--output", options.common.output}};
  return identity;
}

std::variant<Standing, ExitStatus> begin_run(const Checkpoint& checkpoint, const AssessOptions& options,
                                             const report::Summary& empty, DatePolicy& dates) {
  auto loaded = checkpoint.load(empty);
  if (const auto* why = std::get_if<diagnostics::Diagnostic>(&loaded)) {
    report_problem(why->code, why->arguments, why->help);
    return ExitStatus::unusable;
  }
  auto& found = std::get<std::optional<Standing>>(loaded);
  if (!found) {
    Standing fresh;
    fresh.date = dates.otherwise;
    fresh.summary = empty;
    return fresh;
  }
  if (!adopt_date(*found, dates)) {
    return refused(checkpoint, Code::checkpoint_of_another_run, "its assessment date is another one");
  }
  const std::string& output = options.common.output;
  const std::uint64_t part = size_of_file(part_of_output(output)).value_or(0);
  if (part < found->output_bytes && !is_finished(*found, output)) {
    return refused(checkpoint, Code::checkpoint_unusable,
                   "of the " + std::to_string(found->output_bytes) + " bytes of '" + output + "' that it speaks of, " +
                       std::to_string(part) + " are there");
  }
  return *std::move(found);
}

bool is_finished(const Standing& standing, const std::string& output) {
  return standing.is_complete && size_of_file(output) == standing.output_bytes;
}

bool is_regular_file(const std::string& path) {
  struct stat status {};
  // What is not there gets its diagnostic where it is read.
  return path != "-" && (stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode));
}

bool CheckpointKeeper::note(const InputPosition& at) {
  if (checkpoint_ == nullptr || Clock::now() - saved_ < between_checkpoints) return true;
  return save(at, false);
}

bool CheckpointKeeper::save(const InputPosition& at, bool is_complete) {
  if (checkpoint_ == nullptr) return true;
  // What the checkpoint speaks of must be on the disk before it.
  if (!output_.sync()) return false;
  const auto failure = checkpoint_->save({.at = at,
                                          .output_bytes = output_.size(),
                                          .date = date_,
                                          .summary = writer_.summary(),
                                          .has_unusable = writer_.has_unusable(),
                                          .is_complete = is_complete});
  saved_ = Clock::now();
  if (!failure) return true;
  has_failed_ = true;
  report_problem(failure->code, failure->arguments, failure->help);
  return false;
}

}  // namespace assay::cli
