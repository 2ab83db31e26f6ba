#pragma once

#include "program/program.hpp"

namespace assay::compile {

/// Makes straight tests of the conditions of requirements and their provisions, as far as they are worth it. Every node
/// of the program must be there, with its course.
void make_straight_tests(program::Program& program);

}  // namespace assay::compile
