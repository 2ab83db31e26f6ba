#include "cli/pipeline.hpp"

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace assay::cli {
namespace {

struct Slot {
  int job = 0;
  int result = 0;
};
using Numbers = Pipeline<Slot>;

/// Produces 0 … count - 1.
Numbers::Produce counting_to(int count) {
  return [next = 0, count](Slot& slot, const std::atomic<bool>&) mutable {
    slot.job = next++;
    return slot.job < count;
  };
}

void twice(std::size_t, Slot& slot) { slot.result = 2 * slot.job; }

class PipelineOf : public testing::TestWithParam<std::size_t> {};

TEST_P(PipelineOf, ConsumesInTheOrderOfProduction) {
  Numbers pipeline(GetParam(), counting_to(1'000), [](std::size_t worker, Slot& slot) {
    if (slot.job % 7 == 0) std::this_thread::yield();
    twice(worker, slot);
  });
  std::vector<int> results;
  pipeline.run([&](const Slot& slot) {
    results.push_back(slot.result);
    return true;
  });
  ASSERT_EQ(results.size(), 1'000u);
  for (std::size_t i = 0; i < results.size(); ++i) EXPECT_EQ(results[i], static_cast<int>(2 * i));
}

TEST_P(PipelineOf, StopsWhenTheConsumerHasEnough) {
  Numbers pipeline(GetParam(), counting_to(1'000'000), twice);
  int consumed = 0;
  pipeline.run([&](const Slot&) { return ++consumed < 3; });
  EXPECT_EQ(consumed, 3);
}

TEST_P(PipelineOf, ASlowConsumerHoldsUpTheProducer) {
  std::atomic<int> produced = 0;
  int most_ahead = 0;
  int consumed = 0;
  Numbers pipeline(
      GetParam(), [&](Slot&, const std::atomic<bool>&) { return ++produced <= 200; }, twice);
  pipeline.run([&](const Slot&) {
    std::this_thread::yield();
    most_ahead = std::max(most_ahead, produced - consumed);
    ++consumed;
    return true;
  });
  EXPECT_EQ(consumed, 200);
  EXPECT_LE(most_ahead, static_cast<int>(2 * GetParam() + 3));
}

TEST_P(PipelineOf, PassesOnAnException) {
  Numbers pipeline(GetParam(), counting_to(100), [](std::size_t, const Slot& slot) {
    if (slot.job == 50) throw std::runtime_error("fifty");
  });
  EXPECT_THROW(pipeline.run([](const Slot&) { return true; }), std::runtime_error);
}

TEST_P(PipelineOf, NeedsNoJob) {
  Numbers pipeline(GetParam(), counting_to(0), twice);
  pipeline.run([](const Slot&) -> bool { throw std::logic_error("nothing was produced"); });
}

INSTANTIATE_TEST_SUITE_P(Workers, PipelineOf, testing::Values(1, 2, 8));

}  // namespace
}  // namespace assay::cli
