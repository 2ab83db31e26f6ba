#include "base/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

using assay::append_utf8;
using assay::count_code_points;
using assay::first_invalid_utf8;
using assay::utf8_length;
using assay::without_byte_order_mark;

TEST(FirstInvalidUtf8, WellFormedTextOfEveryLengthHasNone) {
  EXPECT_EQ(first_invalid_utf8(""), std::nullopt);
  EXPECT_EQ(first_invalid_utf8("a é € \U0001F600"), std::nullopt);
  EXPECT_EQ(first_invalid_utf8("\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF"), std::nullopt);
}

TEST(FirstInvalidUtf8, IsTheOffsetOfTheFirstByteOfTheSequence) {
  EXPECT_EQ(first_invalid_utf8("ab\xE9t"), 2u);
  EXPECT_EQ(first_invalid_utf8("é\x80"), 2u);
  EXPECT_EQ(first_invalid_utf8("a\xFF"), 1u);
}

TEST(FirstInvalidUtf8, OverlongFormsAreInvalid) {
  EXPECT_EQ(first_invalid_utf8("\xC0\xAF"), 0u);
  EXPECT_EQ(first_invalid_utf8("\xE0\x9F\xBF"), 0u);
  EXPECT_EQ(first_invalid_utf8("\xF0\x8F\xBF\xBF"), 0u);
}

TEST(FirstInvalidUtf8, SurrogatesAndValuesBeyondUnicodeAreInvalid) {
  EXPECT_EQ(first_invalid_utf8("\xED\xA0\x80"), 0u);
  EXPECT_EQ(first_invalid_utf8("\xF4\x90\x80\x80"), 0u);
  EXPECT_EQ(first_invalid_utf8("\xF5\x80\x80\x80"), 0u);
}

TEST(FirstInvalidUtf8, ASequenceCutAtTheEndIsInvalid) {
  EXPECT_EQ(first_invalid_utf8("a\xE2\x82"), 1u);
  EXPECT_EQ(first_invalid_utf8("\xF0\x9F\x98"), 0u);
}

TEST(Utf8Length, IsThatOfTheFirstSequenceAlone) {
  EXPECT_EQ(utf8_length("€uro"), 3u);
  EXPECT_EQ(utf8_length("\x82"), 0u);
  EXPECT_EQ(utf8_length(""), 0u);
}

TEST(CountCodePoints, CountsCharactersNotBytes) {
  EXPECT_EQ(count_code_points("é€\U0001F600x"), 4u);
  EXPECT_EQ(count_code_points(""), 0u);
}

TEST(AppendUtf8, WritesOneToFourBytes) {
  std::string text;
  for (const std::uint32_t scalar : {0x78u, 0xE9u, 0x20ACu, 0x1F600u}) append_utf8(text, scalar);
  EXPECT_EQ(text, "xé€\U0001F600");
}

TEST(AppendUtf8, ASurrogateBecomesTheReplacementCharacter) {
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  EXPECT_EQ(text, "\uFFFD\uFFFD");
}

TEST(WithoutByteOrderMark, TakesAwayOneMarkAtTheBeginning) {
  EXPECT_EQ(without_byte_order_mark("\uFEFF{}"), "{}");
  EXPECT_EQ(without_byte_order_mark("{}\uFEFF"), "{}\uFEFF");
  EXPECT_EQ(without_byte_order_mark("\xEF\xBB"), "\xEF\xBB");
}

}  // namespace
