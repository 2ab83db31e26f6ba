#pragma once

#include "cli/records.hpp"
#include "diagnostics/diagnostic.hpp"
#include "evaluate/evaluate.hpp"
#include "quantity/calendar.hpp"
#include "report/summary.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// A run of hours that was killed goes on where it stopped. Beside its output it keeps a small file that says how far it
// came, and of what run it is; it takes its place whole or not at all.
namespace assay::cli {

/// What the bytes of a run's output depend on.
struct RunIdentity {
  struct File {
    std::string path, sha256;
  };
  struct Input {
    std::string path;
    std::uint64_t bytes = 0;
    std::string modified;  ///< seconds and nanoseconds since 1970
  };
  std::string engine;
  std::vector<File> scheme;
  std::vector<Input> inputs;
  std::vector<std::pair<std::string, std::string>> options;  ///< "--format", "verdicts"; empty: not given
};

/// How far a run came: everything before is in the output, nothing of what follows is.
struct Standing {
  InputPosition at;
  std::uint64_t output_bytes = 0;
  std::optional<Date> date;  ///< of dossiers that have none, where the options give none either
  report::Summary summary;
  bool has_unusable = false;
  bool is_complete = false;
};

class Checkpoint {
 public:
  Checkpoint(std::string path, RunIdentity identity) : path_(std::move(path)), identity_(std::move(identity)) {}

  const std::string& path() const { return path_; }

  /// How far the run came; nothing if it has not begun; or why this checkpoint is not for it. The examples of `empty`
  /// say how many a cell may have.
  std::variant<std::optional<Standing>, diagnostics::Diagnostic> load(const report::Summary& empty) const;

  /// Replaces the file. Nothing, or why it cannot be written.
  std::optional<diagnostics::Diagnostic> save(const Standing& standing) const;

 private:
  std::string path_;
  RunIdentity identity_;
};

/// In words, how two runs differ; nothing if one can go on with what the other began.
std::optional<std::string> difference(const RunIdentity& stored, const RunIdentity& now);

}  // namespace assay::cli
