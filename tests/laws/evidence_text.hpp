#pragma once

#include "laws/choices.hpp"
#include "model/scheme.hpp"
#include "reference/document.hpp"

#include <string>

namespace assay::laws {

/// An item that may be of an evidence of the scheme, and may be good.
reference::Json any_evidence(Choices& choices, const model::Scheme& scheme);

/// The dossier with a good item more, which covers the key.
void fill_evidence(const model::Scheme& scheme, reference::Json& dossier, const std::string& name,
                   const std::string& requirement, const std::string& key);

}  // namespace assay::laws
