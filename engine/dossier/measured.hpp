#pragma once

#include "diagnostics/diagnostic.hpp"
#include "dossier/facts.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assay::dossier {

/// The slots of a measurement or proportion that has been read.
struct MeasuredAt {
  const std::vector<Slot>& slots;
  std::uint32_t base = 0;

  bool has(std::uint32_t field) const { return slots[base + field].state == State::known; }
  bool has_invalid(std::uint32_t count) const;
  const Decimal& number(std::uint32_t field) const { return std::get<Decimal>(slots[base + field].value); }
};

/// What keeps a measured value from being one, and in which of its slots; 0 for the whole.
struct MeasuredMistake {
  diagnostics::Code code;
  std::vector<std::string> arguments;
  std::uint32_t slot = 0;
  std::string help;
};
std::optional<MeasuredMistake> mistake_in_measurement(const MeasuredAt& measured);
std::optional<MeasuredMistake> mistake_in_proportion(const MeasuredAt& measured);

}  // namespace assay::dossier
