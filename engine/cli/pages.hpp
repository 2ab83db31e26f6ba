#pragma once

#include <string_view>

namespace assay::cli {

/// docs/diagnostics/CODE.md, which the build puts into the program; empty if there is none.
std::string_view page_of(std::string_view code);

}  // namespace assay::cli
