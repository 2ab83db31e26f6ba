#include "cli/exit_status.hpp"

#include <gtest/gtest.h>

namespace assay::cli {
namespace {

TEST(ExitStatus, TheGraverOneWinsWhicheverComesFirst) {
  const ExitStatus in_order[] = {ExitStatus::internal, ExitStatus::usage, ExitStatus::unusable,
                                 ExitStatus::negative, ExitStatus::open,  ExitStatus::success};
  for (std::size_t graver_one = 0; graver_one < 6; ++graver_one) {
    for (std::size_t other = graver_one; other < 6; ++other) {
      EXPECT_EQ(graver(in_order[graver_one], in_order[other]), in_order[graver_one]);
      EXPECT_EQ(graver(in_order[other], in_order[graver_one]), in_order[graver_one]);
    }
  }
}

}  // namespace
}  // namespace assay::cli
