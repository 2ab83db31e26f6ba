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

/// What a module has of the kind that is meant.
using NamesOf = std::function<std::vector<std::string_view>(const Names&)>;
/// The same for a name that the module may have itself or, written `alias.name`, a file that it uses as a name; or that
/// the language has.
std::vector<std::string> suggest_name(std::string_view word, const NamesOf& names_of, const Context& context,
                                      std::size_t module, const std::vector<std::string_view>& of_language = {});

}  // namespace assay::check
