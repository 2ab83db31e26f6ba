#include "dossier/place.hpp"
#include "dossier/dossier.hpp"

#include <gtest/gtest.h>

#include <string>

namespace assay::dossier {
namespace {

source::Position at(std::uint32_t line, std::uint32_t column) { return {line, column}; }

TEST(CompactValueAt, ScalarsStandAsWritten) {
  const std::string text = "[ 1.50 , \"a \\\" b\" ,true, 4e2]";
  EXPECT_EQ(compact_value_at(text, 2), "1.50");
  EXPECT_EQ(compact_value_at(text, 9), "\"a \\\" b\"");
  EXPECT_EQ(compact_value_at(text, 19), "true");
  EXPECT_EQ(compact_value_at(text, 25), "4e2");
}

TEST(CompactValueAt, ObjectsAndArraysLoseTheirWhiteSpace) {
  EXPECT_EQ(compact_value_at("{ \"a b\" : [ 1 ,\r\n 2 ] , \"c\" : { } } ", 0), R"({"a b":[1,2],"c":{}})");
  EXPECT_EQ(compact_value_at("[[], {\"a\": \"]}\"}]", 5), R"({"a":"]}"})");
}

TEST(CompactValueAt, NeverReadsBeyondTheText) {
  EXPECT_EQ(compact_value_at("[1", 0), "[1");
  EXPECT_EQ(compact_value_at("\"a\\", 0), "\"a\\");
  EXPECT_EQ(compact_value_at("1", 7), "");
}

TEST(CompactValueAt, WithoutWhiteSpaceIsAViewOfTheText) {
  const std::string text = R"([{"a":[1,"b c"]} , [ 1 ]])";
  std::string room;
  EXPECT_EQ(compact_value_at(text, 1, room).data(), text.data() + 1);
  EXPECT_EQ(compact_value_at(text, 1, room), R"({"a":[1,"b c"]})");
  EXPECT_EQ(compact_value_at(text, 19, room), "[1]");
}

TEST(PositionIn, ColumnsCountCodePoints) {
  const std::string text = "{\"\xC3\xA9\xF0\x9F\x98\x80\": 1}";
  EXPECT_EQ(position_in(text, 0), at(1, 1));
  EXPECT_EQ(position_in(text, static_cast<std::uint32_t>(text.find('1'))), at(1, 8));
}

TEST(PositionIn, LinesEndWithLfOrCrlf) {
  const std::string text = "{\r\n  \"a\": 1,\n\"b\": 2}";
  EXPECT_EQ(position_in(text, 5), at(2, 3));
  EXPECT_EQ(position_in(text, 13), at(3, 1));
}

TEST(PositionIn, AByteOrderMarkIsNoColumn) {
  EXPECT_EQ(position_in("\xEF\xBB\xBF{}", 3), at(1, 1));
  EXPECT_EQ(position_in("\xEF\xBB\xBF{\n}", 5), at(2, 1));
}

TEST(PositionIn, IsClampedToTheText) { EXPECT_EQ(position_in("{}", 100), at(1, 3)); }

}  // namespace
}  // namespace assay::dossier
