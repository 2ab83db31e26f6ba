#pragma once

#include "model/scheme.hpp"
#include "program/program.hpp"

namespace assay::compile {

/// The program that decides `scheme`. Total: a checked scheme always compiles. Linear.
program::Program compile(const model::Scheme& scheme);

}  // namespace assay::compile
