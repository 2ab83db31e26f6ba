#include "cli/progress.hpp"

#include <gtest/gtest.h>

namespace assay::cli {
namespace {

using std::chrono::milliseconds;

TEST(Progress, SaysHowManyBeforeItDaresToEstimate) {
  EXPECT_EQ(progress_in_words(1'234'567, 1'000, milliseconds(300), 0.1), "1,234,567 dossiers");
}

TEST(Progress, SaysRateAndTimeLeft) {
  EXPECT_EQ(progress_in_words(1'000, 1'000, milliseconds(2'000), 0.1), "1,000 dossiers, 500 a second, about 18 s left");
  EXPECT_EQ(progress_in_words(999, 998, milliseconds(1'000'000), 0.5), "999 dossiers, 0 a second, about 17 min left");
  EXPECT_EQ(progress_in_words(12, 12, milliseconds(3'600'000), 0.25), "12 dossiers, 0 a second, about 3 h left");
}

TEST(Progress, SaysNoTimeWhereNobodyKnowsTheEnd) {
  EXPECT_EQ(progress_in_words(50, 50, milliseconds(5'000), std::nullopt), "50 dossiers, 10 a second");
  EXPECT_EQ(progress_in_words(50, 50, milliseconds(5'000), 1.2), "50 dossiers, 10 a second");
  EXPECT_EQ(progress_in_words(50, 50, milliseconds(5'000), 0), "50 dossiers, 10 a second");
}

TEST(Progress, KnowsNoEndOfStandardInput) { EXPECT_EQ(bytes_to_read({{.path = "-", .is_stream = true}}), 0u); }

}  // namespace
}  // namespace assay::cli
