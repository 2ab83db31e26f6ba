#include "report/verdict_line.hpp"

#include <gtest/gtest.h>

namespace assay::report {
namespace {

assessment::Decided decided() {
  assessment::Decided decided{.decision = DecisionOutcome::refuse, .requirements = {}};
  for (const Verdict verdict :
       {Verdict::conforming, Verdict::nonconforming, Verdict::undetermined, Verdict::not_applicable}) {
    decided.requirements.push_back({.verdict = verdict});
  }
  return decided;
}

TEST(VerdictLine, HasTheDecisionALetterForEachRequirementAndThePlace) {
  std::string out = "before\n";
  write_verdict_line(decided(), {"systems.ndjson", 17}, out);
  EXPECT_EQ(out, "before\nrefuse CNUA systems.ndjson:17\n");
}

TEST(VerdictLine, OfAFileHasNoLineNumber) {
  std::string out;
  write_verdict_line(decided(), {"system.json", std::nullopt}, out);
  EXPECT_EQ(out, "refuse CNUA system.json\n");
}

TEST(VerdictLine, OfWhatIsNotUsableHasTheCode) {
  std::string out;
  write_refusal_verdict_line("E1001", {"systems.ndjson", 18'446'744'073'709'551'615u}, out);
  EXPECT_EQ(out, "error E1001 systems.ndjson:18446744073709551615\n");
}

TEST(VerdictLine, StaysOneLineWhateverThePathHolds) {
  std::string out;
  write_verdict_line(decided(), {"a\nb\x1b.ndjson", 1}, out);
  EXPECT_EQ(out, "refuse CNUA a?b?.ndjson:1\n");
}

TEST(VerdictLine, AllocatesNothingOnceItHasRoom) {
  std::string out;
  out.reserve(1'000);
  const char* before = out.data();
  for (std::uint64_t line = 1; line < 30; ++line) write_verdict_line(decided(), {"systems.ndjson", line}, out);
  EXPECT_EQ(out.data(), before);
}

}  // namespace
}  // namespace assay::report
