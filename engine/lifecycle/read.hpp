#pragma once

#include "dossier/dossier.hpp"
#include "lifecycle/history.hpp"

#include <string_view>
#include <variant>

namespace assay::lifecycle {

/// Reads the record of one certificate from JSON text. What is wrong with an event is a finding, and the event stays in
/// the list; without a certificate, usable terms or a list of events there is no history.
std::variant<History, dossier::Unusable> read(std::string_view text);

}  // namespace assay::lifecycle
