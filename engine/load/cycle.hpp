#pragma once

#include "check/check.hpp"
#include "diagnostics/diagnostic.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace assay::load {

/// Stands in `uses` for a file that could not be loaded.
inline constexpr std::size_t no_module = static_cast<std::size_t>(-1);

/// Reports each `use` that closes a cycle, with the files that the cycle passes through. `names` are those of the
/// modules. Linear in the uses.
void report_cycles(const std::vector<check::LoadedModule>& modules, const std::vector<std::string>& names,
                   diagnostics::Diagnostics& diagnostics);

}  // namespace assay::load
