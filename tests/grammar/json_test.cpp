#include "grammar/parsed.hpp"

#include <gtest/gtest.h>

namespace assay::grammar::test {
namespace {

/// The JSON of a test that gives it, as it stands in the file.
std::string given(const std::string& json) {
  const std::string text = "test \"t\" { given " + json + " expect R-1 conforming }";
  const auto parsed = only<syntax::Test>(text);
  const auto* value = std::get_if<syntax::JsonText>(&parsed.given.dossier);
  return value == nullptr ? "" : text.substr(value->begin, value->end - value->begin);
}

std::vector<std::string> errors_in(const std::string& json) {
  return parse_text("test \"t\" { given " + json + " expect R-1 conforming }").errors();
}

TEST(Json, IsKeptAsItIsWritten) {
  for (const std::string json : {"{}", "{ \"a\" : [ 1, -2.5e+3, true, null ] }", "{\"a\":{\"b\":[[],{}]}}",
                                 "{\n\"#\": \"} # ]\"\n}", "{\"\\\"\": \"\\\\\"}"}) {
    EXPECT_EQ(given(json), json);
  }
}

TEST(Json, ACommentStandsBeforeItAndNotInIt) {
  EXPECT_EQ(given("# a comment {\n {}"), "{}");
  EXPECT_EQ(errors_in("{ # a comment\n }"), std::vector<std::string>{"E0901 '#' it has no comments"});
}

TEST(Json, WhatCanBeNoTokenIsRefusedAtOnce) {
  EXPECT_EQ(errors_in("{ \"a\": yes }"), std::vector<std::string>{"E0901 'yes' expected a value, found 'yes'"});
  EXPECT_EQ(errors_in("{ \"a\": 1"), std::vector<std::string>{"E0901 'expect' expected a value, found 'expect'"});
  EXPECT_EQ(errors_in("{ \"a\": 'x' }"), std::vector<std::string>{"E0901 ''' expected a value, found '''"});
}

TEST(Json, ATextEndsOnItsLine) { EXPECT_EQ(errors_in("{ \"a\": \"x }\n"), std::vector<std::string>{"E0202 '\"x }'"}); }

TEST(Json, ABracketThatIsNeverClosedIsNamed) {
  EXPECT_EQ(parse_text("test \"t\" { given { \"a\": [1").errors(),
            std::vector<std::string>{"E0901 '{' its bracket is not closed"});
}

TEST(Json, NestsToALimit) {
  const std::string open(257, '[');
  EXPECT_EQ(errors_in("{\"a\": " + open).front(), "E0902 '[' 256");
}

}  // namespace
}  // namespace assay::grammar::test
