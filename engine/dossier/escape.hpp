#pragma once

#include <string>
#include <string_view>

namespace assay::dossier {

/// Appends `/key` to a JSON Pointer, `~` as `~0` and `/` as `~1` (RFC 6901).
void append_token(std::string& pointer, std::string_view key);

}  // namespace assay::dossier
