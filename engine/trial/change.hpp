#pragma once

#include "model/test.hpp"
#include "trial/composition.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace assay::trial {

/// Makes one change to a JSON text: puts `value`, which stands in the scheme at `from`, at the change's place, or takes
/// out what stands there. Gives what is wrong if there is no such place; nothing if the text is no JSON, which whoever
/// reads it will say. Linear in the text.
std::optional<std::string> apply(const model::Change& change, std::string_view value, Origin from,
                                 Composition& dossier);

}  // namespace assay::trial
