#include "trial/change.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace assay::trial {
namespace {

class Change : public testing::Test {
 protected:
  static model::Change at(std::vector<std::string> steps) {
    return {.pointer = {}, .steps = std::move(steps), .at = {}, .value = std::nullopt};
  }
  /// The dossier with `value` at the place, or what is wrong.
  std::string with(std::string_view dossier, std::vector<std::string> steps, std::string_view value) {
    model::Change change = at(std::move(steps));
    change.value = source::Span{};
    return made(change, dossier, value);
  }
  std::string without(std::string_view dossier, std::vector<std::string> steps) {
    return made(at(std::move(steps)), dossier, "");
  }

 private:
  std::string made(const model::Change& change, std::string_view dossier, std::string_view value) {
    Composition composed(dossier, {&file_, 0});
    const auto fault = apply(change, value, {&file_, 0}, composed);
    return fault ? "! " + *fault : composed.text();
  }
  source::File file_{"s.assay", ""};
};

TEST_F(Change, PutsAValueInThePlaceOfAnother) {
  EXPECT_EQ(with(R"({"a": 1, "b": [1, {"c": {}}], "d": "}"})", {"b"}, "2"), R"({"a": 1, "b": 2, "d": "}"})");
  EXPECT_EQ(with(R"({"b": [1, {"c": {}}], "d": "}"})", {"b", "1", "c"}, "[]"), R"({"b": [1, {"c": []}], "d": "}"})");
  EXPECT_EQ(with(R"({"d": "}"})", {"d"}, "null"), R"({"d": null})");
  EXPECT_EQ(with(" {\"d\": 1} ", {}, "{}"), " {} ");
}

TEST_F(Change, AddsAMemberThatIsNotThere) {
  EXPECT_EQ(with("{}", {"a"}, "1"), R"({"a": 1})");
  EXPECT_EQ(with(R"({"a": [[]] })", {"b \"/~"}, "1"), R"({"a": [[]] , "b \"/~": 1})");
  EXPECT_EQ(with(R"({"a": {"b": {}}})", {"a", "b", "c"}, "1"), R"({"a": {"b": {"c": 1}}})");
}

TEST_F(Change, AddsAnElementBehindTheLast) {
  EXPECT_EQ(with("[]", {"-"}, "1"), "[1]");
  EXPECT_EQ(with("[[1], [2] ]", {"-"}, "3"), "[[1], [2] , 3]");
  EXPECT_EQ(with("[[1], [2]]", {"1", "-"}, "3"), "[[1], [2, 3]]");
}

TEST_F(Change, TakesOutAMemberWithOneComma) {
  EXPECT_EQ(without(R"({"a": 1, "b": 2, "c": 3})", {"a"}), R"({"b": 2, "c": 3})");
  EXPECT_EQ(without(R"({"a": 1, "b": 2, "c": 3})", {"b"}), R"({"a": 1, "c": 3})");
  EXPECT_EQ(without(R"({"a": 1, "b": ",", "c": 3})", {"c"}), R"({"a": 1, "b": ","})");
  EXPECT_EQ(without(R"({"a": {"b": []}})", {"a", "b"}), R"({"a": {}})");
}

TEST_F(Change, TakesOutAnElement) {
  EXPECT_EQ(without("[1, [2, 3], 4]", {"1"}), "[1, 4]");
  EXPECT_EQ(without("[1, [2, 3], 4]", {"2"}), "[1, [2, 3]]");
  EXPECT_EQ(without("[[2, 3]]", {"0"}), "[]");
}

TEST_F(Change, KeysAreComparedAsTheyAreMeant) { EXPECT_EQ(with(R"({"\u0061": 1})", {"a"}, "2"), R"({"\u0061": 2})"); }

TEST_F(Change, SaysWhatIsNotThere) {
  EXPECT_EQ(with("{}", {"a", "b"}, "1"), "! there is no 'a'");
  EXPECT_EQ(without("{}", {"a"}), "! there is no 'a'");
  EXPECT_EQ(with("[1, 2]", {"2"}, "1"), "! the list has 2 elements");
  EXPECT_EQ(with("[1]", {"01"}, "1"), "! '01' is no position in a list");
  EXPECT_EQ(with("[1]", {"-1"}, "1"), "! '-1' is no position in a list");
  EXPECT_EQ(without("[1]", {"-"}), "! '-' is no position in a list");
  EXPECT_EQ(with("[1]", {"99999999999999999999"}, "1"), "! '99999999999999999999' is no position in a list");
  EXPECT_EQ(with(R"({"a": 1})", {"a", "b"}, "1"), "! 'b' is asked of a number");
}

TEST_F(Change, AKeyThatStandsTwiceIsNoPlace) {
  EXPECT_EQ(with(R"({"a": 1, "a": 2})", {"a"}, "3"), "! the key 'a' stands twice");
  EXPECT_EQ(without(R"({"a": {}, "a": {}})", {"a", "b"}), "! the key 'a' stands twice");
}

TEST_F(Change, LeavesWhatIsNoJsonToTheReader) { EXPECT_EQ(with("{", {"a"}, "1"), "{"); }

}  // namespace
}  // namespace assay::trial
