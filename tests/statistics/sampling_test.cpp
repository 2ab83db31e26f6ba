#include "statistics/sampling.hpp"

#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace assay::statistics {

namespace {

using Level = InspectionLevel;

Decimal decimal(std::string_view digits) { return *Decimal::parse(digits); }

}  // namespace

TEST(SinglePlan, HasTheVectorsOfTheTables) {
  struct Vector {
    std::int64_t lot;
    Level level;
    std::string_view aql;
    char letter;
    std::uint32_t size, accept, tightened_size, tightened_accept;
  };
  for (const Vector& v : std::vector<Vector>{{1000, Level::general_2, "1.0", 'J', 80, 2, 80, 1},
                                             {500, Level::general_2, "2.5", 'H', 50, 3, 50, 2},
                                             {100, Level::general_2, "0.65", 'F', 20, 0, 32, 0},
                                             {50, Level::general_2, "1.0", 'D', 13, 0, 20, 0},
                                             {1200, Level::general_2, "0.40", 'J', 125, 1, 200, 1},
                                             {3200, Level::general_2, "0.65", 'K', 125, 2, 125, 1},
                                             {10000, Level::general_2, "0.10", 'L', 125, 0, 200, 0},
                                             {20, Level::general_2, "0.65", 'C', 20, 0, 32, 0},
                                             {300, Level::general_2, "1.0", 'H', 50, 1, 80, 1},
                                             {35000, Level::general_2, "1.0", 'M', 315, 7, 315, 5},
                                             {1000, Level::special_3, "4.0", 'E', 13, 1, 20, 1},
                                             {1000, Level::general_1, "1.5", 'G', 32, 1, 50, 1},
                                             {1000, Level::general_3, "1.0", 'K', 125, 3, 125, 2},
                                             {150, Level::general_2, "4.0", 'F', 20, 2, 20, 1},
                                             {2000, Level::general_2, "0.25", 'K', 200, 1, 315, 1},
                                             {500001, Level::general_2, "0.010", 'Q', 1250, 0, 2000, 0},
                                             {8, Level::general_2, "10", 'A', 5, 1, 8, 1},
                                             {60, Level::general_2, "6.5", 'E', 13, 2, 13, 1}}) {
    EXPECT_EQ(code_letter(v.lot, v.level), v.letter);
    EXPECT_EQ(single_plan(v.lot, decimal(v.aql), v.level, false), (SamplingPlan{v.size, v.accept, v.accept + 1}))
        << v.lot << " " << v.aql;
    EXPECT_EQ(single_plan(v.lot, decimal(v.aql), v.level, true),
              (SamplingPlan{v.tightened_size, v.tightened_accept, v.tightened_accept + 1}))
        << v.lot << " " << v.aql;
  }
}

TEST(SinglePlan, EveryCellLeadsToAPlan) {
  for (const std::string_view aql :
       {"0.010", "0.015", "0.025", "0.040", "0.065", "0.10", "0.15", "0.25", "0.40", "0.65", "1.0", "1.5", "2.5",
        "4.0",   "6.5",   "10",    "15",    "25",    "40",   "65",   "100",  "150",  "250",  "400", "650", "1000"}) {
    for (const std::int64_t lot :
         {2, 8, 9, 25, 50, 90, 150, 280, 500, 1200, 3200, 10000, 35000, 150000, 500000, 500001})
      for (const bool tightened : {false, true}) {
        const auto plan = single_plan(lot, decimal(aql), Level::general_3, tightened);
        ASSERT_TRUE(plan) << lot << " " << aql;
        EXPECT_EQ(plan->reject, plan->accept + 1);
      }
  }
}

TEST(SinglePlan, KnowsNoOtherAqlAndNoLotOfOne) {
  EXPECT_FALSE(single_plan(1000, decimal("3"), Level::general_2, false));
  EXPECT_FALSE(single_plan(1000, decimal("0"), Level::general_2, false));
  EXPECT_FALSE(single_plan(1000, decimal("1e400"), Level::general_2, false));
  EXPECT_FALSE(single_plan(1, decimal("1"), Level::general_2, false));
}

TEST(SitesToVisit, AreTheSquareRootRoundedUp) {
  struct Vector {
    std::int64_t sites, initial, surveillance, recertification;
  };
  for (const Vector& v : std::vector<Vector>{{1, 1, 1, 1},
                                             {2, 2, 1, 2},
                                             {4, 2, 2, 2},
                                             {9, 3, 2, 3},
                                             {10, 4, 2, 3},
                                             {16, 4, 3, 4},
                                             {25, 5, 3, 4},
                                             {26, 6, 4, 5},
                                             {36, 6, 4, 5},
                                             {50, 8, 5, 6},
                                             {64, 8, 5, 7},
                                             {100, 10, 6, 8},
                                             {101, 11, 7, 9},
                                             {250, 16, 10, 13}}) {
    EXPECT_EQ(sites_to_visit(v.sites, AuditStage::initial), v.initial);
    EXPECT_EQ(sites_to_visit(v.sites, AuditStage::recertification), v.initial);
    EXPECT_EQ(sites_to_visit(v.sites, AuditStage::surveillance), v.surveillance);
    EXPECT_EQ(sites_to_visit(v.sites, AuditStage::effective_recertification), v.recertification);
  }
  EXPECT_EQ(sites_to_visit(1'000'000'000'000, AuditStage::initial), 1'000'000);
  EXPECT_FALSE(sites_to_visit(0, AuditStage::initial));
  EXPECT_FALSE(sites_to_visit(1'000'000'000'001, AuditStage::initial));
}

TEST(ZeroFailureSample, IsTheSmallestThatShowsTheShare) {
  struct Vector {
    std::string_view share, confidence;
    std::int64_t trials;
  };
  for (const Vector& v : std::vector<Vector>{{".90", ".90", 22},
                                             {".90", ".95", 29},
                                             {".95", ".90", 45},
                                             {".95", ".95", 59},
                                             {".99", ".90", 230},
                                             {".99", ".95", 299},
                                             {".99", ".99", 459},
                                             {".995", ".95", 598},
                                             {".999", ".90", 2302},
                                             {".999", ".95", 2995},
                                             {".999", ".99", 4603}})
    EXPECT_EQ(zero_failure_sample(decimal("0" + std::string(v.share)), decimal("0" + std::string(v.confidence))),
              v.trials);
  // 1 - 0.9^2 = 0.19 exactly: a logarithm would round past it.
  EXPECT_EQ(zero_failure_sample(decimal("0.9"), decimal("0.19")), 2);
  EXPECT_FALSE(zero_failure_sample(decimal("1"), decimal("0.95")));
  EXPECT_FALSE(zero_failure_sample(decimal("0.95"), decimal("0")));
  EXPECT_FALSE(zero_failure_sample(decimal("0.99999999999999999"), decimal("0.95")));
}

}  // namespace assay::statistics
