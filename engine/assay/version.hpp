#pragma once

#include <string_view>

namespace assay {

/// The version of the library, such as "0.1.0"; every report names it.
std::string_view version();

}  // namespace assay
