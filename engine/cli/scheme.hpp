#pragma once

#include "base/outcome.hpp"
#include "cli/options.hpp"
#include "evaluate/evaluate.hpp"
#include "load/load.hpp"

#include <string>

namespace assay::cli {

/// `--root`, and the library that comes with the program.
load::Options load_options(const CommonOptions& options);

/// The scheme, or nothing after its errors were reported. Its warnings are `check`'s to tell.
Outcome<evaluate::Scheme> load_scheme(const std::string& path, const CommonOptions& options);

}  // namespace assay::cli
