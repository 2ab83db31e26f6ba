// Decimals in the binary encoding of decimal128. What fits 64 bits of coefficient, nearly every number of a dossier, is
// added, multiplied and compared as integers; the rest is left to Intel's library.
#include "quantity/decimal.hpp"

#include <bid_conf.h>
#include <bid_functions.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdlib>
#include <limits>

namespace assay {
namespace {

// Only a typedef can be marked as an extension.
__extension__ typedef unsigned __int128 Wide;  // NOLINT(modernize-use-using)
__extension__ typedef __int128 SignedWide;     // NOLINT(modernize-use-using)

constexpr int precision = 34;
constexpr int exponent_bias = 6176;
constexpr int lowest_exponent = -6176;
constexpr int highest_exponent = 6111;  // of a coefficient of 34 digits: 9.99…e6144

constexpr unsigned exponent_shift = 49;  // within the high half
constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63;
constexpr std::uint64_t coefficient_mask = (std::uint64_t{1} << exponent_shift) - 1;

constexpr std::array<Wide, precision + 1> powers_of_ten = [] {
  std::array<Wide, precision + 1> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();
constexpr Wide power_of_ten(int exponent) { return powers_of_ten[static_cast<std::size_t>(exponent)]; }

struct Halves {
  std::uint64_t low;
  std::uint64_t high;
};

struct Parts {
  Wide coefficient;
  int exponent;
  bool negative;
};

// INVARIANT: a Decimal is finite with at most 34 digits, so its two bits behind the sign are never both set and the
// exponent always starts there. A zero is 0E+0 without a sign.
Parts parts_of(const Decimal& value) {
  const auto [low, high] = std::bit_cast<Halves>(value);
  return {.coefficient = Wide{high & coefficient_mask} << 64 | low,
          .exponent = static_cast<int>(high >> exponent_shift & 0x3fff) - exponent_bias,
          .negative = (high & sign_bit) != 0};
}

/// Of parts within the range.
Decimal decimal_of(const Parts& parts) {
  if (parts.coefficient == 0) return {};
  const std::uint64_t biased = static_cast<unsigned>(parts.exponent + exponent_bias);
  return std::bit_cast<Decimal>(Halves{.low = static_cast<std::uint64_t>(parts.coefficient),
                                       .high = static_cast<std::uint64_t>(parts.coefficient >> 64) |
                                               biased << exponent_shift | (parts.negative ? sign_bit : 0)});
}

/// Of at most 34 digits and any exponent.
std::optional<Decimal> fitted(Wide coefficient, std::int64_t exponent, bool negative) {
  if (coefficient == 0) return Decimal();
  for (; exponent > highest_exponent && coefficient < power_of_ten(precision - 1); --exponent) coefficient *= 10;
  for (; exponent < lowest_exponent && coefficient % 10 == 0; ++exponent) coefficient /= 10;
  if (exponent > highest_exponent || exponent < lowest_exponent) return std::nullopt;
  return decimal_of({.coefficient = coefficient, .exponent = static_cast<int>(exponent), .negative = negative});
}

BID_UINT128 encoded(const Decimal& value) { return std::bit_cast<BID_UINT128>(value); }

Decimal decoded(BID_UINT128 encoding) {
  const auto value = std::bit_cast<Decimal>(encoding);
  return value.is_zero() ? Decimal() : value;
}

std::optional<Decimal> checked(BID_UINT128 result, _IDEC_flags flags) {
  // A result that underflows has lost digits below the 34th, at worst all of them.
  constexpr _IDEC_flags failures =
      static_cast<_IDEC_flags>(BID_INVALID_EXCEPTION) | static_cast<_IDEC_flags>(BID_ZERO_DIVIDE_EXCEPTION) |
      static_cast<_IDEC_flags>(BID_OVERFLOW_EXCEPTION) | static_cast<_IDEC_flags>(BID_UNDERFLOW_EXCEPTION);
  if ((flags & failures) != 0) return std::nullopt;
  return decoded(result);
}

bool fits_64_bits(const Parts& parts) { return parts.coefficient >> 64 == 0; }

/// Two numbers as integers that count the same power of ten.
struct Aligned {
  SignedWide left;
  SignedWide right;
  int exponent;
};

SignedWide integer_at(const Parts& parts, int exponent) {
  const auto magnitude = static_cast<SignedWide>(parts.coefficient * power_of_ten(parts.exponent - exponent));
  return parts.negative ? -magnitude : magnitude;
}

/// Nothing if the sum of the integers could have more than 34 digits.
std::optional<Aligned> aligned(const Decimal& left, const Decimal& right) {
  constexpr int farthest = 14;  // 2^64 * 10^14 + 2^64 < 10^34
  const auto left_parts = parts_of(left);
  const auto right_parts = parts_of(right);
  if (!fits_64_bits(left_parts) || !fits_64_bits(right_parts)) return std::nullopt;
  const int exponent = std::min(left_parts.exponent, right_parts.exponent);
  if (std::max(left_parts.exponent, right_parts.exponent) - exponent > farthest) return std::nullopt;
  return Aligned{
      .left = integer_at(left_parts, exponent), .right = integer_at(right_parts, exponent), .exponent = exponent};
}

/// The digits of a literal: the first 34 significant ones, and of the rest what rounding asks for.
class Significand {
 public:
  void take_integral(int digit) {
    if (!take(digit)) ++exponent_;
  }
  void take_fractional(int digit) {
    if (take(digit)) --exponent_;
  }

  std::optional<Decimal> times_power_of_ten(std::int64_t exponent, bool negative) const {
    const bool is_odd = (coefficient_ & 1) != 0;
    const bool is_up = first_dropped_ > 5 || (first_dropped_ == 5 && (any_dropped_behind_ || is_odd));
    const auto coefficient = coefficient_ + (is_up ? 1 : 0);
    exponent += exponent_;
    if (coefficient == power_of_ten(precision)) return fitted(coefficient / 10, exponent + 1, negative);
    return fitted(coefficient, exponent, negative);
  }

 private:
  bool take(int digit) {
    if (coefficient_ < power_of_ten(precision - 1)) {
      coefficient_ = coefficient_ * 10 + static_cast<unsigned>(digit);
      return true;
    }
    if (first_dropped_ < 0) {
      first_dropped_ = digit;
    } else if (digit != 0) {
      any_dropped_behind_ = true;
    }
    return false;
  }

  Wide coefficient_ = 0;
  std::int64_t exponent_ = 0;
  int first_dropped_ = -1;
  bool any_dropped_behind_ = false;
};

bool take(std::string_view& text, char wanted) {
  if (!text.starts_with(wanted)) return false;
  text.remove_prefix(1);
  return true;
}

/// False without at least one digit.
template <typename Sink>
bool take_digits(std::string_view& text, Sink sink) {
  std::size_t length = 0;
  for (; length < text.size() && text[length] >= '0' && text[length] <= '9'; ++length) sink(text[length] - '0');
  text.remove_prefix(length);
  return length > 0;
}

std::optional<std::int64_t> take_exponent(std::string_view& text) {
  // Larger than any number of digits can make up for, and far from the end of 64 bits.
  constexpr std::int64_t enough = 1'000'000'000'000;
  const bool negative = take(text, '-');
  if (!negative) take(text, '+');
  std::int64_t exponent = 0;
  if (!take_digits(text, [&](int digit) { exponent = std::min(enough, exponent * 10 + digit); })) return std::nullopt;
  return negative ? -exponent : exponent;
}

/// Adds digits to the coefficient; returns the first letter that is none.
const char* take_digits(const char* at, const char* end, std::uint64_t& coefficient) {
  for (; at != end; ++at) {
    const unsigned digit = static_cast<unsigned char>(*at) - unsigned{'0'};
    if (digit > 9) break;
    coefficient = coefficient * 10 + digit;
  }
  return at;
}

/// A number of at most 18 digits without an exponent, as nearly all are; nothing for what may be another or none.
std::optional<Decimal> short_decimal(std::string_view digits) {
  constexpr std::ptrdiff_t most = 18;
  const bool negative = take(digits, '-');
  const char* const first = digits.data();
  const char* const end = first + digits.size();
  if (end - first > most + 1) return std::nullopt;  // one more for the point
  std::uint64_t coefficient = 0;
  const char* const point = take_digits(first, end, coefficient);
  const std::ptrdiff_t places = point == end ? 0 : end - point - 1;
  if (point != end && (*point != '.' || places == 0 || take_digits(point + 1, end, coefficient) != end))
    return std::nullopt;
  if (point == first || (point == end && end - first > most)) return std::nullopt;
  if (coefficient == 0) return Decimal();
  const auto biased = static_cast<std::uint64_t>(exponent_bias - places);
  return std::bit_cast<Decimal>(
      Halves{.low = coefficient, .high = biased << exponent_shift | (negative ? sign_bit : 0)});
}

constexpr std::array<std::uint64_t, 20> short_powers_of_ten = [] {
  std::array<std::uint64_t, 20> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

/// Is left * 10^further more than right? Both have 64 bits, left is not 0.
std::strong_ordering order_of_scaled(std::uint64_t left, int further, std::uint64_t right) {
  std::uint64_t scaled = 0;
  const bool is_beyond = further >= static_cast<int>(short_powers_of_ten.size()) ||
                         __builtin_mul_overflow(left, short_powers_of_ten[static_cast<std::size_t>(further)], &scaled);
  return is_beyond ? std::strong_ordering::greater : scaled <=> right;
}

std::strong_ordering reversed(std::strong_ordering order) { return 0 <=> order; }

/// Of numbers whose coefficients have 64 bits.
std::strong_ordering order_of_short(const Parts& left, const Parts& right) {
  if (left.negative != right.negative) {
    return left.negative ? std::strong_ordering::less : std::strong_ordering::greater;
  }
  const auto left_digits = static_cast<std::uint64_t>(left.coefficient);
  const auto right_digits = static_cast<std::uint64_t>(right.coefficient);
  const int further = left.exponent - right.exponent;
  std::strong_ordering order = left_digits <=> right_digits;
  if (further > 0 && left_digits != 0) order = order_of_scaled(left_digits, further, right_digits);
  if (further < 0 && right_digits != 0) order = reversed(order_of_scaled(right_digits, -further, left_digits));
  return left.negative ? reversed(order) : order;
}

std::string digits_of(Wide coefficient) {
  constexpr int lower_digits = 17;
  const auto upper = static_cast<std::uint64_t>(coefficient / power_of_ten(lower_digits));
  auto lower = std::to_string(static_cast<std::uint64_t>(coefficient % power_of_ten(lower_digits)));
  if (upper == 0) return lower;
  return std::to_string(upper) + std::string(lower_digits - lower.size(), '0') + lower;
}

/// `digits` with a point before the digit at `point`, which may lie outside of them.
std::string plain(const std::string& digits, int point) {
  const int count = static_cast<int>(digits.size());
  if (point <= 0) return "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  if (point >= count) return digits + std::string(static_cast<std::size_t>(point - count), '0');
  return digits.substr(0, static_cast<std::size_t>(point)) + "." + digits.substr(static_cast<std::size_t>(point));
}

std::string scientific(const std::string& digits, int point) {
  const std::string fraction = digits.size() > 1 ? "." + digits.substr(1) : "";
  return digits.front() + fraction + (point > 0 ? "e+" : "e-") + std::to_string(std::abs(point - 1));
}

}  // namespace

Decimal Decimal::of(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return decimal_of({.coefficient = value < 0 ? 0 - bits : bits, .exponent = 0, .negative = value < 0});
}

std::optional<Decimal> Decimal::parse(std::string_view digits) {
  if (const auto decimal = short_decimal(digits)) return decimal;
  const bool negative = take(digits, '-');
  Significand significand;
  if (!take_digits(digits, [&](int digit) { significand.take_integral(digit); })) return std::nullopt;
  if (take(digits, '.') && !take_digits(digits, [&](int digit) { significand.take_fractional(digit); })) {
    return std::nullopt;
  }
  std::optional<std::int64_t> exponent = 0;
  if (take(digits, 'e') || take(digits, 'E')) exponent = take_exponent(digits);
  if (!exponent || !digits.empty()) return std::nullopt;
  return significand.times_power_of_ten(*exponent, negative);
}

std::optional<Decimal> add(const Decimal& left, const Decimal& right) {
  if (const auto both = aligned(left, right)) {
    const auto sum = both->left + both->right;
    return decimal_of(
        {.coefficient = static_cast<Wide>(sum < 0 ? -sum : sum), .exponent = both->exponent, .negative = sum < 0});
  }
  _IDEC_flags flags = 0;
  const auto sum = bid128_add(encoded(left), encoded(right), BID_ROUNDING_TO_NEAREST, &flags);
  return checked(sum, flags);
}

std::optional<Decimal> subtract(const Decimal& left, const Decimal& right) { return add(left, negate(right)); }

std::optional<Decimal> multiply(const Decimal& left, const Decimal& right) {
  const auto left_parts = parts_of(left);
  const auto right_parts = parts_of(right);
  if (fits_64_bits(left_parts) && fits_64_bits(right_parts)) {
    const auto product = left_parts.coefficient * right_parts.coefficient;
    const bool negative = left_parts.negative != right_parts.negative;
    if (product < power_of_ten(precision)) {
      return fitted(product, left_parts.exponent + right_parts.exponent, negative);
    }
  }
  _IDEC_flags flags = 0;
  const auto product = bid128_mul(encoded(left), encoded(right), BID_ROUNDING_TO_NEAREST, &flags);
  return checked(product, flags);
}

std::optional<Decimal> divide(const Decimal& left, const Decimal& right) {
  _IDEC_flags flags = 0;
  const auto quotient = bid128_div(encoded(left), encoded(right), BID_ROUNDING_TO_NEAREST, &flags);
  return checked(quotient, flags);
}

Decimal negate(const Decimal& value) {
  auto parts = parts_of(value);
  parts.negative = !parts.negative;
  return decimal_of(parts);
}

Decimal round_half_up(const Decimal& value) {
  // A number with a fraction has room for the half; a whole one of 34 digits has not, and would be rounded.
  if (value.is_integer()) return value;
  const auto half = decimal_of({.coefficient = 5, .exponent = -1, .negative = false});
  return floor(*add(value, half));
}

Decimal round_half_even(const Decimal& value) {
  _IDEC_flags flags = 0;
  return decoded(bid128_round_integral_nearest_even(encoded(value), &flags));
}

Decimal floor(const Decimal& value) {
  _IDEC_flags flags = 0;
  return decoded(bid128_round_integral_negative(encoded(value), &flags));
}

Decimal ceiling(const Decimal& value) {
  _IDEC_flags flags = 0;
  return decoded(bid128_round_integral_positive(encoded(value), &flags));
}

bool operator==(const Decimal& left, const Decimal& right) { return (left <=> right) == 0; }

std::strong_ordering operator<=>(const Decimal& left, const Decimal& right) {
  // Most numbers that are compared have the same sign and as many places: then the coefficients are in their order.
  if (left.high_ == right.high_ && (left.high_ & (sign_bit | coefficient_mask)) == 0) return left.low_ <=> right.low_;
  const auto left_parts = parts_of(left);
  const auto right_parts = parts_of(right);
  if (fits_64_bits(left_parts) && fits_64_bits(right_parts)) return order_of_short(left_parts, right_parts);
  _IDEC_flags flags = 0;
  if (bid128_quiet_equal(encoded(left), encoded(right), &flags) != 0) return std::strong_ordering::equal;
  const bool is_less = bid128_quiet_less(encoded(left), encoded(right), &flags) != 0;
  return is_less ? std::strong_ordering::less : std::strong_ordering::greater;
}

bool Decimal::is_integer() const {
  const auto parts = parts_of(*this);
  if (parts.exponent >= 0 || parts.coefficient == 0) return true;
  return -parts.exponent < precision && parts.coefficient % power_of_ten(-parts.exponent) == 0;
}

bool Decimal::is_zero() const { return low_ == 0 && (high_ & coefficient_mask) == 0; }

bool Decimal::is_negative() const { return (high_ & sign_bit) != 0; }

std::optional<std::int64_t> Decimal::to_int64() const {
  constexpr int most_zeros = 18;
  if (!is_integer()) return std::nullopt;
  const auto parts = parts_of(*this);
  if (parts.exponent > most_zeros) return std::nullopt;
  if (parts.exponent > 0 && !fits_64_bits(parts)) return std::nullopt;
  const auto magnitude = parts.exponent < 0 ? parts.coefficient / power_of_ten(-parts.exponent)
                                            : parts.coefficient * power_of_ten(parts.exponent);
  constexpr Wide largest = std::numeric_limits<std::int64_t>::max();
  if (magnitude > largest + (parts.negative ? 1 : 0)) return std::nullopt;
  const auto bits = static_cast<std::uint64_t>(magnitude);
  return static_cast<std::int64_t>(parts.negative ? 0 - bits : bits);
}

std::string Decimal::to_string() const {
  const auto parts = parts_of(*this);
  if (parts.coefficient == 0) return "0";
  std::string digits = digits_of(parts.coefficient);
  const int point = static_cast<int>(digits.size()) + parts.exponent;
  digits.resize(digits.find_last_not_of('0') + 1);
  const bool is_plain = point > -precision && point <= precision;
  return (parts.negative ? "-" : "") + (is_plain ? plain(digits, point) : scientific(digits, point));
}

}  // namespace assay
