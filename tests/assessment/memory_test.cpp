#include "assessment/memory.hpp"

#include <cstdint>
#include <string>

#include <gtest/gtest.h>

namespace assay::assessment {
namespace {

TEST(Memory, TextsStayWhereTheyAreWhateverComesAfterThem) {
  Memory memory;
  std::vector<std::string_view> kept;
  std::vector<std::string> written;
  for (int i = 0; i < 5'000; ++i) {
    written.push_back(std::string(static_cast<std::size_t>(i) % 100, 'a') + std::to_string(i));
    kept.push_back(memory.keep(written.back()));
  }
  EXPECT_TRUE(std::equal(kept.begin(), kept.end(), written.begin(), written.end()));
}

TEST(Memory, ATextMayBeLongerThanABlock) {
  Memory memory;
  const std::string text(1'000'000, 'x');
  const std::string_view before = memory.keep("before");
  EXPECT_EQ(memory.keep(text), text);
  EXPECT_EQ(before, "before");
}

TEST(Memory, PartsAreJoined) {
  Memory memory;
  EXPECT_EQ(memory.joined({"a", "", "bc", {}, "d"}), "abcd");
  EXPECT_EQ(memory.joined({}), "");
}

TEST(Memory, ListsAreKeptAtTheAlignmentOfTheirItems) {
  Memory memory;
  memory.keep("x");
  const std::span<const std::uint64_t> numbers = memory.keep(std::vector<std::uint64_t>{1, 2, 3});
  ASSERT_EQ(numbers.size(), 3u);
  EXPECT_EQ(numbers[2], 3u);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(numbers.data()) % alignof(std::uint64_t), 0u);
  EXPECT_TRUE(memory.keep(std::vector<std::uint64_t>{}).empty());
}

TEST(Memory, WhatItHoldsMovesAlong) {
  Memory memory;
  const std::string_view kept = memory.keep("kept");
  Memory other = std::move(memory);
  other.keep("more");
  EXPECT_EQ(kept, "kept");
  memory = Memory();
  EXPECT_EQ(memory.keep("new"), "new");
}

TEST(Memory, EmptiedItUsesItsBlocksAgain) {
  Memory memory;
  const char* const first = memory.keep("one").data();
  memory.clear();
  EXPECT_EQ(memory.keep("two").data(), first);
}

}  // namespace
}  // namespace assay::assessment
