#pragma once

#include "cli/options.hpp"
#include "dossier/dossier.hpp"
#include "source/read.hpp"

#include <string>
#include <string_view>

namespace assay::cli {

/// A dossier that could not be read.
dossier::Unusable unusable_of(const source::ReadFailure& failure, const std::string& path);

/// "256 MB": what a dossier may have.
std::string dossier_limit();

/// The diagnostic of an unusable dossier, over its text.
std::string rendered_unusable(const dossier::Unusable& unusable, const std::string& name, std::string_view text,
                              const CommonOptions& options);
void report_unusable(const dossier::Unusable& unusable, const std::string& name, std::string_view text,
                     const CommonOptions& options);

/// The errors among the data findings, over the dossier's text.
std::string rendered_findings(const std::vector<dossier::Finding>& findings, const std::string& name,
                              std::string_view text, const CommonOptions& options);

}  // namespace assay::cli
