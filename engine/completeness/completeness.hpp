#pragma once

#include "model/scheme.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a scheme says of that which ISO/IEC 17067 asks a scheme to say, and of the activities of its type.
namespace assay::completeness {

enum class Status : std::uint8_t {
  present,
  missing,
  contradicts_type,  ///< it is there, and the scheme's type leaves no room for it
  undetermined,      ///< it depends on the type, which the scheme does not name
  not_applicable,
  outside_language  ///< a scheme must say it, and Assay's language cannot
};

/// The parts of a scheme under which the items stand.
enum class Part : std::uint8_t { scheme, requirements, decision, statement, surveillance, elsewhere };

/// One item. Texts are sentences without a full stop.
struct Finding {
  std::string_view id;  ///< "surveillance_by_market_sample": stable, for machines
  std::string_view title;
  Part part = Part::scheme;
  Status status = Status::missing;
  std::string note;                ///< what was found, or why it does not apply; may be empty
  std::string help;                ///< what to write; empty unless something is to be done
  std::optional<source::Span> at;  ///< where the scheme says it, or fails to
};

/// Every item once, in the order of the parts.
using Findings = std::vector<Finding>;

Findings completeness_of(const model::Scheme& scheme);

/// Must something be written before the scheme is complete?
bool is_open(Status status);
bool is_complete(const Findings& findings);
std::size_t count(const Findings& findings, Status status);

std::string_view to_string(Status status);  ///< "not_applicable"
std::string_view to_string(Part part);      ///< "elsewhere"

}  // namespace assay::completeness
