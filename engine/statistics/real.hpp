#pragma once

#include "quantity/decimal.hpp"

#include <string>

// Between exact decimals and the binary floating point of the distributions.
namespace assay::statistics {

/// The nearest binary number; infinite or 0 beyond the range of doubles.
double to_double(const Decimal& value);

/// Six significant digits, as JSON: results of statistics are not exact.
std::string to_six_digits(double value);

}  // namespace assay::statistics
