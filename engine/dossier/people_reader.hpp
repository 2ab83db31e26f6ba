#pragma once

#include "dossier/findings.hpp"
#include "dossier/people.hpp"

namespace assay::dossier {

/// The dossier's `people`. What is wrong with one is a finding; what is right is kept.
std::vector<Person> read_people(const Json& json, JsonIndex list, Findings& findings);

/// The dossier's `review`, an object.
std::optional<Review> read_review(const Json& json, JsonIndex value, Findings& findings);

}  // namespace assay::dossier
