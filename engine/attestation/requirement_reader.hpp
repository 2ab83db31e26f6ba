#pragma once

#include "attestation/report_object.hpp"

namespace assay::attestation {

/// One of the report's `requirements`. Internal to the stage.
Requirement read_requirement(ReportObject of);

}  // namespace assay::attestation
