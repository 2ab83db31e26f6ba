#pragma once

#include <string_view>

namespace assay::cli {

/// Logs to standard error from this level on: trace, debug, info, warn, error; "off" is silent.
void set_log_level(std::string_view level);

void log_info(std::string_view message);
void log_debug(std::string_view message);

}  // namespace assay::cli
