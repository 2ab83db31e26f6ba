#pragma once

#include "dossier/dossier.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::dossier {

/// The findings of one dossier. Beyond limits::data_findings they are only noted to exist, so that a long list of one
/// mistake costs no memory.
class Findings {
 public:
  explicit Findings(std::vector<Finding>& found) : found_(found) {}

  /// Asked before a finding is put into words.
  bool take_another();
  void add(Finding finding);
  /// Passes over what follows: something else has reported it.
  void mute(bool is_muted) { is_muted_ = is_muted; }
  /// Adds the note that there were more.
  void close();

 private:
  std::vector<Finding>& found_;
  bool left_some_out_ = false;
  bool is_muted_ = false;
};

/// "did you mean 'x'?", or nothing to say.
std::string suggestion(std::optional<std::string_view> nearest);

/// At most 60 characters of a text, so that a message stays readable.
std::string clipped(std::string_view text);

}  // namespace assay::dossier
