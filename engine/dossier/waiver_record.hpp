#pragma once

#include "quantity/calendar.hpp"

#include <cstdint>
#include <string>

namespace assay::dossier {

/// A waiver as it is recorded. Whether it counts, the scheme and the date of the assessment say.
struct WaiverRecord {
  std::string requirement;
  std::string approved_by;
  std::string role;
  std::string reason;
  Date expires;  ///< the last day on which it counts
  std::string pointer;
  std::uint32_t offset = 0;
};

}  // namespace assay::dossier
