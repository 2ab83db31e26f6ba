#pragma once

#include <string_view>

namespace assay::report {

/// Who made the report: "assay" and its version, such as "0.1.0".
inline constexpr std::string_view engine_name = "assay";
std::string_view engine_version();

}  // namespace assay::report
