#pragma once

#include "cli/checkpoint.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace assay::cli {

struct StoredCheckpoint {
  RunIdentity identity;
  Standing standing;
};

std::string json_of_checkpoint(const RunIdentity& identity, const Standing& standing);

/// What a checkpoint says, or why it says nothing: "it is not JSON". `empty` is what the summary begins with.
std::variant<StoredCheckpoint, std::string> checkpoint_of_json(std::string_view text, const report::Summary& empty);

}  // namespace assay::cli
