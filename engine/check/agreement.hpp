#pragma once

#include "check/expression.hpp"

// How operands come to one type and one unit.
namespace assay::check {

/// Why two operands are no operands of one comparison, sum or choice.
enum class Clash : std::uint8_t { none, kind, dimension, percent_and_plain, date_and_datetime };
Clash clash_of(const model::Expression& left, const model::Expression& right, const Scope& scope);

/// What the operands are for decides how a clash is reported.
enum class Purpose : std::uint8_t { comparison, choice };

/// Brings all operands to the type of the first and to one unit; a text that an enumeration writes becomes its member.
/// False after a report.
bool agree(Drafts& operands, Purpose purpose, Scope& scope);

/// The type of operands that agree: number if one is.
model::TypeId common_type(const Drafts& operands, Scope& scope);

/// The same quantity in the base unit of its dimension.
Draft in_base_unit(Draft number, Scope& scope);
/// All in their base unit, unless they have one unit already; literals are converted at once. They must be of one
/// dimension.
void bring_to_one_unit(Drafts& operands, Scope& scope);
/// A percentage as the plain number it stands for: 5 % is 0.05.
Draft as_fraction(Draft percentage, Scope& scope);
Decimal hundredth();

/// "kWh", "%" or "a plain number".
std::string unit_words(model::UnitId unit, const Scope& scope);
/// What makes a plain number a percentage: "write '5 %'", "write 'percent(x)'".
std::vector<std::string> percent_help(const model::Expression& plain, const Scope& scope);

}  // namespace assay::check
