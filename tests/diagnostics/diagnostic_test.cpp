#include "diagnostics/diagnostic.hpp"

#include "base/limits.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace {

using namespace assay::diagnostics;
using assay::source::FileId;

Diagnostic at(std::uint32_t begin, std::uint32_t end, Code code, FileId file = {}) {
  return {.code = code, .at = {{file, begin, end}, ""}};
}

std::vector<std::string_view> codes_of(const std::vector<Diagnostic>& list) {
  std::vector<std::string_view> codes;
  for (const auto& diagnostic : list) codes.push_back(entry(diagnostic.code).code);
  return codes;
}

TEST(Codes, TheEntryOfACodeIsItsRow) {
  const auto& row = entry(Code::percent_against_plain_number);
  EXPECT_EQ(row.code, "E0304");
  EXPECT_EQ(row.name, "percent_against_plain_number");
  EXPECT_EQ(row.severity, Severity::error);
}

TEST(Codes, EachStandsOnceAndBeginsWithItsSeverity) {
  std::set<std::string_view> seen;
  for (const auto& row : all_codes()) {
    EXPECT_TRUE(seen.insert(row.code).second) << row.code;
    EXPECT_EQ(row.code.size(), 5u) << row.code;
    const char letter = row.severity == Severity::error ? 'E' : row.severity == Severity::warning ? 'W' : 'H';
    EXPECT_EQ(row.code.front(), letter) << row.code;
    EXPECT_NE(row.headline.back(), '.') << row.code;
  }
}

TEST(Message, FillsTheArgumentsIn) {
  EXPECT_EQ(message({.code = Code::type_mismatch, .arguments = {"a condition", "text"}}),
            "expected a condition, found text");
  EXPECT_EQ(message({.code = Code::chained_comparison}), "comparisons do not chain");
}

TEST(Message, AnArgumentIsNotFilledInAgain) {
  EXPECT_EQ(message({.code = Code::type_mismatch, .arguments = {"{1}", "x"}}), "expected {1}, found x");
}

TEST(Message, AMissingArgumentLeavesItsPlace) {
  EXPECT_EQ(message({.code = Code::type_mismatch, .arguments = {"text"}}), "expected text, found {1}");
}

TEST(Message, StaysInOneLineWhateverItIsGiven) {
  EXPECT_EQ(message({.code = Code::syntax, .arguments = {"a\nb\x1b[31m\xE9\u202E"}}),
            "expected a<U+000A>b<U+001B>[31m<E9><U+202E>");
}

TEST(Message, AHugeArgumentIsCut) {
  const std::string huge(1'000'000, 'x');
  EXPECT_EQ(message({.code = Code::syntax, .arguments = {huge}}),
            "expected " + huge.substr(0, assay::limits::argument_characters) + "…");
}

TEST(Diagnostics, CountsErrorsOnly) {
  Diagnostics found;
  found.add(at(0, 1, Code::field_missing));
  EXPECT_FALSE(found.has_errors());
  found.add(at(0, 1, Code::syntax));
  EXPECT_EQ(found.error_count(), 1u);
  EXPECT_EQ(found.all().size(), 2u);
}

TEST(Sorted, GoesByFileThenOffset) {
  Diagnostics found;
  found.add(at(0, 1, Code::unknown_name, FileId{1}));
  found.add(at(9, 10, Code::unknown_field));
  found.add(at(3, 4, Code::unknown_type));
  EXPECT_EQ(codes_of(found.sorted()), (std::vector<std::string_view>{"E0408", "E0402", "E0401"}));
}

TEST(Sorted, EqualSpansKeepTheOrderOfArrival) {
  Diagnostics found;
  found.add(at(3, 4, Code::unknown_unit));
  found.add(at(3, 4, Code::syntax));
  EXPECT_EQ(codes_of(found.sorted()), (std::vector<std::string_view>{"E0407", "E0201"}));
}

TEST(Sorted, IdenticalOnesStandOnce) {
  Diagnostics found;
  found.add(at(3, 4, Code::syntax));
  found.add(at(3, 4, Code::unknown_unit));
  found.add(at(3, 4, Code::syntax));
  found.add({.code = Code::syntax, .arguments = {"a name"}, .at = {{{}, 3, 4}, ""}});
  EXPECT_EQ(codes_of(found.sorted()), (std::vector<std::string_view>{"E0201", "E0407", "E0201"}));
}

TEST(Sorted, WhatHasNoPlaceComesFirst) {
  Diagnostics found;
  found.add(at(0, 1, Code::syntax));
  found.add({.code = Code::usage, .arguments = {"no scheme"}, .has_place = false});
  found.add({.code = Code::usage, .arguments = {"a second"}, .has_place = false});
  const auto sorted = found.sorted();
  EXPECT_EQ(message(sorted[0]), "no scheme");
  EXPECT_EQ(message(sorted[1]), "a second");
  EXPECT_TRUE(sorted[2].has_place);
}

}  // namespace
