#include "evaluate/marks.hpp"

#include <string>

#include <gtest/gtest.h>

namespace assay::evaluate {
namespace {

TEST(Marks, ANumberIsNewOnceUntilTheyAreCleared) {
  Marks marks;
  EXPECT_TRUE(marks.insert(7));
  EXPECT_FALSE(marks.insert(7));
  EXPECT_TRUE(marks.insert(0));
  marks.clear();
  EXPECT_TRUE(marks.insert(7));
}

TEST(SeenTexts, APairIsNewOnceUntilTheyAreCleared) {
  SeenTexts seen;
  EXPECT_TRUE(seen.insert("a", "b"));
  EXPECT_FALSE(seen.insert("a", "b"));
  EXPECT_TRUE(seen.insert("b", "a"));
  EXPECT_TRUE(seen.insert("ab"));
  EXPECT_TRUE(seen.insert(""));
  EXPECT_FALSE(seen.insert({}));
  seen.clear();
  EXPECT_TRUE(seen.insert("a", "b"));
}

TEST(SeenTexts, TheyGrowWithWhatTheyHold) {
  std::vector<std::string> texts;
  for (int i = 0; i < 10'000; ++i) texts.push_back("/elements/" + std::to_string(i));
  SeenTexts seen;
  for (int round = 0; round < 2; ++round) {
    for (const std::string& text : texts) ASSERT_TRUE(seen.insert(text));
    for (const std::string& text : texts) ASSERT_FALSE(seen.insert(text));
    seen.clear();
  }
}

}  // namespace
}  // namespace assay::evaluate
