#pragma once

#include "check/checked.hpp"

#include <string>
#include <string_view>

// Small schemes for what declarations say, and what was reported about them.
namespace assay::check {

/// A scheme with what every scheme needs, and `declarations`.
inline Checked scheme(std::string_view declarations) {
  std::string text = R"(scheme "Mark" { id "example.org/mark" version "1" }
subject system { name text share number in % size integer level number since date certified boolean }
requirement R-1 "One" { shall system.certified }
)";
  return Checked(text + std::string(declarations));
}

/// The codes of what was reported, by place.
inline std::string codes_in(std::string_view declarations) { return scheme(declarations).codes(); }
/// "message | label | help" of the first report.
inline std::string report_in(std::string_view declarations) { return scheme(declarations).first(); }

}  // namespace assay::check
