#pragma once

#include "assessment/assessment.hpp"
#include "dossier/dossier.hpp"
#include "dossier/pointer.hpp"
#include "dossier/positions.hpp"
#include "evaluate/evaluate.hpp"
#include "evaluate/marks.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Internal to the stage.
namespace assay::evaluate {

/// Where the facts of a dossier stand and how they are written, each worked out once, when it is first told: most facts
/// stand behind several verdicts. Keeps what it tells in the memory of an assessment.
class Telling {
 public:
  explicit Telling(const Scheme& scheme)
      : scheme_(scheme),
        slots_of_subject_(scheme.model.types.records[scheme.model.subject].slots),
        paths_(scheme.model.types) {}

  /// Turns to a dossier as it was read; both must stay until the next one.
  void begin(const dossier::Dossier& dossier, assessment::Memory& memory);

  assessment::Memory& memory() { return *memory_; }
  std::string_view keep(std::string_view text) { return memory_->keep(text); }

  assessment::DossierPlace place(std::uint32_t slot) { return told(slot).place; }
  assessment::DossierPlace place_at(std::string_view pointer, std::uint32_t offset);
  /// With its value as the dossier writes it; long lists and records by their size.
  const assessment::Fact& fact(std::uint32_t slot) {
    assessment::Fact& found = told(slot);
    if (found.value.empty()) found.value = written(slot);
    return found;
  }

 private:
  /// The value is empty before it is asked for.
  assessment::Fact& told(std::uint32_t slot) {
    assessment::Fact*& fact = told_by_slot_[slot];
    if (fact == nullptr) fact = tell(slot);
    return *fact;
  }
  assessment::Fact* tell(std::uint32_t slot);
  std::string_view pointer(std::uint32_t slot);
  /// Turns to the element of a list in which the slot lies; false if it lies in none.
  bool turn_to_element(std::uint32_t slot);
  std::string_view written(std::uint32_t slot);

  const Scheme& scheme_;
  std::uint32_t slots_of_subject_;
  const dossier::Dossier* dossier_ = nullptr;
  assessment::Memory* memory_ = nullptr;
  dossier::Positions positions_;
  dossier::Paths paths_;
  std::vector<assessment::Fact*> told_by_slot_;
  std::string text_;  ///< that is being put together
  // Around the last fact that stood in one:
  const dossier::ListBlock* list_ = nullptr;
  std::uint32_t element_ = 0;
};

}  // namespace assay::evaluate
