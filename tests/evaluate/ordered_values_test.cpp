#include "evaluate/ordered_values.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace assay::evaluate {
namespace {

using model::Kind;

Value number(const std::string& text) { return *Decimal::parse(text); }

std::string shown(const Value& value) {
  if (const auto* number = std::get_if<Decimal>(&value)) return number->to_string();
  if (const auto* date = std::get_if<Date>(&value)) return to_string(*date);
  return to_string(std::get<DateTime>(value));
}

std::string among(const std::vector<Value>& cuts, std::size_t count, Kind kind) {
  std::string text;
  for (const Value& value : values_among(cuts, count, kind)) text += (text.empty() ? "" : " ") + shown(value);
  return text;
}

TEST(OrderedValues, NumbersLieOnTheCutsBetweenThemAndBesideThem) {
  EXPECT_EQ(among({number("5"), number("2")}, 1, Kind::number), "1 2 3.5 5 6");
  EXPECT_EQ(among({number("2"), number("4")}, 2, Kind::number), "0 1 2 2.5 3 4 5 6");
  EXPECT_EQ(among({}, 2, Kind::number), "0 1");
}

TEST(OrderedValues, WholeNumbersLeaveOutCutsThatAreNone) {
  EXPECT_EQ(among({number("4"), number("5")}, 1, Kind::integer), "3 4 5 6");
  EXPECT_EQ(among({number("2.5")}, 2, Kind::integer), "1 2 3 4");
  EXPECT_EQ(among({number("2.5"), number("2.7")}, 1, Kind::integer), "2 3");
  EXPECT_EQ(among({number("0"), number("9")}, 2, Kind::integer), "-2 -1 0 1 2 9 10 11");
}

TEST(OrderedValues, NothingLiesBetweenNumbersOfThirtyFourDigitsNextToEachOther) {
  const std::string low = "1.000000000000000000000000000000001";
  const std::string high = "1.000000000000000000000000000000003";
  EXPECT_EQ(among({number(low), number(high)}, 3, Kind::number),
            "-1.999999999999999999999999999999999 -0.999999999999999999999999999999999 "
            "0.000000000000000000000000000000001 " +
                low + " 1.000000000000000000000000000000002 " + high +
                " 2.000000000000000000000000000000003 3.000000000000000000000000000000003 "
                "4.000000000000000000000000000000003");
}

TEST(OrderedValues, GreatNumbersHaveOthersBesideThem) {
  for (const Kind kind : {Kind::number, Kind::integer}) {
    for (const std::string text : {"1e34", "-1e34", "1e40", "-3e6000", "9e6144"}) {
      const std::vector<Value> found = values_among({number(text)}, 4, kind);
      ASSERT_EQ(found.size(), 9U) << text;
      for (std::size_t i = 1; i < found.size(); ++i)
        EXPECT_LT(std::get<Decimal>(found[i - 1]), std::get<Decimal>(found[i])) << text;
      EXPECT_EQ(found[4], number(text));
    }
  }
  const std::string greatest = "9.999999999999999999999999999999999e6144";
  EXPECT_EQ(values_among({number(greatest)}, 2, Kind::number).size(), 3U);
  EXPECT_EQ(values_among({number("9.999999999999999999999999999999998e6144")}, 2, Kind::number).back(),
            number(greatest));
}

TEST(OrderedValues, DaysEndWithTheCalendar) {
  const auto on = [](int year, int month, int day) { return Value(*date_of({year, month, day})); };
  EXPECT_EQ(among({on(2024, 2, 28), on(2024, 3, 1)}, 2, Kind::date),
            "2024-02-26 2024-02-27 2024-02-28 2024-02-29 2024-03-01 2024-03-02 2024-03-03");
  EXPECT_EQ(among({on(1, 1, 2), on(9999, 12, 31)}, 2, Kind::date),
            "0001-01-01 0001-01-02 0001-01-03 0001-01-04 9999-12-31");
}

TEST(OrderedValues, InstantsLieANanosecondApart) {
  const Value low = DateTime{0, 999'999'999};
  const Value high = DateTime{1, 2};
  EXPECT_EQ(among({low, high}, 1, Kind::datetime),
            "1970-01-01T00:00:00.999999998Z 1970-01-01T00:00:00.999999999Z 1970-01-01T00:00:01Z "
            "1970-01-01T00:00:01.000000002Z 1970-01-01T00:00:01.000000003Z");
  EXPECT_EQ(values_among({*parse_datetime("0001-01-01T00:00:00Z")}, 1, Kind::datetime).size(), 2U);
  EXPECT_EQ(values_among({*parse_datetime("9999-12-31T23:59:59.999999999Z")}, 1, Kind::datetime).size(), 2U);
}

}  // namespace
}  // namespace assay::evaluate
