#include "cli/deliver.hpp"

#include "cli/problem.hpp"

namespace assay::cli {

ExitStatus finish(Output& output, ExitStatus status) {
  if (output.finish()) return status;
  report_problem(diagnostics::Code::output_not_writable, {output.name(), *output.failure()});
  return graver(status, ExitStatus::unusable);
}

ExitStatus deliver(std::string_view text, const std::string& path, ExitStatus status) {
  Output output(path);
  output.write(text);
  return finish(output, status);
}

}  // namespace assay::cli
