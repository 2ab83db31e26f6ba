#pragma once

#include "cli/exit_status.hpp"
#include "cli/options.hpp"

namespace assay::cli {

// One file each.
ExitStatus check(const CheckOptions& options);
ExitStatus assess(const AssessOptions& options);
ExitStatus explain(const ExplainOptions& options);
ExitStatus plan(const PlanOptions& options);
ExitStatus test(const TestOptions& options);
ExitStatus lifecycle(const LifecycleOptions& options);
ExitStatus attest(const AttestOptions& options);

/// The whole program but for its last resort: what an exception that nobody expected comes to.
ExitStatus run(int argc, char** argv);

}  // namespace assay::cli
