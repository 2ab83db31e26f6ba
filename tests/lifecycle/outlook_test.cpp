#include "lifecycle/outlook.hpp"

#include "lifecycle/fixture.hpp"

namespace assay::lifecycle {
namespace {

const std::string terms = R"({"validity": "P3Y", "suspension": "P6M", "restoration_after_expiry": "P6M"})";
const std::string first = granted("2024-01-15", "2027-01-14");

Outlook outlook_on(const std::string& text, std::string_view date) {
  const History history = history_of(text);
  return outlook_of(standing_on(history, date), history.terms, day(date));
}

std::string allowed_on(const std::string& text, std::string_view date) {
  std::string words;
  for (const Transition* transition : outlook_on(text, date).allowed)
    words += (words.empty() ? "" : " ") + std::string(word(transition->event));
  return words;
}

std::string coming_on(const std::string& text, std::string_view date) {
  std::string days;
  for (const Coming& coming : outlook_on(text, date).coming) days += (days.empty() ? "" : " ") + to_string(coming.on);
  return days;
}

TEST(Outlook, EachStateHasItsActs) {
  EXPECT_EQ(allowed_on(record_text(""), "2024-01-01"), "applied granted");
  EXPECT_EQ(allowed_on(record_text(first), "2024-01-15"),
            "maintained renewed extended reduced suspended withdrawn terminated");
  EXPECT_EQ(allowed_on(record_text(granted("2024-01-15", "unlimited")), "2024-01-15"),
            "maintained extended reduced suspended withdrawn terminated");
  EXPECT_EQ(allowed_on(record_text(first + "," + event("2024-02-01", "withdrawn")), "2024-02-01"), "");
  EXPECT_EQ(allowed_on(record_text(first + "," + event("2024-02-01", "restored")), "2024-02-01"), "");
}

TEST(Outlook, WhatIsTooLateIsNotOffered) {
  const std::string suspended = record_text(first + "," + event("2024-02-01", "suspended"), terms);
  EXPECT_EQ(allowed_on(suspended, "2024-08-01"), "restored reduced withdrawn terminated");
  EXPECT_EQ(allowed_on(suspended, "2024-08-02"), "reduced withdrawn terminated");
  EXPECT_EQ(allowed_on(record_text(first, terms), "2027-07-14"), "restored");
  EXPECT_EQ(allowed_on(record_text(first, terms), "2027-07-15"), "");
  EXPECT_EQ(allowed_on(record_text(first), "2027-02-01"), "");
}

TEST(Outlook, WhatTimeBringsStandsInOrder) {
  EXPECT_EQ(coming_on(record_text(first), "2024-01-15"), "2027-01-15");
  EXPECT_EQ(coming_on(record_text(first + "," + event("2024-02-01", "suspended"), terms), "2024-02-01"),
            "2024-08-01 2027-01-15");
  EXPECT_EQ(coming_on(record_text(first + "," + event("2026-12-01", "suspended"), terms), "2026-12-01"),
            "2027-01-15 2027-06-01");
  EXPECT_EQ(coming_on(record_text(first, terms), "2027-02-01"), "2027-07-14");
  EXPECT_EQ(coming_on(record_text(first, terms), "2028-02-01"), "");
  EXPECT_EQ(coming_on(record_text(granted("2024-01-15", "unlimited")), "2024-01-15"), "");
}

}  // namespace
}  // namespace assay::lifecycle
