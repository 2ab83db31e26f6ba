#pragma once

#include "dossier/dossier.hpp"
#include "dossier/findings.hpp"

#include <optional>

namespace assay::dossier {

/// Is this object a dossier, and not a bare subject? It may be one of an unknown version.
bool is_dossier(const Json& json);

/// Reads everything of a dossier but its subject and its certificates, which are facts, and finds those; 0 is none.
std::optional<Unusable> read_envelope(const Json& json, const model::Scheme& scheme, Dossier& dossier,
                                      Findings& findings, JsonIndex& subject, JsonIndex& certificates);

}  // namespace assay::dossier
