#include "attestation/attest.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <variant>

namespace assay::attestation {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

/// A case that nothing stands against.
Assessed granted() {
  Assessed made;
  made.date = day("2026-11-22");
  made.activity = Activity::initial;
  made.proposed = DecisionOutcome::grant;
  made.decision = RecordedDecision{DecisionOutcome::grant, {"Eva"}, day("2026-11-20"), "", true};
  Requirement requirement;
  requirement.id = "R-1";
  requirement.judged = {Verdict::conforming, {}, true};
  requirement.judgements.push_back({"fit", "Ada", day("2026-11-10"), {}});
  made.requirements.push_back(requirement);
  made.summary.conforming = 1;
  made.applicable = 1;
  Terms terms;
  terms.party = "third";
  terms.valid_for = Duration{.months = 36, .days = 0, .seconds = 0};
  terms.identifies.push_back({"system.provider.name", "Triage", {}});
  made.terms = terms;
  made.validity = Validity{day("2026-11-20"), day("2029-11-19")};
  return made;
}

Details details() {
  return {.number = "C-1",
          .replaces = "",
          .issued_on = "",
          .place = "",
          .body = "B",
          .body_address = "Street 1",
          .accreditation = "",
          .client = "C",
          .client_address = "Street 2",
          .agreement = "A-1",
          .signatory = "S",
          .function = "Head"};
}

bool is_refused(const Assessed& assessed) { return !objections(assessed).empty(); }

TEST(Attest, grants_what_nothing_stands_against) {
  EXPECT_TRUE(contradictions(granted()).empty());
  EXPECT_TRUE(objections(granted()).empty());
  EXPECT_TRUE(problems_of_details(details(), granted()).empty());
}

TEST(Attest, takes_no_decision_that_is_more_favourable_than_the_proposed_one) {
  constexpr std::array outcomes = {DecisionOutcome::grant,   DecisionOutcome::maintain,    DecisionOutcome::extend,
                                   DecisionOutcome::restore, DecisionOutcome::conditional, DecisionOutcome::reduce,
                                   DecisionOutcome::suspend, DecisionOutcome::withdraw,    DecisionOutcome::refuse,
                                   DecisionOutcome::decline, DecisionOutcome::defer};
  int taken = 0;
  for (const DecisionOutcome proposed : outcomes)
    for (const DecisionOutcome recorded : outcomes) {
      Assessed assessed = granted();
      assessed.proposed = proposed;
      assessed.decision->outcome = recorded;
      assessed.decision->reason = "on condition";
      if (is_refused(assessed)) continue;
      ++taken;
      EXPECT_NE(sign_of(proposed), OutcomeSign::open);
      EXPECT_EQ(sign_of(recorded), OutcomeSign::positive);
      EXPECT_TRUE(sign_of(proposed) == OutcomeSign::positive || proposed == DecisionOutcome::conditional);
    }
  EXPECT_EQ(taken, 5 * 3 + 1) << "any of four, or conditional, leads to grant, maintain or restore; extend to itself";
}

TEST(Attest, asks_on_what_condition_it_was_granted) {
  Assessed assessed = granted();
  assessed.proposed = DecisionOutcome::conditional;
  EXPECT_TRUE(is_refused(assessed));
  assessed.decision->reason = "A report on the first 100 calls";
  EXPECT_FALSE(is_refused(assessed));
}

TEST(Attest, tells_people_apart_as_the_dossier_does) {
  Assessed assessed = granted();
  assessed.decision->by = {"Eva", "  aDA "};
  EXPECT_TRUE(is_refused(assessed));
  assessed.decision->by = {"Adam"};
  EXPECT_FALSE(is_refused(assessed));
}

TEST(Attest, decides_on_the_day_of_the_last_judgement_but_not_before) {
  Assessed assessed = granted();
  assessed.decision->on = day("2026-11-10");
  EXPECT_FALSE(is_refused(assessed));
  assessed.decision->on = day("2026-11-09");
  EXPECT_TRUE(is_refused(assessed));
}

TEST(Attest, refuses_what_is_not_settled) {
  Assessed undetermined = granted();
  undetermined.requirements[0].judged = {Verdict::undetermined, {}, true};
  EXPECT_TRUE(is_refused(undetermined));
  Assessed unsettled = granted();
  unsettled.requirements[0].judged = {Verdict::nonconforming, Grade::minor, false};
  unsettled.requirements[0].nonconformities.push_back({"N1", "", Grade::minor, day("2027-01-01"), true});
  EXPECT_TRUE(is_refused(unsettled));
  unsettled.requirements[0].judged.grade_settled = true;
  EXPECT_FALSE(is_refused(unsettled));
  unsettled.requirements[0].judged.grade = Grade::major;
  EXPECT_TRUE(is_refused(unsettled));
  unsettled.requirements[0].waiver = Waiver{"Cy", "committee", "moving", day("2027-01-01")};
  EXPECT_FALSE(is_refused(unsettled));
}

TEST(Attest, sees_where_a_report_contradicts_itself) {
  Assessed lost = granted();
  lost.requirements.clear();
  EXPECT_EQ(contradictions(lost).size(), 1U);
  Assessed longer = granted();
  longer.validity->to = day("2039-11-19");
  EXPECT_EQ(contradictions(longer).size(), 1U);
  Assessed disagreeing = granted();
  disagreeing.decision->agrees = false;
  EXPECT_EQ(contradictions(disagreeing).size(), 1U);
  Assessed failed = granted();
  failed.requirements[0].is_every_shall_met = false;
  EXPECT_EQ(contradictions(failed).size(), 1U);
  failed.requirements[0].by_presumption = "Cited standard";
  EXPECT_TRUE(contradictions(failed).empty());
  failed.requirements[0].is_no_shall_failed = false;
  EXPECT_EQ(contradictions(failed).size(), 1U);
}

TEST(Attest, is_valid_from_the_decision_to_the_day_before_it_would_begin_anew) {
  Assessed assessed = granted();
  assessed.decision->on = day("2024-02-29");
  assessed.terms->valid_for = Duration{.months = 12, .days = 0, .seconds = 0};
  EXPECT_EQ(validity_of(assessed)->to, day("2025-02-27"));
  assessed.terms->valid_for.reset();
  EXPECT_EQ(validity_of(assessed)->to, std::nullopt);
  assessed.terms->valid_for = Duration{.months = 12 * 9000, .days = 0, .seconds = 0};
  EXPECT_EQ(validity_of(assessed), std::nullopt);
  EXPECT_TRUE(is_refused(assessed));
}

TEST(Attest, carries_conditions_whatever_the_decision_is_called) {
  Assessed assessed = granted();
  assessed.requirements[0].judged = {Verdict::nonconforming, Grade::minor, true};
  assessed.requirements[0].nonconformities.push_back({"N1", "Cables", Grade::minor, day("2027-01-01"), true});
  const Certificate made = certificate_of(assessed, details(), "");
  ASSERT_EQ(made.conditions.size(), 1U);
  EXPECT_EQ(made.conditions[0].until, "2027-01-01");
  EXPECT_EQ(made.requirements[0].result, "on condition");
  EXPECT_EQ(made.identifies[0].name, "Provider name");
  EXPECT_EQ(made.issued_on, "2026-11-20");
}

TEST(Attest, asks_of_a_declaration_its_place_and_no_client) {
  Assessed assessed = granted();
  assessed.terms->party = "first";
  Details given = details();
  EXPECT_EQ(problems_of_details(given, assessed).size(), 4U);
  given.client = given.client_address = given.agreement = "";
  given.place = "Hamburg";
  EXPECT_TRUE(problems_of_details(given, assessed).empty());
  EXPECT_EQ(certificate_of(assessed, given, "").kind, Kind::declaration);
}

TEST(ReadReport, never_takes_the_beginning_of_a_report_for_a_report) {
  const std::string whole = R"({"report":"1","engine":{"name":"assay","version":"0"},"scheme":{"id":"s"}})";
  for (std::size_t length = 0; length <= whole.size(); ++length)
    EXPECT_TRUE(std::holds_alternative<Problem>(read_report(std::string_view(whole).substr(0, length)))) << length;
}

}  // namespace
}  // namespace assay::attestation
