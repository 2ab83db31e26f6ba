#include "cli/progress.hpp"

#include <algorithm>
#include <cmath>
#include <iostream>

#include <sys/stat.h>

namespace assay::cli {

namespace {

constexpr std::chrono::milliseconds between_drawings{200};
constexpr std::chrono::milliseconds before_an_estimate{1'000};

/// "1,234,567".
std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t from_end = 3; from_end < digits.size(); from_end += 4)
    digits.insert(digits.size() - from_end, 1, ',');
  return digits;
}

std::string time_in_words(double seconds) {
  constexpr double minute = 60;
  constexpr double hour = 3'600;
  const auto whole = [](double number) { return std::to_string(static_cast<std::uint64_t>(std::ceil(number))); };
  if (seconds < 2 * minute) return whole(seconds) + " s";
  if (seconds < 2 * hour) return whole(seconds / minute) + " min";
  return whole(seconds / hour) + " h";
}

}  // namespace

std::string progress_in_words(std::uint64_t dossiers, std::uint64_t of_this_run, std::chrono::milliseconds elapsed,
                              std::optional<double> share) {
  std::string words = grouped(dossiers) + " dossiers";
  const double seconds = std::chrono::duration<double>(elapsed).count();
  if (elapsed < before_an_estimate) return words;
  words += ", " + grouped(static_cast<std::uint64_t>(static_cast<double>(of_this_run) / seconds)) + " a second";
  if (!share || *share <= 0 || *share > 1) return words;
  return words + ", about " + time_in_words(seconds * (1 - *share) / *share) + " left";
}

void ProgressLine::note(std::uint64_t taken, std::uint64_t dossiers) {
  if (!is_shown_) return;
  const auto now = Clock::now();
  if (!began_) {
    began_ = now;
    taken_before_ = taken;
    dossiers_before_ = dossiers;
  }
  if (stands_ && now - drawn_ < between_drawings) return;
  drawn_ = now;
  std::optional<double> share;
  if (bytes_ > taken_before_) {
    share = static_cast<double>(taken - taken_before_) / static_cast<double>(bytes_ - taken_before_);
  }
  const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - *began_);
  std::cerr << "\r\x1b[K" << progress_in_words(dossiers, dossiers - dossiers_before_, elapsed, share) << std::flush;
  stands_ = true;
}

void ProgressLine::clear() {
  if (stands_) std::cerr << "\r\x1b[K" << std::flush;
  stands_ = false;
}

std::uint64_t bytes_to_read(const std::vector<RecordSource::Input>& inputs) {
  std::uint64_t bytes = 0;
  for (const RecordSource::Input& input : inputs) {
    if (input.is_left_out) continue;
    struct stat status {};
    if (input.path == "-" || stat(input.path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return 0;
    bytes += std::min(static_cast<std::uint64_t>(status.st_size), input.part.end);
  }
  return bytes;
}

}  // namespace assay::cli
