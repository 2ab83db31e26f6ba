#include "lifecycle/condition.hpp"

#include "lifecycle/fixture.hpp"

namespace assay::lifecycle {
namespace {

using Codes = std::vector<std::string>;

const std::string terms = R"({"validity": "P3Y", "suspension": "P6M", "restoration_after_expiry": "P6M"})";

/// What is found of a certificate that was granted to 2027-01-14 and then saw these events.
Codes codes_after(const std::string& events, const std::string& ruled = terms) {
  return codes_of(record_text(granted("2024-01-15", "2027-01-14") + "," + events, ruled));
}

std::string renewed(const std::string& on, const std::string& valid_to, const std::string& document = "rev 2") {
  return event(on, "renewed", R"("document": ")" + document + R"(", "valid_to": ")" + valid_to + "\"");
}

std::string restored(const std::string& on, const std::string& valid_to) {
  return event(on, "restored", R"("document": "rev 2", "valid_to": ")" + valid_to + "\"");
}

const Codes none;
const Codes against_the_rules = {"E1066"};

TEST(Condition, ValidityHasALimit) {
  EXPECT_EQ(codes_of(record_text(granted("2024-01-15", "2027-01-15"), terms)), none);
  EXPECT_EQ(codes_of(record_text(granted("2024-01-15", "2027-01-16"), terms)), against_the_rules);
  EXPECT_EQ(codes_of(record_text(granted("2024-01-15", "unlimited"), terms)), against_the_rules);
  EXPECT_EQ(codes_of(record_text(granted("2024-01-15", "2099-01-16"))), none);
  EXPECT_EQ(codes_of(record_text(granted("2024-01-15", "2024-01-14"))), against_the_rules);
}

TEST(Condition, ANewEndCountsFromTheOldOne) {
  EXPECT_EQ(codes_after(renewed("2026-12-01", "2030-01-14")), none);
  EXPECT_EQ(codes_after(renewed("2026-12-01", "2030-01-15")), against_the_rules);
  EXPECT_EQ(codes_after(renewed("2026-12-01", "2027-01-14")), against_the_rules);
}

TEST(Condition, ARevisedDocumentHasANameOfItsOwn) {
  EXPECT_EQ(codes_after(renewed("2026-12-01", "2030-01-14", "rev 1")), against_the_rules);
  EXPECT_EQ(codes_after(event("2025-01-01", "maintained", R"("document": "rev 1")")), none);
}

TEST(Condition, AfterExpiryTheTermsDecide) {
  EXPECT_EQ(codes_after(restored("2027-07-14", "2030-01-14")), none);
  EXPECT_EQ(codes_after(restored("2027-07-15", "2030-01-14")), against_the_rules);
  EXPECT_EQ(codes_after(restored("2027-03-01", "2030-03-01")), against_the_rules) << "it counts from the old end";
  EXPECT_EQ(codes_after(restored("2027-03-01", "2030-01-14"), "{}"), against_the_rules) << "nothing allows it";
  EXPECT_EQ(codes_after(restored("2027-03-01", "2027-02-01")), against_the_rules);
}

TEST(Condition, ARestorationThatIsBarredLeavesItExpired) {
  const std::string text =
      record_text(granted("2024-01-15", "2027-01-14") + "," + restored("2027-08-01", "2030-01-14"), terms);
  EXPECT_EQ(state_on(text, "2027-08-01"), "expired");
}

TEST(Condition, ASuspensionIsLiftedInItsTime) {
  const std::string suspended = event("2025-01-31", "suspended");
  EXPECT_EQ(codes_after(suspended + "," + event("2025-07-31", "restored")), none);
  EXPECT_EQ(codes_after(suspended + "," + event("2025-08-01", "restored")), against_the_rules);
  const std::string reduced = event("2025-09-01", "reduced", R"("scope": "less", "document": "rev 2")");
  EXPECT_EQ(codes_after(suspended + "," + reduced), none);
  EXPECT_EQ(codes_after(suspended + "," + event("2025-09-01", "withdrawn")), none);
  const std::string shorter = event("2025-01-31", "suspended", R"("until": "2025-03-01")");
  EXPECT_EQ(codes_after(shorter + "," + event("2025-03-02", "restored")), against_the_rules);
}

TEST(Condition, ASuspensionThatIsTooLongCountsAndEndsInTime) {
  const std::string longer = event("2025-01-31", "suspended", R"("until": "2026-01-01")");
  EXPECT_EQ(codes_after(longer), against_the_rules);
  const auto text = record_text(granted("2024-01-15", "2027-01-14") + "," + longer, terms);
  EXPECT_EQ(to_string(*standing_on(history_of(text), "2025-02-01").suspension_ends), "2025-07-31");
}

TEST(Condition, OnlyTheIssuerDecides) {
  const auto by = [](const std::string& name, const std::string& body) {
    return R"({"on": "2025-01-01", "event": ")" + name + R"(", "reason": "r", "by": {"name": "Eva", "body": ")" + body +
           R"("}})";
  };
  EXPECT_EQ(codes_after(by("withdrawn", "Other")), against_the_rules);
  EXPECT_EQ(codes_after(by("withdrawn", "issuer")), none);
  EXPECT_EQ(codes_after(by("terminated", "The client")), none);
}

TEST(Condition, NothingTakesEffectBeforeItsDecision) {
  EXPECT_EQ(codes_after(event("2025-01-01", "maintained", R"("decided_on": "2025-01-01")")), none);
  EXPECT_EQ(codes_after(event("2025-01-01", "maintained", R"("decided_on": "2025-01-02")")), against_the_rules);
}

TEST(Condition, ScopeAndEndChangeOnlyWhereTheyAreThereTo) {
  EXPECT_EQ(codes_after(event("2025-01-01", "maintained", R"("scope": "more")")), against_the_rules);
  EXPECT_EQ(codes_after(event("2025-01-01", "maintained", R"("scope": "all")")), none);
  EXPECT_EQ(codes_after(event("2025-01-01", "maintained", R"("valid_to": "2029-01-01")")), against_the_rules);
}

}  // namespace
}  // namespace assay::lifecycle
