#pragma once

#include "dossier/facts.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assay::dossier {

/// The list among whose elements the slot lies; null for a slot of the subject's own, or beside it.
const ListBlock* list_around(const Facts& facts, std::uint32_t slot);

/// The slot of its element that the slot belongs to.
inline std::uint32_t element_around(const ListBlock& list, std::uint32_t slot) {
  return slot - (slot - list.first) % list.stride;
}

/// Appends the path from the list to one of its elements.
void append_element(const ListBlock& list, std::uint32_t element, std::string& pointer);

/// The paths from records to what belongs to them, which are the scheme's: each is put together when it is first asked
/// for.
class Paths {
 public:
  explicit Paths(const model::Types& types) : types_(types) {}

  /// From a record to the slot that lies `offset` behind its first one, "/provider/country".
  std::string_view within(model::RecordId record, std::uint32_t offset) {
    const bool is_known = record.value < by_record_.size() && !by_record_[record.value].empty();
    const std::string_view path = is_known ? std::string_view(by_record_[record.value][offset]) : std::string_view();
    return path.empty() ? put_together(record, offset) : path;
  }
  /// From an element that is a record.
  std::string_view in_element(const ListBlock& list, std::uint32_t offset) {
    return within(types_[list.element].record, offset);
  }

 private:
  std::string_view put_together(model::RecordId record, std::uint32_t offset);

  const model::Types& types_;
  std::vector<std::vector<std::string>> by_record_;
};

/// Appends what `pointer_of` gives.
void append_pointer(const Facts& facts, const model::Types& types, model::RecordId subject, std::string_view prefix,
                    std::uint32_t slot, std::string& pointer);

}  // namespace assay::dossier
