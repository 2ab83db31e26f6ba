#include "base/json_text.hpp"

#include <gtest/gtest.h>

namespace assay {
namespace {

std::string text_of(std::string_view value, ControlCharacters controls = ControlCharacters::by_letter) {
  std::string out;
  append_json_text(out, value, controls);
  return out;
}

TEST(JsonText, QuotesAndBackslashesAreEscaped) { EXPECT_EQ(text_of("a\"b\\c"), R"("a\"b\\c")"); }
TEST(JsonText, ControlCharactersAreEscaped) {
  EXPECT_EQ(text_of(std::string("\n\t\r\x01\0", 5)), R"("\n\t\r\u0001\u0000")");
}
TEST(JsonText, ControlCharactersCanAllBeWrittenByNumber) {
  EXPECT_EQ(text_of("a\nb\x1F", ControlCharacters::by_number), R"("a\u000ab\u001f")");
}
TEST(JsonText, OtherCharactersStayAsTheyAre) { EXPECT_EQ(text_of("é😀/\x7F"), "\"é😀/\x7F\""); }
TEST(JsonText, InvalidBytesBecomeTheReplacementCharacter) { EXPECT_EQ(text_of("a\xE9z\xFF"), "\"a\uFFFDz\uFFFD\""); }

TEST(PlainJsonLength, EndsBeforeEachByteThatIsNotPlainWhereverItStands) {
  for (std::size_t size = 1; size < 20; ++size) {
    for (std::size_t place = 0; place < size; ++place) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string text(size, 'x');
        text[place] = static_cast<char>(byte);
        const bool is_plain = byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
        ASSERT_EQ(plain_json_length(text), is_plain ? size : place) << "byte " << byte << " at " << place;
        text.back() = '"';
        ASSERT_EQ(plain_json_length(text), is_plain || place + 1 == size ? size - 1 : place) << "byte " << byte;
      }
    }
  }
}

}  // namespace
}  // namespace assay
