#include "cli/log.hpp"

#include <string>

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

namespace assay::cli {

void set_log_level(std::string_view level) {
  if (level == "off") {
    spdlog::set_level(spdlog::level::off);
    return;
  }
  spdlog::set_default_logger(spdlog::stderr_color_mt("assay"));
  spdlog::set_level(spdlog::level::from_str(std::string(level)));
}

void log_info(std::string_view message) { spdlog::info("{}", message); }
void log_debug(std::string_view message) { spdlog::debug("{}", message); }

}  // namespace assay::cli
