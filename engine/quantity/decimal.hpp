#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assay {

/// An exact decimal number: 34 significant digits, exponent up to ±6144 (IEEE 754-2019 decimal128). Longer results
/// are rounded half to even. Never an infinity or NaN: what would be one is `nullopt`, and so is a number too small to
/// keep its digits (below 1e-6143, if it has more than fit).
class Decimal {
 public:
  constexpr Decimal() = default;  ///< 0
  static Decimal of(std::int64_t value);

  /// JSON or scheme notation without blanks; `_` must be gone. Digits beyond 34 are rounded half to even. Nothing if
  /// it is no number or beyond the range.
  static std::optional<Decimal> parse(std::string_view digits);

  friend std::optional<Decimal> add(const Decimal& left, const Decimal& right);
  friend std::optional<Decimal> subtract(const Decimal& left, const Decimal& right);
  friend std::optional<Decimal> multiply(const Decimal& left, const Decimal& right);
  /// Nothing for a divisor of 0.
  friend std::optional<Decimal> divide(const Decimal& left, const Decimal& right);
  friend Decimal negate(const Decimal& value);

  /// Half up: toward +infinity, so round(-2.5) = -2 (ECMA-262 Math.round).
  friend Decimal round_half_up(const Decimal& value);
  friend Decimal round_half_even(const Decimal& value);
  friend Decimal floor(const Decimal& value);
  friend Decimal ceiling(const Decimal& value);

  /// By value: 1.0 equals 1.
  friend bool operator==(const Decimal& left, const Decimal& right);
  friend std::strong_ordering operator<=>(const Decimal& left, const Decimal& right);

  bool is_integer() const;
  bool is_zero() const;
  bool is_negative() const;
  /// Nothing unless integral and within 64 bits.
  std::optional<std::int64_t> to_int64() const;

  /// The shortest plain notation that is exact: "0.3", "1000", "-2.50" is "-2.5"; exponents only beyond 34 places
  /// before the point or 33 zeros behind it ("1e+400", "1.5e-50"). A valid JSON number.
  std::string to_string() const;

 private:
  // The two halves of a BID_UINT128, kept apart so that values need no 16-byte alignment.
  std::uint64_t low_ = 0;
  std::uint64_t high_ = 0x3040000000000000u;  // 0E+0
};

// Found by argument-dependent lookup; declared here so that they can also be named.
std::optional<Decimal> add(const Decimal& left, const Decimal& right);
std::optional<Decimal> subtract(const Decimal& left, const Decimal& right);
std::optional<Decimal> multiply(const Decimal& left, const Decimal& right);
std::optional<Decimal> divide(const Decimal& left, const Decimal& right);
Decimal negate(const Decimal& value);
Decimal round_half_up(const Decimal& value);
Decimal round_half_even(const Decimal& value);
Decimal floor(const Decimal& value);
Decimal ceiling(const Decimal& value);

}  // namespace assay
