#include "grammar/parsed.hpp"

#include <gtest/gtest.h>

namespace assay::grammar::test {
namespace {

using Lines = std::vector<std::string>;

syntax::Test expecting(const std::string& lines) {
  return only<syntax::Test>("test \"t\" {\n given {}\n expect " + lines + "\n}");
}
template <typename Expectation>
Expectation first(const std::string& line) {
  return std::get<Expectation>(std::move(expecting(line).expectations.front()));
}
Lines errors_in(const std::string& body) { return parse_text("test \"t\" { " + body + " }").errors(); }

TEST(TestBlock, ChangesKeepTheOrderInWhichTheyStand) {
  const auto given = only<syntax::Test>(
                         "test \"t\" { given \"a.json\" with { \"/a\": 1, \"/b\": {} } without \"/c\", \"/d\" "
                         "with { \"/e\": \"x\" } on 2026-11-22 expect R-1 conforming }")
                         .given;
  EXPECT_EQ(std::get<syntax::Text>(given.dossier).value, "a.json");
  std::string order;
  for (const auto& change : given.changes) order += change.pointer.value + (change.value ? "=" : "-");
  EXPECT_EQ(order, "/a=/b=/c-/d-/e=");
}

TEST(TestBlock, AVerdictMayHaveAGrade) {
  const auto plain = first<syntax::VerdictExpectation>("4.2.1 conforming");
  EXPECT_EQ(plain.requirement.text + " " + plain.verdict.text, "4.2.1 conforming");
  EXPECT_FALSE(plain.grade);
  EXPECT_EQ(first<syntax::VerdictExpectation>("R-1 nonconforming minor").grade->text, "minor");
}

TEST(TestBlock, AValueIsNamedByIsOrAnEqualsSign) {
  EXPECT_TRUE(first<syntax::ValueExpectation>("level is basic").value);
  EXPECT_TRUE(first<syntax::ValueExpectation>("level = -3 %").value);
  EXPECT_TRUE(std::holds_alternative<syntax::Access>(first<syntax::ValueExpectation>("lib.level = 3").name->node));
  EXPECT_FALSE(first<syntax::ValueExpectation>("level unknown").value);
}

TEST(TestBlock, AnOpenPointIsAPlaceOrAName) {
  EXPECT_EQ(std::get<syntax::Text>(*first<syntax::OpenExpectation>("open \"/a\"").point).value, "/a");
  EXPECT_EQ(std::get<syntax::Name>(*first<syntax::OpenExpectation>("open good").point).text, "good");
  EXPECT_FALSE(first<syntax::OpenExpectation>("nothing open").point);
}

TEST(TestBlock, WordsOfATestAreStillNames) {
  const auto test = expecting(
      "given is 1\n expect on = 2\n expect open = 3\n expect decision is 4\n expect nothing = 5\n"
      " expect expect conforming\n expect decision defer");
  EXPECT_EQ(test.expectations.size(), 7u);
  EXPECT_TRUE(std::holds_alternative<syntax::VerdictExpectation>(test.expectations[5]));
  EXPECT_EQ(std::get<syntax::DecisionExpectation>(test.expectations[6]).outcome.text, "defer");
}

TEST(TestBlock, SaysWhatIsMissing) {
  EXPECT_EQ(errors_in("on 2026-11-22 expect R-1 conforming"), Lines{"E0201 'on' 'given'"});
  EXPECT_EQ(errors_in("given {} on 2026-11-22"), Lines{"E0201 '}' 'expect'"});
  EXPECT_EQ(errors_in("given 3 expect R-1 conforming"), Lines{"E0201 '3' a file in quotes or a dossier in braces"});
  EXPECT_EQ(errors_in("given {} expect R-1 expect R-2 conforming"), Lines{"E0201 'expect' a verdict"});
  EXPECT_EQ(errors_in("given {} with { \"/a\" 1 } expect R-1 conforming"), Lines{"E0201 '1' ':'"});
  EXPECT_EQ(errors_in("given {} expect R-1 conforming on 2026-11-22"), Lines{"E0201 'on' 'expect' or '}'"});
}

}  // namespace
}  // namespace assay::grammar::test
