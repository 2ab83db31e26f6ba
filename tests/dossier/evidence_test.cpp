#include "dossier/dossier.hpp"
#include "dossier/fixture.hpp"

namespace assay::dossier {
namespace {

Dossier read_with(const std::string& entry) {
  return read_good(R"({"dossier":"1","subject":{"x":1},)" + entry + "}", scheme_with(model::Kind::integer));
}
Dossier read_item(const std::string& members) { return read_with(R"("evidence":[{"kind":"sheet",)" + members + "}]"); }

/// What is wrong with the one item, as the item itself says.
std::string mistake_in(const std::string& members) {
  const auto dossier = read_item(members);
  EXPECT_EQ(dossier.findings.size(), 1U);
  return dossier.evidence.front().mistake;
}

TEST(Evidence, IsRead) {
  const auto dossier = read_item(
      R"("id":"E1","title":"T","issued":"2026-05-01","expires":"2027-05-01","issuer":{"name":"L","accreditation":"ISO"},)"
      R"("uri":"a.pdf","sha256":"E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",)"
      R"("supports":["R-1"],"covers":["a","b"],"status":"revoked")");
  EXPECT_EQ(findings_of(dossier), Texts{});
  const EvidenceRecord& record = dossier.evidence.front();
  EXPECT_EQ(record.issued, parse_date("2026-05-01"));
  EXPECT_EQ(record.expires, parse_date("2027-05-01"));
  EXPECT_EQ(record.accreditation, "ISO");
  EXPECT_EQ(record.sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(record.supports, Texts{"R-1"});
  EXPECT_EQ(record.covers, (Texts{"a", "b"}));
  EXPECT_EQ(record.status, "revoked");
  EXPECT_EQ(record.pointer, "/evidence/0");
}

TEST(Evidence, ANullMemberIsAbsent) {
  const auto dossier = read_item(R"("id":null,"issued":null,"supports":null,"status":null,"issuer":null)");
  EXPECT_EQ(findings_of(dossier), Texts{});
  EXPECT_FALSE(dossier.evidence.front().supports);
  EXPECT_EQ(dossier.evidence.front().status, "valid");
}

TEST(Evidence, AnEmptyListSupportsNothing) {
  EXPECT_EQ(read_item(R"("supports":[])").evidence.front().supports, Texts{});
}

TEST(Evidence, WithAMistakeIsKeptAndNeverCounts) {
  EXPECT_EQ(mistake_in(R"("issued":"2026-02-30")"), "its issued, '2026-02-30', is not a date");
  EXPECT_EQ(mistake_in(R"("status":"fine")"), "its status, 'fine', is no status of evidence");
  EXPECT_EQ(mistake_in(R"("status":"")"), "its status, '', is no status of evidence");
  EXPECT_EQ(mistake_in(R"("sha256":"12")"), "its sha256 is not 64 hexadecimal digits");
  EXPECT_EQ(mistake_in(R"("issued":"2026-05-01","expires":"2026-04-30")"), "it expires before it was issued");
  EXPECT_EQ(mistake_in(R"("issuer":{"accreditation":5})"), "its issuer's accreditation is a number, expected a text");
  EXPECT_EQ(mistake_in(R"("kind":"again")"), "its kind stands twice");
}

TEST(Evidence, IdsAreUnique) {
  const auto dossier =
      read_with(R"("evidence":[{"kind":"a","id":"E"},{"kind":"b","id":"E"},{"kind":"c"},{"kind":"c"}])");
  EXPECT_EQ(findings_of(dossier), Texts{"E1033 /evidence/1/id@84"});
}

TEST(People, AreTheSameByTheirNames) {
  EXPECT_EQ(folded_name("  Ada   LINDQVIST "), folded_name("ada lindqvist"));
  EXPECT_EQ(folded_name("Ada\xC2\xA0Lindq\xE2\x80\x8Bvist\xE2\x80\xAF"), folded_name("ada lindqvist"));
  EXPECT_EQ(folded_name("\xC2\xA0\xE2\x80\x83"), "");
  EXPECT_NE(folded_name("Ada Lindqvist"), folded_name("Ada Lindqvists"));
}

TEST(People, AnUnknownTaskIsAFinding) {
  const auto dossier = read_with(R"("people":[{"name":"A","tasks":["evaluation","revue"]},{"tasks":[]}])");
  ASSERT_EQ(dossier.people.size(), 1U);
  EXPECT_EQ(dossier.people.front().tasks, (Texts{"evaluation", "revue"}));
  EXPECT_EQ(dossier.findings.size(), 2U);
}

TEST(Review, IsRead) {
  const auto dossier = read_with(R"("review":{"by":["A"],"on":"2026-11-18","recommendation":"Grant."})");
  EXPECT_EQ(findings_of(dossier), Texts{});
  EXPECT_EQ(dossier.review->by, Texts{"A"});
  EXPECT_EQ(dossier.review->on, parse_date("2026-11-18"));
}

}  // namespace
}  // namespace assay::dossier
