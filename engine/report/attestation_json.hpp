#pragma once

#include "assessment/assessment.hpp"
#include "model/scheme.hpp"
#include "report/json_writer.hpp"

namespace assay::report {

/// What a statement of conformity is made of: what the scheme asks of it and the facts that it carries.
void write_attestation(JsonWriter& json, const assessment::Assessment& assessment, const model::Scheme& scheme);

}  // namespace assay::report
