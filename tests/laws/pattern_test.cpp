// A straight pattern says of every text what RE2 says.
#include "compile/straight_pattern.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include <re2/re2.h>

namespace assay::compile {
namespace {

std::string any_of(const std::vector<std::string>& parts) { return *rc::gen::elementOf(parts); }

std::string a_pattern() {
  std::string pattern = any_of({"^", "^", "^", "^", "", "^^"});
  const int steps = *rc::gen::inRange(0, 5);
  for (int i = 0; i < steps; ++i) {
    pattern += any_of({"a",    "b",   "1",   ":",   "-", " ",   "[0-9]", "[a-f0-9]", "[ab]", "[.]",  "[a-]",
                       "[^a]", "\\d", "\\.", "\\w", ".", "(a)", "(?i)b", "é",        "a|b",  "[-+]", "[ :]"});
    pattern += any_of({"", "", "", "+", "*", "?", "{2}", "{1,3}", "{2,}", "{0}", "+?", "{1}{2}", "{,2}"});
  }
  return pattern + any_of({"$", "$", "$", "$", "", "\\$"});
}

std::string a_text() {
  std::string text;
  const int letters = *rc::gen::inRange(0, 9);
  for (int i = 0; i < letters; ++i)
    text += any_of({"a", "a", "b", "f", "1", "1", "0", ":", "-", ".", " ", "A", "\n", "$", "é", "g"});
  return text;
}

RC_GTEST_PROP(StraightPatterns, SayWhatRe2Says, ()) {
  const std::string pattern = a_pattern();
  const re2::RE2 compiled(pattern, re2::RE2::Quiet);
  RC_PRE(compiled.ok());
  const auto straight = straight_pattern(pattern);
  RC_CLASSIFY(straight.has_value());
  if (!straight) return;
  for (int i = 0; i < 20; ++i) {
    const std::string text = a_text();
    RC_ASSERT(straight->matches(text) == re2::RE2::PartialMatch(text, compiled));
  }
}

TEST(StraightPatterns, AreHowIdentifiersVersionsAndDigestsAreWritten) {
  for (const auto* pattern : {"^ais-[0-9]{6}-[0-9a-f]{8}$", "^[0-9]+[.][0-9]+[.][0-9]+$", "^sha256:[0-9a-f]{64}$"})
    EXPECT_TRUE(straight_pattern(pattern).has_value()) << pattern;
  for (const auto* pattern : {"a", "^a", "a$", "^a*a$", "^[0-9]?1$", "^(a)$", "^a|b$", "^.$", "^[^a]$", "^a+?$"})
    EXPECT_FALSE(straight_pattern(pattern).has_value()) << pattern;
}

}  // namespace
}  // namespace assay::compile
