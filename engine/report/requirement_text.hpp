#pragma once

#include "assessment/assessment.hpp"
#include "report/text_page.hpp"

#include <string>
#include <string_view>

namespace assay::report {

/// A requirement with its verdict and, unless it conforms, why. `path` is the dossier's.
void write_requirement(const assessment::RequirementResult& requirement, std::string_view path, std::size_t id_width,
                       TextPage& page);

/// A provision as it is written, with its message and its reasons.
void write_provision(const assessment::ProvisionResult& provision, std::string_view path, std::size_t indent,
                     TextPage& page);

/// "acme.json:4:17 (/subject/risk_class)"
std::string place_in_dossier(const assessment::DossierPlace& place, std::string_view path);

}  // namespace assay::report
