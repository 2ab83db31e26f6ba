#pragma once

#include "model/expression.hpp"

#include <functional>
#include <vector>

namespace assay::model {

/// Does `holds` hold of the expression or of one inside it? Bodies of defines and tables are not entered.
bool holds_anywhere(const Expression& expression, const std::function<bool(const Expression&)>& holds);

/// The expressions directly inside the expression.
std::vector<const Expression*> parts_of(const Expression& expression);

/// Calls `visit` with the expression and every one inside it.
void for_each_node(const Expression& expression, const std::function<void(const Expression&)>& visit);

}  // namespace assay::model
