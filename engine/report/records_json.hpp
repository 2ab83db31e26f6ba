#pragma once

#include "assessment/assessment.hpp"
#include "model/scheme.hpp"
#include "report/json_writer.hpp"

// Parts of the JSON report: what the dossier records beside facts, and the time in which something holds.
namespace assay::report {

void write_dossier_place(JsonWriter& json, const assessment::DossierPlace& place);

/// Whether the verdict is presumed, or a presumption rebutted.
void write_presumption(JsonWriter& json, const assessment::RequirementResult& requirement);
void write_waiver(JsonWriter& json, const assessment::RequirementResult& requirement);
void write_nonconformities(JsonWriter& json, const assessment::RequirementResult& requirement);

void write_ground_of_record(JsonWriter& json, const assessment::Statement& record);
void write_ground_of_presumption(JsonWriter& json, const assessment::Statement& presumption);

/// What comes into force, and how long the statement of conformity holds.
void write_time(JsonWriter& json, const assessment::Assessment& assessment, const model::Scheme& scheme);

}  // namespace assay::report
