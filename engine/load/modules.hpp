#pragma once

#include "base/outcome.hpp"
#include "check/check.hpp"
#include "diagnostics/diagnostic.hpp"
#include "load/load.hpp"
#include "source/file.hpp"

#include <string>
#include <vector>

namespace assay::load {

/// Parses the scheme `text` and every file that it draws in by `use`. Nothing if `diagnostics` got an error; the errors
/// of all files are reported. `path` is where the scheme stands on disk, empty for a text of no file.
Outcome<std::vector<check::LoadedModule>> load_modules(const std::string& name, const std::string& path,
                                                       std::string text, const Options& options, source::Files& files,
                                                       diagnostics::Diagnostics& diagnostics);

/// Adds the text of a scheme to `files` after checking that it can be parsed at all. Nothing if it is not UTF-8.
Outcome<source::FileId> add_file(const std::string& name, std::string text, source::Files& files,
                                 diagnostics::Diagnostics& diagnostics);

}  // namespace assay::load
