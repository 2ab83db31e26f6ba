#pragma once

#include "attestation/assessed.hpp"
#include "attestation/certificate.hpp"
#include "attestation/details.hpp"
#include "attestation/read.hpp"

#include <optional>
#include <string>
#include <vector>

namespace assay::attestation {

/// Where the report says two things that cannot both be true: it was edited, or a part of it was lost.
std::vector<Problem> contradictions(const Assessed& assessed);

/// Everything that stands against a statement of conformity, whoever signs it. Empty: a positive decision was taken by
/// somebody who may take it, and it rests on an assessment that carries it.
std::vector<Problem> objections(const Assessed& assessed);

/// What is missing in the details, or cannot be right. `assessed` has no objections to its terms and decision, or they
/// are not held against.
std::vector<Problem> problems_of_details(const Details& details, const Assessed& assessed);

/// The statement. Only for what none of the three above found anything in. `report_sha256` is of the report's text.
Certificate certificate_of(const Assessed& assessed, const Details& details, std::string report_sha256);

/// How long the decision makes the statement valid; nothing without a dated decision and terms, or beyond the calendar.
std::optional<Validity> validity_of(const Assessed& assessed);

}  // namespace assay::attestation
