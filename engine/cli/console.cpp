#include "cli/console.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

namespace assay::cli {

namespace {

constexpr std::size_t widest_report = 100;
constexpr std::size_t narrowest_report = 40;

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

bool understands_color(int descriptor) {
  const char* terminal = std::getenv("TERM");
  const bool is_dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
  return is_terminal(descriptor) && !is_set("NO_COLOR") && !is_dumb;
}

bool wants_color(const CommonOptions& options, int descriptor) {
  if (options.color == "auto") return understands_color(descriptor);
  return options.color == "always";
}

std::size_t columns_of_terminal() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return widest_report;
  return std::clamp<std::size_t>(size.ws_col, narrowest_report, widest_report);
}

}  // namespace

bool is_terminal(int descriptor) { return isatty(descriptor) == 1; }

diagnostics::Color color_of_errors(const CommonOptions& options) {
  return wants_color(options, STDERR_FILENO) ? diagnostics::Color::always : diagnostics::Color::never;
}

report::TextOptions text_options(const CommonOptions& options) {
  if (!options.output.empty()) return {.color = options.color == "always", .width = widest_report};
  return {.color = wants_color(options, STDOUT_FILENO), .width = columns_of_terminal()};
}

}  // namespace assay::cli
