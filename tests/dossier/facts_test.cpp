#include "dossier/facts.hpp"

#include "dossier/fixture.hpp"

namespace assay::dossier {
namespace {

using model::Kind;

/// The pointers of all slots of the subject, in their order.
Texts pointers_of(std::string_view text, const model::Scheme& scheme) {
  const auto dossier = read_good(text, scheme);
  Texts pointers;
  for (std::uint32_t slot = 0; slot < dossier.facts.slots.size(); ++slot) {
    if (slot >= scheme.types.records[scheme.subject].slots &&
        slot < scheme.types.records[scheme.subject].slots + scheme.lists.size())
      continue;
    pointers.push_back(pointer_of(dossier.facts, scheme.types, scheme.subject, dossier.pointer_prefix, slot));
  }
  return pointers;
}

model::Scheme nested_scheme() {
  SchemeMaker maker;
  const auto text = maker.of(Kind::text);
  const auto inner = maker.record("Inner", {field("a/b", text), field("c~d", text)});
  const auto outer = maker.record("Outer", {field("before", text), field("inner", inner), field("after", text)});
  const auto item = maker.record("Item", {field("outer", outer), field("tags", maker.list_of(text))});
  const auto subject = maker.record("system", {field("outer", outer), field("items", maker.list_of(item))});
  return std::move(maker).with_subject(subject);
}

TEST(PointerOf, FieldsOfRecordsWithinRecords) {
  EXPECT_EQ(pointers_of("{}", nested_scheme()),
            (Texts{"", "/outer", "/outer/before", "/outer/inner", "/outer/inner/a~1b", "/outer/inner/c~0d",
                   "/outer/after", "/items"}));
}

TEST(PointerOf, ElementsAndWhatLiesInThem) {
  const auto pointers = pointers_of(R"({"items": [{}, {"tags": ["x", "y"]}]})", nested_scheme());
  ASSERT_EQ(pointers.size(), 8U + 2 * 8 + 2);
  EXPECT_EQ(pointers[8], "/items/0");
  EXPECT_EQ(pointers[8 + 5], "/items/0/outer/inner/c~0d");
  EXPECT_EQ(pointers[16], "/items/1");
  EXPECT_EQ(pointers[16 + 6], "/items/1/outer/after");
  EXPECT_EQ(pointers[16 + 7], "/items/1/tags");
  EXPECT_EQ(pointers[24], "/items/1/tags/0");
  EXPECT_EQ(pointers[25], "/items/1/tags/1");
}

TEST(PointerOf, BeginsWithThePrefixOfADossier) {
  const auto pointers = pointers_of(R"({"dossier": "1", "subject": {"items": [{}]}})", nested_scheme());
  EXPECT_EQ(pointers[0], "/subject");
  EXPECT_EQ(pointers[8], "/subject/items/0");
}

TEST(PointerOf, EveryValueStandsAtItsPlaceInTheText) {
  const std::string text = R"({"items": [{"tags": ["x"]}, {"tags": ["y", "z"], "outer": {"after": "w"}}]})";
  const auto scheme = nested_scheme();
  const auto dossier = read_good(text, scheme);
  for (std::uint32_t slot = 0; slot < dossier.facts.slots.size(); ++slot) {
    const Slot& fact = dossier.facts[slot];
    if (!std::holds_alternative<std::string_view>(fact.value)) continue;
    const std::string written = "\"" + std::string(std::get<std::string_view>(fact.value)) + "\"";
    EXPECT_EQ(compact_value_at(text, fact.offset), written);
  }
}

}  // namespace
}  // namespace assay::dossier
