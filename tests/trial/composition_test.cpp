#include "trial/composition.hpp"

#include <gtest/gtest.h>

namespace assay::trial {
namespace {

class Composed : public testing::Test {
 protected:
  std::string origin(const Composition& text, std::size_t offset) const {
    const Origin origin = text.origin_of(offset);
    return origin.file->path() + std::to_string(origin.offset);
  }
  source::File a_{"a", "0123456789"};
  source::File b_{"b", "xyz"};
};

TEST_F(Composed, AnUnchangedTextIsItsFile) {
  const Composition text(a_.text(), {&a_, 0});
  EXPECT_EQ(origin(text, 0), "a0");
  EXPECT_EQ(origin(text, 7), "a7");
  EXPECT_EQ(origin(text, 10), "a10");
}

TEST_F(Composed, EachByteLeadsBackToItsFile) {
  Composition text(a_.text(), {&a_, 0});
  text.replace(2, 4, "xyz", {&b_, 0});
  EXPECT_EQ(text.text(), "01xyz456789");
  EXPECT_EQ(origin(text, 1), "a1");
  EXPECT_EQ(origin(text, 3), "b1");
  EXPECT_EQ(origin(text, 5), "a4");
  EXPECT_EQ(origin(text, 10), "a9");
}

TEST_F(Composed, WhatStandsInNoFileComesFromOnePlace) {
  Composition text(a_.text(), {&a_, 0});
  text.replace(10, 10, ", ", {&b_, 1}, false);
  EXPECT_EQ(text.text(), "0123456789, ");
  EXPECT_EQ(origin(text, 11), "b1");
}

TEST_F(Composed, ReplacementsStandOnEachOther) {
  Composition text(a_.text(), {&a_, 0});
  text.replace(2, 4, "xyz", {&b_, 0});
  text.replace(3, 4, "", {&b_, 0});
  text.replace(0, 1, "zz", {&b_, 2}, false);
  EXPECT_EQ(text.text(), "zz1xz456789");
  EXPECT_EQ(origin(text, 1), "b2");
  EXPECT_EQ(origin(text, 2), "a1");
  EXPECT_EQ(origin(text, 3), "b0");
  EXPECT_EQ(origin(text, 4), "b2");
  EXPECT_EQ(origin(text, 5), "a4");
}

TEST_F(Composed, AStretchOfAFileKeepsItsOffset) {
  const Composition text("456", {&a_, 4});
  EXPECT_EQ(origin(text, 2), "a6");
}

}  // namespace
}  // namespace assay::trial
