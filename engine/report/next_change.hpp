#pragma once

#include "assessment/assessment.hpp"
#include "model/scheme.hpp"
#include "report/json_writer.hpp"
#include "report/text_page.hpp"

// Internal to the stage: the day on which the assessment would come out otherwise.
namespace assay::report {

void write_next_change(JsonWriter& json, const assessment::Assessment& assessment, const model::Scheme& scheme);

/// Nothing is written where nothing changes.
void write_next_change(TextPage& page, const assessment::Assessment& assessment, const model::Scheme& scheme);

}  // namespace assay::report
