// Folds the events of a record over the table of transitions.
#include "lifecycle/follow.hpp"

#include "dossier/findings.hpp"
#include "lifecycle/condition.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace assay::lifecycle {
namespace {

using diagnostics::Code;
using dossier::Findings;

constexpr Date before_all{std::numeric_limits<std::int32_t>::min()};

/// An event with the day on which it is taken: its own, or for one without a date the earliest it can have been, which
/// is that of the event before it.
struct Dated {
  const RecordedEvent* event;
  Date day;
};

std::vector<Dated> by_date(const History& history) {
  std::vector<Dated> events;
  Date day = before_all;
  for (const RecordedEvent& event : history.events) {
    if (event.on) day = *event.on;
    events.push_back({&event, day});
  }
  std::stable_sort(events.begin(), events.end(),
                   [](const Dated& left, const Dated& right) { return left.day < right.day; });
  return events;
}

/// "'maintained', 'suspended' or 'withdrawn'": what may happen in a state.
std::string allowed_words(State state) {
  std::vector<std::string> words;
  for (const Transition& transition : transitions) {
    if (transition.from == state && transition.event != Event::expired)
      words.push_back("'" + std::string(word(transition.event)) + "'");
  }
  if (words.empty()) return "nothing can happen to it any more";
  std::string text = "what can happen is " + words.front();
  for (std::size_t i = 1; i < words.size(); ++i) text += (i + 1 == words.size() ? " or " : ", ") + words[i];
  return text;
}

std::string help_for(State state, Event event) {
  if (event == Event::expired && is_running(state)) return "a certificate expires by itself, on the day after its last";
  return allowed_words(state);
}

class Walk {
 public:
  Walk(const History& history, Date as_of) : history_(history), course_{as_of, {}, {}, {}, history.findings} {}

  Course run() {
    Findings findings(course_.findings);
    findings_ = &findings;
    bool has_arrived = false;
    for (const Dated& dated : by_date(history_)) {
      if (!has_arrived && dated.day > course_.as_of) {
        arrive();
        has_arrived = true;
      }
      settle(dated.day);
      take(dated);
    }
    if (!has_arrived) arrive();
    findings.close();
    std::stable_sort(course_.findings.begin(), course_.findings.end(),
                     [](const auto& left, const auto& right) { return left.offset < right.offset; });
    return std::move(course_);
  }

 private:
  /// The day has come for which the standing is asked.
  void arrive() {
    settle(course_.as_of);
    course_.standing = now_;
    const bool is_overdue =
        now_.state == State::suspended && now_.suspension_ends && *now_.suspension_ends < course_.as_of;
    if (is_overdue && findings_->take_another()) {
      findings_->add({Code::suspension_overdue,
                      {to_string(*now_.suspension_ends)},
                      pointer_to(*suspended_by_),
                      suspended_by_->offset,
                      "restoring is late by then: reduce the scope, or withdraw the certificate"});
    }
  }

  /// What happens by itself up to a day.
  void settle(Date day) {
    const auto expires = expiry_day(now_);
    if (!expires || *expires > day) return;
    add_step({nullptr, Event::expired, expires, now_.state, State::expired, nullptr, true}, *expires);
    enter(State::expired, *expires);
  }

  void take(const Dated& dated) {
    const RecordedEvent& event = *dated.event;
    Step step{&event, event.event, event.on, now_.state, now_.state, nullptr, false};
    if (!is_in_order(event) || !event.event) {
      doubt(dated);
    } else if (now_.state != State::undetermined) {
      step.transition = accepted(event);
      step.transition != nullptr ? apply(event, *step.transition) : doubt(dated);
    }
    step.to = now_.state;
    step.counts = step.transition != nullptr;
    add_step(step, dated.day);
  }

  /// Events are recorded as they happen, so a date that runs backwards is a mistake somewhere.
  bool is_in_order(const RecordedEvent& event) {
    if (!event.on) return true;
    if (latest_ == nullptr || latest_->position < event.position) {
      latest_ = &event;
      return true;
    }
    if (std::exchange(reported_, latest_) != latest_ && findings_->take_another()) {
      findings_->add({Code::events_out_of_order,
                      {std::to_string(latest_->position + 1), to_string(*latest_->on),
                       std::to_string(event.position + 1), to_string(*event.on)},
                      pointer_to(*latest_, Detail::on),
                      offset_of(*latest_, Detail::on),
                      "list events in the order of their dates"});
    }
    return false;
  }

  /// The transition that the event makes, or nothing after a report of why it makes none.
  const Transition* accepted(const RecordedEvent& event) {
    const Transition* transition = transition_of(now_.state, *event.event);
    if (transition == nullptr) {
      report({Code::event_not_allowed,
              {std::string(word(*event.event)), std::string(phrase(now_.state))},
              pointer_to(event, Detail::event),
              offset_of(event, Detail::event),
              help_for(now_.state, *event.event)});
      return nullptr;
    }
    bool is_void = false;
    is_complete_ = true;
    for (const Objection& objection : objections_to(event, *transition, now_, history_, documents_)) {
      report_objection(event, objection);
      is_void = is_void || objection.voids;
      is_complete_ = false;
    }
    return is_void ? nullptr : transition;
  }

  void report_objection(const RecordedEvent& event, const Objection& objection) {
    const std::string name(word(*event.event));
    if (objection.kind == Objection::Kind::incomplete) {
      return report({Code::event_incomplete, {name, objection.words}, pointer_to(event), event.offset, ""});
    }
    report({Code::event_condition_not_met,
            {name, to_string(*event.on), objection.words},
            pointer_to(event, objection.about),
            offset_of(event, objection.about),
            ""});
  }

  void report(dossier::Finding finding) {
    if (findings_->take_another()) findings_->add(std::move(finding));
  }

  void apply(const RecordedEvent& event, const Transition& transition) {
    const bool is_new = transition.to == State::valid && !now_.valid_from;
    if (is_new) now_.valid_from = event.on;
    if ((transition.needs & need_scope) != 0) now_.scope = event.scope;
    if ((transition.needs & need_end) != 0) now_.valid_to = event.valid_to;
    if (!event.document.empty()) {
      now_.document = event.document;
      documents_.insert(event.document);
    }
    if (transition.to != now_.state) enter(transition.to, *event.on);
    if (event.event != Event::suspended) return;
    suspended_by_ = &event;
    now_.is_incomplete = !is_complete_;
    now_.suspended_scope = event.scope;
    now_.suspension_ends = suspension_end(event, history_.terms);
  }

  void enter(State state, Date day) {
    now_.state = state;
    now_.since = day;
    now_.suspended_scope.clear();
    now_.suspension_ends.reset();
    now_.is_incomplete = false;
  }

  /// The record does not tell any more what holds; an end stays an end.
  void doubt(const Dated& dated) {
    if (is_ended(now_.state) || now_.state == State::undetermined) return;
    now_ = Standing{};
    now_.state = State::undetermined;
    if (dated.day != before_all) now_.since = dated.day;
    now_.broken_by = dated.event->position;
  }

  void add_step(const Step& step, Date day) { (day > course_.as_of ? course_.later : course_.steps).push_back(step); }

  const History& history_;
  Course course_;
  Findings* findings_ = nullptr;
  Standing now_;
  Documents documents_;
  const RecordedEvent* latest_ = nullptr;    ///< of the events taken, the one that stands last in the record
  bool is_complete_ = true;                  ///< is the record of the event that was accepted last
  const RecordedEvent* reported_ = nullptr;  ///< as out of order
  const RecordedEvent* suspended_by_ = nullptr;
};

}  // namespace

Course follow(const History& history, Date as_of) { return Walk(history, as_of).run(); }

}  // namespace assay::lifecycle
