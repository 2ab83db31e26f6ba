#include "base/match.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/log.hpp"

namespace assay::cli {

ExitStatus run(int argc, char** argv) {
  const auto parsed = parse_command_line(argc, argv);
  if (const auto* status = std::get_if<ExitStatus>(&parsed)) return *status;
  const auto& command = std::get<Command>(parsed);
  match(command, [](const auto& options) { set_log_level(options.common.log_level); });
  return match(
      command,                                                       //
      [](const CheckOptions& options) { return check(options); },    //
      [](const AssessOptions& options) { return assess(options); },  //
      [](const ExplainOptions& options) { return explain(options); },
      [](const PlanOptions& options) { return plan(options); },
      [](const TestOptions& options) { return test(options); },
      [](const LifecycleOptions& options) { return lifecycle(options); },
      [](const AttestOptions& options) { return attest(options); });
}

}  // namespace assay::cli
