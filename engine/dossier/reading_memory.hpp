#pragma once

#include "dossier/json.hpp"
#include "dossier/structural_index.hpp"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace assay::dossier {

/// What is needed while a dossier is read, kept from one to the next so that a stream allocates nothing. Says nothing
/// about the dossier.
struct ReadingMemory {
  StructuralIndex index;
  std::vector<JsonValue> values;  ///< of the whole text

  // Of the objects that are being read, the innermost last.
  enum class Member : std::uint8_t { absent, null, given };
  std::vector<Member> members;        ///< what there was of each field
  std::vector<JsonIndex> undeclared;  ///< keys that are no field's

  std::vector<std::pair<std::string_view, JsonIndex>> sorted_keys;
  std::vector<std::uint8_t> members_found;  ///< of the enumeration whose set is read
};

}  // namespace assay::dossier
