#include "base/function_ref.hpp"

#include <gtest/gtest.h>

namespace assay {
namespace {

int twice(FunctionRef<int(int)> function) { return function(1) + function(2); }

TEST(FunctionRef, CallsWhatItRefersTo) {
  int calls = 0;
  const auto count = [&calls](int number) { return ++calls, 10 * number; };
  EXPECT_EQ(twice(count), 30);
  EXPECT_EQ(calls, 2);
}

}  // namespace
}  // namespace assay
