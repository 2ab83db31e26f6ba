// Laws of certificates' lives.
#include "reference/lifecycle.hpp"
#include "laws/choices.hpp"
#include "lifecycle/follow.hpp"
#include "lifecycle/read.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace assay::laws {
namespace {

using lifecycle::Course;
using lifecycle::History;
using lifecycle::State;
using lifecycle::Step;
using reference::Life;
using reference::LifeEvent;
using reference::Stand;

constexpr int choices_of_a_life = 200;
constexpr int last_day_looked_at = 120;
const std::vector<std::string> every_event = {"applied",    "accepted",  "declined",   "granted", "refused",
                                              "maintained", "suspended", "restored",   "reduced", "extended",
                                              "renewed",    "withdrawn", "terminated", "expired", "resumed"};

Date date_of_day(int day) { return Date{.days = 19'723 + day}; }  // 2024-01-01

std::optional<int> any_term(Choices& choices) {
  if (choices.one_in(3)) return std::nullopt;
  return 10 + static_cast<int>(choices.below(40));
}

/// Mostly whole and right, so that lives are long.
LifeEvent any_event(Choices& choices, const Stand& stand, int day, std::size_t position) {
  LifeEvent event;
  if (!choices.one_in(20)) event.on = day;
  const auto likely = reference::events_from(stand.state);
  event.event = likely.empty() || choices.one_in(12) ? choices.of(every_event) : choices.of(likely);
  if (!choices.one_in(25)) event.by = "Eva";
  if (choices.one_in(20)) event.body = choices.one_in(2) ? "Another" : reference::issuer;
  if (!choices.one_in(25)) event.reason = "because";
  const bool changes_scope = event.event == "granted" || event.event == "reduced" || event.event == "extended";
  if (changes_scope ? !choices.one_in(25) : choices.one_in(15)) event.scope = choices.one_in(2) ? "all" : "a part";
  if (!choices.one_in(25)) event.document = choices.one_in(15) ? "rev 0" : "rev " + std::to_string(position);
  const bool changes_end = event.event == "granted" || event.event == "renewed" || event.event == "restored";
  if (choices.one_in(10)) event.decided_on = day + 1 - static_cast<int>(choices.below(6));
  if (choices.one_in(5)) event.until = day + static_cast<int>(choices.below(30)) - 2;
  const bool lifts = event.event == "restored" && stand.state == "suspended";
  if (!changes_end || lifts ? !choices.one_in(20) : choices.one_in(25)) return event;
  event.is_unlimited = choices.one_in(15);
  if (event.is_unlimited) return event;
  event.valid_to = stand.valid_to.value_or(day) + static_cast<int>(choices.below(25)) - 1;
  return event;
}

LifeEvent a_granting(const Life& life) {
  LifeEvent event{.on = 0, .event = "granted", .by = "Eva", .scope = "all", .document = "rev"};
  event.valid_to = life.validity.value_or(60);
  return event;
}

/// Events are likely to fit where the life stands when they come.
Life any_life() {
  Choices choices = any_choices(choices_of_a_life);
  Life life;
  life.validity = any_term(choices);
  life.suspension = any_term(choices);
  life.restoration_after_expiry = any_term(choices);
  int day = 0;
  // Most of what can go wrong goes wrong with a certificate that is there.
  if (!choices.one_in(3)) life.events.push_back(a_granting(life));
  for (std::size_t i = 0, count = 1 + choices.below(10); i < count; ++i) {
    day += static_cast<int>(choices.below(9));
    if (choices.one_in(25)) day = std::max(0, day - 10);
    life.events.push_back(any_event(choices, reference::stand_on(life, day), day, i));
  }
  return life;
}

void add_text(std::string& json, const std::string& key, const std::string& value) {
  if (!value.empty()) json += ", \"" + key + "\": \"" + value + "\"";
}

std::string date_text(std::optional<int> day) { return day ? to_string(date_of_day(*day)) : std::string(); }

std::string json_of(const LifeEvent& event) {
  std::string json = R"({"event": ")" + event.event + "\"";
  add_text(json, "on", date_text(event.on));
  add_text(json, "decided_on", date_text(event.decided_on));
  if (!event.by.empty()) {
    json += R"(, "by": {"name": ")" + event.by + "\"";
    add_text(json, "body", event.body);
    json += "}";
  }
  add_text(json, "reason", event.reason);
  add_text(json, "scope", event.scope);
  add_text(json, "document", event.document);
  add_text(json, "valid_to", event.is_unlimited ? "unlimited" : date_text(event.valid_to));
  add_text(json, "until", date_text(event.until));
  return json + "}";
}

std::string json_of(const Life& life) {
  const auto term = [](std::optional<int> days) {
    return days ? "\"P" + std::to_string(*days) + "D\"" : std::string("null");
  };
  std::string json = R"({"lifecycle": "1", "certificate": {"number": "C", "scheme": {"id": "s"}, "body": "Issuer"},)";
  json += "\n\"terms\": {\"validity\": " + term(life.validity) + ", \"suspension\": " + term(life.suspension) +
          ", \"restoration_after_expiry\": " + term(life.restoration_after_expiry) + "},\n\"events\": [";
  for (std::size_t i = 0; i < life.events.size(); ++i) json += (i == 0 ? "\n" : ",\n") + json_of(life.events[i]);
  return json + "]}";
}

History history_of(const Life& life) {
  const std::string text = json_of(life);
  RC_LOG() << text << "\n";
  auto read = lifecycle::read(text);
  RC_ASSERT(std::holds_alternative<History>(read));
  return std::get<History>(std::move(read));
}

Stand stand_of(const lifecycle::Standing& standing) {
  Stand stand;
  stand.state = lifecycle::word(standing.state);
  stand.scope = standing.scope;
  stand.suspended_scope = standing.suspended_scope;
  stand.document = standing.document;
  if (!standing.valid_to) return stand;
  stand.is_unlimited = !standing.valid_to->last_day;
  if (standing.valid_to->last_day) stand.valid_to = standing.valid_to->last_day->days - date_of_day(0).days;
  return stand;
}

Stand stand_on(const History& history, int day) {
  return stand_of(lifecycle::follow(history, date_of_day(day)).standing);
}

RC_GTEST_PROP(LifecycleLaws, EngineAndReferenceAgreeOnEveryDay, ()) {
  const Life life = any_life();
  const History history = history_of(life);
  for (int day = 0; day < last_day_looked_at; day += 3) {
    const Stand expected = reference::stand_on(life, day);
    RC_LOG() << "day " << date_text(day) << ": expected " << expected.state << "\n";
    RC_ASSERT((stand_on(history, day) == expected));
  }
}

RC_GTEST_PROP(LifecycleLaws, ADayDependsOnNoLaterEvent, ()) {
  const Life life = any_life();
  const History history = history_of(life);
  const int day = *rc::gen::inRange(0, 60);
  History known = history;
  std::optional<Date> last;
  std::vector<lifecycle::RecordedEvent> events;
  for (const auto& event : known.events) {
    if (event.on) last = event.on;
    if (!last || *last <= date_of_day(day)) events.push_back(event);
  }
  known.events = std::move(events);
  RC_ASSERT((stand_on(known, day) == stand_on(history, day)));
}

RC_GTEST_PROP(LifecycleLaws, NoEventLeavesAnEndButARestorationAfterExpiry, ()) {
  const History history = history_of(any_life());
  State before = State::none;
  for (int day = 0; day < last_day_looked_at; ++day) {
    const Course course = lifecycle::follow(history, date_of_day(day));
    const State now = course.standing.state;
    if (lifecycle::is_ended(before) && now != before) {
      RC_ASSERT(before == State::expired);
      const auto is_restoration = [&](const Step& step) {
        return step.counts && step.from == State::expired && step.event == lifecycle::Event::restored;
      };
      RC_ASSERT(std::any_of(course.steps.begin(), course.steps.end(), is_restoration));
    }
    before = now;
  }
}

RC_GTEST_PROP(LifecycleLaws, WhatIsAcceptedIsAPathOfTheTable, ()) {
  const History history = history_of(any_life());
  const Course course = lifecycle::follow(history, date_of_day(last_day_looked_at));
  State at = State::none;
  for (const Step& step : course.steps) {
    RC_ASSERT(step.from == at);
    at = step.to;
    if (!step.counts) {
      RC_ASSERT(step.to == step.from || step.to == State::undetermined);
      continue;
    }
    const bool is_by_itself = step.record == nullptr && lifecycle::is_running(step.from) && step.to == State::expired;
    RC_ASSERT(is_by_itself || reference::is_row(std::string(word(step.from)), std::string(word(*step.event)),
                                                std::string(word(step.to))));
  }
  RC_ASSERT(at == course.standing.state);
}

RC_GTEST_PROP(LifecycleLaws, ARecordWithoutErrorsIsDeterminedAndAllOfItCounts, ()) {
  const Course course = lifecycle::follow(history_of(any_life()), date_of_day(last_day_looked_at));
  const auto is_error = [](const dossier::Finding& finding) {
    return diagnostics::entry(finding.code).severity == diagnostics::Severity::error;
  };
  const bool has_error = std::any_of(course.findings.begin(), course.findings.end(), is_error);
  const auto counts = [](const Step& step) { return step.counts; };
  const bool all_count = std::all_of(course.steps.begin(), course.steps.end(), counts);
  RC_ASSERT(has_error || (all_count && course.standing.state != State::undetermined));
  RC_ASSERT(has_error || !course.standing.broken_by);
}

/// The members that the manual's table asks for.
void remove_one(LifeEvent& event, int which) {
  switch (which) {
    case 0: event.by.clear(); return;
    case 1: event.reason.clear(); return;
    case 2: event.scope.clear(); return;
    case 3: event.document.clear(); return;
    case 4: event.valid_to.reset(), event.is_unlimited = false; return;
    default: event.event = "resumed"; return;
  }
}

/// What an event is asked for; what it is not asked for may be wrong, and then it is better away.
bool is_asked(const LifeEvent& event, int which) {
  const auto is_one_of = [&](const std::vector<std::string>& events) {
    return std::find(events.begin(), events.end(), event.event) != events.end();
  };
  switch (which) {
    case 2: return is_one_of({"granted", "reduced", "extended"});
    case 3: return is_one_of({"granted", "renewed", "reduced", "extended"});
    case 4: return is_one_of({"granted", "renewed"});
    default: return true;
  }
}

RC_GTEST_PROP(LifecycleLaws, MissingIsNeverPassing, ()) {
  Life life = any_life();
  const History whole = history_of(life);
  const auto position = *rc::gen::inRange<std::size_t>(0, life.events.size());
  const int which = *rc::gen::inRange(0, 6);
  RC_PRE(is_asked(life.events[position], which));
  remove_one(life.events[position], which);
  const History gap = history_of(life);
  for (int day = 0; day < last_day_looked_at; day += 3) {
    if (stand_on(gap, day).state == "valid") RC_ASSERT(stand_on(whole, day).state == "valid");
  }
}

}  // namespace
}  // namespace assay::laws
