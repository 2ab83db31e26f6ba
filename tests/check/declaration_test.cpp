#include "base/limits.hpp"
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

std::string chain_of(std::size_t defines) {
  std::string text = "define d0 = 1\n";
  for (std::size_t i = 1; i < defines; ++i)
    text += "define d" + std::to_string(i) + " = d" + std::to_string(i - 1) + " + 1\n";
  return text;
}

TEST(DefineCheck, AChainMayBeAsLongAsItsLimit) {
  // Each sum is one level, and the name inside it another.
  EXPECT_EQ(codes_in(chain_of(limits::definition_depth / 2)), "");
  EXPECT_EQ(codes_in(chain_of(limits::definition_depth / 2 + 1)), "E0205");
}

TEST(DefineCheck, AChainTooLongIsReportedOnce) { EXPECT_EQ(codes_in(chain_of(2'000)), "E0205"); }

TEST(DefineCheck, AChainOfTablesAndFunctionsHasTheLimitOfAnyOther) {
  std::string text = "define f0(x: number) = x\n";
  for (std::size_t i = 1; i < limits::definition_depth; ++i) {
    const std::string before = "f" + std::to_string(i - 1);
    const std::string name = "f" + std::to_string(i);
    text += i % 2 == 0 ? "define " + name + "(x: number) = " + before + "(x)\n"
                       : "table " + name + "(x: number) by x is 1 { true => 1\n false => " + before + "(x)\n}\n";
  }
  EXPECT_EQ(codes_in(text), "E0205");
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
