#pragma once

#include "quantity/calendar.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::dossier {

/// Somebody who takes part in the case.
struct Person {
  std::string name;
  std::vector<std::string> roles;
  std::vector<std::string> tasks;
  std::optional<Date> consulted_until;  ///< the last day of consultancy for the client
  std::string pointer;
  std::uint32_t offset = 0;
};

/// The review of the case (ISO/IEC 17000, review).
struct Review {
  std::vector<std::string> by;
  std::optional<Date> on;
  std::string recommendation;
  std::uint32_t offset = 0;
};

/// A name as people are told apart by: without the case of ASCII letters, repeated blanks, and their kind.
std::string folded_name(std::string_view name);

}  // namespace assay::dossier
