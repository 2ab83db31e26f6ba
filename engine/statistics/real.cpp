#include "statistics/real.hpp"

#include <array>
#include <charconv>
#include <limits>

namespace assay::statistics {

double to_double(const Decimal& value) {
  const std::string digits = value.to_string();
  double nearest = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), nearest);
  if (read.ec != std::errc::result_out_of_range) return nearest;
  const bool is_tiny = digits.find("e-") != std::string::npos;
  if (is_tiny) return 0;
  return value.is_negative() ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
}

std::string to_six_digits(double value) {
  std::array<char, 32> digits{};
  const double unsigned_zero = value == 0 ? 0 : value;
  const auto written =
      std::to_chars(digits.data(), digits.data() + digits.size(), unsigned_zero, std::chars_format::general, 6);
  return {digits.data(), written.ptr};
}

}  // namespace assay::statistics
