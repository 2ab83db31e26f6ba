#pragma once

#include "assessment/assessment.hpp"
#include "dossier/dossier.hpp"
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
  explicit Telling(const Scheme& scheme) : scheme_(scheme) {}

  /// Turns to a dossier as it was read; both must stay until the next one.
  void begin(const dossier::Dossier& dossier, assessment::Memory& memory);

  assessment::Memory& memory() { return *memory_; }
  std::string_view keep(std::string_view text) { return memory_->keep(text); }

  assessment::DossierPlace place(std::uint32_t slot) { return told(slot).place; }
  assessment::DossierPlace place_at(std::string_view pointer, std::uint32_t offset);
  /// The fact as the dossier writes it; long lists and records by their size.
  std::string_view raw_value(std::uint32_t slot);

 private:
  struct Told {
    assessment::DossierPlace place;
    std::string_view value;  ///< empty before it is asked for
  };
  static constexpr std::uint32_t nothing = 0xFFFFFFFF;

  Told& told(std::uint32_t slot);
  /// Into `text_`.
  void write_pointer(std::uint32_t slot);
  std::string_view written(std::uint32_t slot);

  const Scheme& scheme_;
  const dossier::Dossier* dossier_ = nullptr;
  assessment::Memory* memory_ = nullptr;
  dossier::Positions positions_;
  std::vector<std::uint32_t> told_by_slot_;
  std::vector<Told> told_;
  std::string text_;  ///< that is being put together
  std::uint32_t element_ = nothing;
  std::string element_pointer_;  ///< of that element of a list
};

}  // namespace assay::evaluate
