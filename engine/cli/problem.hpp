#pragma once

#include "cli/options.hpp"
#include "diagnostics/diagnostic.hpp"
#include "source/file.hpp"

#include <string>
#include <vector>

namespace assay::cli {

/// A problem that stands at no place of a file.
diagnostics::Diagnostic problem(diagnostics::Code code, std::vector<std::string> arguments,
                                std::vector<std::string> help = {});

/// Prints one on standard error, without colour: what it says may be about the options.
void report_problem(diagnostics::Code code, std::vector<std::string> arguments, std::vector<std::string> help = {});

/// Prints what was found on standard error.
void report_problems(const diagnostics::Diagnostics& found, const source::Files& files, const CommonOptions& options);

/// The errors among what was found.
diagnostics::Diagnostics errors_only(const diagnostics::Diagnostics& found);

}  // namespace assay::cli
