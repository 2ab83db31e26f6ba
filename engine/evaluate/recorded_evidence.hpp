#pragma once

#include "dossier/dossier.hpp"
#include "logic/truth.hpp"
#include "model/scheme.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// Internal to the stage: the evidence that the scheme asks for, as the dossier lists it.
namespace assay::evaluate {

/// An item of the dossier that belongs to an evidence of the scheme: by its kind, and by what it supports.
struct EvidenceItem {
  std::uint32_t record = 0;  ///< in Dossier::evidence
  bool is_good = false;
};

/// One of the requirements that an item supports.
struct SupportedRequirement {
  std::size_t record = 0;
  std::size_t position = 0;  ///< in its `supports`
};

struct RecordedEvidence {
  std::vector<std::vector<EvidenceItem>> items;  ///< by EvidenceId, in the order of the dossier
  std::vector<Truth> provided;                   ///< by EvidenceId: no without an item, yes with a good one
  std::vector<std::size_t> of_unknown_kind;
  std::vector<SupportedRequirement> for_unknown_requirement;
  std::vector<std::size_t> without_effect;  ///< of a kind that none of the requirements that they support asks for
};
RecordedEvidence recorded_evidence(const model::Scheme& scheme, const dossier::Dossier& dossier, Date date);

/// Why an item does not count for what is asked; empty if it does.
std::string why_not(const model::Evidence& asked, const dossier::EvidenceRecord& item, Date date);

}  // namespace assay::evaluate
