#pragma once

#include "evaluate/evaluate.hpp"
#include "report/json_writer.hpp"

// What every document of an assessment says of its origin.
namespace assay::report {

/// The members `engine` and `scheme`.
void write_engine(JsonWriter& json);
void write_scheme(JsonWriter& json, const evaluate::Scheme& scheme);

}  // namespace assay::report
