#include "check/scheme_fixture.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

/// The first report about `table level … by INPUT { ROWS }`.
std::string table_report(std::string_view input, std::string_view rows) {
  return report_in("enum Risk { high, middle, low }\ntable level(risk: Risk, when: datetime) by " + std::string(input) +
                   " {\n" + std::string(rows) + "\n}");
}

constexpr std::string_view add_row = " |  | add a row for it, or a last row 'otherwise => …'";
std::string gap(const std::string& witness) {
  return "no row of table 'level' matches " + witness + std::string(add_row);
}
std::string overlap(const std::string& witness) { return "two rows of table 'level' both match " + witness + " | "; }

TEST(TableCoverage, IntegersHaveNoGapBetweenNeighbours) {
  EXPECT_EQ(table_report("system.size", ".. 0 => 1\n1 .. 5 => 2\n6 .. => 3"), "");
  EXPECT_EQ(table_report("system.size", ".. 0 => 1\n1 .. 5 => 2\n7 .. => 3"), gap("6"));
}

TEST(TableCoverage, NumbersDo) {
  EXPECT_EQ(table_report("system.level", ".. 0 => 1\n1 .. 5 => 2\n6 .. => 3"), gap("0.5"));
  EXPECT_EQ(table_report("system.level", ".. < 1 => 1\n1 .. < 6 => 2\n6 .. => 3"), "");
  EXPECT_EQ(table_report("system.level", ".. 1 => 1\n> 1 .. 6 => 2\n> 6 .. => 3"), "");
  EXPECT_EQ(table_report("system.level", ".. < 1 => 1\n> 1 .. => 2"), gap("1"));
}

TEST(TableCoverage, ACountIsNeverNegative) {
  EXPECT_EQ(table_report("length(system.name)", "0 => 1\n1 .. 5 => 2\n6 .. => 3"), "");
  EXPECT_EQ(table_report("system.size", "0 => 1\n1 .. 5 => 2\n6 .. => 3"), gap("-1"));
  EXPECT_EQ(table_report("month(system.since)", "1 .. 6 => 1\n7 .. 12 => 2"), "");
}

TEST(TableCoverage, ACountMayStandInADefine) {
  EXPECT_EQ(table_report("letters",
                         "0 => 1\n1 .. => 2\n}\ndefine letters = length(system.name)\ntable other by 1 {\n"
                         "otherwise => 1"),
            "");
}

TEST(TableCoverage, AWitnessIsInTheInputsUnit) {
  EXPECT_EQ(table_report("system.share", ".. 5 % => 1\n> 10 % .. => 2"), gap("6 %"));
}

TEST(TableCoverage, RowsThatShareAValueOverlap) {
  EXPECT_EQ(table_report("system.size", ".. 7 => 1\n7 .. => 2"), overlap("7"));
  EXPECT_EQ(table_report("system.level", ".. 5 => 1\n> 4 .. => 2"), overlap("4.5"));
  EXPECT_EQ(table_report("system.size", "{1, 2} => 1\n{2, 3} => 2\notherwise => 3"), overlap("2"));
}

TEST(TableCoverage, OpenIntegerRangesMayOverlapInNoInteger) {
  EXPECT_EQ(table_report("system.size", ".. < 5 => 1\n> 4 .. => 2"), "");
  EXPECT_EQ(table_report("system.level", ".. < 5 => 1\n> 4 .. => 2"), overlap("4.5"));
}

TEST(TableCoverage, OtherwiseOverlapsNothing) { EXPECT_EQ(table_report("system.size", "7 => 1\notherwise => 2"), ""); }

TEST(TableCoverage, DatesGoByDays) {
  EXPECT_EQ(table_report("assessment_date", ".. 2026-06-30 => 1\n2026-07-01 .. => 2"), "");
  EXPECT_EQ(table_report("assessment_date", ".. 2026-06-30 => 1\n2026-07-02 .. => 2"), gap("2026-07-01"));
}

TEST(TableCoverage, DatetimesDoNot) {
  EXPECT_EQ(table_report("when", ".. 2026-06-30T00:00:00Z => 1\n2026-07-01T00:00:00Z .. => 2"),
            gap("2026-06-30T00:00:01Z"));
  EXPECT_EQ(table_report("when", ".. < 2026-07-01T00:00:00Z => 1\n2026-07-01T00:00:00Z .. => 2"), "");
}

TEST(TableCoverage, EnumerationsAndBooleansEnd) {
  EXPECT_EQ(table_report("risk", "{high, middle} => 1\nlow => 2"), "");
  EXPECT_EQ(table_report("risk", "{high, middle} => 1"), gap("low"));
  EXPECT_EQ(table_report("system.certified", "true => 1\nfalse => 2"), "");
  EXPECT_EQ(table_report("system.certified", "true => 1"), gap("false"));
}

TEST(TableCoverage, TextsNeedOtherwise) {
  EXPECT_EQ(table_report("system.name", "\"a\" => 1\n\"b\" => 2"), gap("any other text"));
  EXPECT_EQ(table_report("system.name", "\"a\" => 1\nany => 2"), overlap("\"a\""));
  EXPECT_EQ(table_report("system.name", "\"a\" => 1\notherwise => 2"), "");
}

TEST(TableCoverage, SeveralInputsAreCombined) {
  EXPECT_EQ(table_report("risk, system.size", "high, any => 1\n{middle, low}, .. 5 => 2\n{middle, low}, 6 .. => 3"),
            "");
  EXPECT_EQ(table_report("risk, system.size", "high, any => 1\n{middle, low}, .. 5 => 2\nmiddle, 6 .. => 3"),
            gap("low, 6"));
  EXPECT_EQ(table_report("risk, system.size", "high, any => 1\nany, 0 => 2\notherwise => 3"), overlap("high, 0"));
}

TEST(TableCoverage, TooManyCombinationsNeedOtherwise) {
  std::string rows;
  for (int i = 0; i < 20; ++i) {
    const auto n = std::to_string(i);
    rows += n + ", " + n + ", " + n + ", " + n + " => " + n + "\n";
  }
  const std::string inputs = "system.size, system.size, system.size, system.size";
  EXPECT_EQ(table_report(inputs, rows).substr(0, 33), "no row of table 'level' matches e");
  EXPECT_EQ(table_report(inputs, rows + "otherwise => 1"), "");
}

TEST(TableCoverage, AnIntegerBeyondTheDigitsIsNotLost) {
  EXPECT_EQ(table_report("system.level", ".. 1e40 => 1\n> 1e40 .. => 2"), "");
  EXPECT_EQ(table_report("system.level", ".. 1e40 => 1"), gap("2e+40"));
}

TEST(TableCheck, ARowHasAPatternForEachInput) {
  EXPECT_EQ(codes_in("table t by system.size {\n  1, 2 => 1\n  otherwise => 2\n}"), "E0505");
}

TEST(TableCheck, NoRowFollowsOtherwise) {
  EXPECT_EQ(codes_in("table t by system.size {\n  otherwise => 2\n  1 => 1\n}"), "E0504");
}

TEST(TableCheck, PatternsAreConstantsOfTheInputsType) {
  EXPECT_EQ(codes_in("table t by system.size {\n  system.size => 1\n  otherwise => 2\n}"), "E0503");
  EXPECT_EQ(codes_in("table t by system.level {\n  system.level => 1\n  otherwise => 2\n}"), "E0503");
  EXPECT_EQ(codes_in("table t by system.name {\n  1 => 1\n  otherwise => 2\n}"), "E0301");
  EXPECT_EQ(codes_in("table t by system.name {\n  \"a\" .. \"b\" => 1\n  otherwise => 2\n}"), "E0503");
  EXPECT_EQ(codes_in("table t by system.size {\n  5 .. 1 => 1\n  otherwise => 2\n}"), "E0320");
  EXPECT_EQ(codes_in("table t by system {\n  otherwise => 2\n}"), "E0301");
}

TEST(TableCheck, APatternMatchesSomething) {
  EXPECT_EQ(report_in("table t by system.size {\n  0.5 => 1\n  otherwise => 2\n}"),
            "a row of table 't' cannot match '0.5' against integer | ");
  EXPECT_EQ(codes_in("table t by system.size {\n  > 1 .. < 2 => 1\n  otherwise => 2\n}"), "E0503");
  EXPECT_EQ(codes_in("table t by length(system.name) {\n  -1 => 1\n  otherwise => 2\n}"), "E0503");
  EXPECT_EQ(codes_in("table t by system.size {\n  .. 0.5 => 1\n  > 0.5 .. => 2\n}"), "");
  EXPECT_EQ(codes_in("table t by system.size {\n  .. 0 => 1\n  {1, 0.5} => 2\n  2 .. => 3\n}"), "");
}

TEST(TableCheck, PatternsAreBroughtToTheInputsUnit) {
  const auto result =
      scheme("unit kg\nunit t = 1000 kg\ntable level(x: number in kg) by x {\n  2 t .. => 1\n  otherwise => 2\n}");
  ASSERT_EQ(result.codes(), "");
  const auto& row = result.scheme->tables[{0}].rows[0];
  EXPECT_EQ(std::get<Decimal>(row.patterns[0].low->value).to_string(), "2000");
}

TEST(TableCheck, TheTypeIsThatOfTheRows) {
  const auto type = [](std::string_view rows) {
    const auto result = scheme("enum Risk { high, low }\ntable t by system.certified {\n" + std::string(rows) + "\n}");
    return result.scheme ? result.scheme->types.words(result.scheme->tables[{0}].type) : result.codes();
  };
  EXPECT_EQ(type("true => 1\nfalse => 2"), "integer");
  EXPECT_EQ(type("true => 1\nfalse => 2.5"), "number");
  EXPECT_EQ(type("true => high\nfalse => low"), "Risk");
  EXPECT_EQ(type("true => high\nfalse => 2"), "E0301");
}

TEST(TableCheck, TheDeclaredTypeResolvesMembers) {
  EXPECT_EQ(codes_in("enum A { none, x }\nenum B { none, y }\ntable t by system.certified -> A {\n  true => none\n"
                     "  false => x\n}"),
            "");
}

}  // namespace
}  // namespace assay::check
