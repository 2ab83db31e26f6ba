#pragma once

#include "cli/options.hpp"
#include "diagnostics/render.hpp"
#include "report/text_page.hpp"

namespace assay::cli {

bool is_terminal(int descriptor);

/// Colour for diagnostics on standard error: as `--color` says, else on a terminal, unless NO_COLOR is set.
diagnostics::Color color_of_errors(const CommonOptions& options);

/// How a report for people is set: as wide as the terminal, at most 100 columns.
report::TextOptions text_options(const CommonOptions& options);

}  // namespace assay::cli
