#pragma once

#include "logic/verdict.hpp"
#include "quantity/calendar.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace assay::dossier {

/// A nonconformity that somebody raised. What of it cannot be read speaks against its object: a grade is then major,
/// and a closure none.
struct NonconformityRecord {
  struct Act {
    std::string by;
    Date on;
    std::uint32_t offset = 0;
  };

  std::string id;
  std::string requirement;  ///< empty if it cannot be read; `unplaced` then says why
  std::string unplaced;
  Grade grade = Grade::major;
  std::string statement;
  std::optional<Act> raised;
  std::optional<Date> due;
  std::optional<Act> plan;    ///< accepted
  std::optional<Act> closed;  ///< verified
  std::string pointer;
  std::uint32_t offset = 0;
};

}  // namespace assay::dossier
