// Texts: escapes, triple quotes, ends.
#include "parsed.hpp"

namespace assay::grammar::test {

namespace {

std::string value_of(const std::string& quoted) { return only<syntax::Document>("document D " + quoted).title.value; }
std::vector<std::string> errors_of(const std::string& quoted) {
  return parse_text("document D " + quoted + "\ndocument E \"good\"\n").errors();
}

using Lines = std::vector<std::string>;

}  // namespace

TEST(Text, HasTheEscapesOfJson) {
  EXPECT_EQ(value_of(R"("a\"b\\c\/d\b\f\n\r\t")"), "a\"b\\c/d\b\f\n\r\t");
  EXPECT_EQ(value_of(R"("\u00e9\u20AC")"), "é€");
  EXPECT_EQ(value_of(R"("\ud83d\ude00")"), "\xF0\x9F\x98\x80");
  EXPECT_EQ(value_of("\"# no comment\""), "# no comment");
}

TEST(Text, ALoneSurrogateIsNoEscape) {
  EXPECT_EQ(errors_of(R"("a\ud800")"), Lines{R"(E0203 '\ud800' \ud800)"});
  EXPECT_EQ(errors_of(R"("\ude00\ud83d")"), (Lines{R"(E0203 '\ude00' \ude00)", R"(E0203 '\ud83d' \ud83d)"}));
  EXPECT_EQ(errors_of(R"("\ud83dx")"), Lines{R"(E0203 '\ud83d' \ud83d)"});
}

TEST(Text, AnUnknownEscapeIsReportedAndParsingGoesOn) {
  EXPECT_EQ(errors_of(R"("\q\é\u12")"), (Lines{R"(E0203 '\q' \q)", R"(E0203 '\é' \é)", R"(E0203 '\u' \u)"}));
}

TEST(Text, EndsOnItsLine) {
  EXPECT_EQ(errors_of("\"open"), Lines{"E0202 '\"open'"});
  EXPECT_EQ(errors_of("\"open\\\""), Lines{"E0202 '\"open\\\"'"});
}

TEST(Text, MayBeEmpty) {
  EXPECT_EQ(value_of("\"\""), "");
  EXPECT_EQ(value_of("\"\"\"\"\"\""), "");
}

TEST(TripleQuotes, TakeTheCommonIndentationAway) {
  EXPECT_EQ(value_of("\"\"\"\n    a\n      b\n\n    c\n  \"\"\""), "a\n  b\n\nc");
  EXPECT_EQ(value_of("\"\"\"\r\n\ta\r\n\tb\r\n\"\"\""), "a\nb");
}

TEST(TripleQuotes, KeepTextOnTheFirstAndLastLine) {
  EXPECT_EQ(value_of("\"\"\"one \"two\"\n   three\"\"\""), "one \"two\"\nthree");
  EXPECT_EQ(value_of("\"\"\"one\"\"\""), "one");
}

TEST(TripleQuotes, HaveNoEscapes) { EXPECT_EQ(value_of("\"\"\"\\d+\\n\"\"\""), "\\d+\\n"); }

TEST(TripleQuotes, WithoutEndAreOneDiagnostic) {
  EXPECT_EQ(errors_of("\"\"\"\n a\n requirement x\n"), Lines{"E0202 '\"\"\"'"});
}

}  // namespace assay::grammar::test
