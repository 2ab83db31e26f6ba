#pragma once

#include "assay/assay.hpp"
#include "diagnostics/diagnostic.hpp"
#include "source/file.hpp"

#include <vector>

namespace assay {

/// Diagnostics as the public face shows them.
std::vector<Problem> problems_of(const diagnostics::Diagnostics& found, const source::Files& files);

/// The problem of a defect in Assay itself, such as an exception.
Problem internal_problem(std::string_view what);

}  // namespace assay
