// A certificate's life for the person who keeps its file: what happened, what may follow, and where it stands at the
// end.
#include "base/utf8.hpp"
#include "diagnostics/diagnostic.hpp"
#include "dossier/positions.hpp"
#include "lifecycle/outlook.hpp"
#include "report/lifecycle_report.hpp"

#include <algorithm>

namespace assay::report {

namespace {

using namespace lifecycle;

constexpr std::size_t label_width = 12;
constexpr std::size_t event_width = 12;
constexpr std::size_t date_width = 12;

// A terminal is no place for a thousand lines of one kind; the JSON report has them all.
constexpr std::size_t most_lines = 100;

Style style_of(State state) {
  if (state == State::valid) return Style::good;
  if (state == State::undetermined || state == State::suspended) return Style::open;
  return is_ended(state) ? Style::bad : Style::plain;
}

std::string upper(std::string_view word) {
  std::string letters(word);
  for (char& letter : letters) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  return letters;
}

std::string text_of(const End& end) { return end.last_day ? to_string(*end.last_day) : "unlimited"; }

/// What the state means for who holds the certificate.
std::string_view consequence(const Standing& standing) {
  switch (standing.state) {
    case State::suspended:
      return standing.suspended_scope.empty()
                 ? "the client does not use the certificate or the mark until it is restored"
                 : "the client does not use the certificate or the mark for that part";
    case State::withdrawn:
    case State::terminated:
    case State::expired: return "the certificate and the use of the mark have ended";
    case State::declined:
    case State::refused: return "there is no certificate";
    case State::none:
    case State::applied:
    case State::in_evaluation: return "there is no certificate yet";
    case State::undetermined: return "until its record is put right, nobody should rely on the certificate";
    case State::valid: return "";
  }
  return "";
}

std::string_view words_for(Coming::Kind kind) {
  switch (kind) {
    case Coming::Kind::expires: return "expires: the first day on which it is not valid";
    case Coming::Kind::suspension_ends:
      return "last day to restore it in full; then its scope is reduced or it is withdrawn";
    case Coming::Kind::restoration_ends: return "last day to restore it after its expiry";
  }
  return "";
}

class Report {
 public:
  Report(const LifecycleReport& report, TextOptions options, std::string& out)
      : report_(report), course_(report.course), page_(out, options), positions_(report.text) {}

  void write() {
    write_title();
    write_steps("What happened", course_.steps);
    write_steps("Recorded for later", course_.later);
    const Outlook outlook = outlook_of(course_.standing, report_.history.terms, course_.as_of);
    write_coming(outlook);
    write_allowed(outlook);
    write_findings();
    write_state();
  }

 private:
  void heading(std::string_view title) {
    page_.blank_line();
    page_.paragraph(0, 2, title, Style::strong);
  }
  void labelled(std::string_view label, std::string_view text) {
    if (!text.empty()) page_.paragraph(0, label_width, padded(label, label_width) + std::string(text));
  }
  void more(std::size_t all) {
    if (all > most_lines) page_.paragraph(2, 2, "and " + std::to_string(all - most_lines) + " more", Style::faint);
  }

  void write_title() {
    const Certificate& certificate = report_.history.certificate;
    const Standing& standing = course_.standing;
    const std::string version = certificate.scheme_version.empty() ? "" : ", version " + certificate.scheme_version;
    page_.paragraph(0, 2, "Certificate " + certificate.number, Style::strong);
    labelled("Scheme", certificate.scheme_id + version);
    labelled("Body", certificate.body);
    labelled("Client", certificate.client);
    labelled("Document", standing.document);
    labelled("Scope", standing.scope);
    labelled("Suspended", standing.suspended_scope);
    if (standing.valid_from && standing.valid_to) {
      const std::string end = standing.valid_to->last_day ? " to " + text_of(*standing.valid_to) : ", without an end";
      labelled("Validity", to_string(*standing.valid_from) + end);
    }
    labelled("History", report_.path);
    labelled("As of", to_string(course_.as_of));
  }

  void write_steps(std::string_view title, const std::vector<Step>& steps) {
    if (steps.empty()) return;
    heading(title);
    const std::size_t shown = std::min(steps.size(), most_lines);
    for (std::size_t i = 0; i < shown; ++i) write_step(steps[i]);
    more(steps.size());
  }

  void write_step(const Step& step) {
    const std::string_view event = step.event ? word(*step.event) : "not usable";
    const std::string line = padded(step.on ? to_string(*step.on) : "no date", date_width) + padded(event, event_width);
    page_.paragraph(2, date_width + event_width, line + change_of(step), step.counts ? Style::plain : Style::bad);
    if (step.record != nullptr) write_details(*step.record);
  }

  /// "valid → suspended"
  static std::string change_of(const Step& step) {
    const std::string to(phrase(step.to));
    const bool is_same = step.from == step.to;
    if (!step.counts && is_same) return "does not count, it stays " + to;
    std::string change = step.from == State::none ? to : std::string(phrase(step.from)) + " → " + to;
    if (is_same) change = "stays " + to;
    if (!step.counts) change += ", for it cannot be right";
    if (step.record == nullptr) change += ", by itself";
    return change;
  }

  void write_details(const RecordedEvent& event) {
    std::string who;
    if (event.by) {
      who = "by " + event.by->name;
      if (!event.by->role.empty()) who += ", " + event.by->role;
      if (!event.by->body.empty()) who += ", of " + event.by->body;
    }
    if (event.decided_on) who += (who.empty() ? "decided on " : "; decided on ") + to_string(*event.decided_on);
    detail(who);
    detail(event.reason);
    if (!event.scope.empty())
      detail(event.event == Event::suspended ? "part: " + event.scope : "scope: " + event.scope);
    if (!event.document.empty()) detail("document: " + event.document);
    if (event.valid_to) detail("valid to: " + text_of(*event.valid_to));
    if (event.until) detail("until: " + to_string(*event.until));
  }
  void detail(const std::string& text) {
    if (!text.empty()) page_.paragraph(2 + date_width, 2, text, Style::faint);
  }

  void write_coming(const Outlook& outlook) {
    if (outlook.coming.empty()) return;
    heading("What comes by itself");
    for (const Coming& coming : outlook.coming) {
      page_.paragraph(2, date_width, padded(to_string(coming.on), date_width) + std::string(words_for(coming.kind)));
    }
  }

  void write_allowed(const Outlook& outlook) {
    heading("What may happen next");
    if (outlook.allowed.empty()) {
      const bool is_undetermined = course_.standing.state == State::undetermined;
      page_.paragraph(2, 2, is_undetermined ? "not known before the record is put right" : "nothing");
    }
    for (const Transition* transition : outlook.allowed) {
      std::string line = padded(word(transition->event), event_width) + padded(phrase(transition->to), event_width + 2);
      line += transition->source;
      page_.paragraph(2, event_width + 2, line);
      const std::string needs = words_of(transition->needs);
      if (!needs.empty()) page_.paragraph(2 + event_width, 2, "with " + needs, Style::faint);
    }
  }

  static std::string words_of(Needs needs) {
    std::string words;
    for (const Detail detail : details_needed(needs)) {
      words += (words.empty() ? "" : ", ") + std::string(word(detail));
    }
    return words;
  }

  void write_findings() {
    if (course_.findings.empty()) return;
    heading("Findings");
    const std::size_t shown = std::min(course_.findings.size(), most_lines);
    for (std::size_t i = 0; i < shown; ++i) write_finding(course_.findings[i]);
    more(course_.findings.size());
  }

  void write_finding(const dossier::Finding& finding) {
    const diagnostics::CodeEntry& entry = diagnostics::entry(finding.code);
    const source::Position position = positions_.at(finding.offset);
    std::string line = std::string(diagnostics::word_for(entry.severity)) + "[" + std::string(entry.code) + "]  ";
    line += diagnostics::message({.code = finding.code, .arguments = finding.arguments});
    if (!finding.help.empty()) line += "; " + finding.help;
    line += "  " + report_.path + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
    if (!finding.pointer.empty()) line += " (" + finding.pointer + ")";
    page_.paragraph(2, 4, line);
  }

  void write_state() {
    const Standing& standing = course_.standing;
    const std::string state = upper(phrase(standing.state));
    const std::string begin = "State on " + to_string(course_.as_of) + ": ";
    page_.blank_line();
    std::string since = standing.since ? " since " + to_string(*standing.since) : "";
    if (standing.state == State::valid && standing.valid_to && standing.valid_to->last_day)
      since += ", to " + text_of(*standing.valid_to) + " unless something happens";
    page_.paragraph(0, 2, begin + state + since, style_of(standing.state), begin.size() + state.size());
    if (standing.broken_by)
      page_.paragraph(2, 2, "event " + std::to_string(*standing.broken_by + 1) + " of the record cannot be right");
    const std::string_view words = consequence(standing);
    if (!words.empty()) page_.paragraph(2, 2, words);
  }

  const LifecycleReport& report_;
  const Course& course_;
  TextPage page_;
  dossier::Positions positions_;
};

}  // namespace

void write_lifecycle_text(const LifecycleReport& report, TextOptions options, std::string& out) {
  Report(report, options, out).write();
}

void write_lifecycle_line(const LifecycleReport& report, TextOptions options, std::string& out) {
  const Standing& standing = report.course.standing;
  const std::string state(phrase(standing.state));
  std::string line = padded(state, 20) + padded(standing.since ? "since " + to_string(*standing.since) : "", 18) +
                     padded(shortened(report.history.certificate.number, 40), 24);
  const std::size_t findings = report.course.findings.size();
  if (findings > 0) line += std::to_string(findings) + (findings == 1 ? " finding" : " findings");
  const std::size_t last = line.find_last_not_of(' ');
  TextPage(out, options).paragraph(0, 2, line.substr(0, last + 1), style_of(standing.state), state.size());
}

void write_lifecycle_counts(const LifecycleCounts& counts, TextOptions options, std::string& out) {
  TextPage page(out, options);
  page.paragraph(0, 2, "Certificates by state", Style::strong);
  for (std::size_t i = 0; i < counts.states.size(); ++i) {
    if (counts.states[i] == 0) continue;
    page.paragraph(2, 2, padded(phrase(static_cast<State>(i)), 20) + std::to_string(counts.states[i]));
  }
  if (counts.with_errors > 0) page.paragraph(2, 2, padded("with errors", 20) + std::to_string(counts.with_errors));
  if (counts.refused > 0) page.paragraph(2, 2, padded("not usable", 20) + std::to_string(counts.refused));
}

}  // namespace assay::report
