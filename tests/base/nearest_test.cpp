#include "base/nearest.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

std::optional<std::string_view> nearest(std::string_view word, std::vector<std::string_view> candidates) {
  return assay::nearest(word, candidates);
}

TEST(Nearest, AForgottenLetterIsFound) {
  EXPECT_EQ(nearest("missing_shar", {"name", "missing_share"}), "missing_share");
}

TEST(Nearest, SwappedLettersCountOnce) { EXPECT_EQ(nearest("hgih", {"limited", "high"}), "high"); }

TEST(Nearest, ThreeChangesAreTooFar) { EXPECT_EQ(nearest("requirement", {"requiremxyz"}), std::nullopt); }

TEST(Nearest, AShortWordAllowsOneChangeOnly) {
  EXPECT_EQ(nearest("hiph", {"high"}), "high");
  EXPECT_EQ(nearest("hipp", {"high"}), std::nullopt);
}

TEST(Nearest, FiveLettersAllowTwoChanges) { EXPECT_EQ(nearest("maoor", {"minor"}), "minor"); }

TEST(Nearest, LetterCaseDoesNotCount) { EXPECT_EQ(nearest("HIGH", {"hig", "high"}), "high"); }

TEST(Nearest, TheNearerOfTwoWins) {
  EXPECT_EQ(nearest("datasets", {"dataset", "datasetss", "datasetz", "Datasets"}), "Datasets");
}

TEST(Nearest, TheFirstOfTwoEquallyNearWins) { EXPECT_EQ(nearest("minor", {"manor", "miner"}), "manor"); }

TEST(Nearest, AWordOfWhichNothingStaysIsNotMeant) {
  EXPECT_EQ(nearest("x", {"d"}), std::nullopt);
  EXPECT_EQ(nearest("", {"d"}), std::nullopt);
}

TEST(Nearest, NoCandidatesGiveNothing) { EXPECT_EQ(nearest("name", {}), std::nullopt); }

TEST(Nearest, AHugeWordCostsLinearTime) {
  const std::string word(10'000'000, 'a');
  const std::string other = "b" + word + "b";
  EXPECT_EQ(nearest(word, {"name", other}), other);
}

}  // namespace
