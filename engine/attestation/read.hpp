#pragma once

#include "attestation/assessed.hpp"
#include "diagnostics/diagnostic.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace assay::attestation {

/// Something that is wrong with a report, or stands against a statement that would rest on it.
struct Problem {
  diagnostics::Code code;
  std::vector<std::string> arguments;
  Place place;
  std::string help;  ///< may be empty
};

/// The version of reports that is read.
inline constexpr std::string_view report_version = "1";

/// Reads one report as `assay assess --format json` writes it: RFC 8259, limits::json_depth, every key that a statement
/// needs, once, of its type. `text` has at most limits::dossier_bytes.
std::variant<Assessed, Problem> read_report(std::string_view text);

}  // namespace assay::attestation
