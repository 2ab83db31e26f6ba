// A straight test says of every dossier what the nodes of its condition say, or leaves it to them.
#include "evaluate/second_walk.hpp"
#include "evaluate/workspace.hpp"
#include "laws/assessed.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace assay::laws {
namespace {

RC_GTEST_PROP(StraightTests, SayWhatTheirNodesSay, ()) {
  const Case made = any_case();
  dossier::Dossier facts;
  const std::string text = to_text(made.dossier);
  RC_ASSERT(!dossier::read(text, made.scheme->model, facts));
  const auto workspace = evaluate::make_workspace(*made.scheme);
  evaluate::begin(*made.scheme, facts, today, *workspace);
  evaluate::Evaluator& evaluator = workspace->evaluator;
  const auto hold_alike = [&](program::NodeId condition, const program::StraightTest& straight) {
    RC_CLASSIFY(!straight.is_absent());
    RC_ASSERT(evaluator.truth(condition, straight) == evaluator.truth(condition));
  };
  const program::Program& program = made.scheme->program;
  for (const program::Provision& provision : program.provisions) hold_alike(provision.condition, provision.straight);
  for (const program::Requirement& requirement : program.requirements)
    if (requirement.applies != program::no_node) hold_alike(requirement.applies, requirement.straight_applies);
}

/// The slots that a condition stands on, by the nodes or by the steps that find them.
struct SlotsStoodOn {
  evaluate::Grounds grounds;
  evaluate::Account account;

  template <typename Why>
  std::vector<std::uint32_t> found(Why why) {
    account.clear(&grounds);
    why(account);
    std::vector<std::uint32_t> slots;
    for (const assessment::Ground& ground : grounds.list) slots.push_back(ground.fact->slot);
    return slots;
  }
};

RC_GTEST_PROP(StraightTests, FindTheGroundsThatTheirNodesFind, ()) {
  const Case made = any_case();
  dossier::Dossier facts;
  const std::string text = to_text(made.dossier);
  RC_ASSERT(!dossier::read(text, made.scheme->model, facts));
  const auto workspace = evaluate::make_workspace(*made.scheme);
  evaluate::begin(*made.scheme, facts, today, *workspace);
  assessment::Memory memory;
  workspace->telling.begin(facts, memory);
  evaluate::SecondWalk walk(*made.scheme, *workspace);
  const auto stand_alike = [&](program::NodeId condition, bool holds, const program::StraightTest& steps) {
    RC_CLASSIFY(!steps.is_absent());
    if (steps.is_absent() || workspace->evaluator.truth(condition) != truth_of(holds)) return;
    SlotsStoodOn by_nodes, by_steps;
    RC_ASSERT(by_steps.found([&](evaluate::Account& account) { walk.why(condition, holds, steps, account); }) ==
              by_nodes.found([&](evaluate::Account& account) { walk.why(condition, holds, false, account); }));
  };
  const program::Program& program = made.scheme->program;
  for (const program::Provision& provision : program.provisions)
    stand_alike(provision.condition, true, provision.grounds_if_met);
  for (const program::Requirement& requirement : program.requirements) {
    if (requirement.applies == program::no_node) continue;
    stand_alike(requirement.applies, true, requirement.grounds_if_applies);
    stand_alike(requirement.applies, false, requirement.grounds_if_not);
  }
}

/// How many steps the shall of a scheme has as a straight test, and how many find its grounds if it is met; 0 for none.
struct StepCounts {
  std::size_t of_test = 0;
  std::size_t of_grounds = 0;
};
StepCounts counted(const std::string& declarations, const std::string& shall) {
  const std::string text = R"(scheme "Case" {
  id             "example.org/case"
  version        "1.0.0"
  owner          "Example Standards Institute"
  object         product
  type           "5"
  party          third
  default_grade  major
}
enum Colour { red, green, blue }
record Part {
  name    text
  size    number
  colour  Colour
  made    date
}
subject system {
  name   text
  size   optional number
  made   date
  parts  list of Part
  words  list of text
}
)" + declarations + "\nrequirement R-1 \"Title\" {\n  shall " +
                           shall + "\n}\n";
  const auto scheme = compiled(text);
  // Each begins with its last step, and the grounds lie behind the test.
  const program::Provision& provision = scheme->program.provisions.front();
  const std::size_t of_test = provision.straight.is_absent() ? 0 : provision.straight.first + 1;
  const std::size_t all = scheme->program.straight.steps.size();
  return {of_test, provision.grounds_if_met.is_absent() ? 0 : all - of_test};
}
std::size_t steps_of(const std::string& declarations, const std::string& shall) {
  return counted(declarations, shall).of_test;
}
std::size_t grounds_of(const std::string& declarations, const std::string& shall) {
  return counted(declarations, shall).of_grounds;
}

TEST(StraightTests, TakeApartWhatMostConditionsAre) {
  EXPECT_EQ(steps_of("", "system.size > 3"), 1u);
  EXPECT_EQ(steps_of("", "system.name is one of {\"a\", \"b\"} or system.size is missing"), 2u);
  EXPECT_EQ(steps_of("", "system.name matches \"^[a-z]+$\""), 1u);
  EXPECT_EQ(steps_of("", "every p in system.parts satisfies p.colour is not red"), 3u);
  EXPECT_EQ(steps_of("", "every c in Colour satisfies some p in system.parts satisfies p.colour is c"), 9u);
  EXPECT_EQ(steps_of("", "at least 2 p in system.parts where p.size * 2 > 3 satisfies p.made > system.made - 3 days"),
            7u);
  EXPECT_EQ(steps_of("define big(p: Part) = p.size > 3", "some p in system.parts satisfies big(p)"), 3u);
}

TEST(StraightTests, AskTheNodesForTheRest) {
  EXPECT_EQ(steps_of("", "sum(p.size for p in system.parts) > 3"), 0u);
  EXPECT_EQ(steps_of("", "system.size > 3 and sum(p.size for p in system.parts) > 3"), 2u);
  EXPECT_EQ(steps_of("", "every p in system.parts satisfies p.size > 3 or length(p.name) > 3"), 5u);
}

TEST(StraightTests, FindTheGroundsOfMostConditions) {
  EXPECT_EQ(grounds_of("", "system.size > 3"), 1u);
  EXPECT_EQ(grounds_of("", "system.name is \"a\" and system.size > 3"), 2u);
  // Which of the two it stands on, a look at each says.
  EXPECT_EQ(grounds_of("", "system.name is \"a\" or system.size > 3"), 4u);
  EXPECT_EQ(grounds_of("", "every p in system.parts satisfies p.colour is not red"), 4u);
  EXPECT_EQ(grounds_of("", "some p in system.parts where p.size > 3 satisfies p.colour is red"), 7u);
  EXPECT_EQ(grounds_of("", "count(p in system.parts where p.size > 3) >= 2"), 3u);
  EXPECT_EQ(grounds_of("define big(p: Part) = p.size > 3", "no p in system.parts satisfies big(p)"), 4u);
}

TEST(StraightTests, LeaveTheOtherGroundsToTheNodes) {
  EXPECT_EQ(grounds_of("", "exactly 1 p in system.parts satisfies p.size > 3"), 0u);
  EXPECT_EQ(grounds_of("", "sum(p.size for p in system.parts) > 3"), 0u);
}

TEST(StraightTests, HaveAnEnd) {
  std::string declarations = "define d0 = system.size > 3\n";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "d" + std::to_string(i - 1);
    declarations += "define d" + std::to_string(i) + " = " + before;
    for (int j = 0; j < 12; ++j) declarations += " and " + before;
    declarations += "\n";
  }
  EXPECT_EQ(steps_of(declarations, "d11"), 0u);
  EXPECT_EQ(grounds_of(declarations, "d11"), 0u);
}

}  // namespace
}  // namespace assay::laws
