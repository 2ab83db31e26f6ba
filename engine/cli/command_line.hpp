#pragma once

#include "cli/exit_status.hpp"
#include "cli/options.hpp"

#include <variant>

namespace assay::cli {

/// The command that was asked for; or the status to end with, after help was printed or a mistake was reported.
std::variant<Command, ExitStatus> parse_command_line(int argc, char** argv);

}  // namespace assay::cli
