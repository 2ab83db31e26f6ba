#pragma once

#include "model/expression.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace assay::check {

struct TallyName {
  std::string_view name;
  model::Tally tally;
};
inline constexpr std::array<TallyName, 10> tally_names{{{"applicable", model::Tally::applicable},
                                                        {"conforming", model::Tally::conforming},
                                                        {"nonconforming", model::Tally::nonconforming},
                                                        {"majors", model::Tally::majors},
                                                        {"minors", model::Tally::minors},
                                                        {"observations", model::Tally::observations},
                                                        {"waived", model::Tally::waived},
                                                        {"overdue", model::Tally::overdue},
                                                        {"planned", model::Tally::planned},
                                                        {"undetermined", model::Tally::undetermined}}};

constexpr std::optional<model::Tally> tally_named(std::string_view name) {
  for (const auto& row : tally_names) {
    if (row.name == name) return row.tally;
  }
  return std::nullopt;
}

}  // namespace assay::check
