// A certificate's life for machines. Every key stands in every report.
#include "diagnostics/diagnostic.hpp"
#include "dossier/positions.hpp"
#include "lifecycle/outlook.hpp"
#include "report/engine.hpp"
#include "report/json_writer.hpp"
#include "report/lifecycle_report.hpp"

namespace assay::report {

namespace {

using namespace lifecycle;

std::string text_of(const std::optional<Date>& date) { return date ? to_string(*date) : std::string(); }

std::string text_of(const std::optional<End>& end) {
  if (!end) return {};
  return end->last_day ? to_string(*end->last_day) : "unlimited";
}

std::string_view word(Coming::Kind kind) {
  switch (kind) {
    case Coming::Kind::expires: return "expires";
    case Coming::Kind::suspension_ends: return "suspension_ends";
    case Coming::Kind::restoration_ends: return "restoration_ends";
  }
  return "";
}

void write_head(JsonWriter& json) {
  json.member("lifecycle_report", "1");
  json.key("engine");
  json.begin_object();
  json.member("name", engine_name);
  json.member("version", engine_version());
  json.end_object();
}

void write_file(std::string_view path, std::uint64_t line, std::uint64_t offset, JsonWriter& json) {
  json.key("file");
  json.begin_object();
  json.member("path", path);
  json.member("line", line);
  json.member("offset", offset);
  json.end_object();
}

class Writer {
 public:
  Writer(const LifecycleReport& report, Layout layout, std::string& out)
      : report_(report), json_(out, layout), positions_(report.text) {}

  void write() {
    const Standing& standing = report_.course.standing;
    json_.begin_object();
    write_head(json_);
    write_file(report_.path, report_.line, report_.offset, json_);
    write_certificate();
    json_.member("as_of", to_string(report_.course.as_of));
    json_.member("state", lifecycle::word(standing.state));
    json_.member_or_null("since", text_of(standing.since));
    write_broken_by();
    json_.member_or_null("scope", standing.scope);
    json_.member_or_null("suspended_scope", standing.suspended_scope);
    json_.member_or_null("document", standing.document);
    json_.member_or_null("valid_from", text_of(standing.valid_from));
    json_.member_or_null("valid_to", text_of(standing.valid_to));
    write_steps("history", report_.course.steps);
    write_steps("later", report_.course.later);
    write_outlook();
    write_findings();
    json_.end_object();
  }

 private:
  void write_certificate() {
    const Certificate& certificate = report_.history.certificate;
    json_.key("certificate");
    json_.begin_object();
    json_.member("number", certificate.number);
    json_.key("scheme");
    json_.begin_object();
    json_.member("id", certificate.scheme_id);
    json_.member_or_null("version", certificate.scheme_version);
    json_.end_object();
    json_.member("body", certificate.body);
    json_.member_or_null("client", certificate.client);
    json_.end_object();
  }

  void write_broken_by() {
    json_.key("broken_by");
    const auto position = report_.course.standing.broken_by;
    position ? write_place(report_.history.events[*position]) : json_.null();
  }

  void write_place(const RecordedEvent& event) {
    json_.begin_object();
    json_.member("pointer", pointer_to(event));
    write_position(event.offset);
    json_.end_object();
  }

  void write_position(std::uint32_t offset) {
    const source::Position position = positions_.at(offset);
    json_.member("line", std::uint64_t{position.line});
    json_.member("column", std::uint64_t{position.column});
  }

  void write_steps(std::string_view key, const std::vector<Step>& steps) {
    json_.key(key);
    json_.begin_array();
    for (const Step& step : steps) write_step(step);
    json_.end_array();
  }

  void write_step(const Step& step) {
    static const RecordedEvent nothing;
    const RecordedEvent& record = step.record != nullptr ? *step.record : nothing;
    json_.begin_object();
    json_.member_or_null("on", text_of(step.on));
    json_.member_or_null("event", step.event ? lifecycle::word(*step.event) : std::string_view());
    json_.member("from", lifecycle::word(step.from));
    json_.member("to", lifecycle::word(step.to));
    json_.member("counts", step.counts);
    json_.member("automatic", step.record == nullptr);
    json_.member_or_null("decided_on", text_of(record.decided_on));
    write_person(record.by);
    json_.member_or_null("reason", record.reason);
    json_.member_or_null("scope", record.scope);
    json_.member_or_null("document", record.document);
    json_.member_or_null("valid_to", text_of(record.valid_to));
    json_.member_or_null("until", text_of(record.until));
    json_.member_or_null("rule", step.record == nullptr       ? expiry
                                 : step.transition != nullptr ? step.transition->source
                                                              : std::string_view());
    json_.key("at");
    step.record != nullptr ? write_place(record) : json_.null();
    json_.end_object();
  }

  void write_person(const std::optional<Person>& person) {
    json_.key("by");
    if (!person) return json_.null();
    json_.begin_object();
    json_.member("name", person->name);
    json_.member_or_null("role", person->role);
    json_.member_or_null("body", person->body);
    json_.end_object();
  }

  void write_outlook() {
    const Outlook outlook = outlook_of(report_.course.standing, report_.history.terms, report_.course.as_of);
    json_.key("allowed");
    json_.begin_array();
    for (const Transition* transition : outlook.allowed) write_allowed(*transition);
    json_.end_array();
    json_.key("coming");
    json_.begin_array();
    for (const Coming& coming : outlook.coming) {
      json_.begin_object();
      json_.member("on", to_string(coming.on));
      json_.member("what", word(coming.kind));
      json_.end_object();
    }
    json_.end_array();
  }

  void write_allowed(const Transition& transition) {
    json_.begin_object();
    json_.member("event", lifecycle::word(transition.event));
    json_.member("to", lifecycle::word(transition.to));
    json_.key("needs");
    json_.begin_array();
    for (const Detail detail : details_needed(transition.needs)) json_.text(lifecycle::word(detail));
    json_.end_array();
    json_.member("rule", transition.source);
    json_.end_object();
  }

  void write_findings() {
    json_.key("findings");
    json_.begin_array();
    for (const dossier::Finding& finding : report_.course.findings) write_finding(finding);
    json_.end_array();
  }

  void write_finding(const dossier::Finding& finding) {
    const diagnostics::CodeEntry& entry = diagnostics::entry(finding.code);
    json_.begin_object();
    json_.member("severity", diagnostics::word_for(entry.severity));
    json_.member("code", entry.code);
    json_.member("pointer", finding.pointer);
    write_position(finding.offset);
    json_.member("message", diagnostics::message({.code = finding.code, .arguments = finding.arguments}));
    json_.member_or_null("help", finding.help);
    json_.end_object();
  }

  const LifecycleReport& report_;
  JsonWriter json_;
  dossier::Positions positions_;
};

}  // namespace

void write_lifecycle_json(const LifecycleReport& report, Layout layout, std::string& out) {
  Writer(report, layout, out).write();
}

void write_lifecycle_refusal_json(const Refusal& refusal, Layout layout, std::string& out) {
  JsonWriter json(out, layout);
  json.begin_object();
  write_head(json);
  write_file(refusal.path, refusal.line, refusal.offset, json);
  json.key("error");
  json.begin_object();
  json.member("code", refusal.code);
  json.member("message", refusal.message);
  json.member("line", std::uint64_t{refusal.position.line});
  json.member("column", std::uint64_t{refusal.position.column});
  json.end_object();
  json.end_object();
}

bool has_errors(const Course& course) {
  for (const dossier::Finding& finding : course.findings) {
    if (diagnostics::entry(finding.code).severity == diagnostics::Severity::error) return true;
  }
  return false;
}

}  // namespace assay::report
