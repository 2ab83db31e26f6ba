#include "report/text_page.hpp"

#include <gtest/gtest.h>

namespace assay::report {
namespace {

std::string page(std::string_view text, std::size_t width, Style style = Style::plain, std::size_t styled = 0,
                 bool color = false) {
  std::string out;
  TextPage(out, {.color = color, .width = width}).paragraph(2, 4, text, style, styled);
  return out;
}

TEST(TextPage, AShortTextIsOneLine) { EXPECT_EQ(page("one two", 40), "  one two\n"); }
TEST(TextPage, ALongTextGoesOnFurtherRight) { EXPECT_EQ(page("one two three", 10), "  one two\n      three\n"); }
TEST(TextPage, AWordIsNeverCut) { EXPECT_EQ(page("incomprehensibilities", 10), "  incomprehensibilities\n"); }
TEST(TextPage, BlanksInsideALineStay) { EXPECT_EQ(page("a    b", 40), "  a    b\n"); }
TEST(TextPage, WidthCountsCharactersNotBytes) { EXPECT_EQ(page("ééé ééé", 9), "  ééé ééé\n"); }

TEST(TextPage, ControlCharactersDoNotReachTheTerminal) {
  EXPECT_EQ(page("a\x1b[31mb", 80).find('\x1b'), std::string::npos);
  EXPECT_EQ(page("a\nb", 80).find('\n'), page("a\nb", 80).size() - 1);
}

TEST(TextPage, ColourIsAroundTheStyledBytesAlone) {
  EXPECT_EQ(page("bad thing", 80, Style::bad, 3, true), "  \x1b[31mbad\x1b[0m thing\n");
  EXPECT_EQ(page("bad thing", 80, Style::bad, 3, false), "  bad thing\n");
}

TEST(Padded, FillsUpToTheWidthInCharacters) { EXPECT_EQ(padded("é", 3), "é  "); }
TEST(Shortened, KeepsWhatFits) { EXPECT_EQ(shortened("abc", 3), "abc"); }
TEST(Shortened, EndsWithAnEllipsis) { EXPECT_EQ(shortened("éabcd", 3), "éa…"); }

}  // namespace
}  // namespace assay::report
