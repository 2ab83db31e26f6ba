#include "check/scheme_fixture.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

constexpr std::string_view head = "scheme \"Mark\" { id \"m\" version \"1\" }\n";
constexpr std::string_view body = "subject system { on boolean }\nrequirement R-1 \"One\" { shall system.on }\n";

std::string main_file(std::string_view declarations) {
  return std::string(head) + std::string(declarations) + "\n" + std::string(body);
}

TEST(Names, AreDeclaredOnceInAModule) {
  EXPECT_EQ(codes_in("enum Risk { high }\nrecord Risk { name text }"), "E0403");
  EXPECT_EQ(codes_in("define x = 1\ndefine x = 2\ndefine x = 3"), "E0403 E0403");
  EXPECT_EQ(codes_in("document system \"A document\""), "E0403");
}

TEST(Names, ASecondDeclarationShowsTheFirst) {
  const auto found = scheme("define x = 1\ndefine x = 2").diagnostics.sorted();
  ASSERT_EQ(found.size(), 1u);
  ASSERT_EQ(found[0].also.size(), 1u);
  EXPECT_EQ(found[0].also[0].words, "first declared here");
  EXPECT_LT(found[0].also[0].span.begin, found[0].at.span.begin);
}

TEST(Names, UnitsHaveASpaceOfTheirOwn) {
  EXPECT_EQ(codes_in("unit kg\ndefine kg = 1"), "");
  EXPECT_EQ(codes_in("unit kg\nunit kg"), "E0403");
}

TEST(Names, WordsOfTheLanguageAreReserved) {
  for (const std::string word : {"text", "number", "Verdict", "assessment_date", "count", "round", "majors", "value"})
    EXPECT_EQ(codes_in("define " + word + " = 1"), "E0414") << word;
  EXPECT_EQ(codes_in("unit months"), "E0414");
}

TEST(Names, FieldsAndMembersMayBeSpelledLikeWordsOfTheLanguage) {
  EXPECT_EQ(codes_in("record Item { type text value number count integer }\nenum Kind { text, count }"), "");
}

TEST(Names, RequirementIdsAreUniqueInAllModules) {
  EXPECT_EQ(codes_in("requirement R-1 \"Again\" { shall true }"), "E0403");
  const auto result =
      schemes({main_file("use \"a.assay\""), "requirement R-1 \"Again\" { shall system.on }"}, {{1}, {}});
  EXPECT_EQ(result.codes(), "E0403");
}

TEST(Names, OfAModuleAreSeenByTheFileThatUsesIt) {
  const auto result =
      schemes({main_file("use \"a.assay\"\ndefine is_high = Risk.high is high"), "enum Risk { high, low }"}, {{1}, {}});
  EXPECT_EQ(result.codes(), "");
}

TEST(Names, OfAModuleWithAnAliasAreSeenBehindIt) {
  const std::string module = "define limit = 5\nenum Risk { high, low }";
  EXPECT_EQ(schemes({main_file("use \"a.assay\" as std\ndefine x = std.limit + 1"), module}, {{1}, {}}).codes(), "");
  EXPECT_EQ(schemes({main_file("use \"a.assay\" as std\ndefine x = limit + 1"), module}, {{1}, {}}).codes(), "E0401");
}

TEST(Names, AreNotHandedOnThroughAModule) {
  const std::vector<std::string> texts{main_file("use \"a.assay\"\ndefine x = deep"),
                                       "use \"b.assay\"\ndefine mine = deep", "define deep = 1"};
  EXPECT_EQ(schemes(texts, {{1}, {2}, {}}).codes(), "E0401");
}

TEST(Names, OfTwoModulesClashAtTheUse) {
  const auto result =
      schemes({main_file("use \"a.assay\"\nuse \"b.assay\""), "define x = 1", "define x = 2"}, {{1, 2}, {}, {}});
  EXPECT_EQ(result.codes(), "E0403");
  EXPECT_EQ(result.place(), "use \"b.assay\"");
}

TEST(Names, OfAModuleThatIsUsedTwiceDoNotClash) {
  const auto result = schemes({main_file("use \"a.assay\"\nuse \"a.assay\""), "define x = 1\nunit kg"}, {{1, 1}, {}});
  EXPECT_EQ(result.codes(), "");
}

TEST(Names, AnAliasClashesWithADeclaration) {
  EXPECT_EQ(schemes({main_file("use \"a.assay\" as std\ndefine std = 1"), "unit kg"}, {{1}, {}}).codes(), "E0403");
}

TEST(Names, TheSubjectIsSeenByEveryModule) {
  const auto result = schemes({main_file("use \"a.assay\" as a"), "define is_on = system.on"}, {{1}, {}});
  EXPECT_EQ(result.codes(), "");
}

TEST(Names, WhatOnlyASchemeHasCannotStandInAModule) {
  const std::string module =
      "scheme \"B\" { id \"b\" version \"1\" }\nsubject other { on boolean }\n"
      "decision {\n  grant otherwise\n}";
  EXPECT_EQ(schemes({main_file("use \"a.assay\""), module}, {{1}, {}}).codes(), "E0412 E0412 E0412");
}

TEST(Names, RequirementsOfModulesFollowThoseOfTheScheme) {
  const auto result = schemes({main_file("use \"a.assay\""), "requirement A-1 \"Two\" { shall system.on }"}, {{1}, {}});
  ASSERT_EQ(result.codes(), "");
  const auto& requirements = result.scheme->requirements;
  EXPECT_EQ(requirements[requirements.id_at(0)].id, "R-1");
  EXPECT_EQ(requirements[requirements.id_at(1)].id, "A-1");
}

TEST(Completeness, ASchemeHasHeaderSubjectAndRequirement) {
  EXPECT_EQ(Checked("subject s { on boolean }\nrequirement R-1 \"One\" { shall s.on }").codes(), "E0705");
  EXPECT_EQ(Checked(std::string(head) + "requirement R-1 \"One\" { shall true }").codes(), "E0703");
  EXPECT_EQ(Checked(std::string(head) + "subject s { on boolean }").codes(), "E0715");
  EXPECT_EQ(codes_in("subject other { on boolean }"), "E0704");
  EXPECT_EQ(codes_in(head), "E0706");
}

}  // namespace
}  // namespace assay::check
