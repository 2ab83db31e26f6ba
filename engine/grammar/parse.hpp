#pragma once

#include "base/outcome.hpp"
#include "diagnostics/diagnostic.hpp"
#include "source/file.hpp"
#include "syntax/scheme.hpp"

namespace assay::grammar {

/// The file as a syntax tree, or nothing if `diagnostics` got an error. Every error of the file is reported: the
/// parser goes on at the next declaration, requirement or provision. Linear in the file. `file.text()` must be UTF-8
/// (the caller has checked it); a literate file is masked here.
Outcome<syntax::Module> parse(source::FileId id, const source::File& file, diagnostics::Diagnostics& diagnostics);

}  // namespace assay::grammar
