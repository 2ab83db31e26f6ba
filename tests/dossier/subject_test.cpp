#include "dossier/subject.hpp"

#include "base/limits.hpp"
#include "dossier/fixture.hpp"

#include <algorithm>

namespace assay::dossier {
namespace {

using model::Kind;

/// name text, kind RiskClass, at {site text, open optional date}, sets list of {name, share optional number, tags}.
model::Scheme system_scheme() {
  SchemeMaker maker;
  const auto text = maker.of(Kind::text);
  const auto number = maker.of(Kind::number);
  const auto risk = maker.enumeration("RiskClass", {"prohibited", "high", "limited"});
  const auto place = maker.record("Place", {field("site", text), optional_field("open", maker.of(Kind::date))});
  const auto dataset = maker.record(
      "Dataset", {field("name", text), optional_field("share", number), optional_field("tags", maker.list_of(text))});
  const auto system = maker.record(
      "system", {field("name", text), field("kind", risk), field("at", place), field("sets", maker.list_of(dataset))});
  return std::move(maker).with_subject(system);
}
// Slots: 0 system, 1 name, 2 kind, 3 at, 4 at.site, 5 at.open, 6 sets.
constexpr std::uint32_t name_slot = 1, kind_slot = 2, at_slot = 3, site_slot = 4, open_slot = 5, sets_slot = 6;

Slot slot_x(std::string_view text, const model::Scheme& scheme) { return read_good(text, scheme).facts[1]; }

Texts findings_for(std::string_view text, const model::Scheme& scheme) { return findings_of(read_good(text, scheme)); }

std::string number_read(const std::string& digits) {
  const Slot slot = slot_x("{\"x\":" + digits + "}", scheme_with(Kind::number));
  return slot.state == State::known ? std::get<Decimal>(slot.value).to_string() : "invalid";
}

TEST(Subject, AWholeOneFillsItsSlots) {
  const std::string text =
      R"({"name": "a", "kind": "high", "at": {"site": "b", "open": "2026-07-01"}, "sets": [{"name": "c", "share": 4.2}]})";
  const auto scheme = system_scheme();
  const auto dossier = read_good(text, scheme);
  const Facts& facts = dossier.facts;
  EXPECT_EQ(findings_of(dossier), Texts{});
  EXPECT_EQ(std::get<RecordAt>(facts[0].value), RecordAt{0});
  EXPECT_EQ(std::get<std::string_view>(facts[name_slot].value), "a");
  EXPECT_EQ(std::get<Member>(facts[kind_slot].value), Member{1});
  EXPECT_EQ(std::get<RecordAt>(facts[at_slot].value), RecordAt{at_slot});
  EXPECT_EQ(std::get<std::string_view>(facts[site_slot].value), "b");
  EXPECT_EQ(std::get<Date>(facts[open_slot].value), *parse_date("2026-07-01"));
  EXPECT_EQ(std::get<Elements>(facts[sets_slot].value), (Elements{10, 1, 4}));
  EXPECT_EQ(std::get<RecordAt>(facts[10].value), RecordAt{10});
  EXPECT_EQ(std::get<std::string_view>(facts[11].value), "c");
  EXPECT_EQ(std::get<Decimal>(facts[12].value), *Decimal::parse("4.2"));
  EXPECT_EQ(facts[13].state, State::missing);
  EXPECT_EQ(facts[kind_slot].offset, text.find("\"high\""));
}

TEST(Subject, TextsWithoutEscapesViewTheDossier) {
  const std::string text = R"({"x": "plain"})";
  const auto dossier = read_good(text, scheme_with(Kind::text));
  EXPECT_EQ(std::get<std::string_view>(dossier.facts[1].value).data(), text.data() + 7);
  EXPECT_TRUE(dossier.facts.decoded.empty());
}

TEST(Subject, TextsWithEscapesAreDecoded) {
  const auto scheme = scheme_with(Kind::text);
  const auto dossier = read_good(R"({"\u0078": "a\"b\u20ac"})", scheme);
  EXPECT_EQ(std::get<std::string_view>(dossier.facts[1].value), "a\"b\xE2\x82\xAC");
}

TEST(Subject, AMissingFieldIsReportedAtTheObjectThatCouldHoldIt) {
  const auto scheme = system_scheme();
  const std::string text = R"({"name": "a", "kind": "high", "at": {}, "sets": [ {}]})";
  const auto dossier = read_good(text, scheme);
  EXPECT_EQ(findings_of(dossier), (Texts{"W1005 /at/site@36", "W1005 /sets/0/name@50"}));
  EXPECT_EQ(message_of(dossier.findings[0]), "site is missing");
  EXPECT_EQ(dossier.facts[site_slot].offset, 36U);
  EXPECT_EQ(dossier.facts[site_slot].state, State::missing);
}

TEST(Subject, AMissingRecordIsReportedOnceAndAllBelowItIsMissing) {
  const auto scheme = system_scheme();
  const auto dossier = read_good(R"({"name": "a", "kind": "high", "sets": []})", scheme);
  EXPECT_EQ(findings_of(dossier), Texts{"W1005 /at@0"});
  for (const auto slot : {at_slot, site_slot, open_slot}) EXPECT_EQ(dossier.facts[slot].state, State::missing);
}

TEST(Subject, NullIsMissing) {
  const auto scheme = scheme_with(Kind::text);
  EXPECT_EQ(findings_for(R"({"x": null})", scheme), Texts{"W1005 /x@6"});
  EXPECT_EQ(slot_x(R"({"x": null})", scheme).state, State::missing);
}

TEST(Subject, AMissingFieldIsCalledByItsKeyInTheJson) {
  SchemeMaker maker;
  auto impact = field("impact", maker.of(Kind::text));
  impact.key = "Rights/Safety ~ Impact";
  const auto subject = maker.record("system", {impact});
  const auto scheme = std::move(maker).with_subject(subject);
  const auto dossier = read_good("{}", scheme);
  EXPECT_EQ(findings_of(dossier), Texts{"W1005 /Rights~1Safety ~0 Impact@0"});
  EXPECT_EQ(message_of(dossier.findings[0]), "'Rights/Safety ~ Impact' is missing");
}

TEST(Subject, AnInvalidRecordMakesAllBelowItInvalid) {
  const auto scheme = system_scheme();
  const auto dossier = read_good(R"({"name": "a", "kind": "high", "at": "here", "sets": []})", scheme);
  EXPECT_EQ(findings_of(dossier), Texts{"E1002 /at@36"});
  EXPECT_EQ(message_of(dossier.findings[0]), "expected an object, found a text");
  for (const auto slot : {at_slot, site_slot, open_slot}) EXPECT_EQ(dossier.facts[slot].state, State::invalid);
}

TEST(Subject, ARepeatedKeyMakesTheFieldInvalidAtEachLaterPlace) {
  const auto scheme = scheme_with(Kind::integer);
  const auto dossier = read_good(R"({"x":1,"x":1,"x":null})", scheme);
  EXPECT_EQ(findings_of(dossier), (Texts{"E1004 /x@7", "E1004 /x@13"}));
  EXPECT_EQ(dossier.facts[1].state, State::invalid);
  EXPECT_EQ(slot_x(R"({"x":null,"\u0078":1})", scheme).state, State::invalid);
}

TEST(Subject, ARepeatedRecordIsInvalidWithAllBelowIt) {
  const auto scheme = system_scheme();
  const auto dossier = read_good(R"({"name":"a","kind":"high","sets":[],"at":{"site":"b"},"at":{"site":"b"}})", scheme);
  for (const auto slot : {at_slot, site_slot, open_slot}) EXPECT_EQ(dossier.facts[slot].state, State::invalid);
}

TEST(Subject, ARepeatedUndeclaredKeyIsAFindingWithoutEffect) {
  const auto scheme = scheme_with(Kind::integer);
  const auto dossier = read_good(R"({"x":1,"why":1,"who":2,"\u0077hy":3})", scheme);
  EXPECT_EQ(findings_of(dossier), (Texts{"H1007 /why@7", "H1007 /who@15", "E1004 /why@23"}));
  EXPECT_EQ(dossier.facts[1].state, State::known);
}

TEST(Subject, AnUndeclaredKeyIsHintedOncePerRecordTypeWithTheNearestName) {
  const auto scheme = system_scheme();
  const auto dossier = read_good(
      R"({"name":"a","kind":"high","at":{"site":"s"},"sets":[{"name":"b","shaer":1},{"name":"c","shaer":{"a":[1]}}]})",
      scheme);
  ASSERT_EQ(findings_of(dossier), Texts{"H1007 /sets/0/shaer@64"});
  EXPECT_EQ(message_of(dossier.findings[0]), "'shaer' is not a field of Dataset");
  EXPECT_EQ(dossier.findings[0].help, "did you mean 'share'?");
}

TEST(Subject, NumbersKeepTheirValue) {
  EXPECT_EQ(number_read("0.1"), "0.1");
  EXPECT_EQ(number_read("-12"), "-12");
  EXPECT_EQ(number_read("999999999999999999"), "999999999999999999");
  EXPECT_EQ(number_read("1000000000000000000000"), "1000000000000000000000");
  EXPECT_EQ(number_read("1e400"), Decimal::parse("1e400")->to_string());
}

TEST(Subject, FortyDigitsAreRoundedToThirtyFour) {
  const std::string digits = "1234567890123456789012345678901234567890";
  EXPECT_EQ(number_read(digits), Decimal::parse(digits)->to_string());
}

TEST(Subject, MinusZeroIsZero) {
  for (const auto* zero : {"-0", "-0.0", "-0e5"}) EXPECT_EQ(number_read(zero), "0") << zero;
}

TEST(Subject, ANumberBeyondTheRangeIsInvalid) {
  const auto dossier = read_good(R"({"x": 1e99999})", scheme_with(Kind::number));
  EXPECT_EQ(findings_of(dossier), Texts{"E1013 /x@6"});
  EXPECT_EQ(dossier.facts[1].state, State::invalid);
}

TEST(Subject, AnIntegerIsWholeByItsValue) {
  const auto scheme = scheme_with(Kind::integer);
  EXPECT_EQ(slot_x(R"({"x": 3.0})", scheme).state, State::known);
  EXPECT_EQ(slot_x(R"({"x": 3e2})", scheme).state, State::known);
  const auto dossier = read_good(R"({"x": 3.5})", scheme);
  EXPECT_EQ(message_of(dossier.findings.at(0)), "expected a whole number, found 3.5");
}

TEST(Subject, AWrongTypeSaysWhatWasExpectedAndHowToRepairIt) {
  const auto number = read_good(R"({"x": "4.2"})", scheme_with(Kind::number));
  EXPECT_EQ(message_of(number.findings.at(0)), "expected a number, found a text");
  EXPECT_EQ(number.findings.at(0).help, "write 4.2 without quotes");
  const auto text = read_good(R"({"x": 1.0})", scheme_with(Kind::text));
  EXPECT_EQ(message_of(text.findings.at(0)), "expected a text, found a number");
  EXPECT_EQ(text.findings.at(0).help, "write \"1.0\" in quotes");
  const auto boolean = read_good(R"({"x": "true"})", scheme_with(Kind::boolean));
  EXPECT_EQ(message_of(boolean.findings.at(0)), "expected true or false, found a text");
}

TEST(Subject, DatesAreThoseOfTheCalendar) {
  const auto scheme = scheme_with(Kind::date);
  EXPECT_EQ(std::get<Date>(slot_x(R"({"x": "2024-02-29"})", scheme).value), *parse_date("2024-02-29"));
  const auto dossier = read_good(R"({"x": "2026-02-29"})", scheme);
  EXPECT_EQ(findings_of(dossier), Texts{"E1006 /x@6"});
  EXPECT_EQ(dossier.findings[0].help, "write it as YYYY-MM-DD");
}

TEST(Subject, DatesAreReadInTheFormsOfTheirField) {
  const auto scheme = [] {
    SchemeMaker maker;
    const auto date = date_field("x", maker.of(Kind::date), {"M/D/YYYY", "YYYY-MM-DD hh:mm:ss"});
    const auto subject = maker.record("system", {date});
    return std::move(maker).with_subject(subject);
  }();
  EXPECT_EQ(std::get<Date>(slot_x(R"({"x": "7\/1/2026"})", scheme).value), *parse_date("2026-07-01"));
  EXPECT_EQ(std::get<Date>(slot_x(R"({"x": "2026-07-01 00:00:00"})", scheme).value), *parse_date("2026-07-01"));
  const auto dossier = read_good(R"({"x": "2026-07-01"})", scheme);
  EXPECT_EQ(dossier.findings.at(0).help, "it is written M/D/YYYY or YYYY-MM-DD hh:mm:ss");
}

TEST(Subject, DatetimesAndDurationsAreIso8601) {
  EXPECT_EQ(slot_x(R"({"x": "2026-07-01T12:00:00+02:00"})", scheme_with(Kind::datetime)).state, State::known);
  EXPECT_EQ(findings_for(R"({"x": "2026-07-01"})", scheme_with(Kind::datetime)), Texts{"E1006 /x@6"});
  EXPECT_EQ(std::get<Duration>(slot_x(R"({"x": "P12M"})", scheme_with(Kind::duration)).value).months, 12);
  const auto dossier = read_good(R"({"x": "12 months"})", scheme_with(Kind::duration));
  EXPECT_EQ(message_of(dossier.findings.at(0)), "expected a duration, found '12 months'");
}

TEST(Subject, AnUnlistedMemberNamesTheListedOnes) {
  const auto scheme = system_scheme();
  const auto dossier = read_good(R"({"name":"a","kind":"hgih","at":{"site":"b"},"sets":[]})", scheme);
  ASSERT_EQ(findings_of(dossier), Texts{"E1003 /kind@19"});
  EXPECT_EQ(message_of(dossier.findings[0]), "'hgih' is not a RiskClass");
  EXPECT_EQ(dossier.findings[0].help, "did you mean \"high\"? one of \"prohibited\", \"high\", \"limited\"");
  EXPECT_EQ(dossier.facts[kind_slot].state, State::invalid);
}

TEST(Subject, ANullElementIsInvalidAndTheListIsKnown) {
  const auto scheme = scheme_with([](SchemeMaker& maker) { return maker.list_of(maker.of(Kind::integer)); });
  const auto dossier = read_good(R"({"x": [1, null]})", scheme);
  EXPECT_EQ(findings_of(dossier), Texts{"E1014 /x/1@10"});
  EXPECT_EQ(dossier.facts[1].state, State::known);
  EXPECT_EQ(dossier.facts[5].state, State::known);
  EXPECT_EQ(dossier.facts[6].state, State::invalid);
}

TEST(Subject, AnEmptyListIsKnownAndTakesNoSlots) {
  const auto scheme = scheme_with([](SchemeMaker& maker) { return maker.list_of(maker.of(Kind::integer)); });
  const auto dossier = read_good(R"({"x": []})", scheme);
  EXPECT_EQ(std::get<Elements>(dossier.facts[1].value).count, 0U);
  EXPECT_EQ(dossier.facts.slots.size(), 5U);
  EXPECT_TRUE(dossier.facts.blocks.empty());
}

TEST(Subject, ARepeatedMemberOfASetIsInvalid) {
  const auto scheme = scheme_with([](SchemeMaker& maker) {
    return maker.set_of(maker.enumeration("Answer", {"item1-3", "item2-0"}));
  });
  const auto dossier = read_good(R"({"x": ["item1-3","item2-0","item1-3","other"]})", scheme);
  EXPECT_EQ(findings_of(dossier), (Texts{"E1003 /x/3@37", "E1015 /x/2@27"}));
  EXPECT_EQ(dossier.facts[5].state, State::known);
  EXPECT_EQ(dossier.facts[6].state, State::known);
  EXPECT_EQ(dossier.facts[7].state, State::invalid);
}

TEST(Subject, ListsNestInLists) {
  const auto scheme =
      scheme_with([](SchemeMaker& maker) { return maker.list_of(maker.list_of(maker.of(Kind::integer))); });
  const auto dossier = read_good(R"({"x": [[1, 2], [], [3, "4"]]})", scheme);
  EXPECT_EQ(findings_of(dossier), Texts{"E1002 /x/2/1@23"});
  ASSERT_EQ(dossier.facts.blocks.size(), 3U);
  const auto by_first = [](const ListBlock& left, const ListBlock& right) { return left.first < right.first; };
  EXPECT_TRUE(std::is_sorted(dossier.facts.blocks.begin(), dossier.facts.blocks.end(), by_first));
}

TEST(Subject, FindingsEndWithANoteThatThereAreMore) {
  const auto scheme = scheme_with([](SchemeMaker& maker) { return maker.list_of(maker.of(Kind::integer)); });
  std::string text = R"({"x": [null)";
  for (std::size_t count = 0; count < limits::data_findings; ++count) text += ",null";
  const auto dossier = read_good(text + "]}", scheme);
  ASSERT_EQ(dossier.findings.size(), limits::data_findings + 1);
  EXPECT_EQ(message_of(dossier.findings.back()), "more than 1000 findings; the others are not listed");
}

TEST(Subject, SlotsAreLimited) {
  SchemeMaker maker;
  std::vector<model::Field> fields;
  for (int number = 0; number < 60'000; ++number) {
    fields.push_back(optional_field("f" + std::to_string(number), maker.of(Kind::integer)));
  }
  const auto list = maker.list_of(maker.record("Wide", std::move(fields)));
  const auto subject = maker.record("system", {field("x", list)});
  const auto scheme = std::move(maker).with_subject(subject);
  std::string text = R"({"x": [{})";
  for (int count = 0; count < 300; ++count) text += ",{}";
  EXPECT_EQ(refusal(text + "]}", scheme), "E1012@6: the dossier needs more than 16777216 facts");
}

}  // namespace
}  // namespace assay::dossier
