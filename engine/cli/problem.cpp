#include "cli/problem.hpp"

#include "cli/console.hpp"
#include "diagnostics/render.hpp"

#include <iostream>
#include <utility>

namespace assay::cli {

diagnostics::Diagnostic problem(diagnostics::Code code, std::vector<std::string> arguments,
                                std::vector<std::string> help) {
  return {.code = code,
          .arguments = std::move(arguments),
          .at = {},
          .also = {},
          .help = std::move(help),
          .has_place = false};
}

void report_problem(diagnostics::Code code, std::vector<std::string> arguments, std::vector<std::string> help) {
  diagnostics::Diagnostics found;
  found.add(problem(code, std::move(arguments), std::move(help)));
  diagnostics::render_text(found, {}, diagnostics::Color::never, std::cerr);
}

void report_problems(const diagnostics::Diagnostics& found, const source::Files& files, const CommonOptions& options) {
  diagnostics::render_text(found, files, color_of_errors(options), std::cerr);
}

diagnostics::Diagnostics errors_only(const diagnostics::Diagnostics& found) {
  diagnostics::Diagnostics errors;
  for (const diagnostics::Diagnostic& diagnostic : found.all()) {
    if (diagnostics::severity(diagnostic) == diagnostics::Severity::error) errors.add(diagnostic);
  }
  return errors;
}

}  // namespace assay::cli
