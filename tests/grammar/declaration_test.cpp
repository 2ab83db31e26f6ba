// Declarations, as what is left of them in the tree.
#include "parsed.hpp"
#include "written.hpp"

namespace assay::grammar::test {

namespace {

using Lines = std::vector<std::string>;
using Shape = syntax::Type::Shape;

}  // namespace

TEST(Header, KeepsItsEntriesInOrder) {
  auto const header = only<syntax::Header>(R"(scheme "Mark" {
    id "m"  object product
    bodies accredited to "ISO/IEC 17065:2012"
    waivers by scheme_committee for DG-1, 4.2
    in_force .. 2027-01-01
  })");
  EXPECT_EQ(header.title.value, "Mark");
  ASSERT_EQ(header.entries.size(), 5u);
  EXPECT_EQ(header.entries[0].key.text, "id");
  EXPECT_EQ(std::get<syntax::Text>(header.entries[0].value).value, "m");
  EXPECT_EQ(std::get<syntax::Name>(header.entries[1].value).text, "product");
  EXPECT_EQ(std::get<syntax::BodiesEntry>(header.entries[2].value).standard.value, "ISO/IEC 17065:2012");
  auto const& waivers = std::get<syntax::WaiverEntry>(header.entries[3].value);
  EXPECT_EQ(waivers.role.text, "scheme_committee");
  ASSERT_EQ(waivers.requirements.size(), 2u);
  EXPECT_EQ(waivers.requirements[1].text, "4.2");
  auto const& period = std::get<syntax::MomentRange>(header.entries[4].value);
  EXPECT_FALSE(period.from);
  EXPECT_EQ(period.to->text, "2027-01-01");
}

TEST(Header, WaiversNeedNotNameRequirements) {
  auto const header = only<syntax::Header>("scheme \"M\" { waivers by committee }");
  EXPECT_TRUE(std::get<syntax::WaiverEntry>(header.entries[0].value).requirements.empty());
}

TEST(Enum, MembersMayBeKeywordsAndHaveScores) {
  auto const enumeration = only<syntax::Enum>("enum A { yes \"y\" = 3, no, some = -1, none, any = -2.5 }");
  ASSERT_EQ(enumeration.members.size(), 5u);
  EXPECT_EQ(enumeration.members[0].written->value, "y");
  EXPECT_EQ(enumeration.members[0].score->digits, "3");
  EXPECT_EQ(enumeration.members[2].score->digits, "-1");
  EXPECT_EQ(enumeration.members[4].name.text, "any");
}

TEST(Unit, MayBeAMultiple) {
  auto const unit = only<syntax::Unit>("unit MWh = 1000 kWh");
  EXPECT_EQ(unit.multiple->digits, "1000");
  EXPECT_EQ(unit.multiple->unit->text, "kWh");
  EXPECT_FALSE(only<syntax::Unit>("unit kWh").multiple);
}

TEST(Record, TakesTypesOfAFileThatIsUsedUnderAName) {
  auto const record =
      only<syntax::Record>("record R {\n a shared.Part\n b list of shared.Part\n c set of shared.Color\n}");
  ASSERT_EQ(record.fields.size(), 3u);
  EXPECT_EQ(record.fields[0].type.name.text, "shared.Part");
  EXPECT_EQ(record.fields[1].type.element->name.text, "shared.Part");
  EXPECT_EQ(record.fields[2].type.name.text, "shared.Color");
}

TEST(Field, HasItsDetailsInAnyOrder) {
  auto const record = only<syntax::Record>(R"(record R {
    a date written "M/D/YYYY" or "YYYY-MM-DD" at "A" "an a"
    b optional list of number in % "a b" at "B"
  })");
  ASSERT_EQ(record.fields.size(), 2u);
  EXPECT_EQ(record.fields[0].description->value, "an a");
  EXPECT_EQ(record.fields[0].key->value, "A");
  ASSERT_EQ(record.fields[0].written.size(), 2u);
  EXPECT_EQ(record.fields[0].written[1].value, "YYYY-MM-DD");
  EXPECT_TRUE(record.fields[1].optional);
  EXPECT_EQ(record.fields[1].type.shape, Shape::list);
  EXPECT_EQ(record.fields[1].type.element->name.text, "number");
  EXPECT_EQ(record.fields[1].type.element->unit->text, "%");
}

TEST(Field, MayHaveTheNameOfAKeyword) {
  auto const subject = only<syntax::Subject>(
      "subject s {\n type text\n version text\n at text\n date date\n status text\n value text\n count integer\n"
      " method text\n no boolean\n written text\n optional optional text\n record text\n source set of A\n}");
  ASSERT_EQ(subject.fields.size(), 13u);
  EXPECT_EQ(subject.fields[2].name.text, "at");
  EXPECT_EQ(subject.fields[9].name.text, "written");
  EXPECT_TRUE(subject.fields[10].optional);
  EXPECT_EQ(subject.fields[12].type.shape, Shape::set);
}

TEST(Field, ADetailTwiceIsAnError) {
  EXPECT_EQ(parse_text("record R { a text \"x\" \"y\" }").errors(), Lines{"E0201 '\"y\"' a field or '}'"});
}

TEST(Define, MayHaveParameters) {
  auto const define = only<syntax::Define>("define f(x: text, y: number in %) = x");
  ASSERT_EQ(define.parameters.size(), 2u);
  EXPECT_EQ(define.parameters[1].type.unit->text, "%");
}

TEST(Table, HasEveryFormOfPattern) {
  auto const table = only<syntax::Table>(R"(table t(x: integer) by x, y -> number in % {
    1, {a, b}           => 5 %
    1 .. 5, > 1 .. < 5  => -1
    .. 3, .. < 4        => f(x)
    6 .., any           => Oversight.none
    E.a, 2026-07-01     => (1 + 2)
    otherwise           => "x"
  })");
  ASSERT_EQ(table.rows.size(), 6u);
  EXPECT_EQ(table.inputs.size(), 2u);
  EXPECT_EQ(table.type->unit->text, "%");
  EXPECT_EQ(std::get<syntax::PatternValues>(table.rows[0].patterns[1]).values.size(), 2u);
  auto const& open = std::get<syntax::PatternRange>(table.rows[1].patterns[1]);
  EXPECT_TRUE(open.low_excluded);
  EXPECT_TRUE(open.high_excluded);
  EXPECT_EQ(written(*open.high), "5");
  auto const& below = std::get<syntax::PatternRange>(table.rows[2].patterns[1]);
  EXPECT_EQ(below.low, nullptr);
  EXPECT_TRUE(below.high_excluded);
  auto const& above = std::get<syntax::PatternRange>(table.rows[3].patterns[0]);
  EXPECT_EQ(above.high, nullptr);
  EXPECT_TRUE(std::holds_alternative<syntax::PatternAny>(table.rows[3].patterns[1]));
  EXPECT_EQ(written(*std::get<syntax::PatternValues>(table.rows[4].patterns[0]).values[0]), "E.a");
  EXPECT_EQ(written(*table.rows[1].result), "(- 1)");
  EXPECT_EQ(written(*table.rows[4].result), "(1 + 2)");
  EXPECT_TRUE(table.rows[5].is_otherwise);
}

TEST(Table, EachRowStartsALine) {
  EXPECT_EQ(parse_text("table t by x {\n 0 => a 1 => b\n}").errors(),
            Lines{"E0201 '1' '}' or the next row on a line of its own"});
  EXPECT_EQ(parse_text("table t by x { any => 1 }").errors(), Lines{});
}

TEST(Table, AValueIsNoOpenExpression) { EXPECT_EQ(parse_text("table t by x {\n 0 => a + 1\n}").errors().size(), 1u); }

TEST(Requirement, HasItsItemsInOrder) {
  auto const requirement = only<syntax::Requirement>(R"scheme(requirement DG-1 "Title" {
    source AIA "Article 10(2)"
    applies when a else b.reason
    shall as first c else minor "message"
    should d else "message"
    may e
    method examination, sampling
    guidance """
      Look.
    """
  })scheme");
  ASSERT_EQ(requirement.items.size(), 7u);
  EXPECT_EQ(std::get<syntax::Source>(requirement.items[0]).clause.value, "Article 10(2)");
  EXPECT_EQ(written(*std::get<syntax::Applies>(requirement.items[1]).otherwise), "b.reason");
  auto const& shall = std::get<syntax::Provision>(requirement.items[2]);
  EXPECT_EQ(shall.name->text, "first");
  EXPECT_EQ(shall.grade->text, "minor");
  EXPECT_EQ(shall.message->value, "message");
  auto const& should = std::get<syntax::Provision>(requirement.items[3]);
  EXPECT_EQ(should.modal, syntax::Modal::should);
  EXPECT_FALSE(should.grade);
  EXPECT_EQ(std::get<syntax::Method>(requirement.items[5]).methods.size(), 2u);
  EXPECT_EQ(std::get<syntax::Guidance>(requirement.items[6]).text.value, "Look.");
}

TEST(Requirement, AConditionWithElseLeavesTheMessageToTheProvision) {
  auto const requirement = only<syntax::Requirement>("requirement A \"x\" { shall if a then b else c else \"no\" }");
  auto const& shall = std::get<syntax::Provision>(requirement.items[0]);
  EXPECT_EQ(written(*shall.condition), "(if a b c)");
  EXPECT_EQ(shall.message->value, "no");
}

TEST(Evidence, SaysWhatItCoversWhoIssuesItAndHowOldItMayBe) {
  auto const requirement = only<syntax::Requirement>(R"scheme(requirement A "x" {
    evidence sheet "Data sheet" covering each d in s.sets by d.name by accredited to "ISO" issued within 12 months
    evidence build "Build record" covering s.version
    shall provide sheet else minor "None"
  })scheme");
  auto const& sheet = std::get<syntax::Evidence>(requirement.items[0]);
  EXPECT_EQ(sheet.name.text, "sheet");
  EXPECT_EQ(sheet.title.value, "Data sheet");
  EXPECT_EQ(sheet.covering->variable->text, "d");
  EXPECT_EQ(written(sheet.covering->covered), " s.sets");
  EXPECT_EQ(written(sheet.covering->key), " d.name");
  EXPECT_EQ(sheet.accreditation->value, "ISO");
  EXPECT_EQ(written(sheet.age), " 12[months]");
  auto const& build = std::get<syntax::Evidence>(requirement.items[1]);
  EXPECT_FALSE(build.covering->variable);
  EXPECT_EQ(build.covering->key, nullptr);
  EXPECT_EQ(build.age, nullptr);
  auto const& shall = std::get<syntax::Provision>(requirement.items[2]);
  EXPECT_EQ(written(shall.condition), " (provide sheet)");
  EXPECT_EQ(shall.message->value, "None");
}

TEST(Section, HoldsRequirements) {
  auto const section =
      only<syntax::Section>("section \"S\" {\n requirement A \"x\" { may a }\n requirement B \"y\" { may b }\n}");
  ASSERT_EQ(section.requirements.size(), 2u);
  EXPECT_EQ(section.requirements[1].id.text, "B");
}

TEST(Decision, EndsWithOtherwise) {
  auto const decision = only<syntax::Decision>(
      "decision {\n refuse when majors > 0 or verdict(DG-1) is nonconforming\n grant otherwise\n}");
  ASSERT_EQ(decision.rules.size(), 2u);
  EXPECT_EQ(decision.rules[0].outcome.text, "refuse");
  EXPECT_EQ(written(*decision.rules[0].condition), "(or (> majors 0) (is (call verdict DG-1) nonconforming))");
  EXPECT_EQ(decision.rules[1].condition, nullptr);
}

}  // namespace assay::grammar::test
