#include "diagnostics/printable.hpp"

#include <gtest/gtest.h>

namespace {

using assay::diagnostics::printable;

TEST(Printable, OrdinaryTextStays) { EXPECT_EQ(printable("Zoë: 5 € \U0001F600"), "Zoë: 5 € \U0001F600"); }

TEST(Printable, InvalidBytesAreShownAsHexadecimal) { EXPECT_EQ(printable("caf\xE9 \x80"), "caf<E9> <80>"); }

TEST(Printable, ControlCharactersCannotSteerTheTerminal) {
  EXPECT_EQ(printable("a\x1b[2J\r\x7F\u009B"), "a<U+001B>[2J<U+000D><U+007F><U+009B>");
}

TEST(Printable, MarksOfReadingDirectionAreShown) { EXPECT_EQ(printable("\u202Ex\u2066"), "<U+202E>x<U+2066>"); }

TEST(Printable, IsCutBehindTheLimit) {
  EXPECT_EQ(printable("äöü", 2), "äö…");
  EXPECT_EQ(printable("äöü", 3), "äöü");
}

}  // namespace
