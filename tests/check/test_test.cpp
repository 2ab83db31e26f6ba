#include "check/scheme_fixture.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

std::string in_test(std::string_view lines) { return "test \"t\" {\n given {}\n" + std::string(lines) + "\n}"; }

const model::Test& only_test(const Checked& result) { return result.scheme->tests.front(); }

TEST(TestCheck, KeepsWhatIsGivenAndExpected) {
  const auto result = scheme(
      "test \"t\" {\n given \"a.json\" with { \"/a~1b/0\": [1] } without \"/c\"\n on 2026-11-22\n"
      " expect R-1   conforming # why\n}");
  ASSERT_EQ(result.codes(), "");
  const auto& test = only_test(result);
  EXPECT_EQ(std::get<std::string>(test.given.dossier), "a.json");
  ASSERT_EQ(test.given.changes.size(), 2u);
  EXPECT_EQ(test.given.changes[0].steps, (std::vector<std::string>{"a/b", "0"}));
  EXPECT_TRUE(test.given.changes[0].value);
  EXPECT_FALSE(test.given.changes[1].value);
  EXPECT_EQ(test.on, parse_date("2026-11-22"));
  EXPECT_EQ(test.expectations.front().text, "R-1 conforming");
}

TEST(TestCheck, AnExpectedValueIsBroughtToTheUnitOfTheDefinition) {
  const auto result =
      scheme("unit kWh\nunit MWh = 1000 kWh\ndefine f(x: number) = x\ndefine a = 1\ndefine used = 2 kWh * 3\n" +
             in_test("expect used = 2 MWh"));
  ASSERT_EQ(result.codes(), "");
  const auto& expected = std::get<model::ExpectedValue>(only_test(result).expectations.front().what);
  EXPECT_EQ(expected.position, 1u);
  EXPECT_EQ(std::get<Decimal>(expected.value->value), Decimal::of(2000));
  EXPECT_EQ(expected.words, "2 MWh");
}

TEST(TestCheck, TablesFollowTheDefinitions) {
  const auto result =
      scheme("table level by system.size { .. 0 => 1\n 1 .. => 2 }\ndefine a = 1\n" + in_test("expect level unknown"));
  ASSERT_EQ(result.codes(), "");
  const auto& expected = std::get<model::ExpectedValue>(only_test(result).expectations.front().what);
  EXPECT_EQ(expected.position, 1u);
  EXPECT_FALSE(expected.value);
}

TEST(TestCheck, NamesOfTheSchemeAreKnown) {
  EXPECT_EQ(codes_in(in_test("expect R-2 conforming")), "E0411");
  EXPECT_EQ(codes_in(in_test("expect a is 1")), "E0908");
  EXPECT_EQ(codes_in(in_test("expect open a")), "E0910");
}

TEST(TestCheck, AVerdictIsHelpedToItsRightForm) {
  EXPECT_EQ(report_in("requirement R_2 \"x\" { shall true }\n" + in_test("expect R_2 is conforming")),
            "'R_2' has no value in a report |  | of a requirement write its verdict behind its id, as in "
            "'expect R_2 conforming'");
  EXPECT_EQ(report_in(in_test("expect R-1 nonconformng")),
            "'nonconformng' is no verdict |  | did you mean 'nonconforming'?");
}

TEST(TestCheck, AValueFitsItsName) {
  EXPECT_EQ(codes_in("define a = 1\n" + in_test("expect a is \"x\"")), "E0301");
  EXPECT_EQ(codes_in("define a = 1\n" + in_test("expect a = 1 + 1")), "E0909");
  EXPECT_EQ(codes_in("enum E { x }\nrecord S { e E }\ndefine a = 5 %\n" + in_test("expect a = 5")), "E0301");
}

TEST(TestCheck, AnErroneousDefinitionIsReportedOnce) {
  EXPECT_EQ(codes_in("define a = b\n" + in_test("expect a = 1")), "E0401");
}

TEST(TestCheck, TitlesDiffer) {
  EXPECT_EQ(codes_in(in_test("expect R-1 conforming") + "\n" + in_test("expect R-1 conforming")), "E0403");
}

TEST(TestCheck, StandsInTheSchemeAlone) {
  const auto result = schemes({"use \"1.assay\"\nscheme \"Mark\" { id \"example.org/mark\" version \"1\" }\n"
                               "subject s { a boolean }\nrequirement R-1 \"One\" { shall s.a }",
                               in_test("expect R-1 conforming")},
                              {{1}, {}});
  EXPECT_EQ(result.codes(), "E0412");
}

}  // namespace
}  // namespace assay::check
