#pragma once

#include "diagnostics/diagnostic.hpp"
#include "load/load.hpp"

#include <string>
#include <variant>

namespace assay::load {

/// A dossier that a test names.
struct GivenFile {
  std::string name;  ///< relative to the root
  std::string text;
};

/// Reads the dossier at `written`, a path relative to the scheme file `scheme` and never outside the root; or says why
/// not, without a place.
std::variant<GivenFile, diagnostics::Diagnostic> read_given(const std::string& written, const std::string& scheme,
                                                            const Options& options);

}  // namespace assay::load
