#pragma once

#include "check/scope.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::check {

/// did_you_mean, but not once so much was reported that nobody will read it: the candidates may be the whole scheme.
std::vector<std::string> suggest(std::string_view word,
                                 const std::function<std::vector<std::string_view>()>& candidates,
                                 const Context& context);

}  // namespace assay::check
