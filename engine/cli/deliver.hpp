#pragma once

#include "cli/exit_status.hpp"
#include "cli/output.hpp"

#include <string_view>

namespace assay::cli {

/// Ends an output: puts it into place and reports why that or an earlier write failed. `status` is what the work itself
/// came to.
ExitStatus finish(Output& output, ExitStatus status);

/// Writes a whole text to `path`, standard output if it is empty, and ends it.
ExitStatus deliver(std::string_view text, const std::string& path, ExitStatus status);

}  // namespace assay::cli
