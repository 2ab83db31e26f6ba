#include "check/scheme_fixture.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

TEST(DefineCheck, MayStandBeforeWhatItNeeds) {
  EXPECT_EQ(codes_in("define a = b + 1\ndefine b = c\ndefine c = 3"), "");
}

TEST(DefineCheck, DoesNotReferToItself) {
  EXPECT_EQ(codes_in("define a = a"), "E0404");
  EXPECT_EQ(codes_in("define f(x: number) = f(x) + 1"), "E0404");
  EXPECT_EQ(codes_in("define a = b\ndefine b = a\ndefine c = a"), "E0404");
}

TEST(DefineCheck, ARingIsShownMemberByMember) {
  const auto found = scheme("define a = b\ndefine b = t(1)\ntable t(x: number) by x {\n  1 => a\n  otherwise => 2\n}")
                         .diagnostics.sorted();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].also.size(), 3u);
}

TEST(DefineCheck, AChainMayBeAsLongAsAScheme) {
  std::string text;
  for (int i = 1; i < 20'000; ++i) text += "define d" + std::to_string(i) + " = d" + std::to_string(i - 1) + " + 1\n";
  EXPECT_EQ(codes_in("define d0 = 1\n" + text), "");
}

TEST(DefineCheck, ALongRingIsReportedOnce) {
  std::string text;
  for (int i = 1; i < 5'000; ++i) text += "define d" + std::to_string(i) + " = d" + std::to_string(i - 1) + " + 1\n";
  EXPECT_EQ(codes_in("define d0 = d4999\n" + text), "E0404");
}

TEST(DefineCheck, ParametersHaveNamesOfTheirOwn) {
  EXPECT_EQ(codes_in("define f(x: number, x: text) = 1"), "E0403");
  EXPECT_EQ(codes_in("define y = 1\ndefine f(y: number) = y + 1"), "W0413");
}

TEST(DefineCheck, AnErrorIsReportedWhereItStandsAndNotWhereItIsUsed) {
  EXPECT_EQ(codes_in("define a = missing_name\ndefine b = a + 1\ndefine c = b > a"), "E0401");
}

}  // namespace
}  // namespace assay::check
