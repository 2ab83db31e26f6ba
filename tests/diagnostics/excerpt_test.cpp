#include "diagnostics/excerpt.hpp"

#include "base/limits.hpp"
#include "base/utf8.hpp"

#include <gtest/gtest.h>

namespace {

using assay::diagnostics::Excerpt;
constexpr auto limit = assay::limits::excerpt_columns;

TEST(Excerpt, TabsReachTheNextMultipleOfFour) {
  const Excerpt excerpt("\tab\tc", 0);
  EXPECT_EQ(excerpt.text(), "    ab  c");
  EXPECT_EQ(excerpt.columns({4, 5}).begin, 8u);
}

TEST(Excerpt, ColumnsCountCharacters) {
  const Excerpt excerpt("é€x", 5);
  EXPECT_EQ(excerpt.columns({5, 6}).begin, 2u);
  EXPECT_EQ(excerpt.columns({2, 5}).end, 2u);
}

TEST(Excerpt, AnInvalidByteTakesFourColumns) {
  const Excerpt excerpt("a\xE9z", 1);
  EXPECT_EQ(excerpt.text(), "a<E9>z");
  EXPECT_EQ(excerpt.columns({1, 2}).end, 5u);
}

TEST(Excerpt, AnEmptyStretchTakesOneColumn) {
  const Excerpt excerpt("ab", 0);
  EXPECT_EQ(excerpt.columns({2, 2}).begin, 2u);
  EXPECT_EQ(excerpt.columns({2, 2}).end, 3u);
}

TEST(Excerpt, ALineOfExactlyTheLimitIsWhole) {
  const std::string line(limit, 'x');
  EXPECT_EQ(Excerpt(line, 7).text(), line);
}

TEST(Excerpt, ALongerLineIsCutBehindAnEarlyMark) {
  const std::string line(limit + 1, 'x');
  EXPECT_EQ(Excerpt(line, 3).text(), std::string(limit, 'x') + "…");
}

TEST(Excerpt, ALongLineIsCutOnBothSidesOfTheMark) {
  const std::string line = std::string(1'000, 'a') + "M" + std::string(1'000, 'b');
  const Excerpt excerpt(line, 1'000);
  EXPECT_EQ(excerpt.text(), "…" + std::string(limit / 2, 'a') + "M" + std::string(limit / 2 - 1, 'b') + "…");
  EXPECT_EQ(excerpt.columns({1'000, 1'001}).begin, limit / 2 + 1);
}

TEST(Excerpt, ALongLineShowsItsEndForALateMark) {
  const std::string line = std::string(1'000, 'a') + "M";
  EXPECT_EQ(Excerpt(line, 1'000).text(), "…" + std::string(limit - 1, 'a') + "M");
}

TEST(Excerpt, AMarkBeyondTheCutEndsThere) {
  const std::string line(1'000'000, 'x');
  const auto columns = Excerpt(line, 0).columns({0, line.size()});
  EXPECT_EQ(columns.end, limit);
}

TEST(Excerpt, IsCutBetweenCharacters) {
  std::string line;
  for (int count = 0; count < 500; ++count) line += "€";
  const Excerpt excerpt(line, 750);
  EXPECT_EQ(assay::first_invalid_utf8(excerpt.text()), std::nullopt);
  EXPECT_EQ(assay::count_code_points(excerpt.text()), limit + 2);
}

}  // namespace
