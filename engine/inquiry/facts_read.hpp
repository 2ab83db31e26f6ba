#pragma once

#include "model/scheme.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::inquiry {

/// A fact that a scheme reads: where it stands below the subject, `*` for each element of a list.
struct FactRead {
  std::string pointer;      ///< "/datasets/*/missing_share"
  std::string type;         ///< "number in %"
  std::string description;  ///< as the scheme gives it; may be empty
  friend bool operator==(const FactRead&, const FactRead&) = default;
};

/// The facts that a requirement and its presumptions read, also through definitions, each once in the order of reading.
std::vector<FactRead> facts_read(model::RequirementId id, const model::Scheme& scheme);
/// Those that the scheme's decisions read besides the verdicts.
std::vector<FactRead> facts_read_by_decisions(const model::Scheme& scheme);

/// The field that the pointer of a fact in a dossier leads to; nothing for one that leads elsewhere.
std::optional<FactRead> fact_at(std::string_view pointer, const model::Scheme& scheme);

}  // namespace assay::inquiry
