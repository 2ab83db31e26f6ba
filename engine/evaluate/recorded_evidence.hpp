#pragma once

#include "dossier/dossier.hpp"
#include "logic/truth.hpp"
#include "model/scheme.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

// Internal to the stage: the evidence that the scheme asks for, as the dossier lists it.
namespace assay::evaluate {

/// The scheme's evidence by requirement and by name; the same for all dossiers.
struct AskedEvidence {
  std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> of_requirement;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> of_kind;
  std::unordered_set<std::string_view> requirements;
};
AskedEvidence asked_evidence(const model::Scheme& scheme);

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
/// Reuses the memory of `found`.
void find_evidence(const model::Scheme& scheme, const AskedEvidence& asked, const dossier::Dossier& dossier, Date date,
                   RecordedEvidence& found);

/// Why an item does not count for what is asked; empty if it does.
std::string why_not(const model::Evidence& asked, const dossier::EvidenceRecord& item, Date date);

}  // namespace assay::evaluate
