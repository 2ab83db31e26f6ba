#pragma once

#include "base/outcome.hpp"
#include "diagnostics/diagnostic.hpp"
#include "evaluate/evaluate.hpp"
#include "source/file.hpp"

#include <string>

namespace assay::load {

struct Options {
  std::string root;     ///< `use` never leaves it; empty: the folder of the scheme
  std::string library;  ///< where `std/` lies; empty: none
};

/// Reads, parses, checks and compiles a scheme with all the files that it uses. `files` gets every file that was
/// read, so that the diagnostics can be shown also when there is no scheme.
Outcome<evaluate::Scheme> load(const std::string& path, const Options& options, source::Files& files,
                               diagnostics::Diagnostics& diagnostics);

/// The same for a text that stands in no file; `name` is what diagnostics call it.
Outcome<evaluate::Scheme> load_text(const std::string& name, std::string text, const Options& options,
                                    source::Files& files, diagnostics::Diagnostics& diagnostics);

}  // namespace assay::load
