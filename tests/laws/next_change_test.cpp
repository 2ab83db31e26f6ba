// The day on which an assessment would come out otherwise, found by looking at every day.
#include "laws/assessed.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace assay::laws {
namespace {

using assessment::Assessment;

/// What a change is a change of: verdicts, grades and the decision.
std::string standing(const reference::Findings& findings) {
  std::string text = findings.decision;
  for (const reference::RequirementFinding& one : findings.requirements)
    text += " " + one.id + ":" + one.verdict + "/" + one.grade + (one.grade_settled ? "" : "?");
  return text;
}

std::string standing(const Assessment& assessment) {
  std::string text(to_string(assessment.decision.outcome));
  for (const assessment::RequirementResult& one : assessment.requirements) {
    text += " " + std::string(one.id) + ":" + std::string(to_string(one.judged.verdict)) + "/";
    if (one.judged.grade) text += to_string(*one.judged.grade);
    if (!one.judged.grade_settled) text += "?";
  }
  return text;
}

/// Assessments of one dossier by the engine, on any day.
class Engine {
 public:
  explicit Engine(const Case& made) : made_(made), workspace_(evaluate::make_workspace(*made.scheme)) {
    text_ = to_text(made.dossier);
    RC_ASSERT(!dossier::read(text_, made_.scheme->model, facts_));
  }

  Assessment on(Date day) {
    auto found = evaluate::evaluate(*made_.scheme, facts_, day, *workspace_);
    RC_ASSERT(found.has_value());
    return *std::move(found);
  }

 private:
  const Case& made_;
  std::string text_;
  dossier::Dossier facts_;
  evaluate::WorkspacePtr workspace_;
};

/// `standing_on` says what is found on a day. Every day up to the last must bear out what the report says.
template <typename StandingOn>
void check_each_day(const Assessment& now, int last, StandingOn standing_on) {
  const auto& change = now.next_change;
  const std::string before = standing_on(today);
  for (int i = 1; i <= last; ++i) {
    const Date day{today.days + i};
    const std::string text = to_string(day);
    // ISO 8601 writes later days greater.
    if (change && change->on.empty() && text > change->unchanged_until) return;
    const bool is_other = standing_on(day) != before;
    if (is_other) RC_LOG() << before << "\n" << standing_on(day) << " on " << text << "\n";
    RC_ASSERT(is_other == (change && change->on == text));
    if (is_other) return;
  }
}

constexpr int days = 42;  // The last one is 2027-01-03.

RC_GTEST_PROP(NextChangeLaws, NextChangeIsTheFirstDayOfAnotherStandingByReference, ()) {
  const Case made = any_case();
  check_each_day(Engine(made).on(today), days,
                 [&](Date day) { return standing(reference::assess(made.scheme->model, made.dossier, day)); });
}

RC_GTEST_PROP(NextChangeLaws, NextChangeIsTheFirstDayOfAnotherStanding, ()) {
  const Case made = any_case();
  Engine engine(made);
  check_each_day(engine.on(today), days, [&](Date day) { return standing(engine.on(day)); });
}

}  // namespace
}  // namespace assay::laws
