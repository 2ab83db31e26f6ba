#include "logic/truth.hpp"

#include <gtest/gtest.h>

namespace assay {
namespace {

TEST(Truth, FalseAndUnknownIsFalse) { EXPECT_EQ(both(Truth::no, Truth::unknown), Truth::no); }
TEST(Truth, TrueAndUnknownIsUnknown) { EXPECT_EQ(both(Truth::yes, Truth::unknown), Truth::unknown); }
TEST(Truth, TrueOrUnknownIsTrue) { EXPECT_EQ(either(Truth::yes, Truth::unknown), Truth::yes); }
TEST(Truth, FalseOrUnknownIsUnknown) { EXPECT_EQ(either(Truth::no, Truth::unknown), Truth::unknown); }
TEST(Truth, NotUnknownIsUnknown) { EXPECT_EQ(negation(Truth::unknown), Truth::unknown); }
TEST(Truth, FalseImpliesAnything) { EXPECT_EQ(implication(Truth::no, Truth::unknown), Truth::yes); }
TEST(Truth, UnknownImpliesFalseIsUnknown) { EXPECT_EQ(implication(Truth::unknown, Truth::no), Truth::unknown); }

}  // namespace
}  // namespace assay
