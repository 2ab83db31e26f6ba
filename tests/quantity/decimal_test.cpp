#include "quantity/decimal.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace assay {
namespace {

Decimal number(std::string_view text) {
  const auto parsed = Decimal::parse(text);
  EXPECT_TRUE(parsed) << text;
  return parsed.value_or(Decimal());
}
std::string canonical(std::string_view text) { return number(text).to_string(); }
std::string words(const std::optional<Decimal>& value) { return value ? value->to_string() : "nothing"; }

TEST(Decimal, IsZeroByDefault) {
  EXPECT_TRUE(Decimal().is_zero());
  EXPECT_EQ(Decimal(), number("0"));
  EXPECT_EQ(Decimal().to_string(), "0");
}

TEST(Decimal, AddsTenthsExactly) { EXPECT_EQ(words(add(number("0.1"), number("0.2"))), "0.3"); }

TEST(DecimalParse, TakesTheNumbersOfJsonAndOfSchemes) {
  EXPECT_EQ(canonical("42"), "42");
  EXPECT_EQ(canonical("-0.5"), "-0.5");
  EXPECT_EQ(canonical("1E+3"), "1000");
  EXPECT_EQ(canonical("1e25"), "10000000000000000000000000");
  EXPECT_EQ(canonical("12.5e-1"), "1.25");
  EXPECT_EQ(canonical("007"), "7");
}

TEST(DecimalParse, RefusesWhatIsNoNumber) {
  for (const auto* text : {"",         "-",   "+1",  ".5",   "1.",    "1e", "1e+", "1.e3", "0x10", "inf",   "-inf",
                           "Infinity", "nan", "NaN", "sNaN", "1_000", " 1", "1 ",  "1,5",  "--1",  "1e5.0", "1-"}) {
    EXPECT_FALSE(Decimal::parse(text)) << text;
  }
}

TEST(DecimalParse, RoundsTheThirtyFifthDigitHalfToEven) {
  EXPECT_EQ(canonical("1.0000000000000000000000000000000005"), "1");
  EXPECT_EQ(canonical("1.0000000000000000000000000000000015"), "1.000000000000000000000000000000002");
  EXPECT_EQ(canonical("1.00000000000000000000000000000000050000000001"), "1.000000000000000000000000000000001");
  EXPECT_EQ(canonical("9.9999999999999999999999999999999995"), "10");
  EXPECT_EQ(canonical("12345678901234567890123456789012345678"), "1.234567890123456789012345678901235e+37");
}

TEST(DecimalParse, DoesNotCountLeadingZerosAsDigits) {
  EXPECT_EQ(canonical("0.00000000001234567890123456789012345678901234"),
            "0.00000000001234567890123456789012345678901234");
}

TEST(DecimalParse, EndsAtTheRange) {
  EXPECT_EQ(canonical("1e6144"), "1e+6144");
  EXPECT_EQ(canonical("9.999999999999999999999999999999999e6144"), "9.999999999999999999999999999999999e+6144");
  EXPECT_EQ(canonical("1e-6176"), "1e-6176");
  for (const auto* text : {"1e6145", "-1e6145", "9.9999999999999999999999999999999999e6144", "1e-6177", "1.5e-6176",
                           "1e99999999999999999999", "1e-99999999999999999999"}) {
    EXPECT_FALSE(Decimal::parse(text)) << text;
  }
}

TEST(DecimalParse, TakesZeroWithAnyExponent) { EXPECT_EQ(canonical("0e99999999999999999999"), "0"); }

TEST(DecimalParse, TakesAMillionDigits) {
  const std::string zeros(1'000'000, '0');
  EXPECT_EQ(canonical("1" + zeros + "e-1000000"), "1");
  EXPECT_EQ(canonical("0." + zeros + "1e1000001"), "1");
}

TEST(DecimalText, IsCanonical) {
  EXPECT_EQ(canonical("1.50"), "1.5");
  EXPECT_EQ(canonical("100"), "100");
  EXPECT_EQ(canonical("-2.50"), "-2.5");
  EXPECT_EQ(canonical("0.000"), "0");
  EXPECT_EQ(canonical("120000000000000000000000000.00"), "120000000000000000000000000");
}

TEST(DecimalText, HasAnExponentBeyondThirtyFourPlacesOnly) {
  EXPECT_EQ(canonical("1e33"), "1000000000000000000000000000000000");
  EXPECT_EQ(canonical("1e34"), "1e+34");
  EXPECT_EQ(canonical("1e400"), "1e+400");
  EXPECT_EQ(canonical("1e-34"), "0.0000000000000000000000000000000001");
  EXPECT_EQ(canonical("1e-35"), "1e-35");
  EXPECT_EQ(canonical("15e-51"), "1.5e-50");
}

TEST(DecimalText, KeepsZerosInTheMiddle) {
  EXPECT_EQ(canonical("1000000000000000000000000000000001"), "1000000000000000000000000000000001");
  EXPECT_EQ(canonical("12300000000000000000.5"), "12300000000000000000.5");
}

TEST(DecimalZero, HasNoSign) {
  EXPECT_EQ(canonical("-0"), "0");
  EXPECT_EQ(canonical("-0.00"), "0");
  EXPECT_FALSE(number("-0").is_negative());
  EXPECT_EQ(number("-0"), number("0"));
  EXPECT_FALSE(negate(Decimal()).is_negative());
  EXPECT_EQ(ceiling(number("-0.5")).to_string(), "0");
  EXPECT_FALSE(ceiling(number("-0.5")).is_negative());
  EXPECT_EQ(words(multiply(number("-1"), number("0"))), "0");
  EXPECT_EQ(words(divide(number("0"), number("-3"))), "0");
}

TEST(DecimalArithmetic, IsExactBeyondSixtyFourBits) {
  EXPECT_EQ(words(add(number("1000000000000000000000000000000000"), number("0.4"))),
            "1000000000000000000000000000000000");
  EXPECT_EQ(words(add(number("99999999999999999999999999999999"), number("1"))), "100000000000000000000000000000000");
  EXPECT_EQ(words(subtract(number("1e20"), number("1e-10"))), "99999999999999999999.9999999999");
  EXPECT_EQ(words(multiply(number("18446744073709551615"), number("18446744073709551615"))),
            "3.402823669209384634264811192843491e+38");
}

TEST(DecimalArithmetic, DividesToThirtyFourDigits) {
  EXPECT_EQ(words(divide(number("1"), number("8"))), "0.125");
  EXPECT_EQ(words(divide(number("1"), number("3"))), "0.3333333333333333333333333333333333");
  EXPECT_EQ(words(divide(number("2"), number("3"))), "0.6666666666666666666666666666666667");
  EXPECT_EQ(words(divide(number("1"), number("30"))), "0.03333333333333333333333333333333333");
}

TEST(DecimalArithmetic, HasNoQuotientByZero) {
  EXPECT_FALSE(divide(number("1"), number("0")));
  EXPECT_FALSE(divide(number("0"), number("0")));
}

TEST(DecimalArithmetic, HasNoResultBeyondTheRange) {
  const auto largest = number("9.999999999999999999999999999999999e6144");
  EXPECT_FALSE(add(largest, largest));
  EXPECT_FALSE(subtract(negate(largest), largest));
  EXPECT_FALSE(multiply(number("1e4000"), number("1e4000")));
  EXPECT_FALSE(divide(number("1e4000"), number("1e-4000")));
  EXPECT_EQ(words(multiply(number("1e3000"), number("1e3144"))), "1e+6144");
}

TEST(DecimalArithmetic, DoesNotLoseATooSmallResult) {
  EXPECT_FALSE(multiply(number("1e-4000"), number("1e-4000")));
  EXPECT_FALSE(divide(number("1e-4000"), number("3e4000")));
  EXPECT_FALSE(multiply(number("1.234567890123456789012e-3090"), number("1.234567890123456789012e-3090")));
}

TEST(DecimalOrder, IsByValue) {
  EXPECT_EQ(number("1.0"), number("1"));
  EXPECT_EQ(number("1e3"), number("1000"));
  EXPECT_LT(number("-1"), number("0"));
  EXPECT_LT(number("9.99"), number("10"));
  EXPECT_LT(number("-10"), number("-9.99"));
}

TEST(DecimalOrder, HoldsAcrossDistantExponents) {
  EXPECT_LT(number("1e-6000"), number("1e6000"));
  EXPECT_GT(number("1e25"), number("5"));
  EXPECT_LT(number("-1e25"), number("5"));
  EXPECT_EQ(number("1e33"), number("1000000000000000000000000000000000"));
  EXPECT_LT(number("1000000000000000000000000000000000"), number("1000000000000000000000000000000001"));
}

TEST(RoundHalfUp, GoesTowardPositiveInfinity) {
  EXPECT_EQ(round_half_up(number("8.5")).to_string(), "9");
  EXPECT_EQ(round_half_up(number("42.5")).to_string(), "43");
  EXPECT_EQ(round_half_up(number("8.49")).to_string(), "8");
  EXPECT_EQ(round_half_up(number("-0.5")).to_string(), "0");
  EXPECT_EQ(round_half_up(number("-0.51")).to_string(), "-1");
}

TEST(RoundHalfUp, MinusTwoAndAHalfIsMinusTwo) { EXPECT_EQ(round_half_up(number("-2.5")).to_string(), "-2"); }

TEST(RoundHalfUp, LeavesLongWholeNumbersAlone) {
  EXPECT_EQ(round_half_up(number("1000000000000000000000000000000001")).to_string(),
            "1000000000000000000000000000000001");
  EXPECT_EQ(round_half_up(number("1e400")).to_string(), "1e+400");
}

TEST(RoundHalfUp, IsNotMisledByTheLastDigit) {
  EXPECT_EQ(round_half_up(number("0.4999999999999999999999999999999999")).to_string(), "0");
  EXPECT_EQ(round_half_up(number("9.499999999999999999999999999999999")).to_string(), "9");
  EXPECT_EQ(round_half_up(number("-0.5000000000000000000000000000000001")).to_string(), "-1");
  EXPECT_EQ(round_half_up(number("-1e-6000")).to_string(), "0");
}

TEST(RoundHalfEven, GoesToTheEvenNeighbour) {
  EXPECT_EQ(round_half_even(number("8.5")).to_string(), "8");
  EXPECT_EQ(round_half_even(number("9.5")).to_string(), "10");
  EXPECT_EQ(round_half_even(number("-2.5")).to_string(), "-2");
}

TEST(FloorAndCeiling, GoDownAndUp) {
  EXPECT_EQ(floor(number("-2.1")).to_string(), "-3");
  EXPECT_EQ(floor(number("2.9")).to_string(), "2");
  EXPECT_EQ(ceiling(number("-2.9")).to_string(), "-2");
  EXPECT_EQ(ceiling(number("2.1")).to_string(), "3");
  EXPECT_EQ(floor(number("1e400")).to_string(), "1e+400");
}

TEST(DecimalIntegers, AreToldByValue) {
  EXPECT_TRUE(number("2.00").is_integer());
  EXPECT_TRUE(number("1e400").is_integer());
  EXPECT_FALSE(number("2.01").is_integer());
  EXPECT_FALSE(number("1e-400").is_integer());
}

TEST(DecimalIntegers, ConvertWithinSixtyFourBits) {
  EXPECT_EQ(number("9223372036854775807").to_int64(), std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(number("-9223372036854775808").to_int64(), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(number("12e3").to_int64(), 12'000);
  EXPECT_EQ(number("-5.0").to_int64(), -5);
  EXPECT_EQ(number("0").to_int64(), 0);
  for (const auto* text :
       {"9223372036854775808", "-9223372036854775809", "1e19", "1e400", "0.5", "20000000000000000000000000000000e2"}) {
    EXPECT_FALSE(number(text).to_int64()) << text;
  }
}

TEST(DecimalIntegers, ComeFromSixtyFourBits) {
  EXPECT_EQ(Decimal::of(std::numeric_limits<std::int64_t>::min()).to_string(), "-9223372036854775808");
  EXPECT_EQ(Decimal::of(std::numeric_limits<std::int64_t>::max()).to_string(), "9223372036854775807");
  EXPECT_EQ(Decimal::of(-1), number("-1"));
}

}  // namespace
}  // namespace assay
