#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::check {

/// The reference tokens of a JSON Pointer (RFC 6901), unescaped; none for "", the whole. Nothing if it is no pointer.
std::optional<std::vector<std::string>> steps_of(std::string_view pointer);

}  // namespace assay::check
