#include "lifecycle/follow.hpp"

#include "lifecycle/fixture.hpp"

namespace assay::lifecycle {
namespace {

using Codes = std::vector<std::string>;

const std::string first = granted("2024-01-15", "2027-01-14");

TEST(Follow, BeforeTheFirstEventThereIsNoCertificate) {
  EXPECT_EQ(state_on(record_text(first), "2024-01-14"), "none");
  EXPECT_EQ(state_on(record_text(first), "2024-01-15"), "valid");
  EXPECT_EQ(state_on(record_text(""), "2024-01-15"), "none");
}

TEST(Follow, AnApplicationIsEvaluatedGrantedOrRefused) {
  const std::string begun = event("2024-01-01", "applied") + "," + event("2024-01-03", "accepted");
  EXPECT_EQ(state_on(record_text(begun), "2024-01-02"), "applied");
  EXPECT_EQ(state_on(record_text(begun), "2024-01-03"), "in_evaluation");
  EXPECT_EQ(state_on(record_text(begun + "," + first), "2024-01-15"), "valid");
  EXPECT_EQ(state_on(record_text(begun + "," + event("2024-01-09", "refused")), "2024-01-15"), "refused");
  EXPECT_EQ(state_on(record_text(event("2024-01-01", "applied") + "," + event("2024-01-03", "declined")), "2024-01-03"),
            "declined");
}

TEST(Follow, TheLastDayIsValidAndTheNextIsNot) {
  EXPECT_EQ(state_on(record_text(first), "2027-01-14"), "valid");
  const History history = history_of(record_text(first));
  const Course course = follow(history, day("2027-06-01"));
  EXPECT_EQ(course.standing.state, State::expired);
  EXPECT_EQ(to_string(*course.standing.since), "2027-01-15");
  ASSERT_EQ(course.steps.size(), 2u);
  EXPECT_EQ(course.steps[1].record, nullptr);
}

TEST(Follow, ASuspensionDoesNotStopTheClock) {
  EXPECT_EQ(state_on(record_text(first + "," + event("2027-01-01", "suspended")), "2027-01-15"), "expired");
}

TEST(Follow, AnUnlimitedCertificateDoesNotExpire) {
  EXPECT_EQ(state_on(record_text(granted("2024-01-15", "unlimited")), "9999-12-31"), "valid");
  EXPECT_EQ(state_on(record_text(granted("2024-01-15", "9999-12-31")), "9999-12-31"), "valid");
}

TEST(Follow, AnExpiryMayBeNotedButNotBroughtForward) {
  EXPECT_EQ(codes_of(record_text(first + "," + event("2027-01-20", "expired"))), Codes{});
  EXPECT_EQ(codes_of(record_text(first + "," + event("2027-01-14", "expired"))), Codes{"E1063"});
}

TEST(Follow, SuspendedRestoredReducedWithdrawn) {
  const std::string text =
      record_text(first + "," + event("2024-03-01", "suspended", R"("scope": "driving jobs")") + "," +
                  event("2024-04-01", "restored") + "," +
                  event("2024-05-01", "reduced", R"("scope": "office jobs", "document": "rev 2")") + "," +
                  event("2024-06-01", "withdrawn"));
  const History history = history_of(text);
  EXPECT_EQ(standing_on(history, "2024-03-31").suspended_scope, "driving jobs");
  EXPECT_EQ(standing_on(history, "2024-04-01").state, State::valid);
  EXPECT_EQ(standing_on(history, "2024-04-01").suspended_scope, "");
  EXPECT_EQ(standing_on(history, "2024-05-01").scope, "office jobs");
  EXPECT_EQ(standing_on(history, "2024-06-01").state, State::withdrawn);
  EXPECT_EQ(codes_of(text), Codes{});
}

TEST(Follow, NothingChangesWhatHasEnded) {
  for (const std::string end : {"withdrawn", "terminated"}) {
    const std::string text =
        record_text(first + "," + event("2024-03-01", end) + "," + event("2024-04-01", "restored") +
                    R"(,{"on": "2024-05-01", "event": "resumed"})");
    EXPECT_EQ(state_on(text, "2030-01-01"), end);
    EXPECT_EQ(codes_of(text), (Codes{"E1063", "E1062"}));
  }
}

TEST(Follow, AnEventThatCannotBeMakesTheStateUndetermined) {
  const std::string text = record_text(first + "," + event("2024-03-01", "restored"));
  EXPECT_EQ(state_on(text, "2024-02-29"), "valid");
  const Standing standing = standing_on(history_of(text), "2024-03-01");
  EXPECT_EQ(standing.state, State::undetermined);
  EXPECT_EQ(standing.broken_by, 1u);
  EXPECT_EQ(state_on(text, "2040-01-01"), "undetermined") << "it does not even expire";
}

TEST(Follow, WhatFollowsAnEventThatCannotBeIsNotHeldAgainstTheTable) {
  EXPECT_EQ(
      codes_of(record_text(first + "," + event("2024-03-01", "restored") + "," + event("2024-04-01", "restored"))),
      Codes{"E1063"});
}

TEST(Follow, AnEventWithoutADateMayHaveBeenOnTheDayOfTheOneBefore) {
  const std::string text = record_text(first + R"(,{"event": "suspended"},)" + event("2025-01-01", "withdrawn"));
  EXPECT_EQ(state_on(text, "2024-01-14"), "none");
  EXPECT_EQ(state_on(text, "2024-01-15"), "undetermined");
  EXPECT_EQ(state_on(record_text(R"({"event": "applied"})"), "0001-01-01"), "undetermined");
}

TEST(Follow, DatesThatRunBackwardsAreReportedOnce) {
  const std::string text = record_text(first + "," + event("2026-05-01", "suspended") + "," +
                                       event("2026-06-01", "restored") + "," + event("2025-01-01", "maintained"));
  EXPECT_EQ(codes_of(text), Codes{"E1064"});
  EXPECT_EQ(state_on(text, "2026-04-30"), "valid");
  EXPECT_EQ(state_on(text, "2026-05-01"), "undetermined");
}

TEST(Follow, EventsOfOneDayHoldInTheirOrder) {
  EXPECT_EQ(
      state_on(record_text(first + "," + event("2024-03-01", "suspended") + "," + event("2024-03-01", "restored")),
               "2024-03-01"),
      "valid");
}

TEST(Follow, WhatTakesAwayCountsWithoutAReasonAndWhatGivesDoesNot) {
  const std::string suspended = first + R"(,{"on": "2024-03-01", "event": "suspended", "by": {"name": "Eva"}})";
  EXPECT_EQ(state_on(record_text(suspended), "2024-03-01"), "suspended");
  EXPECT_EQ(codes_of(record_text(suspended)), Codes{"E1065"});
  const std::string complete = first + "," + event("2024-03-01", "suspended");
  const std::string restored = R"(,{"on": "2024-04-01", "event": "restored", "by": {"name": "Eva"}})";
  EXPECT_EQ(state_on(record_text(complete + restored), "2024-04-01"), "undetermined");
}

TEST(Follow, NobodyKnowsWhatEndsASuspensionWhoseRecordIsIncomplete) {
  const std::string suspended = first + R"(,{"on": "2024-03-01", "event": "suspended", "by": {"name": "Eva"}},)";
  EXPECT_EQ(state_on(record_text(suspended + event("2024-04-01", "restored")), "2024-04-01"), "undetermined");
  EXPECT_EQ(state_on(record_text(suspended + event("2024-04-01", "withdrawn")), "2024-04-01"), "withdrawn");
}

TEST(Follow, ACertificateNeedsScopeDocumentAndEnd) {
  EXPECT_EQ(codes_of(record_text(event("2024-01-15", "granted"))), (Codes{"E1065", "E1065", "E1065"}));
  EXPECT_EQ(state_on(record_text(event("2024-01-15", "granted")), "2024-01-15"), "undetermined");
}

TEST(Follow, LaterEventsAreShownApart) {
  const History history = history_of(record_text(first + "," + event("2026-03-01", "withdrawn")));
  const Course course = follow(history, day("2026-02-28"));
  EXPECT_EQ(course.steps.size(), 1u);
  EXPECT_EQ(course.later.size(), 1u);
  EXPECT_EQ(course.standing.state, State::valid);
}

TEST(Follow, AnOverdueSuspensionIsAWarningOnTheDayOnly) {
  const std::string text = record_text(first + "," + event("2024-03-01", "suspended"), R"({"suspension": "P6M"})");
  EXPECT_EQ(codes_of(text, "2024-09-01"), Codes{});
  EXPECT_EQ(codes_of(text, "2024-09-02"), Codes{"W1067"});
  EXPECT_EQ(state_on(text, "2024-09-02"), "suspended");
}

}  // namespace
}  // namespace assay::lifecycle
