// What a profile makes of a scheme, and when it may call itself stricter.
#include "check/scheme_fixture.hpp"
#include "grammar/parse.hpp"

#include <gtest/gtest.h>

namespace assay::check {
namespace {

/// A scheme with two requirements and `decision`, read through a profile with these changes.
Checked profile(const std::string& changes, const std::string& decision = "", const std::string& claim = "stricter ") {
  Checked result;
  const std::string base = R"(scheme "Base" { id "base" version "1" default_grade major }
enum Kind { small, large }
subject s { a boolean b boolean kind Kind }
define is_small = s.kind is small
requirement R-1 "One" { shall s.a  shall s.b else minor "m" }
requirement R-2 "Two" { applies when is_small  shall s.b }
)";
  const std::string text =
      "profile \"P\" " + claim + "of \"0.assay\" { set id \"p\" set version \"2\" " + changes + " }";
  std::vector<LoadedModule> modules;
  for (const std::string& each : {base + decision, text}) {
    const auto id = result.files.add(source::File(std::to_string(modules.size()) + ".assay", each));
    auto tree = grammar::parse(id, result.files[id], result.diagnostics);
    if (!tree) return result;
    modules.push_back({id, *std::move(tree), {}, !modules.empty()});
  }
  result.scheme = check(modules, result.files, result.diagnostics);
  return result;
}

std::string codes_of_profile(const std::string& changes, const std::string& decision = "") {
  return profile(changes, decision).codes();
}

const std::string add = "add requirement N-1 \"N\" { shall s.a }";
const std::string tighten_major = "tighten R-1 { shall is_small }";
const std::string tighten_minor = "tighten R-1 { shall s.kind is small else minor \"n\" }";

}  // namespace

TEST(Profile, NamesTheSchemeThatItChanges) {
  const auto checked = profile(add);
  ASSERT_TRUE(checked.scheme);
  EXPECT_EQ(checked.scheme->header.id, "p");
  EXPECT_EQ(checked.scheme->header.title, "P");
  EXPECT_EQ(checked.scheme->header.version, "2");
  ASSERT_TRUE(checked.scheme->profile);
  EXPECT_EQ(checked.scheme->profile->id, "base");
  EXPECT_EQ(checked.scheme->profile->title, "Base");
  EXPECT_EQ(checked.scheme->profile->version, "1");
  EXPECT_TRUE(checked.scheme->profile->is_stricter);
  EXPECT_EQ(checked.scheme->profile->changes.size(), 3U);
}

TEST(Profile, TightensBehindWhatIsThere) {
  const auto checked = profile(tighten_minor);
  ASSERT_TRUE(checked.scheme);
  const auto& provisions = checked.scheme->requirements[model::RequirementId{0}].provisions;
  ASSERT_EQ(provisions.size(), 3U);
  EXPECT_EQ(provisions[2].id, "R-1/3");
  EXPECT_EQ(provisions[2].grade, Grade::minor);
}

TEST(Profile, RelaxesAndExempts) {
  const auto checked = profile("relax R-1/2 because \"x\" exempt R-2 because \"y\"", "", "");
  ASSERT_TRUE(checked.scheme);
  const auto& relaxed = checked.scheme->requirements[model::RequirementId{0}].provisions[1];
  EXPECT_EQ(relaxed.modal, Modal::should);
  EXPECT_EQ(relaxed.relaxed_because, "x");
  const auto& exempt = checked.scheme->requirements[model::RequirementId{1}];
  EXPECT_EQ(std::get<model::Constant>(exempt.applies->node).value, Value(false));
}

TEST(Stricter, HoldsForTheUsualDecisions) {
  for (const std::string decision :
       {"", "decision { refuse when majors > 0 conditional when minors > 0 grant otherwise }",
        "decision { refuse when nonconforming >= 1 grant otherwise }",
        "decision { grant when nonconforming = 0 refuse otherwise }",
        "decision { refuse when majors > 0 or s.a conditional when 0 < minors or observations > 2 grant otherwise }",
        "decision { refuse when not (majors = 0) conditional when minors > 0 and is_small grant when minors = 0 "
        "conditional otherwise }"}) {
    EXPECT_EQ(codes_of_profile(add, decision), "") << decision;
    const bool may_grant_majors = decision.find("grant when minors = 0") != std::string::npos;
    EXPECT_EQ(codes_of_profile(tighten_major, decision), may_grant_majors ? "E0765 E0765" : "") << decision;
  }
}

TEST(Stricter, IsRefusedWhereAnAdditionHelps) {
  for (const std::string decision :
       {"decision { grant when conforming > 1 refuse otherwise }",
        "decision { refuse when applicable < 2 grant otherwise }",
        "decision { conditional when nonconforming > 0 refuse when majors > 0 grant otherwise }",
        "decision { maintain when majors > 0 grant otherwise }", "decision { refuse when majors = 1 grant otherwise }",
        "decision { refuse when majors - 1 = 0 grant otherwise }"})
    EXPECT_EQ(codes_of_profile(add, decision), "E0765") << decision;
}

TEST(Stricter, IsRefusedWhereATighteningHelps) {
  EXPECT_EQ(codes_of_profile(tighten_minor, "decision { refuse when majors > 0 grant otherwise }"), "E0765");
  EXPECT_EQ(codes_of_profile(tighten_major, "decision { refuse when majors > 0 grant otherwise }"), "");
  EXPECT_EQ(codes_of_profile(tighten_major, "decision { conditional when minors > 0 grant otherwise }"), "E0765 E0765");
  EXPECT_EQ(
      codes_of_profile(tighten_major, "decision { refuse when undetermined > 0 or nonconforming > 0 grant otherwise }"),
      "E0765");
  EXPECT_EQ(
      codes_of_profile(tighten_major,
                       "decision { refuse when nonconforming > 0 or verdict(R-1) is conforming grant otherwise }"),
      "E0765");
  EXPECT_EQ(
      codes_of_profile(tighten_major,
                       "decision { refuse when nonconforming > 0 or verdict(R-2) is conforming grant otherwise }"),
      "");
}

TEST(Stricter, RefusesEveryOtherChange) {
  EXPECT_EQ(codes_of_profile("relax R-1/1 because \"x\""), "E0764");
  EXPECT_EQ(codes_of_profile("exempt R-2 because \"x\""), "E0764");
  EXPECT_EQ(codes_of_profile("set default_grade minor"), "E0764");
  EXPECT_EQ(codes_of_profile("set title \"T\" set owner \"o\" set bodies accredited to \"x\""), "");
}

}  // namespace assay::check
