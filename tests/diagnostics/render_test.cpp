#include "diagnostics/render.hpp"

#include "base/limits.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>
#include <string>

namespace {

using namespace assay::diagnostics;
using assay::source::File;
using assay::source::FileId;
using assay::source::Files;
using assay::source::Span;

/// The span of the first `word` in a file.
Span span_of(const Files& files, FileId id, std::string_view word) {
  const auto begin = static_cast<std::uint32_t>(files[id].text().find(word));
  return {id, begin, begin + static_cast<std::uint32_t>(word.size())};
}

std::string text_of(const Diagnostics& found, const Files& files, Color color = Color::never) {
  std::ostringstream out;
  render_text(found, files, color, out);
  return out.str();
}

std::string text_of(Diagnostic diagnostic, const Files& files, Color color = Color::never) {
  Diagnostics found;
  found.add(std::move(diagnostic));
  return text_of(found, files, color);
}

constexpr std::string_view mark = R"(record Dataset {
  missing_share  number in %
}

requirement R-1 "Share" {
  shall d.missing_share <= 5
}
)";

Diagnostic percent(const Files& files, FileId id) {
  return {.code = Code::percent_against_plain_number,
          .at = {span_of(files, id, "5"), "has no unit"},
          .also = {{span_of(files, id, "%"), "missing_share is in %"}},
          .help = {"write '5 %'"}};
}

TEST(RenderText, ShowsBothHalvesWhereTheyStand) {
  Files files;
  const auto id = files.add(File("rules/mark.assay", std::string(mark)));
  EXPECT_EQ(text_of(percent(files, id), files), R"(error[E0304]: a percentage cannot be compared with a plain number
  --> rules/mark.assay:6:28
   |
 2 |   missing_share  number in %
   |                            - missing_share is in %
   :
 6 |   shall d.missing_share <= 5
   |                            ^ has no unit
   = help: write '5 %'
)");
}

TEST(RenderText, WithoutAPlaceThereIsHeadlineAndHelpOnly) {
  const Diagnostic diagnostic{.code = Code::file_not_readable,
                              .arguments = {"x.assay", "no such file"},
                              .help = {"give the path of a scheme"},
                              .has_place = false};
  EXPECT_EQ(text_of(diagnostic, {}), R"(error[E0101]: cannot read 'x.assay': no such file
   = help: give the path of a scheme
)");
}

TEST(RenderText, ASecondFileHasItsOwnPlace) {
  Files files;
  const auto scheme = files.add(File("a.assay", "enum Risk { high }\n"));
  const auto dossier = files.add(File("d.json", "{\"risk\": \"hgih\"}\n"));
  const Diagnostic diagnostic{.code = Code::unlisted_member,
                              .arguments = {"hgih", "Risk"},
                              .at = {span_of(files, dossier, "hgih"), "one of high"},
                              .also = {{span_of(files, scheme, "Risk"), "declared here"}}};
  EXPECT_EQ(text_of(diagnostic, files), R"(error[E1003]: 'hgih' is not a Risk
  --> d.json:1:11
   |
 1 | {"risk": "hgih"}
   |           ^^^^ one of high
  --> a.assay:1:6
   |
 1 | enum Risk { high }
   |      ---- declared here
)");
}

TEST(RenderText, MarksOfOneLineShareARowUntilOneSpeaks) {
  Files files;
  const auto id = files.add(File("a.assay", "aa bb cc\n"));
  const Diagnostic diagnostic{.code = Code::chained_comparison,
                              .at = {span_of(files, id, "bb"), "here"},
                              .also = {{span_of(files, id, "aa"), ""}, {span_of(files, id, "cc"), "first"}}};
  EXPECT_EQ(text_of(diagnostic, files), R"(error[E0206]: comparisons do not chain
  --> a.assay:1:4
   |
 1 | aa bb cc
   | -- ^^ here
   |       -- first
)");
}

TEST(RenderText, NeighbouringLinesHaveNoGap) {
  Files files;
  const auto id = files.add(File("a.assay", "one\ntwo\n"));
  const Diagnostic diagnostic{.code = Code::second_subject,
                              .at = {span_of(files, id, "two"), ""},
                              .also = {{span_of(files, id, "one"), "first here"}}};
  EXPECT_EQ(text_of(diagnostic, files), R"(error[E0704]: the subject is declared twice
  --> a.assay:2:1
   |
 1 | one
   | --- first here
 2 | two
   | ^^^
)");
}

TEST(RenderText, ASpanOfSeveralLinesIsMarkedToTheEndOfTheFirst) {
  Files files;
  const auto id = files.add(File("a.assay", "x decision {\r\n  grant\r\n}\r\n"));
  EXPECT_EQ(text_of({.code = Code::no_otherwise, .at = {{id, 2, 22}, ""}}, files),
            R"(error[E0601]: the last rule of a decision is 'otherwise'
  --> a.assay:1:3
   |
 1 | x decision {
   |   ^^^^^^^^^^
)");
}

TEST(RenderText, AnEmptySpanHasOneCaretAlsoAtTheEndOfTheFile) {
  Files files;
  const auto id = files.add(File("a.assay", "unit"));
  EXPECT_EQ(text_of({.code = Code::syntax, .arguments = {"a name"}, .at = {{id, 4, 4}, ""}}, files),
            R"(error[E0201]: expected a name
  --> a.assay:1:5
   |
 1 | unit
   |     ^
)");
}

TEST(RenderText, AnEmptyLineHasNoTrailingBlank) {
  Files files;
  const auto id = files.add(File("a.assay", ""));
  EXPECT_EQ(text_of({.code = Code::empty_scheme, .at = {{id, 0, 0}, ""}}, files),
            "error[E0104]: the file has no declaration\n  --> a.assay:1:1\n   |\n 1 |\n   | ^\n");
}

TEST(RenderText, TabsAndInvalidBytesKeepTheMarkInPlace) {
  Files files;
  const auto id = files.add(File("a.assay", "\t\xE9 x\n"));
  EXPECT_EQ(text_of({.code = Code::unknown_name, .arguments = {"x"}, .at = {span_of(files, id, "x"), ""}}, files),
            R"(error[E0401]: 'x' is not known here
  --> a.assay:1:4
   |
 1 |     <E9> x
   |          ^
)");
}

TEST(RenderText, LargeLineNumbersWidenTheMargin) {
  Files files;
  const auto id = files.add(File("a.assay", std::string(999, '\n') + "x"));
  EXPECT_EQ(text_of({.code = Code::unknown_name, .arguments = {"x"}, .at = {{id, 999, 1000}, ""}}, files),
            R"(error[E0401]: 'x' is not known here
    --> a.assay:1000:1
     |
1000 | x
     | ^
)");
}

TEST(RenderText, EachMarkOfALongLineHasItsOwnCut) {
  Files files;
  const auto id = files.add(File("a.assay", "x" + std::string(500, '-') + "y"));
  const auto text = text_of({.code = Code::duplicate_name,
                             .arguments = {"x"},
                             .at = {span_of(files, id, "y"), "again"},
                             .also = {{span_of(files, id, "x"), "first"}}},
                            files);
  EXPECT_NE(text.find(" 1 | x---"), std::string::npos);
  EXPECT_NE(text.find("   | - first\n 1 | …---"), std::string::npos);
  EXPECT_NE(text.find("--y\n"), std::string::npos);
  EXPECT_NE(text.find("^ again\n"), std::string::npos);
}

TEST(RenderText, SpansOutsideTheFileAreClamped) {
  Files files;
  const auto id = files.add(File("a.assay", "x\n"));
  EXPECT_NE(text_of({.code = Code::syntax, .at = {{id, 900, 3}, ""}}, files).find("a.assay:2:1"), std::string::npos);
  EXPECT_EQ(text_of({.code = Code::syntax, .arguments = {"a"}, .at = {{FileId{7}, 0, 1}, ""}}, files),
            "error[E0201]: expected a\n");
}

TEST(RenderText, ColorOnlyWrapsWhatIsThereAnyway) {
  Files files;
  const auto id = files.add(File("rules/mark.assay", std::string(mark)));
  const auto plain = text_of(percent(files, id), files);
  auto colored = text_of(percent(files, id), files, Color::always);
  EXPECT_EQ(plain.find('\x1b'), std::string::npos);
  EXPECT_NE(colored.find("\x1b[1;31merror[E0304]\x1b[0m"), std::string::npos);
  for (auto begin = colored.find('\x1b'); begin != std::string::npos; begin = colored.find('\x1b'))
    colored.erase(begin, colored.find('m', begin) - begin + 1);
  EXPECT_EQ(colored, plain);
}

TEST(RenderText, AfterTheLimitALineSaysHowManyMore) {
  Files files;
  const auto id = files.add(File("a.assay", std::string(200, 'x')));
  Diagnostics found;
  for (std::uint32_t begin = 0; begin < assay::limits::diagnostics; ++begin)
    found.add({.code = Code::syntax, .arguments = {"a name"}, .at = {{id, begin, begin + 1}, ""}});
  EXPECT_EQ(text_of(found, files).find("more"), std::string::npos);
  found.add({.code = Code::syntax, .arguments = {"the last"}, .at = {{id, 150, 151}, ""}});
  const auto text = text_of(found, files);
  EXPECT_EQ(text.find("the last"), std::string::npos);
  EXPECT_EQ(text.substr(text.size() - 13), "\n\nand 1 more\n");
}

TEST(RenderText, AWarningGivesWayToAnError) {
  Files files;
  const auto id = files.add(File("a.assay", std::string(200, 'x')));
  Diagnostics found;
  for (std::uint32_t begin = 0; begin < 150; ++begin)
    found.add({.code = Code::shadowed_name, .arguments = {"x"}, .at = {{id, begin, begin + 1}, ""}});
  found.add({.code = Code::syntax, .arguments = {"the error"}, .at = {{id, 180, 181}, ""}});
  EXPECT_NE(text_of(found, files).find("expected the error"), std::string::npos);
}

TEST(RenderText, NothingFoundPrintsNothing) { EXPECT_EQ(text_of(Diagnostics{}, {}), ""); }

nlohmann::json parsed(void (*render)(const Diagnostics&, const Files&, std::ostream&), const Diagnostics& found,
                      const Files& files) {
  std::ostringstream out;
  render(found, files, out);
  return nlohmann::json::parse(out.str());
}

TEST(RenderJson, GivesTheDiagnosticAsData) {
  Files files;
  const auto id = files.add(File("rules/mark.assay", std::string(mark)));
  Diagnostics found;
  found.add(percent(files, id));
  const auto object = parsed(render_json, found, files).at(0);
  EXPECT_EQ(object.at("code"), "E0304");
  EXPECT_EQ(object.at("severity"), "error");
  EXPECT_EQ(object.at("message"), "a percentage cannot be compared with a plain number");
  EXPECT_EQ(object.at("path"), "rules/mark.assay");
  EXPECT_EQ(object.at("line"), 6);
  EXPECT_EQ(object.at("column"), 28);
  EXPECT_EQ(object.at("end_column"), 29);
  EXPECT_EQ(object.at("label"), "has no unit");
  EXPECT_EQ(object.at("also").at(0).at("line"), 2);
  EXPECT_EQ(object.at("also").at(0).at("label"), "missing_share is in %");
  EXPECT_EQ(object.at("help"), nlohmann::json::array({"write '5 %'"}));
}

TEST(RenderJson, KeysStandInTheOrderOfTheContract) {
  Diagnostics found;
  found.add({.code = Code::usage, .arguments = {"x"}, .has_place = false});
  std::ostringstream out;
  render_json(found, {}, out);
  std::vector<std::string> keys;
  const auto parsed_object = nlohmann::ordered_json::parse(out.str()).at(0);
  for (const auto& item : parsed_object.items()) keys.push_back(item.key());
  EXPECT_EQ(keys, (std::vector<std::string>{"code", "severity", "message", "arguments", "path", "line", "column",
                                            "end_line", "end_column", "label", "also", "help"}));
  EXPECT_TRUE(parsed_object.at("path").is_null());
}

TEST(RenderJson, InvalidBytesBecomeReplacementCharacters) {
  Files files;
  const auto id = files.add(File("\xE9.assay", "x"));
  Diagnostics found;
  found.add({.code = Code::syntax, .arguments = {"\xE9"}, .at = {{id, 0, 1}, "\xE9"}});
  EXPECT_EQ(parsed(render_json, found, files).at(0).at("path"), "\uFFFD.assay");
}

TEST(RenderJson, NothingFoundIsAnEmptyArray) { EXPECT_EQ(parsed(render_json, {}, {}), nlohmann::json::array()); }

TEST(RenderSarif, HasOneRunWithRulesAndResults) {
  Files files;
  const auto id = files.add(File("my rules/mark.assay", std::string(mark)));
  Diagnostics found;
  found.add(percent(files, id));
  found.add({.code = Code::undeclared_key, .arguments = {"nmae", "Dataset"}, .at = {{id, 0, 6}, ""}});
  const auto log = parsed(render_sarif, found, files);
  EXPECT_EQ(log.at("version"), "2.1.0");
  const auto& run = log.at("runs").at(0);
  EXPECT_EQ(run.at("tool").at("driver").at("name"), "assay");
  const auto& result = run.at("results").at(1);
  EXPECT_EQ(result.at("ruleId"), "E0304");
  EXPECT_EQ(result.at("level"), "error");
  const auto& rules = run.at("tool").at("driver").at("rules");
  EXPECT_EQ(rules.at(result.at("ruleIndex").get<std::size_t>()).at("id"), "E0304");
  const auto& place = result.at("locations").at(0).at("physicalLocation");
  EXPECT_EQ(place.at("artifactLocation").at("uri"), "my%20rules/mark.assay");
  EXPECT_EQ(place.at("region"),
            nlohmann::json({{"startLine", 6}, {"startColumn", 28}, {"endLine", 6}, {"endColumn", 29}}));
  EXPECT_EQ(run.at("results").at(0).at("level"), "note");
}

TEST(RenderSarif, WithoutAPlaceThereIsNoLocation) {
  Diagnostics found;
  found.add({.code = Code::usage, .arguments = {"x"}, .has_place = false});
  EXPECT_FALSE(parsed(render_sarif, found, {}).at("runs").at(0).at("results").at(0).contains("locations"));
}

}  // namespace
