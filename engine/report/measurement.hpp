#pragma once

#include "assessment/assessment.hpp"
#include "report/json_writer.hpp"

#include <string>

// Decisions about measured values, as reports show them.
namespace assay::report {

/// The member `measurement`: the one that explains the result, and the others inside it.
void write_measurement(JsonWriter& json, const assessment::ProvisionResult& provision);

/// "91.3 %, U 1.2 (k 2), limit 90 %, accepted from 91.2 %, p 0.985: pass"
std::string measurement_text(const assessment::Measurement& measurement);

}  // namespace assay::report
