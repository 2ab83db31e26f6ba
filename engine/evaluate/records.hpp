#pragma once

#include "dossier/dossier.hpp"
#include "logic/truth.hpp"
#include "model/scheme.hpp"
#include "program/program.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// Internal to the stage: what the nonconformity records and waivers of a dossier come to for a scheme on a date.
namespace assay::evaluate {

using RequirementIndex = std::unordered_map<std::string_view, std::uint32_t>;
RequirementIndex index_of(const model::Scheme& scheme);

/// A nonconformity that nobody has closed.
struct OpenRecord {
  std::uint32_t requirement = 0;
  std::uint32_t record = 0;        ///< in Dossier::nonconformities
  Truth overdue = Truth::unknown;  ///< unknown without a due date
  bool is_planned = false;         ///< a plan is accepted
};
/// A waiver that the scheme admits and that has not expired. It has effect where its requirement is nonconforming.
struct ValidWaiver {
  std::uint32_t requirement = 0;
  std::uint32_t record = 0;  ///< in Dossier::waivers
};

struct Records {
  std::vector<OpenRecord> open;
  std::vector<ValidWaiver> waivers;  ///< at most one a requirement: that which expires last
  bool has_unplaced = false;         ///< some record belongs to no requirement, or cannot be read
  std::vector<dossier::Finding> findings;
};

/// Linear in the records. Reuses the memory of `records`.
void find_records(const model::Scheme& scheme, const RequirementIndex& requirements, const dossier::Dossier& dossier,
                  Date date, Records& records);

/// "nonconformity N1", or its position where it has no id.
std::string name_of(const dossier::NonconformityRecord& record, std::size_t position);

}  // namespace assay::evaluate
