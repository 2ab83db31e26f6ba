#include "source/file.hpp"

#include <gtest/gtest.h>

namespace {

using assay::source::File;
using assay::source::is_literate;
using assay::source::mask_prose;
using assay::source::Position;

TEST(File, AnEmptyTextHasOneEmptyLine) {
  const File file("a.assay", "");
  EXPECT_EQ(file.line_count(), 1u);
  EXPECT_EQ(file.line(1), "");
  EXPECT_EQ(file.position(0), (Position{1, 1}));
}

TEST(File, LinesEndWithLfOrCrlf) {
  const File file("a.assay", "one\r\ntwo\nthree");
  EXPECT_EQ(file.line_count(), 3u);
  EXPECT_EQ(file.line(1), "one");
  EXPECT_EQ(file.line(2), "two");
  EXPECT_EQ(file.line(3), "three");
  EXPECT_EQ(file.line_start(2), 5u);
}

TEST(File, AByteOrderMarkIsNoColumn) {
  const File file("a.assay", "\xEF\xBB\xBFone\ntwo");
  EXPECT_EQ(file.line(1), "one");
  EXPECT_EQ(file.position(0), (Position{1, 1}));
  EXPECT_EQ(file.position(4), (Position{1, 2}));
  EXPECT_EQ(file.position(7), (Position{2, 1}));
}

TEST(File, ACarriageReturnAloneEndsNoLine) {
  const File file("a.assay", "a\rb\n");
  EXPECT_EQ(file.line(1), "a\rb");
  EXPECT_EQ(file.line_count(), 2u);
}

TEST(File, TheNumberOfALineIsClamped) {
  const File file("a.assay", "one\ntwo");
  EXPECT_EQ(file.line(0), "one");
  EXPECT_EQ(file.line(9), "two");
}

TEST(FilePosition, ColumnsCountCodePoints) {
  const File file("a.assay", "x\né€\U0001F600d");
  EXPECT_EQ(file.position(2), (Position{2, 1}));
  EXPECT_EQ(file.position(4), (Position{2, 2}));
  EXPECT_EQ(file.position(7), (Position{2, 3}));
  EXPECT_EQ(file.position(11), (Position{2, 4}));
}

TEST(FilePosition, AnOffsetInsideACharacterStandsAtTheCharacter) {
  const File file("a.assay", "a€b");
  EXPECT_EQ(file.position(2), (Position{1, 2}));
  EXPECT_EQ(file.position(3), (Position{1, 2}));
}

TEST(FilePosition, LineEndsStandBehindTheLastCharacter) {
  const File file("a.assay", "ab\r\nc\n");
  EXPECT_EQ(file.position(2), (Position{1, 3}));
  EXPECT_EQ(file.position(3), (Position{1, 3}));
  EXPECT_EQ(file.position(5), (Position{2, 2}));
  EXPECT_EQ(file.position(6), (Position{3, 1}));
}

TEST(FilePosition, IsClampedToTheFile) {
  const File file("a.assay", "ab");
  EXPECT_EQ(file.position(1'000), (Position{1, 3}));
}

TEST(MaskProse, OnlyAssayFencesStay) {
  EXPECT_EQ(mask_prose("Text.\n```assay\nunit kWh\n```\nMore.\n"), "     \n        \nunit kWh\n   \n     \n");
}

TEST(MaskProse, LineEndsAndOffsetsStay) {
  const std::string_view text = "Zoë €\r\n~~~ assay\r\nunit kWh\r\n~~~\r\n";
  const auto masked = mask_prose(text);
  EXPECT_EQ(masked.size(), text.size());
  EXPECT_EQ(masked.find("unit"), text.find("unit"));
  EXPECT_EQ(masked.substr(0, 10), "        \r\n");
}

TEST(MaskProse, OtherFencesAreProseAlsoWithAFenceInside) {
  EXPECT_EQ(mask_prose("```text\n~~~assay\nx\n~~~\n```\n"), "       \n        \n \n   \n   \n");
  EXPECT_EQ(mask_prose("```assay-report\nx\n```\n"), "               \n \n   \n");
}

TEST(MaskProse, AFenceEndsAtOneOfItsOwnKindAndAtLeastItsLength) {
  EXPECT_EQ(mask_prose("````assay\n```\n~~~~\n`````\nx"), "         \n```\n~~~~\n     \n ");
}

TEST(MaskProse, AnOpenFenceRunsToTheEnd) { EXPECT_EQ(mask_prose("```assay\nunit kWh"), "        \nunit kWh"); }

TEST(MaskProse, AnIndentedCodeBlockIsNoFence) {
  EXPECT_EQ(mask_prose("    ```assay\nx\n"), "            \n \n");
  EXPECT_EQ(mask_prose("   ```assay\nx\n"), "           \nx\n");
}

TEST(MaskProse, InlineCodeIsNoFence) { EXPECT_EQ(mask_prose("```assay```\nx\n"), "           \n \n"); }

TEST(MaskProse, AByteOrderMarkDoesNotHideTheFirstFence) {
  EXPECT_EQ(mask_prose("\uFEFF```assay\nx\n"), "           \nx\n");
}

TEST(MaskProse, NothingStaysNothing) { EXPECT_EQ(mask_prose(""), ""); }

TEST(IsLiterate, MarkdownFilesAre) {
  EXPECT_TRUE(is_literate("rules/mark.md"));
  EXPECT_FALSE(is_literate("rules/mark.assay"));
  EXPECT_FALSE(is_literate(".md"));
}

}  // namespace
