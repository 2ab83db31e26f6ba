#include "check/scheme_fixture.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

TEST(Evidence, KnowsWhatItAsksFor) {
  const auto result = scheme(
      "requirement R-2 \"Two\" { evidence sheet \"Data sheet\" covering system.name by accredited to \"ISO\" "
      "issued within 2 years }");
  ASSERT_TRUE(result.scheme) << result.codes();
  const auto& evidence = result.scheme->evidence[model::EvidenceId{0}];
  EXPECT_EQ(evidence.name, "sheet");
  EXPECT_EQ(evidence.title, "Data sheet");
  EXPECT_EQ(evidence.accreditation, "ISO");
  EXPECT_EQ(evidence.age, (Duration{.months = 24, .days = 0, .seconds = 0}));
  EXPECT_EQ(evidence.requirement, model::RequirementId{1});
  EXPECT_FALSE(evidence.covering->variable);
  EXPECT_EQ(result.scheme->requirements[evidence.requirement].evidence.size(), 1u);
}

TEST(Evidence, StandsForAShall) { EXPECT_EQ(codes_in("requirement R-2 \"Two\" { evidence sheet \"Sheet\" }"), ""); }

TEST(Evidence, MayBeProvidedBeforeItIsDeclared) {
  EXPECT_EQ(codes_in("requirement R-2 \"Two\" { shall provide sheet evidence sheet \"Sheet\" }"), "");
}

TEST(Evidence, IsKnownInItsOwnRequirementOnly) {
  EXPECT_EQ(codes_in("requirement R-2 \"Two\" { evidence sheet \"Sheet\" }\n"
                     "requirement R-3 \"Three\" { shall provide sheet }"),
            "E0721");
}

TEST(Evidence, IsDeclaredOnce) {
  EXPECT_EQ(codes_in("requirement R-2 \"Two\" { evidence a \"A\" evidence a \"B\" }"), "E0403");
}

TEST(Evidence, CoversKeysThatADossierCanList) {
  EXPECT_EQ(codes_in("requirement R-2 \"Two\" { evidence a \"A\" covering system.size }"), "");
  EXPECT_EQ(codes_in("requirement R-2 \"Two\" { evidence a \"A\" covering system.since }"), "");
  EXPECT_EQ(codes_in("requirement R-2 \"Two\" { evidence a \"A\" covering system.level }"), "E0301");
  EXPECT_EQ(codes_in("requirement R-2 \"Two\" { evidence a \"A\" covering system.certified }"), "E0301");
}

TEST(Evidence, ProvidingItCanBeFlippedByAnItemMore) {
  const auto result = scheme("requirement R-2 \"Two\" { evidence a \"A\" shall provide a }");
  ASSERT_TRUE(result.scheme);
  EXPECT_TRUE(result.scheme->requirements[model::RequirementId{1}].provisions[0].absence_can_flip);
}

}  // namespace
}  // namespace assay::check
