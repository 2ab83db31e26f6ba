#pragma once

#include "program/program.hpp"

// Internal to the stage.
namespace assay::compile {

/// Marks how each node moves with the assessment date. A program that never reads that date stays as it is.
void mark_courses(program::Program& program);

}  // namespace assay::compile
