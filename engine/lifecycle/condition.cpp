#include "lifecycle/condition.hpp"

#include "dossier/findings.hpp"
#include "dossier/people.hpp"

#include <algorithm>
#include <utility>

namespace assay::lifecycle {
namespace {

using dossier::clipped;
using Objections = std::vector<Objection>;
using Kind = Objection::Kind;

void check_needs(const RecordedEvent& event, Needs needs, bool voids, Objections& objections) {
  const auto ask = [&](Need need, bool is_given, const char* words, Detail about) {
    if ((needs & need) != 0 && !is_given) objections.push_back({Kind::incomplete, words, about, voids});
  };
  ask(need_person, event.by.has_value(), "a person who decided it, \"by\"", Detail::by);
  ask(need_reason, !event.reason.empty(), "a \"reason\"", Detail::reason);
  ask(need_scope, !event.scope.empty(), "the \"scope\" that holds from then on", Detail::scope);
  ask(need_document, !event.document.empty(), "the \"document\" that was issued", Detail::document);
  ask(need_end, event.valid_to.has_value(), "its last valid day, \"valid_to\", or \"unlimited\"", Detail::valid_to);
}

/// What an event is not there to change must not change with it.
void check_unchanged(const RecordedEvent& event, const Transition& transition, const Standing& standing,
                     Objections& objections) {
  const bool sets_scope = (transition.needs & need_scope) != 0 || event.event == Event::suspended;
  if (!sets_scope && !event.scope.empty() && event.scope != standing.scope)
    objections.push_back({Kind::condition, "it does not change the scope; 'reduced' and 'extended' do", Detail::scope});
  const bool sets_end = (transition.needs & need_end) != 0;
  if (!sets_end && event.valid_to && event.valid_to != standing.valid_to)
    objections.push_back({Kind::condition, "it does not change how long the certificate is valid", Detail::valid_to});
}

/// A revised document must be distinguishable from the old one (ISO/IEC 17065 and 17021-1 ask it of certificates).
void check_document(const RecordedEvent& event, Needs needs, const Documents& issued, Objections& objections) {
  if ((needs & need_document) == 0 || !issued.contains(event.document)) return;
  objections.push_back({Kind::condition,
                        "document '" + clipped(event.document) +
                            "' was issued before, and a revised one needs a "
                            "name of its own",
                        Detail::document});
}

/// Only the issuer suspends, restores or withdraws; an application and a termination are the client's to ask for.
void check_issuer(const RecordedEvent& event, const Certificate& certificate, Objections& objections) {
  const bool is_clients = event.event == Event::applied || event.event == Event::terminated;
  if (is_clients || !event.by || event.by->body.empty()) return;
  if (dossier::folded_name(event.by->body) == dossier::folded_name(certificate.body)) return;
  objections.push_back(
      {Kind::condition, "only the issuer, " + clipped(certificate.body) + ", decides on this certificate", Detail::by});
}

/// A term reaches at most to the end of the calendar.
std::optional<Date> end_of(Date from, const std::optional<Duration>& term) {
  if (!term) return std::nullopt;
  const auto end = add(from, *term);
  return end ? end : date_of({.year = 9999, .month = 12, .day = 31});
}

void check_length(Date from, const RecordedEvent& event, const Terms& terms, std::string_view counted_from,
                  Objections& objections) {
  if (!terms.validity) return;
  if (event.valid_to->last_day && *event.valid_to->last_day <= *end_of(from, terms.validity)) return;
  objections.push_back({Kind::condition,
                        "its validity is longer than " + to_string(*terms.validity) + " from " + to_string(from) +
                            std::string(counted_from),
                        Detail::valid_to});
}

void check_first_term(const RecordedEvent& event, const Terms& terms, Objections& objections) {
  if (!event.valid_to) return;
  if (event.valid_to->last_day && *event.valid_to->last_day < *event.on) {
    objections.push_back({Kind::condition, "its validity ends before it begins", Detail::valid_to});
    return;
  }
  check_length(*event.on, event, terms, "", objections);
}

/// The new end counts from the old one, as ISO/IEC 17021-1 has it for recertification.
void check_next_term(const RecordedEvent& event, const Standing& standing, const Terms& terms, Objections& objections) {
  if (!event.valid_to || !standing.valid_to) return;
  const auto old_end = standing.valid_to->last_day;
  if (!old_end) {
    objections.push_back({Kind::condition, "a certificate without an end needs no new one", Detail::valid_to});
    return;
  }
  if (event.valid_to->last_day && *event.valid_to->last_day <= *old_end) {
    objections.push_back(
        {Kind::condition, "its new end is not later than the old one, " + to_string(*old_end), Detail::valid_to});
    return;
  }
  check_length(*old_end, event, terms, ", the old end", objections);
}

void check_time_after_expiry(const RecordedEvent& event, const Standing& standing, const Terms& terms,
                             Objections& objections) {
  const auto ends = restoration_ends(standing, terms);
  if (!ends) {
    objections.push_back({Kind::condition, "the terms allow no restoration after expiry", Detail::event});
    return;
  }
  if (*event.on > *ends)
    objections.push_back(
        {Kind::condition, "restoration after expiry was possible until " + to_string(*ends), Detail::on});
  if (event.valid_to && event.valid_to->last_day && *event.valid_to->last_day < *event.on) {
    objections.push_back({Kind::condition, "its validity ends before it is restored", Detail::valid_to});
    return;
  }
  check_next_term(event, standing, terms, objections);
}

/// "Not resolved in the set time" leads to withdrawal or a reduced scope, not back to all of it.
void check_suspension_limit(const RecordedEvent& event, const Standing& standing, Objections& objections) {
  if (!standing.suspension_ends || *event.on <= *standing.suspension_ends) return;
  objections.push_back({Kind::condition,
                        "the suspension was to end by " + to_string(*standing.suspension_ends) +
                            ", and then the certificate is reduced or withdrawn",
                        Detail::on});
}

void check_condition(const RecordedEvent& event, Condition condition, const Standing& standing, const Terms& terms,
                     Objections& objections) {
  switch (condition) {
    case Condition::none: return;
    case Condition::first_term: return check_first_term(event, terms, objections);
    case Condition::next_term: return check_next_term(event, standing, terms, objections);
    case Condition::in_time_after_expiry: return check_time_after_expiry(event, standing, terms, objections);
    case Condition::within_suspension_limit: return check_suspension_limit(event, standing, objections);
  }
}

/// Both are mistakes of dates that leave no doubt that the act was done.
void check_dates(const RecordedEvent& event, const Transition& transition, const Terms& terms, Objections& objections) {
  const bool voids = !transition.takes_away;
  if (event.decided_on && *event.decided_on > *event.on) {
    objections.push_back({Kind::condition, "it takes effect before its decision of " + to_string(*event.decided_on),
                          Detail::decided_on, voids});
  }
  if (event.event != Event::suspended || !event.until) return;
  if (*event.until < *event.on)
    objections.push_back({Kind::condition, "the suspension is to end before it begins", Detail::until, voids});
  const auto longest = end_of(*event.on, terms.suspension);
  if (longest && *event.until > *longest) {
    objections.push_back(
        {Kind::condition, "the terms let a suspension last until " + to_string(*longest), Detail::until, voids});
  }
}

}  // namespace

std::vector<Objection> objections_to(const RecordedEvent& event, const Transition& transition, const Standing& standing,
                                     const History& history, const Documents& issued) {
  Objections objections;
  check_needs(event, transition.needs, !transition.takes_away, objections);
  check_unchanged(event, transition, standing, objections);
  check_document(event, transition.needs, issued, objections);
  check_issuer(event, history.certificate, objections);
  check_dates(event, transition, history.terms, objections);
  check_condition(event, transition.condition, standing, history.terms, objections);
  if (standing.is_incomplete && !transition.takes_away)
    objections.push_back({Kind::condition, "the record of the suspension that it ends is incomplete", Detail::event});
  return objections;
}

std::optional<Date> restoration_ends(const Standing& standing, const Terms& terms) {
  if (!standing.valid_to || !standing.valid_to->last_day) return std::nullopt;
  return end_of(*standing.valid_to->last_day, terms.restoration_after_expiry);
}

std::optional<Date> suspension_end(const RecordedEvent& event, const Terms& terms) {
  const auto longest = end_of(*event.on, terms.suspension);
  return event.until && longest ? std::min(*event.until, *longest) : event.until ? event.until : longest;
}

std::optional<Date> expiry_day(const Standing& standing) {
  if (!is_running(standing.state) || !standing.valid_to || !standing.valid_to->last_day) return std::nullopt;
  return add(*standing.valid_to->last_day, Duration{.months = 0, .days = 1, .seconds = 0});
}

}  // namespace assay::lifecycle
