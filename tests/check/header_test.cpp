#include "check/scheme_fixture.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

Checked header(std::string_view entries, std::string_view declarations = "") {
  return Checked("scheme \"Mark\" {\n" + std::string(entries) +
                 "\n}\nsubject system { on boolean }\nrequirement R-1 \"One\" { shall system.on }\n" +
                 std::string(declarations));
}
constexpr const char* waived_rule = "decision {\n  conditional when waived > 0\n  grant otherwise\n}";

TEST(HeaderCheck, TakesEveryEntry) {
  const auto result = header(R"(  id "m"
  version "1"
  owner "Institute"
  object management_system
  type "1a"
  party third
  bodies accredited to "ISO/IEC 17065:2012"
  default_grade minor
  waivers by committee for R-1
  in_force 2026-07-01 ..)");
  // The one requirement rests on a declared fact.
  ASSERT_EQ(result.codes(), "W0722");
  const auto& taken = result.scheme->header;
  EXPECT_EQ(
      taken.id + "|" + taken.version + "|" + taken.owner + "|" + taken.object + "|" + taken.type + "|" + taken.party,
      "m|1|Institute|management_system|1a|third");
  EXPECT_EQ(taken.accreditation, "ISO/IEC 17065:2012");
  EXPECT_EQ(taken.default_grade, Grade::minor);
  EXPECT_EQ(taken.waiver_role, "committee");
  EXPECT_EQ(taken.waivable, std::vector<std::string>{"R-1"});
  EXPECT_EQ(to_string(*taken.in_force.from), "2026-07-01");
  EXPECT_FALSE(taken.in_force.to);
}

TEST(HeaderCheck, IdAndVersionAreMandatory) { EXPECT_EQ(header("owner \"x\"").codes(), "E0707 E0707"); }

TEST(HeaderCheck, EntriesAreKnownAndStandOnce) {
  EXPECT_EQ(header("id \"m\"\nversion \"1\"\nversoin \"2\"").first(),
            "'versoin' is no entry of a scheme header |  | did you mean 'version'?");
  EXPECT_EQ(header("id \"m\"\nversion \"1\"\nversion \"2\"").codes(), "E0708");
}

TEST(HeaderCheck, ValuesAreOfTheirKeys) {
  EXPECT_EQ(header("id \"m\"\nversion \"1\"\nobject thing").codes(), "E0709");
  EXPECT_EQ(header("id \"m\"\nversion \"1\"\ntype \"7\"").first(),
            "'7' is no value of type |  | write one of 1a, 1b, 2, 3, 4, 5, 6");
  EXPECT_EQ(header("id m\nversion \"1\"").codes(), "E0709");
  EXPECT_EQ(header("id \"\"\nversion \"1\"").codes(), "E0709");
  EXPECT_EQ(header("id \"m\"\nversion \"1\"\nin_force 2026-07-01 .. 2026-06-01").codes(), "E0320");
}

TEST(HeaderCheck, WaiversNameRequirements) {
  EXPECT_EQ(header("id \"m\"\nversion \"1\"\nwaivers by committee for R-2", waived_rule).first(),
            "'R-2' is not a requirement of this scheme |  | did you mean 'R-1'?");
}

TEST(HeaderCheck, AnAdmittedWaiverIsReadByTheDecision) {
  const std::string entries = "id \"m\"\nversion \"1\"\nwaivers by committee";
  EXPECT_EQ(header(entries).codes(), "");
  EXPECT_EQ(header(entries, waived_rule).codes(), "");
  EXPECT_EQ(header(entries, "decision {\n  grant otherwise\n}").codes(), "E0606");
}

}  // namespace
}  // namespace assay::check
