#include "check/pointer.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

using Steps = std::vector<std::string>;

TEST(Pointer, TheExamplesOfRfc6901AreRead) {
  EXPECT_EQ(steps_of(""), Steps{});
  EXPECT_EQ(steps_of("/foo"), Steps{"foo"});
  EXPECT_EQ(steps_of("/foo/0"), (Steps{"foo", "0"}));
  EXPECT_EQ(steps_of("/"), Steps{""});
  EXPECT_EQ(steps_of("/a~1b"), Steps{"a/b"});
  EXPECT_EQ(steps_of("/c%d"), Steps{"c%d"});
  EXPECT_EQ(steps_of("/ "), Steps{" "});
  EXPECT_EQ(steps_of("/m~0n"), Steps{"m~n"});
}

TEST(Pointer, AnEscapedTildeIsNotReadTwice) { EXPECT_EQ(steps_of("/~01"), Steps{"~1"}); }

TEST(Pointer, WithoutASlashAtTheBeginningItIsNone) {
  EXPECT_EQ(steps_of("foo"), std::nullopt);
  EXPECT_EQ(steps_of("#/foo"), std::nullopt);
}

TEST(Pointer, ATildeStandsBeforeZeroOrOneAlone) {
  EXPECT_EQ(steps_of("/a~2"), std::nullopt);
  EXPECT_EQ(steps_of("/a~"), std::nullopt);
  EXPECT_EQ(steps_of("/a~/b"), std::nullopt);
}

TEST(Pointer, EmptyTokensCount) { EXPECT_EQ(steps_of("//a/"), (Steps{"", "a", ""})); }

}  // namespace
}  // namespace assay::check
