#include "inquiry/explain.hpp"

#include <gtest/gtest.h>

namespace assay::inquiry {
namespace {

using assessment::Explanation;

Explanation leaf(std::string text, std::string value) {
  Explanation node;
  node.text = std::move(text);
  node.value = std::move(value);
  return node;
}

TEST(ExplanationText, IsATreeWithValuesAndPlaces) {
  Explanation root = leaf("s.a <= 5 % and s.b", "unknown");
  root.role = "shall";
  Explanation comparison = leaf("s.a <= 5 %", "unknown");
  Explanation fact = leaf("s.a", "missing");
  fact.place = assessment::DossierPlace{.pointer = "/a", .line = 1, .column = 1};
  fact.note = "not stated";
  comparison.parts.push_back(fact);
  root.parts.push_back(comparison);
  root.parts.push_back(leaf("s.b", "true"));
  std::string out;
  write_explanation_text({root}, "x.json", out);
  EXPECT_EQ(out,
            "shall: s.a <= 5 % and s.b = unknown\n"
            "├─ s.a <= 5 % = unknown\n"
            "│  └─ s.a = missing  x.json:1:1 (/a)  (not stated)\n"
            "└─ s.b = true\n");
}

TEST(ExplanationText, ADossiersTextStaysInItsLine) {
  std::string out;
  write_explanation_text({leaf("s.name", "\"a\nb\x1b[2J\"")}, "x.json", out);
  EXPECT_EQ(out, "s.name = \"a b [2J\"\n");
}

}  // namespace
}  // namespace assay::inquiry
