#pragma once

#include "dossier/dossier.hpp"
#include "dossier/findings.hpp"

#include <array>
#include <optional>

namespace assay::dossier {

/// Is this object a dossier, and not a bare subject? It may be one of an unknown version.
bool is_dossier(const Json& json);

/// Where the facts of a dossier stand; 0 is nowhere.
struct FactsAt {
  JsonIndex subject = 0;
  std::array<JsonIndex, model::dossier_list_words.size()> lists{};  ///< by model::DossierList
};

/// Reads everything of a dossier but its facts, and finds those.
std::optional<Unusable> read_envelope(const Json& json, const model::Scheme& scheme, Dossier& dossier,
                                      Findings& findings, FactsAt& facts);

}  // namespace assay::dossier
