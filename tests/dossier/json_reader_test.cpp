#include "dossier/json_reader.hpp"

#include "base/limits.hpp"

#include <gtest/gtest.h>

#include <string>

namespace assay::dossier {
namespace {

std::string failure(std::string_view text) {
  std::vector<JsonValue> values;
  const auto failed = read_json(text, values);
  return failed ? std::to_string(failed->offset) + ": " + failed->words : "good";
}

std::vector<JsonValue> values_of(std::string_view text) {
  std::vector<JsonValue> values;
  EXPECT_FALSE(read_json(text, values).has_value()) << text;
  return values;
}

JsonFailure::Kind kind_of_failure(std::string_view text) {
  std::vector<JsonValue> values;
  const auto failed = read_json(text, values);
  EXPECT_TRUE(failed.has_value());
  return failed ? failed->kind : JsonFailure::Kind::syntax;
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

TEST(JsonReader, EveryKindOfValueIsAValueOfItsOwn) {
  for (const auto* text : {"{}", "[]", "\"\"", "0", "true", "false", "null"}) EXPECT_EQ(failure(text), "good") << text;
}

TEST(JsonReader, ValuesStandInTheOrderOfTheText) {
  const auto values = values_of(R"({"a": [1, "b\n"], "c": null})");
  ASSERT_EQ(values.size(), 7U);
  EXPECT_EQ(values[0].extent, 7U);
  EXPECT_EQ(values[2].kind, JsonKind::array);
  EXPECT_EQ(values[2].extent, 3U);
  EXPECT_EQ(values[2].offset, 6U);
  EXPECT_EQ(values[4].kind, JsonKind::escaped_text);
  EXPECT_EQ(values[6].kind, JsonKind::null);
}

TEST(JsonReader, NumbersFollowTheGrammar) {
  for (const auto* text : {"0", "-0", "10", "0.5", "1e5", "1E+5", "1.25e-7", "1e400"}) EXPECT_EQ(failure(text), "good");
  EXPECT_EQ(failure("01"), "1: a number has no leading zeros");
  EXPECT_EQ(failure("-01"), "2: a number has no leading zeros");
  EXPECT_EQ(failure("+1"), "0: a number has no '+'");
  EXPECT_EQ(failure(".5"), "0: a number begins with a digit");
  EXPECT_EQ(failure("1."), "2: a digit follows the decimal point of a number");
  EXPECT_EQ(failure("1e"), "2: a digit follows the 'e' of a number");
  EXPECT_EQ(failure("-"), "1: a digit follows '-'");
  EXPECT_EQ(failure("0x10"), "1: the text goes on after its value: found 'x'");
}

TEST(JsonReader, WhatIsNoNumberIsNamed) {
  EXPECT_EQ(failure("[NaN]"), "1: NaN is no JSON number");
  EXPECT_EQ(failure("[Infinity]"), "1: an infinity is no JSON number");
  EXPECT_EQ(failure("[-Infinity]"), "2: an infinity is no JSON number");
}

TEST(JsonReader, WordsOfOtherLanguagesAreCorrected) {
  EXPECT_EQ(failure("[True]"), "1: true is written in small letters");
  EXPECT_EQ(failure("[None]"), "1: an absent value is written null");
  EXPECT_EQ(failure("['a']"), "1: a text stands in double quotes");
  EXPECT_EQ(failure("[trueish]"), "1: expected a value, found 'trueish'");
  EXPECT_EQ(failure("{a: 1}"), "1: expected a key in double quotes, found 'a'");
  EXPECT_EQ(failure("[1 // one\n]"), "3: expected ',' or ']', found '/'");
  EXPECT_EQ(failure("// one\n[1]"), "0: JSON has no comments");
}

TEST(JsonReader, CommasStandBetweenValues) {
  EXPECT_EQ(failure("[1,]"), "3: a comma is followed by ']'");
  EXPECT_EQ(failure("{\"a\":1,}"), "7: a comma is followed by '}'");
  EXPECT_EQ(failure("[,1]"), "1: a value is missing before ','");
  EXPECT_EQ(failure("[1 2]"), "3: expected ',' or ']', found '2'");
  EXPECT_EQ(failure("{\"a\" 1}"), "5: expected ':' after a key, found '1'");
  EXPECT_EQ(failure("[1}"), "2: expected ',' or ']', found '}'");
}

TEST(JsonReader, ATextThatEndsEarlySaysWhatIsOpen) {
  EXPECT_EQ(failure("{\"a\":1"), "6: the text ends before a '}'");
  EXPECT_EQ(failure("[1,"), "3: the text ends where a value is expected");
  EXPECT_EQ(failure("[\"abc"), "1: the text ends inside the string that begins here");
  EXPECT_EQ(failure("[\"abc\\"), "1: the text ends inside the string that begins here");
  EXPECT_EQ(failure("[\"abc\\\"]"), "1: the text ends inside the string that begins here");
}

TEST(JsonReader, NothingFollowsTheValue) {
  EXPECT_EQ(failure("{} {}"), "3: the text goes on after its value: found '{'");
  EXPECT_EQ(failure("{}\r\n \t"), "good");
}

TEST(JsonReader, AByteOrderMarkIsSkipped) {
  EXPECT_EQ(failure("\xEF\xBB\xBF{}"), "good");
  EXPECT_EQ(values_of("\xEF\xBB\xBF{}")[0].offset, 3U);
}

TEST(JsonReader, BlankTextIsEmpty) {
  for (const auto* text : {"", " \r\n\t", "\xEF\xBB\xBF"}) EXPECT_EQ(kind_of_failure(text), JsonFailure::Kind::empty);
}

TEST(JsonReader, EscapesAreThoseOfJson) {
  EXPECT_EQ(failure(R"("\" \\ \/ \b \f \n \r \t \u00e9")"), "good");
  EXPECT_EQ(failure(R"("\x41")"), "2: a backslash is followed by one of \" \\ / b f n r t u, not by 'x'");
  EXPECT_EQ(failure(R"("\u12g4")"), "1: \\u is followed by four hexadecimal digits");
  EXPECT_EQ(failure(R"("\u12")"), "1: \\u is followed by four hexadecimal digits");
}

TEST(JsonReader, ALoneSurrogateStandsForNoCharacter) {
  EXPECT_EQ(failure(R"("\ud83d\ude00")"), "good");
  EXPECT_EQ(failure(R"("\uDBFF\uDFFF")"), "good");
  for (const auto* text : {R"("\ud800")", R"("\udc00")", R"("\ud800x")", R"("\ud800\n")", R"("\ud800\ud800")"}) {
    EXPECT_EQ(failure(text), "1: a lone surrogate stands for no character") << text;
  }
}

TEST(JsonReader, ControlCharactersAreEscaped) {
  EXPECT_EQ(failure("\"a\nb\""), "2: a string ends on its line: write a line break as \\n");
  EXPECT_EQ(failure("\"a\tb\""), "2: a string has no tab: write \\t");
  EXPECT_EQ(failure("\"a\x01\""), "2: a string has no control characters: write \\u0001");
  EXPECT_EQ(failure(std::string_view("\"a\0\"", 4)), "2: a string has no control characters: write \\u0000");
  EXPECT_EQ(failure(std::string_view("\0", 1)), "0: expected a value, found the control character U+0000");
}

TEST(JsonReader, InvalidUtf8IsFoundWhereverItStands) {
  EXPECT_EQ(failure("\"a\xC3\xA9\""), "good");
  EXPECT_EQ(failure("\"abcdefghijkl\xE9\""), "13: invalid UTF-8, the byte E9");
  EXPECT_EQ(failure("\"\xC0\x80\""), "1: invalid UTF-8, the byte C0");
  EXPECT_EQ(failure("\"\xED\xA0\x80\""), "1: invalid UTF-8, the byte ED");
  EXPECT_EQ(failure("\xFF\xFE{"), "0: expected a value, found invalid UTF-8, the byte FF");
}

TEST(JsonReader, SpecialBytesAreFoundAtEveryPlaceOfALongText) {
  for (std::size_t length = 0; length < 20; ++length) {
    const std::string plain(length, 'x');
    EXPECT_EQ(values_of("[\"" + plain + "\", 1]").size(), 3U);
    EXPECT_EQ(values_of("[\"" + plain + "\\n" + plain + "\"]")[1].kind, JsonKind::escaped_text);
    EXPECT_NE(failure("[\"" + plain + "\x1F" + plain + "\"]"), "good");
    EXPECT_NE(failure("[\"" + plain + "\xFF" + plain + "\"]"), "good");
  }
}

TEST(JsonReader, NestsAsDeepAsTheLimit) {
  EXPECT_EQ(failure(nested(limits::json_depth)), "good");
  EXPECT_EQ(kind_of_failure(nested(limits::json_depth + 1)), JsonFailure::Kind::too_deep);
}

TEST(JsonReader, AHundredThousandLevelsAreRefusedWithoutHarm) {
  EXPECT_EQ(kind_of_failure(std::string(100'000, '[')), JsonFailure::Kind::too_deep);
}

TEST(Json, DecodesEscapes) {
  const std::string text = R"(["\"\\\/\b\f\n\r\t", "\u0041\u00e9\u20AC\ud83d\ude00"])";
  const auto values = values_of(text);
  const Json json(text, values);
  EXPECT_EQ(json.decoded(1), "\"\\/\b\f\n\r\t");
  EXPECT_EQ(json.decoded(2), "A\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
}

TEST(Json, CountsElementsAndNotWhatIsInThem) {
  const std::string text = R"([[1, 2], {"a": 3}, "x"])";
  const auto values = values_of(text);
  EXPECT_EQ(Json(text, values).element_count(0), 3U);
}

}  // namespace
}  // namespace assay::dossier
