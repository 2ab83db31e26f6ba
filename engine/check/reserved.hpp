#pragma once

#include <string_view>

namespace assay::check {

/// Has the language given the word a meaning that no declaration may take: a type, a function, a count of the decision?
bool is_reserved(std::string_view word);

/// Words that are types by themselves: "boolean", "number", …
bool is_builtin_type(std::string_view word);

}  // namespace assay::check
