#pragma once

#include "base/outcome.hpp"
#include "diagnostics/diagnostic.hpp"
#include "model/scheme.hpp"
#include "source/file.hpp"
#include "syntax/scheme.hpp"

#include <string>
#include <vector>

namespace assay::check {

/// A parsed file and what it may see. `modules[0]` is the scheme itself, the others follow in the order of their first
/// use; a profile of the scheme comes second. `uses[i]` belongs to the i-th syntax::Use of the file.
struct LoadedModule {
  source::FileId file;
  syntax::Module tree;
  std::vector<std::size_t> uses;  ///< positions in `modules`
  bool is_profile = false;        ///< the scheme was asked for through this file
};

/// The scheme as it is meant, or nothing if `diagnostics` got an error. `files` gives the texts of provisions.
/// Linear in the scheme but for tables, which are quadratic in their rows.
Outcome<model::Scheme> check(const std::vector<LoadedModule>& modules, const source::Files& files,
                             diagnostics::Diagnostics& diagnostics);

}  // namespace assay::check
