#pragma once

#include "model/type.hpp"
#include "quantity/value.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

// The facts of a dossier, read once into slots that the scheme's types lay out (model::Record).
namespace assay::dossier {

enum class State : std::uint8_t {
  missing,  ///< absent, null, or under a missing parent
  invalid,  ///< breaks its declared type, or under an invalid parent
  known
};

/// One fact. `offset` is where its value stands in the dossier's text; of a missing fact, where its null
/// or else the nearest object stands that could hold it.
struct Slot {
  Value value;
  std::uint32_t offset = 0;
  State state = State::missing;
  std::uint16_t bytes = 0;  ///< of a scalar as the dossier writes it; 0 if they are not told, or too many
};
static_assert(sizeof(Slot) == 32, "half a cache line");

/// The elements of one list: `count` times `stride` slots from `first`, of the list in slot `parent`.
struct ListBlock {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  std::uint32_t stride = 1;
  std::uint32_t parent = 0;
  model::TypeId element;
};

/// Slot 0 is the subject itself; those behind the subject's hold the lists beside it (model::DossierList). Blocks are
/// in order of `first`.
struct Facts {
  std::vector<Slot> slots;
  std::vector<ListBlock> blocks;
  std::deque<std::string> decoded;  ///< texts with escapes; the others view the dossier's text

  const Slot& operator[](std::uint32_t slot) const { return slots[slot]; }
};

/// The JSON Pointer (RFC 6901) of a slot, below `prefix` ("/subject" in a dossier, "" in a bare subject).
/// Logarithmic in lists, linear in the depth of the path.
std::string pointer_of(const Facts& facts, const model::Types& types, model::RecordId subject, std::string_view prefix,
                       std::uint32_t slot);

/// The declared type of a slot, in the same time; none for the subject itself and the lists beside it.
std::optional<model::TypeId> type_of(const Facts& facts, const model::Types& types, model::RecordId subject,
                                     std::uint32_t slot);

}  // namespace assay::dossier
