#include "cli/shard.hpp"

#include "temporary_folder.hpp"

#include <fstream>

#include <gtest/gtest.h>

namespace assay::cli {
namespace {

TEST(Shard, IsANumberOfACount) {
  const auto shard = parse_shard("2/8");
  ASSERT_TRUE(shard);
  EXPECT_EQ(shard->number, 2u);
  EXPECT_EQ(shard->count, 8u);
}

TEST(Shard, IsNothingElse) {
  for (const char* text : {"", "/", "1", "1/", "/1", "0/1", "2/1", "1/0", "-1/2", "+1/2", " 1/2", "1/2 ", "1/2/3",
                           "a/b", "1/1000001", "1/99999999999999999999"}) {
    EXPECT_FALSE(parse_shard(text)) << text;
  }
}

class Parts : public testing::Test {
 protected:
  RecordSource::Input stream(const std::string& name, std::size_t size) const {
    const std::string path = (folder_ / name).string();
    std::ofstream(path) << std::string(size, 'x');
    return {.path = path, .is_stream = true};
  }

  TemporaryFolder folder_;
};

TEST_F(Parts, FollowEachOtherWithoutGapOrOverlap) {
  const std::vector<RecordSource::Input> inputs = {stream("a", 70), stream("b", 31)};
  constexpr std::uint64_t count = 7;
  std::vector<std::uint64_t> reached(inputs.size());
  for (std::uint64_t number = 1; number <= count; ++number) {
    const auto part = std::get<0>(part_of(inputs, {number, count}));
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (part[i].is_left_out) continue;
      EXPECT_EQ(part[i].part.begin, reached[i]);
      reached[i] = part[i].part.end;
    }
  }
  // Who has the last byte also has what stands behind it.
  EXPECT_EQ(reached, (std::vector<std::uint64_t>{StreamPart{}.end, StreamPart{}.end}));
}

TEST_F(Parts, AnEmptyStreamBelongsToOneOfThem) {
  const std::vector<RecordSource::Input> inputs = {stream("none", 0)};
  int owners = 0;
  for (std::uint64_t number = 1; number <= 5; ++number) {
    owners += std::get<0>(part_of(inputs, {number, 5}))[0].is_left_out ? 0 : 1;
  }
  EXPECT_EQ(owners, 1);
}

TEST_F(Parts, AFileThatIsNotThereBelongsToOneOfThem) {
  const std::vector<RecordSource::Input> inputs = {stream("a", 50), {.path = "/nonexistent/b.json"}, stream("c", 50)};
  int owners = 0;
  for (std::uint64_t number = 1; number <= 3; ++number) {
    owners += std::get<0>(part_of(inputs, {number, 3}))[1].is_left_out ? 0 : 1;
  }
  EXPECT_EQ(owners, 1);
}

TEST_F(Parts, StandardInputHasNone) {
  const auto part = part_of({stream("a", 5), {.path = "-", .is_stream = true}}, {1, 2});
  ASSERT_TRUE(std::holds_alternative<std::string>(part));
  EXPECT_EQ(std::get<std::string>(part), "-");
}

}  // namespace
}  // namespace assay::cli
