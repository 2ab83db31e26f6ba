#include "cli/checkpoint.hpp"
#include "cli/checkpoint_json.hpp"

#include <gtest/gtest.h>

namespace assay::cli {
namespace {

using report::cell_of;

RunIdentity identity() {
  return {.engine = "assay 1",
          .scheme = {{"s.assay", "aa"}},
          .inputs = {{"d.ndjson", 100, "1.5"}},
          .options = {{"--format", "verdicts"}, {"--only", ""}}};
}

report::Summary empty_summary() { return {.counts = {}, .examples = {2, 3}}; }

Standing standing() {
  Standing standing{.at = {.input = 1, .at = {.offset = 1'000'000'000'007, .line = 9, .is_in_overlong_line = true}},
                    .output_bytes = 17,
                    .date = parse_date("2026-11-22"),
                    .summary = empty_summary(),
                    .has_unusable = true};
  standing.summary.counts.add(assessment::Decided{
      DecisionOutcome::refuse, {{.verdict = Verdict::nonconforming}, {.verdict = Verdict::conforming}}});
  standing.summary.counts.refused = 4;
  standing.summary.examples.add(cell_of(1, Verdict::conforming),
                                {.path = "d.ndjson", .line = 8, .is_of_stream = true, .subject = "Café"});
  return standing;
}

TEST(Checkpoint, IsReadBackAsItWasWritten) {
  const auto read = checkpoint_of_json(json_of_checkpoint(identity(), standing()), empty_summary());
  ASSERT_TRUE(std::holds_alternative<StoredCheckpoint>(read)) << std::get<std::string>(read);
  const auto& [found_identity, found] = std::get<StoredCheckpoint>(read);
  EXPECT_FALSE(difference(found_identity, identity()));
  EXPECT_EQ(found.at, standing().at);
  EXPECT_EQ(found.output_bytes, 17u);
  EXPECT_EQ(found.date, parse_date("2026-11-22"));
  EXPECT_TRUE(found.has_unusable);
  EXPECT_FALSE(found.is_complete);
  EXPECT_EQ(found.summary.counts.verdicts, standing().summary.counts.verdicts);
  EXPECT_EQ(found.summary.counts.decisions, standing().summary.counts.decisions);
  EXPECT_EQ(found.summary.counts.refused, 4u);
  ASSERT_EQ(found.summary.examples.of(cell_of(1, Verdict::conforming)).size(), 1u);
  EXPECT_EQ(found.summary.examples.of(cell_of(1, Verdict::conforming))[0].subject, "Café");
}

TEST(Checkpoint, ThatWasCutOffAnywhereIsNotWhole) {
  const std::string whole = json_of_checkpoint(identity(), standing());
  for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
    EXPECT_TRUE(std::holds_alternative<std::string>(checkpoint_of_json(whole.substr(0, size), empty_summary())));
  }
}

TEST(Checkpoint, WithAMemberOfAnotherTypeIsNotWhole) {
  const std::string whole = json_of_checkpoint(identity(), standing());
  std::size_t changed = 0;
  for (std::size_t at = whole.find(": "); at != std::string::npos; at = whole.find(": ", at + 1)) {
    const std::size_t end = whole.find_first_of(",\n", at);
    if (whole[at + 2] == '{' || whole[at + 2] == '[' || whole[end - 1] == '"') continue;
    std::string text = whole;
    text.replace(at + 2, end - at - 2, "-1.5");
    EXPECT_TRUE(std::holds_alternative<std::string>(checkpoint_of_json(text, empty_summary()))) << text;
    ++changed;
  }
  EXPECT_GT(changed, 10u);
}

TEST(Checkpoint, OfASchemeWithMoreRequirementsIsNotWhole) {
  const std::string text = json_of_checkpoint(identity(), standing());
  const report::Summary smaller{.counts = {}, .examples = {1, 3}};
  EXPECT_TRUE(std::holds_alternative<std::string>(checkpoint_of_json(text, smaller)));
}

TEST(Checkpoint, OfAnotherRunSaysWhatDiffers) {
  EXPECT_FALSE(difference(identity(), identity()));
  RunIdentity other = identity();
  other.engine = "assay 2";
  EXPECT_EQ(difference(identity(), other), "it was made by assay 1, this is assay 2");
  other = identity();
  other.scheme[0].sha256 = "bb";
  EXPECT_EQ(difference(identity(), other), "'s.assay' has changed since");
  other = identity();
  other.inputs[0].bytes = 120;
  EXPECT_EQ(difference(identity(), other), "'d.ndjson' had 100 bytes and now has 120");
  other = identity();
  other.inputs[0].modified = "1.6";
  EXPECT_EQ(difference(identity(), other), "'d.ndjson' was written to since");
  other = identity();
  other.options[1].second = "undetermined";
  EXPECT_EQ(difference(identity(), other), "it was made without --only, this run is with --only undetermined");
}

}  // namespace
}  // namespace assay::cli
