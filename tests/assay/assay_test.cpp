#include "assay/assay.hpp"

#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace assay {
namespace {

constexpr const char* scheme_text = R"(
scheme "Mark" { id "example.org/mark" version "1.0" object product }
subject s { name text  share number in % }
requirement M-1 "Share" { shall s.share <= 5 % }
requirement M-2 "Name" { shall s.name is provided }
)";

Scheme mark() {
  auto compiled = Scheme::from_text("mark.assay", scheme_text);
  for (const Problem& problem : compiled.problems) ADD_FAILURE() << problem.rendered;
  return *std::move(compiled.scheme);
}

const AssessOptions on_a_day{.as_of = "2026-11-22", .path = "a.json"};

TEST(PublicScheme, TellsWhatItIs) {
  const Scheme scheme = mark();
  EXPECT_EQ(scheme.id(), "example.org/mark");
  EXPECT_EQ(scheme.title(), "Mark");
  EXPECT_EQ(scheme.version(), "1.0");
  EXPECT_EQ(scheme.requirements(), (std::vector<std::string>{"M-1", "M-2"}));
}

TEST(PublicScheme, WithAnErrorIsNoneButAProblem) {
  const auto compiled = Scheme::from_text("mark.assay", "scheme \"Mark\" {");
  EXPECT_FALSE(compiled.scheme);
  ASSERT_FALSE(compiled.problems.empty());
  EXPECT_EQ(compiled.problems.front().severity, "error");
  EXPECT_EQ(compiled.problems.front().path, "mark.assay");
}

TEST(PublicScheme, OfAMissingFileIsAProblemWithoutPlace) {
  const auto compiled = Scheme::from_file("/nonexistent/mark.assay");
  EXPECT_FALSE(compiled.scheme);
  ASSERT_EQ(compiled.problems.size(), 1u);
  EXPECT_EQ(compiled.problems.front().code, "E0101");
  EXPECT_EQ(compiled.problems.front().line, 0u);
}

TEST(PublicReport, HoldsDecisionAndVerdicts) {
  const auto assessed = mark().assess_text(R"({"name": "x", "share": 4.2})", on_a_day);
  ASSERT_TRUE(assessed.report);
  EXPECT_TRUE(assessed.problems.empty());
  EXPECT_EQ(assessed.report->decision(), "grant");
  EXPECT_EQ(assessed.report->verdict("M-1"), Report::Verdict::conforming);
  EXPECT_EQ(assessed.report->verdict("M-9"), std::nullopt);
}

TEST(PublicReport, IsTheSameForTextAndForJsonInMemory) {
  const Scheme scheme = mark();
  const nlohmann::json dossier = {{"name", "x"}, {"share", 7.5}};
  const auto from_json = scheme.assess_json(dossier, on_a_day);
  const auto from_text = scheme.assess_text(dossier.dump(), on_a_day);
  ASSERT_TRUE(from_json.report && from_text.report);
  EXPECT_EQ(from_json.report->json(), from_text.report->json());
  EXPECT_EQ(from_json.report->decision(), "refuse");
}

TEST(PublicReport, IsJsonInBothLayouts) {
  const auto assessed = mark().assess_text(R"({"name": "x"})", on_a_day);
  ASSERT_TRUE(assessed.report);
  EXPECT_EQ(nlohmann::json::parse(assessed.report->json()), nlohmann::json::parse(assessed.report->json_line()));
  EXPECT_EQ(assessed.report->json_line().find('\n'), std::string::npos);
}

TEST(PublicReport, OutlivesTheSchemeThatItWasMadeWith) {
  auto assessed = mark().assess_text(R"({"name": "x"})", on_a_day);
  ASSERT_TRUE(assessed.report);
  EXPECT_NE(assessed.report->text().find("M-1"), std::string::npos);
}

TEST(Assessing, NeedsADate) {
  const auto assessed = mark().assess_text("{}");
  EXPECT_FALSE(assessed.report);
  ASSERT_EQ(assessed.problems.size(), 1u);
  EXPECT_EQ(assessed.problems.front().code, "E2005");
}

TEST(Assessing, RefusesADateThatIsNone) {
  const auto assessed = mark().assess_text("{}", {.as_of = "2026-02-30"});
  EXPECT_FALSE(assessed.report);
  ASSERT_EQ(assessed.problems.size(), 1u);
  EXPECT_EQ(assessed.problems.front().code, "E2004");
}

TEST(Assessing, ReportsFindingsWithTheirPlace) {
  const auto assessed = mark().assess_text("{\"name\": \"x\",\n \"share\": \"much\"}", on_a_day);
  ASSERT_TRUE(assessed.report);
  ASSERT_EQ(assessed.problems.size(), 1u);
  EXPECT_EQ(assessed.problems.front().path, "a.json");
  EXPECT_EQ(assessed.problems.front().line, 2u);
  EXPECT_EQ(assessed.problems.front().column, 11u);
}

TEST(Assessing, RefusesWhatIsNoDossier) {
  const auto assessed = mark().assess_text("[1, 2]", on_a_day);
  EXPECT_FALSE(assessed.report);
  ASSERT_EQ(assessed.problems.size(), 1u);
  EXPECT_EQ(assessed.problems.front().code, "E1008");
}

TEST(Assessing, JsonInMemoryThatIsNotUtf8IsAProblem) {
  const auto assessed = mark().assess_json({{"name", "\xFF"}}, on_a_day);
  EXPECT_FALSE(assessed.report);
  EXPECT_EQ(assessed.problems.size(), 1u);
}

TEST(Assessing, FromManyThreadsGivesOneReport) {
  const Scheme scheme = mark();
  const std::string expected = scheme.assess_text(R"({"share": 5})", on_a_day).report->json();
  std::vector<std::string> reports(8);
  std::vector<std::thread> threads;
  for (std::string& report : reports) {
    threads.emplace_back([&] {
      for (int i = 0; i < 20; ++i) report = scheme.assess_text(R"({"share": 5})", on_a_day).report->json();
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& report : reports) EXPECT_EQ(report, expected);
}

}  // namespace
}  // namespace assay
