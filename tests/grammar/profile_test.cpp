// Profiles, as what is left of them in the tree.
#include "parsed.hpp"

namespace assay::grammar::test {

TEST(Profile, KeepsItsChangesInOrder) {
  auto const profile = only<syntax::Profile>(R"(profile "National" stricter of "base.assay" {
    set version "1"
    tighten DG-1 { shall true else minor "m"  evidence sheet "Sheet" }
    add requirement N-1 "New" { shall false }
    relax DG-1/2 because "wide"
    relax 4.2.1/named because "too"
    exempt TR-1 because "not here"
  })");
  EXPECT_EQ(profile.title.value, "National");
  EXPECT_TRUE(profile.is_stricter);
  EXPECT_EQ(profile.base.value, "base.assay");
  ASSERT_EQ(profile.changes.size(), 6u);
  EXPECT_EQ(std::get<syntax::Setting>(profile.changes[0]).entry.key.text, "version");
  auto const& more = std::get<syntax::Tightening>(profile.changes[1]).more;
  EXPECT_EQ(more.id.text, "DG-1");
  EXPECT_EQ(more.title.value, "");
  EXPECT_EQ(more.items.size(), 2u);
  EXPECT_EQ(std::get<syntax::Addition>(profile.changes[2]).requirement.id.text, "N-1");
  auto const& relaxation = std::get<syntax::Relaxation>(profile.changes[3]);
  EXPECT_EQ(relaxation.requirement.text, "DG-1");
  EXPECT_EQ(relaxation.provision.text, "2");
  EXPECT_EQ(relaxation.because.value, "wide");
  EXPECT_EQ(std::get<syntax::Relaxation>(profile.changes[4]).provision.text, "named");
  EXPECT_EQ(std::get<syntax::Exemption>(profile.changes[5]).requirement.text, "TR-1");
}

TEST(Profile, NeedNotBeStricterNorChangeAnything) {
  auto const profile = only<syntax::Profile>("profile \"P\" of \"x\" { }");
  EXPECT_FALSE(profile.is_stricter);
  EXPECT_TRUE(profile.changes.empty());
}

}  // namespace assay::grammar::test
