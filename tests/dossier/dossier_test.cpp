#include "dossier/dossier.hpp"

#include "base/limits.hpp"
#include "dossier/fixture.hpp"

namespace assay::dossier {
namespace {

using model::Kind;

model::Scheme simple_scheme() { return scheme_with(Kind::integer); }

/// A dossier with a subject and one more entry.
std::string with(const std::string& entry) { return R"({"dossier":"1","subject":{"x":1},)" + entry + "}"; }
Dossier read_with(const std::string& text) { return read_good(text, simple_scheme()); }
std::string refusal_of(const std::string& text) { return refusal(text, simple_scheme()); }

std::string judgement(const std::string& members) {
  return with(R"("judgements":[{"name":"n","requirement":"R-1",)" + members + "}]");
}
constexpr auto signer = R"("by":{"name":"A. Assessor","role":"lead"},"rationale":"seen")";
constexpr auto person = R"("by":{"name":"A. Assessor","role":"lead"},"on":"2026-06-01","rationale":"seen")";

TEST(Dossier, WithoutTheKeyTheObjectIsTheSubject) {
  const auto scheme = simple_scheme();
  const auto dossier = read_good(R"({"x": 7, "subject": {}})", scheme);
  EXPECT_EQ(dossier.pointer_prefix, "");
  EXPECT_EQ(dossier.facts[1].state, State::known);
  EXPECT_EQ(findings_of(dossier), Texts{"H1007 /subject@9"});
}

TEST(Dossier, TheKeyMayStandAnywhere) {
  const auto scheme = simple_scheme();
  const auto dossier = read_good(R"({"subject": {"x": 7}, "d\u006fssier": "1"})", scheme);
  EXPECT_EQ(dossier.pointer_prefix, "/subject");
  EXPECT_EQ(dossier.facts[1].state, State::known);
  EXPECT_EQ(dossier.activity, Activity::initial);
  EXPECT_EQ(findings_of(dossier), Texts{});
}

TEST(Dossier, AnotherVersionIsNotUsable) {
  EXPECT_EQ(refusal_of(R"({"dossier":"2","subject":{}})"), "E1009@11: dossier version \"2\" is not known");
  EXPECT_EQ(refusal_of(R"({"dossier":1,"subject":{}})"), "E1009@11: dossier version 1 is not known");
  EXPECT_EQ(refusal_of(R"({"dossier":null,"subject":{}})"), "E1009@11: dossier version null is not known");
}

TEST(Dossier, IsAnObject) {
  EXPECT_EQ(refusal_of("[1]"), "E1008@0: a dossier is a JSON object, found a list");
  EXPECT_EQ(refusal_of(" 5"), "E1008@1: a dossier is a JSON object, found a number");
  EXPECT_EQ(refusal_of("null"), "E1008@0: a dossier is a JSON object, found null");
}

TEST(Dossier, IsJson) {
  EXPECT_EQ(refusal_of(R"({"x":1,})"), "E1001@7: the dossier is not JSON: a comma is followed by '}'");
  EXPECT_EQ(refusal_of(""), "E1021@0: the dossier is empty");
  EXPECT_EQ(refusal_of(" \r\n"), "E1021@3: the dossier is empty");
}

TEST(Dossier, NestsAtMostToTheLimit) {
  const std::string deep = R"({"y":)" + std::string(100'000, '[');
  EXPECT_EQ(refusal_of(deep), "E1011@" + std::to_string(5 + limits::json_depth - 1) +
                                  ": objects and arrays nest more than 256 levels deep");
}

TEST(Dossier, HasASubjectThatIsAnObject) {
  EXPECT_EQ(refusal_of(R"({"dossier":"1"})"), "E1010@0: the dossier has no subject");
  EXPECT_EQ(refusal_of(R"({"dossier":"1","subject":null})"), "E1010@0: the dossier has no subject");
  EXPECT_EQ(refusal_of(R"({"dossier":"1","subject":[]})"), "E1008@25: a dossier is a JSON object, found a list");
}

TEST(Dossier, ForAnotherSchemeIsNotUsable) {
  EXPECT_EQ(refusal_of(with(R"("scheme":{"id":"other"})")),
            "E1016@48: the dossier is for scheme other, not example.org/mark");
  const auto dossier = read_with(with(R"("scheme":{"id":"example.org/mark","version":"1.1.0"})"));
  EXPECT_EQ(findings_of(dossier), Texts{"W1017 /scheme/version@77"});
  EXPECT_EQ(findings_of(read_with(with(R"("scheme":{"id":"example.org/mark","version":"1.2.0"})"))), Texts{});
}

TEST(Dossier, AnInvalidDateDoesNotBecomeAnother) {
  EXPECT_EQ(read_with(with(R"("assessment_date":"2026-11-22")")).assessment_date, parse_date("2026-11-22"));
  EXPECT_EQ(read_with(with(R"("assessment_date":null)")).assessment_date, std::nullopt);
  EXPECT_EQ(refusal_of(with(R"("assessment_date":"2026-02-30")")),
            "E1018@51: assessment_date of the dossier is not usable: expected a date (YYYY-MM-DD), found '2026-02-30'");
  EXPECT_EQ(refusal_of(with(R"("assessment_date":5)")),
            "E1018@51: assessment_date of the dossier is not usable: expected a date (YYYY-MM-DD), found a number");
}

TEST(Dossier, ActivityIsOneOfThree) {
  EXPECT_EQ(read_with(with(R"("activity":"surveillance")")).activity, Activity::surveillance);
  EXPECT_EQ(read_with(with(R"("activity":null)")).activity, Activity::initial);
}

TEST(Dossier, AnActivityThatIsNotKnownIsAFinding) {
  const auto dossier = read_with(with(R"("activity":"audit")"));
  EXPECT_EQ(dossier.activity, std::nullopt);
  EXPECT_EQ(findings_of(dossier), Texts{"E1058 /activity@44"});
  EXPECT_EQ(findings_of(read_with(with(R"("activity":5)"))), Texts{"E1058 /activity@44"});
}

TEST(Dossier, ARepeatedEntryIsNotUsable) {
  EXPECT_EQ(refusal_of(with(R"("subject":{})")), "E1004@33: the key 'subject' stands twice");
}

TEST(Dossier, UnknownEntriesAreHints) {
  const auto dossier = read_with(with(R"("judgments":[])"));
  ASSERT_EQ(findings_of(dossier), Texts{"H1007 /judgments@33"});
  EXPECT_EQ(message_of(dossier.findings[0]), "'judgments' is not a field of a dossier");
  EXPECT_EQ(dossier.findings[0].help, "did you mean 'judgements'?");
}

TEST(Dossier, EmptyRecordsAreNoFindingsAndThoseOfAnotherKindAre) {
  EXPECT_EQ(findings_of(read_with(with(R"("waivers":[],"nonconformities":[],"people":null)"))), Texts{});
  EXPECT_EQ(findings_of(read_with(with(R"("evidence":5)"))), Texts{"E1018 /evidence@44"});
  EXPECT_EQ(findings_of(read_with(with(R"("waivers":{})"))), Texts{"E1018 /waivers@43"});
  EXPECT_FALSE(read_with(with(R"("nonconformities":"none")")).nonconformities_are_readable);
}

TEST(Dossier, JudgementsAreRead) {
  const auto dossier = read_with(
      judgement(R"("id":"J2","result":"met","by":{"name":"A","role":"lead"},"on":"2026-06-01","rationale":"because",)"
                R"("supersedes":["J1"])"));
  EXPECT_EQ(findings_of(dossier), Texts{});
  ASSERT_EQ(dossier.judgements.size(), 1U);
  const JudgementRecord& record = dossier.judgements[0];
  EXPECT_EQ(record.id, "J2");
  EXPECT_EQ(record.requirement, "R-1");
  EXPECT_TRUE(record.met);
  EXPECT_EQ(record.by, "A");
  EXPECT_EQ(record.role, "lead");
  EXPECT_EQ(record.on, parse_date("2026-06-01"));
  EXPECT_EQ(record.rationale, "because");
  EXPECT_EQ(record.supersedes, Texts{"J1"});
  EXPECT_EQ(record.pointer, "/judgements/0");
}

TEST(Dossier, AMalformedJudgementDoesNotCount) {
  const auto mistake = [](const std::string& members) {
    const auto dossier = read_with(judgement(members));
    EXPECT_FALSE(dossier.judgements.front().mistake.empty());
    return dossier.findings.empty() ? "" : message_of(dossier.findings.front());
  };
  const std::string begin = "judgement 1 of the dossier is not usable: ";
  EXPECT_EQ(mistake(std::string(R"("result":"passed",)") + person),
            begin + "its result, 'passed', is neither met nor not_met");
  EXPECT_EQ(mistake(person), begin + "its result is missing");
  EXPECT_EQ(mistake(R"("result":"met")"), begin + "its by is missing");
  EXPECT_EQ(mistake(R"("result":"met","by":"A")"), begin + "its by is a text, expected an object");
  EXPECT_EQ(mistake(R"("result":"met","by":{"name":"A"})"), begin + "its by's role is missing");
  EXPECT_EQ(mistake(std::string(R"("result":"met","on":"2026-02-30",)") + signer),
            begin + "its on, '2026-02-30', is not a date");
  EXPECT_EQ(mistake(R"("result":"met","by":{"name":"A","role":"lead"},"rationale":"r")"), begin + "its on is missing");
  EXPECT_EQ(mistake(R"("result":"met","by":{"name":"A","role":"lead"},"on":"2026-06-01")"),
            begin + "its rationale is missing");
  EXPECT_EQ(mistake(std::string(R"("result":"met","result":"met",)") + person), begin + "its result stands twice");
  EXPECT_EQ(mistake(std::string(R"("result":"met","supersedes":"J1",)") + person),
            begin + "its supersedes is a text, expected a list");
}

TEST(Dossier, AJudgementThatIsNoObjectDoesNotHideTheOthers) {
  const auto dossier = read_with(
      with(std::string(R"("judgements":[5,{"name":"n","requirement":"R","result":"not_met",)") + person + "}]"));
  EXPECT_EQ(findings_of(dossier), Texts{"E1018 /judgements/0@47"});
  ASSERT_EQ(dossier.judgements.size(), 1U);
  EXPECT_FALSE(dossier.judgements[0].met);
  EXPECT_EQ(dossier.judgements[0].pointer, "/judgements/1");
}

TEST(Dossier, AMisspeltMemberOfAJudgementIsAHint) {
  const auto dossier = read_with(judgement(std::string(R"("result":"met","supercedes":["J1"],)") + person));
  ASSERT_EQ(dossier.findings.size(), 1U);
  EXPECT_EQ(dossier.findings[0].pointer, "/judgements/0/supercedes");
  EXPECT_EQ(dossier.findings[0].help, "did you mean 'supersedes'?");
}

TEST(Dossier, TheRecordedDecisionIsRead) {
  const auto dossier =
      read_with(with(R"("decision":{"by":["A","B"],"on":"2026-11-20","outcome":"refuse","reason":"r"})"));
  ASSERT_TRUE(dossier.recorded_decision.has_value());
  EXPECT_EQ(dossier.recorded_decision->outcome, DecisionOutcome::refuse);
  EXPECT_EQ(dossier.recorded_decision->by, (Texts{"A", "B"}));
  EXPECT_EQ(dossier.recorded_decision->on, parse_date("2026-11-20"));
  EXPECT_EQ(dossier.recorded_decision->reason, "r");
}

TEST(Dossier, AMalformedDecisionIsNotRecorded) {
  const auto dossier = read_with(with(R"("decision":{"by":["Ada"],"outcome":"granted"})"));
  EXPECT_FALSE(dossier.recorded_decision.has_value());
  ASSERT_EQ(findings_of(dossier), Texts{"E1018 /decision@68"});
  EXPECT_EQ(message_of(dossier.findings[0]),
            "decision of the dossier is not usable: its outcome, 'granted', is no outcome");
}

TEST(Dossier, TheSubjectIsCalledByItsNameOrWhatComesNearest) {
  EXPECT_EQ(read_with(R"({"id":"7","name":"N\u00e9","title":"T"})").subject, "N\xC3\xA9");
  EXPECT_EQ(read_with(R"({"id":"7","use_case_name":"U","name":5})").subject, "U");
  EXPECT_EQ(read_with(R"({"id":"7","title":""})").subject, "7");
  EXPECT_EQ(read_with(R"({"dossier":"1","name":"outer","subject":{}})").subject, "");
}

TEST(Dossier, ReuseLeavesNothingOfTheLastOne) {
  const auto scheme = simple_scheme();
  const auto vocabulary = vocabulary_of(scheme.types);
  Dossier dossier;
  const auto first = with(R"("assessment_date":"2026-11-22","activity":"surveillance","decision":{"outcome":"grant"})");
  ASSERT_FALSE(read(first, scheme, vocabulary, dossier).has_value());
  ASSERT_FALSE(read(R"({"x":"\n"})", scheme, vocabulary, dossier).has_value());
  ASSERT_FALSE(read("{}", scheme, vocabulary, dossier).has_value());
  EXPECT_EQ(dossier.pointer_prefix, "");
  EXPECT_FALSE(dossier.assessment_date.has_value());
  EXPECT_FALSE(dossier.recorded_decision.has_value());
  EXPECT_EQ(dossier.activity, Activity::initial);
  EXPECT_EQ(findings_of(dossier), Texts{"W1005 /x@0"});
}

}  // namespace
}  // namespace assay::dossier
