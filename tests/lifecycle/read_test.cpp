#include "lifecycle/read.hpp"

#include "diagnostics/diagnostic.hpp"
#include "lifecycle/fixture.hpp"

namespace assay::lifecycle {
namespace {

/// Why a text is no history.
std::string why_unusable(const std::string& text) {
  const auto read = lifecycle::read(text);
  const auto* unusable = std::get_if<dossier::Unusable>(&read);
  return unusable == nullptr ? "" : unusable->arguments.at(0);
}

TEST(Read, ARecordIsReadWhole) {
  const History history = history_of(record_text(
      R"({"on": "2024-01-15", "event": "granted", "decided_on": "2024-01-12", "by": {"name": "Eva", "role": "manager"},
          "scope": "all", "document": "rev 1", "valid_to": "unlimited"})",
      R"({"validity": "P3Y", "suspension": "P90D"})"));
  EXPECT_EQ(history.certificate.number, "C-1");
  EXPECT_EQ(to_string(*history.terms.validity), "36 months");
  EXPECT_EQ(history.terms.restoration_after_expiry, std::nullopt);
  const RecordedEvent& granted = history.events.at(0);
  EXPECT_EQ(granted.event, Event::granted);
  EXPECT_EQ(granted.by->role, "manager");
  EXPECT_EQ(granted.valid_to, End{});
  EXPECT_TRUE(history.findings.empty());
}

TEST(Read, WhatIsNoHistoryIsRefused) {
  EXPECT_EQ(why_unusable(""), "it is empty");
  EXPECT_EQ(why_unusable("[]"), "expected an object, found a list");
  EXPECT_EQ(why_unusable("[1"), "it is not JSON: the text ends before a ']'");
  EXPECT_EQ(why_unusable(std::string(300, '[')), "its objects and arrays nest more than 256 levels deep");
  EXPECT_EQ(why_unusable("{}"), "its key \"lifecycle\", the version of its form, is missing");
  EXPECT_EQ(why_unusable(R"({"lifecycle": 1})"), "its version, 1, is not known");
  EXPECT_EQ(why_unusable(R"({"lifecycle": "1"})"), "its certificate is missing");
  EXPECT_EQ(why_unusable(R"({"lifecycle": "1", "lifecycle": "1"})"), "its lifecycle stands twice");
  EXPECT_EQ(why_unusable(R"({"lifecycle": "1", "certificate": {"number": "C-1"}})"),
            "its certificate's body is missing");
}

TEST(Read, TermsAreTimesOfMonthsOrDays) {
  for (const std::string term : {"PT6H", "P0D", "6 months", "-P6M"}) {
    EXPECT_EQ(why_unusable(record_text("", R"({"suspension": ")" + term + "\"}")),
              "its terms' suspension, '" + term + "', is no time of months or days, as P6M");
  }
}

TEST(Read, WhatIsWrongWithAnEventIsAFindingAndItStays) {
  const History history = history_of(record_text(R"(4, {"on": "soon", "event": "granted"}, {"on": "2024-01-15"},
      {"on": "2024-01-15", "event": "grantd"}, {"on": "2024-01-15", "event": "granted", "valid_to": "never"},
      {"on": "2024-01-15", "event": "granted", "by": "Eva"})"));
  ASSERT_EQ(history.events.size(), 6u);
  std::vector<std::string> said;
  for (const auto& finding : history.findings)
    said.push_back(diagnostics::message({.code = finding.code, .arguments = finding.arguments}));
  EXPECT_EQ(said, (std::vector<std::string>{
                      "event 1 is not usable: it is a number", "event 2 is not usable: its on, 'soon', is not a date",
                      "event 3 is not usable: its event is missing", "'grantd' is no event of a certificate's life",
                      "event 5 is not usable: its valid_to, 'never', is neither a date nor \"unlimited\"",
                      "event 6 is not usable: its by is a text, expected an object"}));
  EXPECT_EQ(history.findings.at(3).help, "did you mean 'granted'?");
  for (const RecordedEvent& event : history.events) EXPECT_EQ(event.event, std::nullopt);
}

TEST(Read, AKeyThatNobodyAskedForIsAHint) {
  const History history = history_of(record_text(R"({"on": "2024-01-15", "event": "applied", "resaon": "x"})"));
  ASSERT_EQ(history.findings.size(), 1u);
  EXPECT_EQ(history.findings[0].pointer, "/events/0/resaon");
  EXPECT_EQ(history.findings[0].help, "did you mean 'reason'?");
}

}  // namespace
}  // namespace assay::lifecycle
