#pragma once

#include "model/expression.hpp"

#include <functional>
#include <vector>

namespace assay::check {

/// Does `holds` hold of the expression or of one inside it? Bodies of defines and tables are not entered.
bool holds_anywhere(const model::Expression& expression, const std::function<bool(const model::Expression&)>& holds);

/// The expressions directly inside the expression.
std::vector<const model::Expression*> parts_of(const model::Expression& expression);

/// Calls `visit` with the expression and every one inside it.
void for_each_node(const model::Expression& expression, const std::function<void(const model::Expression&)>& visit);

}  // namespace assay::check
