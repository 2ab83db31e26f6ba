#include "cli/pipeline.hpp"

#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace assay::cli {
namespace {

using Numbers = Pipeline<int, int>;

/// Produces 0 … count - 1.
Numbers::Produce counting_to(int count) {
  return [next = 0, count](const std::atomic<bool>&) mutable {
    return next < count ? std::optional<int>(next++) : std::nullopt;
  };
}

class PipelineOf : public testing::TestWithParam<std::size_t> {};

TEST_P(PipelineOf, ConsumesInTheOrderOfProduction) {
  Numbers pipeline(GetParam(), counting_to(1'000), [](std::size_t, int job) {
    if (job % 7 == 0) std::this_thread::yield();
    return job * 2;
  });
  std::vector<int> results;
  pipeline.run([&](int result) {
    results.push_back(result);
    return true;
  });
  ASSERT_EQ(results.size(), 1'000u);
  for (std::size_t i = 0; i < results.size(); ++i) EXPECT_EQ(results[i], static_cast<int>(2 * i));
}

TEST_P(PipelineOf, StopsWhenTheConsumerHasEnough) {
  Numbers pipeline(GetParam(), counting_to(1'000'000), [](std::size_t, int job) { return job; });
  int consumed = 0;
  pipeline.run([&](int) { return ++consumed < 3; });
  EXPECT_EQ(consumed, 3);
}

TEST_P(PipelineOf, PassesOnAnException) {
  Numbers pipeline(GetParam(), counting_to(100), [](std::size_t, int job) {
    if (job == 50) throw std::runtime_error("fifty");
    return job;
  });
  EXPECT_THROW(pipeline.run([](int) { return true; }), std::runtime_error);
}

TEST_P(PipelineOf, NeedsNoJob) {
  Numbers pipeline(GetParam(), counting_to(0), [](std::size_t, int job) { return job; });
  pipeline.run([](int) -> bool { throw std::logic_error("nothing was produced"); });
}

INSTANTIATE_TEST_SUITE_P(Workers, PipelineOf, testing::Values(1, 2, 8));

}  // namespace
}  // namespace assay::cli
