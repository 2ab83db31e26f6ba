#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace assay::cli {

/// Where the reports go. A regular file is written beside its place and takes it when everything is written, so that a
/// full disk or a mistake never costs the report that was there.
class Output {
 public:
  /// Standard output for an empty path or "-". Check `failure()` before writing.
  explicit Output(const std::string& path);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// False if nothing more can be written: see `failure()`, or the reader has gone, which is no failure.
  bool write(std::string_view bytes);

  /// Puts a finished file into its place. False on a failure.
  bool finish();

  /// Why writing failed: "No space left on device".
  const std::optional<std::string>& failure() const { return failure_; }
  /// What the problem calls the output.
  std::string name() const { return path_.empty() ? "standard output" : path_; }

 private:
  void open_file();
  void fail(int error);

  std::string path_;
  std::string target_;  ///< path_ behind its symbolic links
  std::string beside_;  ///< the file that is written; empty if the output is no regular file
  int descriptor_ = -1;
  std::optional<std::string> failure_;
};

}  // namespace assay::cli
