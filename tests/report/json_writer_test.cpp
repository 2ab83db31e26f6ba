#include "report/json_writer.hpp"

#include <gtest/gtest.h>

namespace assay::report {
namespace {

std::string text_of(std::string_view value) {
  std::string out;
  append_json_text(out, value);
  return out;
}

TEST(JsonText, QuotesAndBackslashesAreEscaped) { EXPECT_EQ(text_of("a\"b\\c"), R"("a\"b\\c")"); }
TEST(JsonText, ControlCharactersAreEscaped) {
  EXPECT_EQ(text_of(std::string("\n\t\r\x01\0", 5)), R"("\n\t\r\u0001\u0000")");
}
TEST(JsonText, OtherCharactersStayAsTheyAre) { EXPECT_EQ(text_of("é😀/\x7F"), "\"é😀/\x7F\""); }
TEST(JsonText, InvalidBytesBecomeTheReplacementCharacter) { EXPECT_EQ(text_of("a\xE9z\xFF"), "\"a\uFFFDz\uFFFD\""); }

std::string sample(Layout layout) {
  std::string out;
  JsonWriter json(out, layout);
  json.begin_object();
  json.member("text", "x");
  json.member("number", std::uint64_t{18446744073709551615u});
  json.key("list");
  json.begin_array();
  json.boolean(true);
  json.null();
  json.raw("1.50");
  json.end_array();
  json.key("empty");
  json.begin_object();
  json.end_object();
  json.member_or_null("nothing", "");
  json.end_object();
  return out;
}

TEST(JsonWriter, ALineHasNoWhiteSpace) {
  EXPECT_EQ(sample(Layout::line),
            R"({"text":"x","number":18446744073709551615,"list":[true,null,1.50],"empty":{},"nothing":null})");
}

TEST(JsonWriter, PrettyJsonIsIndentedByTwo) {
  EXPECT_EQ(sample(Layout::pretty), R"({
  "text": "x",
  "number": 18446744073709551615,
  "list": [
    true,
    null,
    1.50
  ],
  "empty": {},
  "nothing": null
})");
}

}  // namespace
}  // namespace assay::report
