#pragma once

#include "diagnostics/diagnostic.hpp"
#include "dossier/dossier.hpp"
#include "source/file.hpp"

#include <string_view>

namespace assay {

/// What is wrong with a dossier, as a diagnostic over its text, which is `file`.
diagnostics::Diagnostic diagnostic_of(const dossier::Unusable& unusable, source::FileId file, std::string_view text);
diagnostics::Diagnostic diagnostic_of(const dossier::Finding& finding, source::FileId file, std::string_view text);

}  // namespace assay
