#pragma once

#include "diagnostics/diagnostic.hpp"
#include "model/scheme.hpp"
#include "source/file.hpp"

namespace assay::load {

/// Reports what stands as JSON in the tests of a scheme and is none. Linear in it.
void check_test_json(const model::Scheme& scheme, const source::Files& files, diagnostics::Diagnostics& diagnostics);

}  // namespace assay::load
