#pragma once

#include "cli/records.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assay::cli {

/// "12,345 dossiers, 1,234 a second, about 2 min left": what is shown of a run. `share` is how much of the input that
/// was there when the clock began has been read since; nothing if that is not known.
std::string progress_in_words(std::uint64_t dossiers, std::uint64_t of_this_run, std::chrono::milliseconds elapsed,
                              std::optional<double> share);

/// One line on a terminal that is rewritten a few times a second; nothing anywhere else.
class ProgressLine {
 public:
  /// `bytes` is what there is to read, 0 if nobody knows.
  ProgressLine(bool is_shown, std::uint64_t bytes) : is_shown_(is_shown), bytes_(bytes) {}
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// `taken` bytes have been read, and that many dossiers are done.
  void note(std::uint64_t taken, std::uint64_t dossiers);
  /// Makes room for something else on the terminal.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool is_shown_;
  std::uint64_t bytes_;
  bool stands_ = false;
  std::optional<Clock::time_point> began_{};
  Clock::time_point drawn_{};
  std::uint64_t taken_before_ = 0;  ///< when the clock began
  std::uint64_t dossiers_before_ = 0;
};

/// The bytes that a run will take from its inputs as they lie on the disk; 0 if one of them is no file.
std::uint64_t bytes_to_read(const std::vector<RecordSource::Input>& inputs);

}  // namespace assay::cli
