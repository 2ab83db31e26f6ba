// What the laws found wrong once, each in its smallest form.
#include "laws/assessed.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace assay::laws {
namespace {

/// The needs of a scheme with one requirement, one shall, over a subject of these fields.
std::vector<std::string> needs(const std::string& declarations, const std::string& shall, const std::string& subject) {
  const std::string text = R"(scheme "Case" {
  id             "example.org/case"
  version        "1.0.0"
  owner          "Example Standards Institute"
  object         product
  type           "5"
  party          third
  default_grade  major
}
record Part {
  name  text
  size  number
}
subject system {
  a      optional number
  b      optional number
  c      optional number
  parts  optional list of Part
}
)" + declarations + "\nrequirement R-1 \"Title\" {\n  shall " +
                           shall + "\n}\n";
  const auto scheme = compiled(text);
  const auto found = findings_of(assessed(*scheme, subject), scheme->model);
  std::vector<std::string> needs;
  for (const auto& need : found.needs) needs.push_back(need.subject);
  return needs;
}

using Needs = std::vector<std::string>;

TEST(Found, NoElementThatPassesIsAReason) {
  EXPECT_EQ(
      needs("", "min(p.size for p in system.parts where p.size > 5) > 7", R"({"parts": [{"name": "x", "size": 1}]})"),
      (Needs{"/parts"}));
}

TEST(Found, OfTwoThatPassNoThirdMakesOne) {
  EXPECT_EQ(needs("", "(the p in system.parts where p.name is \"x\").size > 7",
                  R"({"parts": [{"name": "x", "size": 1}, {"name": "x", "size": 1}, {"size": 1}]})"),
            (Needs{"/parts"}));
}

TEST(Found, ACountOfAMissingListIsAsUnknownAsItsQuantifier) {
  EXPECT_EQ(needs("", "(count(system.parts) >= 1) otherwise true", "{}"), (Needs{"/parts"}));
  EXPECT_EQ(needs("", "(at least 1 p in system.parts satisfies true) otherwise true", "{}"), (Needs{"/parts"}));
}

TEST(Found, AnArgumentMayCallTheSameDefine) {
  EXPECT_EQ(needs("define f(n: number, m: number) = n + m", "f(f(system.a, system.b), system.c) > 0", "{}"),
            (Needs{"/a", "/b", "/c"}));
  EXPECT_EQ(needs("define f(n: number, m: number) = n + m", "f(f(1, 2), system.c) > 0", "{}"), (Needs{"/c"}));
  EXPECT_EQ(needs("define f(n: number, m: number) = n + m", "f(f(system.a, system.b) + 1, system.c) > 0", "{}"),
            (Needs{"/a", "/b", "/c"}));
  EXPECT_EQ(needs("define f(n: number, m: number) = n + m",
                  "f((if f(system.a, system.b) > 0 then 1 else 2), system.c) > 0", "{}"),
            (Needs{"/a", "/b", "/c"}));
}

TEST(Found, AConditionThatCountsDecideNeedsNoFact) {
  const std::string decision =
      "decision {\n  refuse when (majors > 0 and system.c > 0) or minors > 0\n  grant otherwise\n}";
  EXPECT_EQ(needs(decision, "system.a > 0 else minor \"Too little\"", "{}"), (Needs{"/a"}));
}

TEST(Found, NumbersBeyondTheRangeHaveAReason) {
  EXPECT_EQ(needs("", "sum(p.size for p in system.parts) > 7",
                  R"({"parts": [{"name": "x", "size": 9e6144}, {"name": "x", "size": 9e6144}]})"),
            (Needs{""}));
}

}  // namespace
}  // namespace assay::laws
