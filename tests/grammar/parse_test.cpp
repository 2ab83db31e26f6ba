#include "grammar/parse.hpp"

#include "parsed.hpp"
#include "sample.hpp"

namespace assay::grammar::test {

namespace {

using Lines = std::vector<std::string>;

}  // namespace

TEST(Parse, TheSampleHasNoErrors) {
  Parsed const parsed = parse_text(std::string(sample));
  EXPECT_EQ(parsed.errors(), std::vector<std::string>{});
  ASSERT_TRUE(parsed.module);
  EXPECT_EQ(parsed.module->declarations.size(), 23u);
}

TEST(Parse, AFileWithoutDeclarationIsAnError) {
  EXPECT_EQ(parse_text("").errors(), Lines{"E0104 ''"});
  EXPECT_EQ(parse_text("  # only a comment").errors(), Lines{"E0104 ''"});
  EXPECT_EQ(parse_text("\xEF\xBB\xBF").errors(), Lines{"E0104 ''"});
}

TEST(Parse, GivesNothingAfterAnError) { EXPECT_FALSE(parse_text("unit kWh\nunit").module); }

TEST(Parse, SkipsAByteOrderMarkAndCountsIt) {
  auto const parsed = parse_text("\xEF\xBB\xBFunit kWh");
  ASSERT_TRUE(parsed.module);
  auto const& unit = std::get<syntax::Unit>(parsed.module->declarations.front());
  EXPECT_EQ(unit.begin, 3u);
  EXPECT_EQ(unit.name.begin, 8u);
  EXPECT_EQ(unit.end, 11u);
}

TEST(Parse, ReadsOnlyTheBlocksOfALiterateScheme) {
  std::string const text = "# Prose shall {\n\n```assay\nunit kWh\n```\nmore\n";
  auto const parsed = parse_text(text, "mark.md");
  ASSERT_TRUE(parsed.module);
  EXPECT_EQ(std::get<syntax::Unit>(parsed.module->declarations.front()).begin, text.find("unit"));
}

TEST(Parse, TakesWindowsLineEnds) {
  EXPECT_EQ(parse_text("unit kWh\r\ntable t by x {\r\n 0 => 1\r\n 1 => 2\r\n}\r\n").errors(), Lines{});
}

TEST(Parse, MarksACharacterBeyondAsciiAsAWhole) {
  EXPECT_EQ(parse_text("define x = \xC3\xBC").errors(), Lines{"E0201 '\xC3\xBC' an expression"});
}

}  // namespace assay::grammar::test
