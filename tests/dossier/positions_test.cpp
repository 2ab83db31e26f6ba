#include "dossier/positions.hpp"

#include <gtest/gtest.h>

#include <string>

namespace assay::dossier {
namespace {

/// Counted from the beginning of the text, one byte after the other.
source::Position counted(const std::string& text, std::size_t offset) {
  source::Position position;
  for (std::size_t i = 0; i < offset; ++i) {
    const bool continues = (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
    if (text[i] == '\n') {
      position = {position.line + 1, 1};
    } else if (!continues) {
      ++position.column;
    }
  }
  return position;
}

std::string lines_of_many_lengths() {
  std::string text;
  for (std::size_t length = 0; length < 150; length += 7) {
    for (std::size_t i = 0; i < length; ++i) text += i % 5 == 0 ? "\xC3\xA9" : "x";
    text += '\n';
  }
  return text;
}

TEST(Positions, AreThoseOfCountingFromTheBeginning) {
  const std::string text = lines_of_many_lengths();
  Positions positions(text);
  for (std::uint32_t offset = 0; offset <= text.size(); ++offset) {
    ASSERT_EQ(positions.at(offset), counted(text, offset)) << offset;
  }
}

TEST(Positions, DoNotDependOnWhatWasAskedBefore) {
  const std::string text = lines_of_many_lengths();
  Positions positions(text);
  const auto last = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t offset = last; offset > 0; --offset) {
    ASSERT_EQ(positions.at(offset), counted(text, offset)) << offset;
    ASSERT_EQ(positions.at(last - offset), counted(text, last - offset)) << last - offset;
  }
}

TEST(Positions, BehindALongLineOfAsciiGoOnCounting) {
  const std::string line(1'000, 'x');
  for (const std::string& behind :
       {std::string("\n"), std::string("\xC3\xA9"), std::string(1, '\0'), std::string("\x7F")}) {
    for (std::size_t place = 0; place < 200; ++place) {
      const std::string text = line.substr(0, place) + behind + line;
      Positions positions(text);
      for (const std::size_t offset : {text.size(), place, place + 1, place + 70})
        ASSERT_EQ(positions.at(static_cast<std::uint32_t>(offset)), counted(text, offset)) << place << ' ' << offset;
    }
  }
}

TEST(Positions, OfAnEmptyTextAreItsBeginning) {
  EXPECT_EQ(Positions("").at(0), (source::Position{1, 1}));
  EXPECT_EQ(Positions("").at(1'000), (source::Position{1, 1}));
}

TEST(Positions, BeforeAByteOrderMarkAreBehindIt) {
  Positions positions("\xEF\xBB\xBF{}");
  EXPECT_EQ(positions.at(0), (source::Position{1, 1}));
  EXPECT_EQ(positions.at(4), (source::Position{1, 2}));
}

}  // namespace
}  // namespace assay::dossier
