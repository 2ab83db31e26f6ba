#include "dossier/fixture.hpp"

namespace assay::dossier {
namespace {

using model::Kind;

Dossier read_with(const std::string& entry) {
  return read_good(R"({"dossier":"1","subject":{"x":"a"},)" + entry + "}", scheme_with(Kind::text));
}

TEST(Records, AbsentOnesAreEmptyLists) {
  const auto dossier = read_with(R"("waivers":null,"nonconformities":[])");
  EXPECT_TRUE(dossier.waivers.empty());
  EXPECT_TRUE(dossier.nonconformities.empty());
  EXPECT_TRUE(dossier.nonconformities_are_readable);
  const auto scheme = scheme_with(Kind::text);
  const Slot& certificates = dossier.facts[scheme.lists[0].field.slot];
  EXPECT_EQ(certificates.state, State::known);
  EXPECT_EQ(std::get<Elements>(certificates.value).count, 0u);
}

TEST(Records, AWaiverNeedsAllThatMakesItCount) {
  const auto waiver = [](const std::string& rest) {
    return R"("waivers":[{"requirement":"A","approved_by":{"name":"C","role":"r"})" + rest + "}]";
  };
  EXPECT_EQ(read_with(waiver(R"(,"reason":"b","expires":"2026-12-31")")).waivers.size(), 1u);
  for (const char* rest : {"", R"(,"reason":"b")", R"(,"reason":" ","expires":"2026-12-31")",
                           R"(,"reason":"b","expires":"2026-02-30")", R"(,"reason":5,"expires":"2026-12-31")"}) {
    const auto dossier = read_with(waiver(rest));
    EXPECT_TRUE(dossier.waivers.empty()) << rest;
    ASSERT_EQ(dossier.findings.size(), 1u) << rest;
    EXPECT_EQ(code_of(dossier.findings[0]), "E1018") << rest;
  }
}

TEST(Records, ANonconformityStaysWhateverIsWrongWithIt) {
  const auto dossier = read_with(R"("nonconformities":[5,{},{"requirement":"A","grade":"minor","closed":true}])");
  ASSERT_EQ(dossier.nonconformities.size(), 3u);
  EXPECT_EQ(dossier.nonconformities[0].unplaced, "it is a number, expected an object");
  EXPECT_EQ(dossier.nonconformities[1].unplaced, "its requirement is missing");
  EXPECT_EQ(dossier.nonconformities[1].grade, Grade::major);
  EXPECT_EQ(dossier.nonconformities[2].grade, Grade::minor);
  EXPECT_FALSE(dossier.nonconformities[2].closed.has_value());
}

TEST(Records, ListsOfSomethingElseAreFindings) {
  EXPECT_EQ(findings_of(read_with(R"("waivers":{})")), Texts{"E1018 /waivers@45"});
  const auto dossier = read_with(R"("nonconformities":1)");
  EXPECT_EQ(findings_of(dossier), Texts{"E1018 /nonconformities@53"});
  EXPECT_FALSE(dossier.nonconformities_are_readable);
}

TEST(Records, CertificatesStandBesideTheSubject) {
  const auto scheme = scheme_with(Kind::text);
  const auto dossier = read_with(R"("certificates":["a",null])");
  EXPECT_EQ(findings_of(dossier), Texts{"E1014 /certificates/1@55"});
  const auto pointer = [&](std::uint32_t slot) {
    return pointer_of(dossier.facts, scheme.types, scheme.subject, dossier.pointer_prefix, slot);
  };
  EXPECT_EQ(pointer(scheme.lists[0].field.slot), "/certificates");
  EXPECT_EQ(pointer(scheme.lists[0].field.slot + 3), "/certificates/0");
  EXPECT_EQ(pointer(1), "/subject/x");
}

TEST(Records, ABareSubjectHasNone) {
  const auto scheme = scheme_with(Kind::text);
  const auto dossier = read_good(R"({"x":"a","certificates":["a"]})", scheme);
  EXPECT_EQ(std::get<Elements>(dossier.facts[scheme.lists[0].field.slot].value).count, 0u);
  EXPECT_EQ(findings_of(dossier), Texts{"H1007 /certificates@9"});
}

}  // namespace
}  // namespace assay::dossier
