// Nesting and its limit.
#include "parsed.hpp"

namespace assay::grammar::test {

namespace {

std::string repeated(const std::string& part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST(Nesting, OneHundredAndTwentyEightLevelsAreRead) {
  EXPECT_EQ(parse_text("define x = " + repeated("(", 128) + "1" + repeated(")", 128)).errors(), Lines{});
  EXPECT_EQ(parse_text("define x = " + repeated("not ", 128) + "a").errors(), Lines{});
}

TEST(Nesting, OneMoreIsRefused) {
  EXPECT_EQ(parse_text("define x = " + repeated("(", 129) + "1" + repeated(")", 129)).errors(), Lines{"E0205 '1' 128"});
  EXPECT_EQ(parse_text("define x = " + repeated("not ", 129) + "a").errors(), Lines{"E0205 'a' 128"});
}

TEST(Nesting, TenThousandLevelsOfAnythingAreOneDiagnostic) {
  for (const char* opening :
       {"(", "not ", "- ", "if ", "if a then b else ", "f(", "count(", "sum(", "a otherwise ", "a.", "every x in ",
        "every x in L satisfies ", "(the x in ", "at least (", "x is one of {("}) {
    auto const errors = parse_text("define x = " + repeated(opening, 10'000) + "\ndefine y = 1\n").errors();
    ASSERT_EQ(errors.size(), 1u) << opening;
    EXPECT_TRUE(errors.front().starts_with("E0205")) << opening << errors.front();
  }
}

TEST(Nesting, TenThousandListsOfListsAreOneDiagnostic) {
  auto const errors = parse_text("define f(x: " + repeated("list of ", 10'000) + "text) = 1").errors();
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_TRUE(errors.front().starts_with("E0205"));
}

TEST(Nesting, StartsAnewAfterAnError) {
  std::string const level = repeated("(", 100) + "1" + repeated(")", 100);
  EXPECT_EQ(parse_text("define x = " + repeated("(", 200) + "\ndefine y = " + level + "\ndefine z = )").errors().size(),
            2u);
}

}  // namespace assay::grammar::test
