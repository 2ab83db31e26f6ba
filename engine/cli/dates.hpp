#pragma once

#include "assay/assessor.hpp"
#include "cli/options.hpp"

#include <optional>

namespace assay::cli {

/// Where the assessment date comes from: --as-of, else the dossier, else SOURCE_DATE_EPOCH, else today in UTC; the last
/// two not with --require-date. Nothing after a report of a date that is none.
std::optional<DatePolicy> date_policy(const CommonOptions& options);

}  // namespace assay::cli
