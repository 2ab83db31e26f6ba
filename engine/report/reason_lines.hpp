#pragma once

#include "assessment/assessment.hpp"

#include <string>

namespace assay::report {

/// Under a verdict line, a line for each reason of what is not met or not known:
///
///     N R15/1 records is 40, asked: >= 100  1:879 (/datasets/0/records)
///     U G4 demographic_features is missing  1:1 (/demographic_features)
///
/// two blanks, the letter, the provision, or the requirement where it is about none, the reason, and its place where it
/// has one. `reasons` is what evaluate::reasons gives. A long reason is cut at 2,000 characters.
void write_reason_lines(const assessment::Assessment& reasons, std::string& out);

}  // namespace assay::report
