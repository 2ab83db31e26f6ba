#include "base/limits.hpp"
#include "check/scheme_fixture.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

const model::Record& record_named(const model::Scheme& scheme, std::string_view name) {
  for (const auto& record : scheme.types.records)
    if (record.name == name) return record;
  throw std::logic_error("no such record");
}

TEST(RecordCheck, FieldNamesAndKeysAreUnique) {
  EXPECT_EQ(codes_in("record A { x text\n x number }"), "E0403");
  EXPECT_EQ(codes_in("record A { x text at \"k\"\n y number at \"k\" }"), "E0410");
  EXPECT_EQ(codes_in("record A { x text\n y number at \"x\" }"), "E0410");
}

TEST(RecordCheck, AFieldStandsAtItsKeyOrItsName) {
  const auto result = scheme("record A { x text at \"The X\"\n y number }");
  ASSERT_EQ(result.codes(), "");
  EXPECT_EQ(record_named(*result.scheme, "A").fields[0].key, "The X");
  EXPECT_EQ(record_named(*result.scheme, "A").fields[1].key, "y");
}

TEST(RecordCheck, OnlyDatesHaveWrittenForms) {
  EXPECT_EQ(codes_in("record A { x date written \"M/D/YYYY\" or \"YYYY-MM-DD hh:mm:ss\" }"), "");
  EXPECT_EQ(codes_in("record A { x date written \"sometime\" }"), "E0319");
  EXPECT_EQ(codes_in("record A { x text written \"M/D/YYYY\" }"), "E0301");
}

TEST(RecordCheck, FieldsFollowTheRecordInSlots) {
  const auto result = scheme(
      "record Outer { a text\n inner Inner\n b text\n many list of Inner }\n"
      "record Inner { x text\n y text }");
  ASSERT_EQ(result.codes(), "");
  const auto& outer = record_named(*result.scheme, "Outer");
  EXPECT_EQ(outer.fields[0].slot, 1u);
  EXPECT_EQ(outer.fields[1].slot, 2u);
  EXPECT_EQ(outer.fields[2].slot, 5u);
  EXPECT_EQ(outer.fields[3].slot, 6u);
  EXPECT_EQ(outer.slots, 7u);
}

TEST(RecordCheck, ARecordCannotStandInsideItself) {
  EXPECT_EQ(codes_in("record Node { next optional Node }"), "E0316");
  EXPECT_EQ(codes_in("record A { b B }\nrecord B { a A }"), "E0316");
}

TEST(RecordCheck, ARecordMayStandInAListOfItself) {
  EXPECT_EQ(codes_in("record Node { children list of Node }"), "");
  EXPECT_EQ(codes_in("record A { b B }\nrecord B { a list of A }"), "");
}

TEST(RecordCheck, TheWidthIsLimited) {
  std::string text = "record R0 { a text\n b text }\n";
  for (int i = 1; i <= 16; ++i) {
    const auto inner = "R" + std::to_string(i - 1);
    text += "record R" + std::to_string(i) + " { a " + inner + "\n b " + inner + " }\n";
  }
  EXPECT_EQ(codes_in(text), "E0317");
}

TEST(RecordCheck, AChainOfRecordsNeedsNoStack) {
  std::string text = "record R0 { a text }\n";
  for (int i = 1; i < 20'000; ++i)
    text = "record R" + std::to_string(i) + " { a R" + std::to_string(i - 1) + " }\n" + text;
  EXPECT_EQ(codes_in(text), "");
}

TEST(TypeCheck, UnknownTypesAreReportedWithTheNearest) {
  EXPECT_EQ(report_in("record A { x txt }"), "'txt' is not a type |  | did you mean 'text'?");
  EXPECT_EQ(report_in("enum RiskClass { high }\nrecord A { x list of RiskClas }"),
            "'RiskClas' is not a type |  | did you mean 'RiskClass'?");
  EXPECT_EQ(codes_in("record A { x Evidence y list of Judgement }"), "");
}

TEST(TypeCheck, SetsAreOfEnumerationsAndUnitsOfNumbers) {
  EXPECT_EQ(codes_in("enum Risk { high }\nrecord A { x set of Risk }"), "");
  EXPECT_EQ(codes_in("record A { x set of text }"), "E0301");
  EXPECT_EQ(codes_in("record A { x text in % }"), "E0301");
  EXPECT_EQ(codes_in("record A { x number in kWh }"), "E0407");
}

TEST(EnumerationCheck, MembersAndTheirTextsAreUnique) {
  EXPECT_EQ(codes_in("enum A { x, x }"), "E0403");
  EXPECT_EQ(codes_in("enum A { x \"1\", y \"1\" }"), "E0403");
  EXPECT_EQ(codes_in("enum A { x, y \"x\" }"), "E0403");
}

TEST(EnumerationCheck, OneScoreMakesAnEnumerationScored) {
  const auto result = scheme("enum A { x = 3, y = -2.5, z }\nenum B { x }");
  ASSERT_EQ(result.codes(), "");
  const auto& enumerations = result.scheme->types.enumerations;
  EXPECT_TRUE(enumerations[{6}].is_scored);
  EXPECT_EQ(enumerations[{6}].members[1].score->to_string(), "-2.5");
  EXPECT_FALSE(enumerations[{6}].members[2].score);
  EXPECT_FALSE(enumerations[{7}].is_scored);
}

TEST(UnitCheck, MultiplesAreExpressedInTheBase) {
  const auto result = scheme("unit GWh = 1000 MWh\nunit MWh = 1000 kWh\nunit kWh");
  ASSERT_EQ(result.codes(), "");
  const auto& units = result.scheme->types.units;
  EXPECT_EQ(units[{2}].factor.to_string(), "1000000");
  EXPECT_EQ(units[units[{2}].base].name, "kWh");
  EXPECT_EQ(units[units[{4}].base].name, "kWh");
}

TEST(UnitCheck, AUnitIsNoMultipleOfItself) {
  EXPECT_EQ(codes_in("unit a = 2 a"), "E0404");
  EXPECT_EQ(codes_in("unit a = 2 b\nunit b = 3 a"), "E0404");
}

TEST(UnitCheck, AFactorIsAboveZeroAndHasAUnit) {
  EXPECT_EQ(codes_in("unit a\nunit b = 0 a"), "E0301");
  EXPECT_EQ(codes_in("unit a = 12"), "E0301");
  EXPECT_EQ(codes_in("unit a = 2 c"), "E0407");
}

}  // namespace
}  // namespace assay::check
