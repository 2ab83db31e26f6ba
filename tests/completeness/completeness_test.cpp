#include "completeness/completeness.hpp"

#include "check/scheme_fixture.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace assay::completeness {
namespace {

/// A scheme of a type, with what every type asks, and `more`.
std::string scheme_of_type(std::string_view type, std::string_view more) {
  const std::string entry = type.empty() ? std::string() : " type \"" + std::string(type) + "\"";
  const std::string object = type == "6" ? "service" : "product";
  return "scheme \"S\" { id \"example.org/s\" version \"1\" owner \"O\" object " + object + entry +
         " party third bodies accredited to \"B\" in_force 2026-01-01 .. }\n"
         "document D \"D\"\n"
         "subject s { name text size integer score measurement in % hits proportion }\n"
         "define lot = sampling_plan(s.size, 1.0, II).size\n" +
         std::string(more);
}

constexpr std::string_view requirement =
    "requirement R-1 \"One\" { source D \"1\" shall s.name is stated\n"
    "evidence report \"R\" issued within 1 year\nmethod testing }\n";

struct Looked {
  bool is_usable = false;
  Findings findings;

  const Finding& operator[](std::string_view id) const {
    const auto found =
        std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.id == id; });
    if (found == findings.end()) throw std::out_of_range(std::string(id));
    return *found;
  }
  std::string status(std::string_view id) const { return std::string(to_string((*this)[id].status)); }
};

Looked look(const std::string& text) {
  const check::Checked checked(text);
  if (!checked.scheme) {
    ADD_FAILURE() << checked.codes() << checked.first();
    return {};
  }
  return {.is_usable = true, .findings = completeness_of(*checked.scheme)};
}
Looked look_at_type(std::string_view type, std::string_view more = "") {
  return look(scheme_of_type(type, std::string(requirement) + std::string(more)));
}

std::string with_activities(std::string_view activities) {
  return "surveillance { every 12 months by " + std::string(activities) +
         " }\ndecision at surveillance { suspend when majors > 0 maintain otherwise }\n";
}

/// The four activities of surveillance, as the first letters of their statuses.
std::string surveillance_of(const Looked& looked) {
  std::string letters;
  for (const auto* id : {"surveillance_by_market_sample", "surveillance_by_factory_sample",
                         "surveillance_by_process_assessment", "surveillance_by_system_audit"})
    letters += looked.status(id).front();
  return letters;
}

TEST(Completeness, EveryItemHasItsOwnNameAndIsLookedForOnce) {
  const Looked looked = look_at_type("5");
  std::vector<std::string_view> ids;
  for (const Finding& finding : looked.findings) ids.push_back(finding.id);
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
  for (const Finding& finding : looked.findings) EXPECT_EQ(is_open(finding.status), !finding.help.empty());
}

TEST(Completeness, EachTypeAsksForItsActivitiesOfSurveillance) {
  EXPECT_EQ(surveillance_of(look_at_type("1a")), "nnnn");
  EXPECT_EQ(surveillance_of(look_at_type("1b")), "nnnn");
  EXPECT_EQ(surveillance_of(look_at_type("2")), "mnnn");
  EXPECT_EQ(surveillance_of(look_at_type("3")), "nmmn");
  EXPECT_EQ(surveillance_of(look_at_type("4")), "mmmn");
  EXPECT_EQ(surveillance_of(look_at_type("5")), "mmmm");
  EXPECT_EQ(surveillance_of(look_at_type("6")), "nnmm");
}

TEST(Completeness, OneOfTwoNeighboursIsEnoughWhereTheTypeLeavesTheChoice) {
  EXPECT_EQ(surveillance_of(look_at_type("5", with_activities("market_sample, system_audit"))), "pnnp");
  EXPECT_EQ(surveillance_of(look_at_type("5", with_activities("factory_sample, process_assessment"))), "nppn");
  EXPECT_EQ(surveillance_of(look_at_type("4", with_activities("factory_sample"))), "npmn");
  EXPECT_EQ(surveillance_of(look_at_type("5", with_activities("system_audit"))), "mmnp");
}

TEST(Completeness, MoreThanTheTypeAsksIsNoFault) {
  EXPECT_EQ(surveillance_of(look_at_type("2", with_activities("market_sample, system_audit"))), "pnnp");
}

TEST(Completeness, ATypeWithoutSurveillanceLeavesNoRoomForIt) {
  const Looked looked = look_at_type("1a", with_activities("market_sample"));
  EXPECT_EQ(looked.status("surveillance"), "contradicts_type");
  EXPECT_EQ(surveillance_of(looked), "cnnn");
  EXPECT_EQ(look_at_type("6", with_activities("market_sample")).status("surveillance_by_market_sample"),
            "contradicts_type");
}

TEST(Completeness, ATypeOfItsSampleAloneLicensesNoMark) {
  constexpr std::string_view statement = "attestation { certificate identifies s.name scope s.name mark \"M\" }\n";
  const Looked type = look_at_type("1a", with_activities("market_sample") + std::string(statement));
  EXPECT_EQ(type.status("mark"), "contradicts_type");
  EXPECT_EQ(look_at_type("1b", statement).status("mark"), "present");
  EXPECT_EQ(look_at_type("1a").status("mark"), "not_applicable");
  EXPECT_EQ(look_at_type("5").status("mark"), "missing");
}

TEST(Completeness, WithoutATypeNobodyCanTellWhatItAsks) {
  const Looked looked = look_at_type("");
  EXPECT_EQ(looked.status("type"), "missing");
  EXPECT_EQ(looked.status("surveillance"), "undetermined");
  EXPECT_EQ(surveillance_of(looked), "uuuu");
  EXPECT_EQ(look_at_type("", with_activities("system_audit")).status("surveillance"), "present");
  EXPECT_FALSE(is_complete(looked.findings));
}

TEST(Completeness, AProductIsNoServiceOrProcess) {
  std::string text = scheme_of_type("6", requirement);
  text.replace(text.find("object service"), 14, "object product");
  EXPECT_EQ(look(text).status("object"), "contradicts_type");
}

TEST(Completeness, ARequirementWithoutSourceMethodOrGroundsIsNamed) {
  const Looked looked = look(scheme_of_type("5", "requirement R-1 \"One\" { shall s.name is stated }"));
  EXPECT_EQ(looked["sources"].note, "none in R-1");
  EXPECT_EQ(looked["methods"].note, "none in R-1");
  EXPECT_EQ(looked["grounds"].note, "none in R-1");
  EXPECT_TRUE(looked["grounds"].at.has_value());
}

TEST(Completeness, AJudgementIsAGround) {
  const Looked looked =
      look(scheme_of_type("5", "requirement R-1 \"One\" { shall judgement \"Good?\" by assessor as good }"));
  EXPECT_EQ(looked.status("grounds"), "present");
}

TEST(Completeness, ASamplingPlanCountsWhereAProvisionRestsOnIt) {
  EXPECT_EQ(look_at_type("5").status("sampling"), "missing");
  const Looked used = look(scheme_of_type("5", "requirement R-1 \"One\" { shall s.size >= lot }"));
  EXPECT_EQ(used.status("sampling"), "present");
}

TEST(Completeness, AMeasuredValueWithoutItsUncertaintyIsFoundOut) {
  EXPECT_EQ(look_at_type("5").status("decision_rules"), "not_applicable");
  const Looked bare = look(scheme_of_type("5", "requirement R-1 \"One\" { shall s.score.value >= 90 % }"));
  EXPECT_EQ(bare.status("decision_rules"), "missing");
  const Looked ruled =
      look(scheme_of_type("5", "requirement R-1 \"One\" { shall s.hits >= 90 % with 95 % confidence }"));
  EXPECT_EQ(ruled.status("decision_rules"), "present");
}

TEST(Completeness, TheLanguagesOwnDecisionIsNotTheSchemes) {
  EXPECT_EQ(look_at_type("5").status("granting"), "missing");
  EXPECT_EQ(look_at_type("5").status("nonconformities"), "missing");
  const Looked written = look_at_type("5", "decision { refuse when majors > 0 grant otherwise }");
  EXPECT_EQ(written.status("granting"), "present");
  EXPECT_EQ(written["granting"].note, "grant otherwise");
  EXPECT_EQ(written["nonconformities"].note, "refuse when majors > 0");
}

TEST(Completeness, WhatTheLanguageCannotSayIsNeverPresent) {
  const Looked looked = look_at_type("5");
  for (const Finding& finding : looked.findings)
    EXPECT_EQ(finding.part == Part::elsewhere, finding.status == Status::outside_language);
  EXPECT_EQ(looked.status("records"), "outside_language");
}

TEST(Completeness, WhatIsLookedAtOnceIsTakenBackOutsideTheLanguage) {
  EXPECT_EQ(look_at_type("1a").status("withdrawing"), "outside_language");
  EXPECT_EQ(look_at_type("1a").status("maintaining"), "not_applicable");
  EXPECT_EQ(look_at_type("2").status("withdrawing"), "missing");
}

TEST(Completeness, AFirstPartyNeedsNeitherBodyNorProofForItself) {
  std::string text = scheme_of_type("1a", requirement);
  text.replace(text.find("party third bodies accredited to \"B\""), 36, "party first");
  const Looked looked = look(text);
  EXPECT_EQ(looked.status("bodies"), "not_applicable");
  EXPECT_EQ(looked.status("grounds"), "not_applicable");
}

}  // namespace
}  // namespace assay::completeness
