// What is reported after the first error.
#include "parsed.hpp"

namespace assay::grammar::test {

namespace {

using Lines = std::vector<std::string>;

Lines errors_of(const std::string& text) { return parse_text(text).errors(); }

const std::string no_item = "a provision (shall, should, may), source, applies, evidence, method, guidance or '}'";
const std::string no_declaration = "a declaration (such as record, define, section or requirement)";

}  // namespace

TEST(Recovery, GoesOnAtTheNextProvision) {
  EXPECT_EQ(errors_of("requirement A \"x\" {\n shal a\n shall b = \n source S \"t\"\n shall is\n may c\n}\n"),
            (Lines{"E0201 'shal' " + no_item + "; did you mean 'shall'?", "E0201 'source' a value",
                   "E0201 'is' an expression"}));
}

TEST(Recovery, GoesOnAtTheNextRequirement) {
  EXPECT_EQ(errors_of("section \"S\" {\n requirment A \"x\" { shall a }\n requirement B { shall b }\n"
                      " requirement C \"z\" { shall ) }\n}\n"),
            (Lines{"E0201 'requirment' a requirement or '}'; did you mean 'requirement'?", "E0201 '{' a text in quotes",
                   "E0201 ')' an expression"}));
}

TEST(Recovery, GoesOnAtTheNextDeclaration) {
  EXPECT_EQ(errors_of("recrod R { a text }\nenum E { a b }\ndefine x =\ndefine y = )\nunit kWh\ndocument D\n"),
            (Lines{"E0201 'recrod' " + no_declaration + "; did you mean 'record'?", "E0201 'b' ',' or '}'",
                   "E0201 'define' an expression", "E0201 ')' an expression", "E0201 '' a text in quotes"}));
}

TEST(Recovery, AFieldMayBeCalledLikeADeclaration) {
  EXPECT_EQ(errors_of("record R {\n  x : text\n  unit text\n  subject text\n}\ndefine y = )\n"),
            (Lines{"E0201 ':' a type", "E0201 ')' an expression"}));
}

TEST(Recovery, ProseInATextIsNoKeyword) {
  EXPECT_EQ(errors_of("requirement A \"x\" {\n shall ) \"\"\"\n shall )\n define\n }\n\"\"\"\n shall )\n}\n").size(),
            2u);
}

TEST(Recovery, AMissingBraceIsOneError) {
  EXPECT_EQ(errors_of("requirement A \"x\" {\n  shall a\nrequirement B \"y\" {\n  shall b\n}\n"),
            Lines{"E0201 'requirement' " + no_item});
  EXPECT_EQ(
      errors_of("section \"S\" {\n  requirement A \"x\"\n    shall a\n  }\n  requirement B \"y\" { shall b }\n}\n"),
      Lines{"E0201 'shall' '{'"});
  EXPECT_EQ(errors_of("section S {\n  requirement A \"x\" { shall a }\n}\nunit kWh\n"),
            Lines{"E0201 'S' a text in quotes"});
}

TEST(Recovery, AnOpenTextIsOneError) {
  EXPECT_EQ(errors_of("section \"S {\n  requirement A \"x\" { shall a }\n}\nunit kWh\n").size(), 1u);
  EXPECT_EQ(
      errors_of("section \"S\" {\n  requirement A \"x {\n    shall a\n  }\n  requirement B \"y\" { shall b }\n}\n")
          .size(),
      1u);
}

TEST(Recovery, AStrayBraceIsReported) {
  EXPECT_EQ(errors_of("unit kWh\n}\nunit MWh\n"), Lines{"E0201 '}' " + no_declaration});
}

TEST(Recovery, TheEndOfTheFileIsNoSecondError) {
  EXPECT_EQ(errors_of("section \"S\" {\n requirement A \"x\" {\n shall a"), (Lines{"E0201 '' '}'", "E0201 '' '}'"}));
}

TEST(Recovery, AChangeOfAProfileThatFailsCostsNoOther) {
  EXPECT_EQ(errors_of(R"(profile "P" of "x" {
  exempt A
  relax A because "b"
  tighten B { shall }
  add section "S" { requirement C "c" { shall true } }
  set version "1"
}
)"),
            (Lines{"E0201 'relax' 'because'", "E0201 'because' '/'", "E0201 '}' an expression",
                   "E0201 'section' a requirement"}));
}

TEST(Recovery, ReportsEveryOneOfManyErrors) {
  std::string text;
  for (int i = 0; i < 2'000; ++i) text += "define x = )\nrequirement A \"x\" {\n shall )\n}\n";
  EXPECT_EQ(errors_of(text).size(), 4'000u);
}

}  // namespace assay::grammar::test
