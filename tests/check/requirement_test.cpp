#include "check/scheme_fixture.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

/// The requirement that is written after the fixture's own.
const model::Requirement& second(const Checked& result) { return result.scheme->requirements[{1}]; }

TEST(RequirementCheck, ProvisionsAreNumberedInTheirOrder) {
  const auto result = scheme(R"(requirement R-2 "Two" {
  shall true
  should as wish true
  may true
})");
  ASSERT_EQ(result.codes(), "");
  const auto& provisions = second(result).provisions;
  EXPECT_EQ(provisions[0].id, "R-2/1");
  EXPECT_EQ(provisions[1].id, "wish");
  EXPECT_EQ(provisions[2].id, "R-2/3");
  EXPECT_EQ(provisions[1].modal, Modal::should);
}

TEST(RequirementCheck, ProvisionNamesAreUniqueInARequirement) {
  EXPECT_EQ(codes_in("requirement R-2 \"Two\" { shall as a true shall as a true }"), "E0403");
}

TEST(RequirementCheck, TheTextOfAProvisionIsItsConditionOnOneLine) {
  const auto result = scheme(R"(requirement R-2 "Two" {
  shall system.certified   # as the register says
        and system.name is "a  # b"
        else minor "Not certified"
})");
  ASSERT_EQ(result.codes(), "");
  const auto& provision = second(result).provisions[0];
  EXPECT_EQ(provision.text, "system.certified and system.name is \"a  # b\"");
  EXPECT_EQ(provision.message, "Not certified");
  EXPECT_EQ(provision.grade, Grade::minor);
}

TEST(RequirementCheck, TheDefaultGradeIsTheHeaders) {
  const auto result = Checked(R"(scheme "Mark" { id "m" version "1" default_grade minor }
subject system { on boolean }
requirement R-1 "One" { shall system.on shall system.on else major "Off" })");
  ASSERT_EQ(result.codes(), "");
  const auto& provisions = result.scheme->requirements[{0}].provisions;
  EXPECT_EQ(provisions[0].grade, Grade::minor);
  EXPECT_EQ(provisions[1].grade, Grade::major);
}

TEST(RequirementCheck, HasAShallAndAtMostOneApplies) {
  EXPECT_EQ(codes_in("requirement R-2 \"Two\" { should true }"), "E0701");
  EXPECT_EQ(codes_in("requirement R-2 \"Two\" { applies when true applies when true shall true }"), "E0702");
}

TEST(RequirementCheck, AppliesMayAskForAText) {
  EXPECT_EQ(codes_in("requirement R-2 \"Two\" { applies when true else system.name shall true }"), "");
  EXPECT_EQ(codes_in("requirement R-2 \"Two\" { applies when true else 5 shall true }"), "E0301");
  EXPECT_EQ(codes_in("requirement R-2 \"Two\" { applies when 5 shall true }"), "E0308");
}

TEST(RequirementCheck, SourcesAreDeclaredDocuments) {
  EXPECT_EQ(codes_in("document AIA \"A law\"\nrequirement R-2 \"Two\" { source AIA \"Article 1\" shall true }"), "");
  EXPECT_EQ(report_in("document AIAct \"A law\"\nrequirement R-2 \"Two\" { source AIact \"Article 1\" shall true }"),
            "'AIact' is not a declared document |  | did you mean 'AIAct'?");
}

TEST(RequirementCheck, MethodsAreThoseOfDetermination) {
  EXPECT_EQ(codes_in("requirement R-2 \"Two\" { shall true method examination, sampling }"), "");
  EXPECT_EQ(report_in("requirement R-2 \"Two\" { shall true method examinaton }"),
            "'examinaton' is no determination method |  | did you mean 'examination'?");
}

TEST(RequirementCheck, KnowsWhereAbsenceCanFlip) {
  const auto can_flip = [](std::string_view condition) {
    const auto result = scheme("define given = system.name is provided\nrequirement R-2 \"Two\" { shall " +
                               std::string(condition) + " }");
    EXPECT_EQ(result.codes(), "") << condition;
    return result.scheme && second(result).provisions[0].absence_can_flip;
  };
  EXPECT_TRUE(can_flip("system.name is missing"));
  EXPECT_TRUE(can_flip("(system.size otherwise 0) > 1"));
  EXPECT_TRUE(can_flip("given or system.certified"));
  EXPECT_FALSE(can_flip("system.certified"));
  EXPECT_FALSE(can_flip("system.name is stated"));
}

TEST(RequirementCheck, AllErrorsOfARequirementAreReported) {
  EXPECT_EQ(codes_in("requirement R-2 \"Two\" { source X \"1\" shall nowhere shall 5 method magic }"),
            "E0409 E0401 E0308 E0714");
}

TEST(Lint, ANamedElementIsLookedUp) {
  const std::string start =
      "record Metric { name text value number }\nsubject s { metrics list of Metric }\nrequirement R-1 \"One\" { "
      "shall ";
  const auto codes = [&](const std::string& condition) {
    return Checked("scheme \"Mark\" { id \"m\" version \"1\" }\n" + start + condition + " }").codes();
  };
  EXPECT_EQ(codes("some m in s.metrics satisfies m.name is \"x\" and m.value > 1"), "W0712");
  EXPECT_EQ(codes("every m in s.metrics satisfies m.name is \"x\" implies m.value > 1"), "W0713");
  EXPECT_EQ(codes("(the m in s.metrics where m.name is \"x\").value > 1"), "");
  EXPECT_EQ(codes("some m in s.metrics satisfies m.name is \"x\""), "");
}

TEST(Lint, TheHelpIsTheLookup) {
  EXPECT_EQ(Checked("scheme \"Mark\" { id \"m\" version \"1\" }\nrecord Metric { name text value number }\n"
                    "subject s { metrics list of Metric }\nrequirement R-1 \"One\" {\n"
                    "  shall some m in s.metrics satisfies m.name is \"x\" and m.value > 1\n}")
                .first(),
            "a metric that is not reported fails here | looks up one element | write '(the m in s.metrics where m.name "
            "is \"x\")' to keep it undetermined");
}

}  // namespace
}  // namespace assay::check
