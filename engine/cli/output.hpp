#pragma once

#include <cstdint>
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
  /// A file that a later run can go on with if this one is killed: until it is finished it is FILE.part, of which the
  /// first `kept` bytes are there from an earlier run, and everything behind them is cut off.
  Output(const std::string& path, std::uint64_t kept);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// False if nothing more can be written: see `failure()`, or the reader has gone, which is no failure.
  bool write(std::string_view bytes);

  /// Sees to it that what was written survives the machine. False on a failure.
  bool sync();
  /// How many bytes it has, with those that were kept.
  std::uint64_t size() const { return size_; }

  /// Puts a finished file into its place. False on a failure.
  bool finish();

  /// Why writing failed: "No space left on device".
  const std::optional<std::string>& failure() const { return failure_; }
  /// What the problem calls the output.
  std::string name() const { return path_.empty() ? "standard output" : path_; }

 private:
  void open_file();
  void open_part(std::uint64_t kept);
  void fail(int error);

  std::string path_;
  std::string target_;    ///< path_ behind its symbolic links
  std::string beside_;    ///< the file that is written; empty if the output is no regular file
  bool is_kept_ = false;  ///< `beside_`, when the run does not finish
  std::uint64_t size_ = 0;
  int descriptor_ = -1;
  std::optional<std::string> failure_;
};

/// Where the part of an output lies until it is finished.
std::string part_of_output(const std::string& path);

}  // namespace assay::cli
