#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/read.hpp"

#include <string>

namespace assay::load {

/// E0101 or E0103 for a scheme file that could not be read. It has no place unless the caller gives it one.
diagnostics::Diagnostic unreadable(const std::string& path, const source::ReadFailure& failure);

}  // namespace assay::load
