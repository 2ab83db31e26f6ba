#include "cli/commands.hpp"
#include "cli/problem.hpp"

#include <csignal>
#include <exception>

int main(int argc, char** argv) {
  using assay::cli::ExitStatus;
  // A closed pipe is an answer of write(2), not a reason to die without a word.
  std::signal(SIGPIPE, SIG_IGN);
  // Nor is a file that may not grow further.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    return static_cast<int>(assay::cli::run(argc, argv));
  } catch (const std::exception& error) {
    assay::cli::report_problem(assay::diagnostics::Code::internal, {error.what()});
  } catch (...) {
    assay::cli::report_problem(assay::diagnostics::Code::internal, {"an exception without a name"});
  }
  return static_cast<int>(ExitStatus::internal);
}
