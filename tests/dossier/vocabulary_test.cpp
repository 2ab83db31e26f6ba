#include "dossier/vocabulary.hpp"

#include <gtest/gtest.h>

namespace assay::dossier {
namespace {

TEST(WordIndex, FindsEveryWordAmongMany) {
  std::vector<std::string> words;
  for (int number = 0; number < 1'000; ++number) words.push_back("field_" + std::to_string(number));
  const WordIndex index(words);
  for (std::uint32_t position = 0; position < words.size(); ++position)
    EXPECT_EQ(index.find(words[position]), position);
  EXPECT_EQ(index.find("field_1000"), std::nullopt);
  EXPECT_EQ(index.find(""), std::nullopt);
}

TEST(WordIndex, OfNoWordsFindsNone) { EXPECT_EQ(WordIndex({}).find("x"), std::nullopt); }

TEST(WordIndex, OfEqualWordsTheFirstIsFound) { EXPECT_EQ(WordIndex({"a", "b", "a"}).find("a"), 0U); }

TEST(WordIndex, KnowsTheNearestWord) {
  const WordIndex index({"prohibited", "high", "limited", "minimal"});
  EXPECT_EQ(index.nearest_to("hgih"), "high");
  EXPECT_EQ(index.nearest_to("LIMITED"), "limited");
  EXPECT_EQ(index.nearest_to("minmal"), "minimal");
  EXPECT_EQ(index.nearest_to("prohybitid"), "prohibited");
  EXPECT_EQ(index.nearest_to("unrelated"), std::nullopt);
}

}  // namespace
}  // namespace assay::dossier
