#include "grammar/scan.hpp"

#include "parsed.hpp"
#include "written.hpp"

namespace assay::grammar::test {

namespace {

std::string read(const std::string& expression) {
  auto const define = only<syntax::Define>("define x = " + expression + "\n");
  return define.value ? written(*define.value) : std::string();
}
std::vector<std::string> errors_of(const std::string& expression) {
  return parse_text("define x = " + expression + "\n").errors();
}

using Lines = std::vector<std::string>;

}  // namespace

TEST(Number, LeavesTheDotsOfARange) {
  EXPECT_EQ(read("a is in 1 .. 5"), "(range a 1 5)");
  EXPECT_EQ(read("a is in 1.5..2.5"), "(range a 1.5 2.5)");
}

TEST(Number, MayHaveUnderscoresAndAnExponent) {
  EXPECT_EQ(read("1_000_000.5e-3"), "1000000.5e-3");
  EXPECT_EQ(read("1E25 FLOP"), "1E25[FLOP]");
}

TEST(Number, BeyondTheRangeIsReported) {
  EXPECT_EQ(errors_of("1e9999"), Lines{"E0207 '1e9999' 1e9999"});
  EXPECT_EQ(errors_of("1e6144"), Lines{});
}

TEST(Unit, StandsOnItsNumbersLine) {
  EXPECT_EQ(read("5\t kWh"), "5[kWh]");
  EXPECT_EQ(read("5%"), "5[%]");
  EXPECT_EQ(parse_text("define x = 5\nkWh").errors().size(), 1u);
}

TEST(Unit, IsNeverAKeyword) {
  EXPECT_EQ(read("5 and a"), "(and 5 a)");
  EXPECT_EQ(read("5 is provided"), "(provided 5)");
  EXPECT_EQ(read("if a > 5 then 1 else 2"), "(if (> a 5) 1 2)");
  EXPECT_EQ(read("sum(5 for x in L where 1 = 1)"), "(sum 5 in x L (= 1 1))");
  EXPECT_EQ(read("5 otherwise 6"), "(otherwise 5 6)");
  EXPECT_EQ(parse_text("table t by 5 {\n any => 1\n}").errors(), Lines{});
}

TEST(Unit, OfTheWordsInTheManualNoneIsAUnit) {
  for (const char* word :
       {"with",      "by",          "in",          "else",        "otherwise",    "and",      "or",          "implies",
        "satisfies", "where",       "for",         "when",        "then",         "as",       "of",          "is",
        "includes",  "matches",     "not",         "refuse",      "defer",        "grant",    "maintain",    "extend",
        "restore",   "conditional", "reduce",      "suspend",     "withdraw",     "decline",  "shall",       "should",
        "may",       "source",      "applies",     "method",      "guidance",     "evidence", "requirement", "section",
        "define",    "table",       "enum",        "record",      "subject",      "unit",     "document",    "use",
        "scheme",    "decision",    "presumption", "attestation", "surveillance", "test",     "profile",     "at",
        "on",        "expect",      "given",       "issued",      "covering",     "any",      "to",          "from"}) {
    std::string const text = std::string("5 ") + word;
    source::File const file("x.assay", text);
    diagnostics::Diagnostics diagnostics;
    Session session(source::FileId{0}, file.text(), diagnostics);
    Iterator first = file.text().data();
    syntax::Number number;
    ASSERT_TRUE(scan_number(first, session.end(), session, number));
    EXPECT_FALSE(number.unit) << word;
  }
}

TEST(Moment, IsFourTwoAndTwoDigits) {
  EXPECT_EQ(read("2026-07-01"), "@2026-07-01");
  EXPECT_EQ(read("2026 -07 - 01"), "(2026 - 07 - 01)");
  EXPECT_EQ(read("2026-07-01T12:00:00Z"), "@2026-07-01T12:00:00Z");
  EXPECT_EQ(read("2026-07-01T12:00:00.5+02:00"), "@2026-07-01T12:00:00.5+02:00");
  EXPECT_EQ(read("a is in 2026-07-01..2026-07-02"), "(range a @2026-07-01 @2026-07-02)");
}

TEST(Moment, ThatDoesNotExistIsReportedAndParsingGoesOn) {
  EXPECT_EQ(errors_of("2026-02-30 and 2026-07-01T25:00:00Z"),
            (Lines{"E0204 '2026-02-30' 2026-02-30", "E0204 '2026-07-01T25:00:00Z' 2026-07-01T25:00:00Z"}));
  EXPECT_EQ(errors_of("2026-07-011"), Lines{"E0204 '2026-07-011' 2026-07-011"});
}

TEST(RequirementId, MayBeginWithADigit) {
  for (const char* id : {"DG-1", "4.2.1", "E1", "a_b-c.d"})
    EXPECT_EQ(only<syntax::Requirement>(std::string("requirement ") + id + " \"x\" { shall a }").id.text, id);
}

TEST(Blanks, AreCommentsToo) { EXPECT_EQ(read("a # first\n  # second \"\n and # third\n b"), "(and a b)"); }

}  // namespace assay::grammar::test
