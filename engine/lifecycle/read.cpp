// JSON text to the record of one certificate. Its form is that of schemas/lifecycle.schema.json.
#include "lifecycle/read.hpp"

#include "base/limits.hpp"
#include "base/nearest.hpp"
#include "dossier/entry.hpp"
#include "dossier/json_reader.hpp"

#include <utility>

namespace assay::lifecycle {
namespace {

using diagnostics::Code;
using dossier::clipped;
using dossier::Entry;
using dossier::Findings;
using dossier::Json;
using dossier::JsonFailure;
using dossier::JsonIndex;
using dossier::Unusable;

Unusable unusable(std::string words, std::uint32_t offset) {
  return {Code::history_not_usable, {std::move(words)}, offset};
}

Unusable unusable_json(const JsonFailure& failure) {
  switch (failure.kind) {
    case JsonFailure::Kind::syntax: return unusable("it is not JSON: " + failure.words, failure.offset);
    case JsonFailure::Kind::empty: return unusable("it is empty", failure.offset);
    case JsonFailure::Kind::too_deep:
      return unusable("its objects and arrays nest more than " + std::to_string(limits::json_depth) + " levels deep",
                      failure.offset);
    case JsonFailure::Kind::too_large:
      return unusable("it has more than " + std::to_string(limits::dossier_values) + " JSON values", failure.offset);
  }
  return unusable({}, failure.offset);
}

Certificate read_certificate(Entry& entry, Findings& findings) {
  Certificate certificate;
  certificate.number = entry.required_text("number");
  certificate.body = entry.required_text("body");
  certificate.client = entry.optional_text("client");
  if (auto scheme = entry.required_object("scheme")) {
    certificate.scheme_id = scheme->required_text("id");
    certificate.scheme_version = scheme->optional_text("version");
    scheme->report_undeclared("/certificate/scheme", "a scheme", findings);
    entry.take_mistake_of(*scheme);
  }
  entry.report_undeclared("/certificate", "a certificate", findings);
  return certificate;
}

bool is_term(const Duration& duration) {
  return duration.seconds == 0 && duration.months >= 0 && duration.days >= 0 && duration.months + duration.days > 0;
}

std::optional<Duration> read_term(Entry& entry, std::string_view key) {
  const std::string text = entry.optional_text(key);
  if (!entry.has(key) || !entry.mistake().empty()) return std::nullopt;
  const auto duration = parse_duration(text);
  if (duration && is_term(*duration)) return duration;
  entry.reject("its terms' " + std::string(key) + ", '" + clipped(text) + "', is no time of months or days, as P6M",
               entry.offset_of(key));
  return std::nullopt;
}

Terms read_terms(Entry& entry, Findings& findings) {
  Terms terms;
  terms.validity = read_term(entry, "validity");
  terms.suspension = read_term(entry, "suspension");
  terms.restoration_after_expiry = read_term(entry, "restoration_after_expiry");
  entry.report_undeclared("/terms", "the terms", findings);
  return terms;
}

std::optional<End> read_end(Entry& entry) {
  const std::string text = entry.optional_text("valid_to");
  if (!entry.has("valid_to") || !entry.mistake().empty()) return std::nullopt;
  if (text == "unlimited") return End{};
  if (const auto date = parse_date(text)) return End{.last_day = date};
  entry.reject("its valid_to, '" + clipped(text) + "', is neither a date nor \"unlimited\"",
               entry.offset_of("valid_to"));
  return std::nullopt;
}

std::optional<Person> read_person(Entry& entry, const std::string& pointer, Findings& findings) {
  auto by = entry.optional_object("by");
  if (!by) return std::nullopt;
  Person person;
  person.name = by->required_text("name");
  person.role = by->optional_text("role");
  person.body = by->optional_text("body");
  by->report_undeclared(pointer + "/by", "a person", findings);
  entry.take_mistake_of(*by);
  return person;
}

std::optional<Event> event_meant(Entry& entry, const std::string& word, const std::string& pointer,
                                 Findings& findings) {
  if (!entry.mistake().empty()) return std::nullopt;
  const auto event = event_of(word);
  if (!event && findings.take_another()) {
    findings.add({Code::unknown_event,
                  {clipped(word)},
                  pointer + "/event",
                  entry.offset_of("event"),
                  dossier::suggestion(nearest(word, event_words()))});
  }
  return event;
}

/// The date is read first, so that a later mistake does not hide when it was.
RecordedEvent read_event(Entry& entry, std::size_t position, Findings& findings) {
  RecordedEvent event;
  event.position = position;
  event.offset = entry.offset();
  const std::string pointer = pointer_to(event);
  event.on = entry.required_date("on");
  const std::string name = entry.required_text("event");
  event.decided_on = entry.optional_date("decided_on");
  event.by = read_person(entry, pointer, findings);
  event.reason = entry.optional_text("reason");
  event.scope = entry.optional_text("scope");
  event.document = entry.optional_text("document");
  event.valid_to = read_end(entry);
  event.until = entry.optional_date("until");
  event.event = event_meant(entry, name, pointer, findings);
  for (std::size_t detail = 0; detail < detail_count; ++detail) {
    event.offsets[detail] = entry.offset_of(word(static_cast<Detail>(detail)));
  }
  entry.report_undeclared(pointer, "an event", findings);
  if (!entry.mistake().empty() && findings.take_another()) {
    findings.add(
        {Code::event_not_usable, {std::to_string(position + 1), entry.mistake()}, pointer, entry.mistake_offset(), ""});
  }
  return event;
}

void read_events(const Json& json, JsonIndex list, History& history, Findings& findings) {
  std::size_t position = 0;
  for (JsonIndex value = list + 1; value < json.after(list); value = json.after(value), ++position) {
    if (json.is_object(value)) {
      Entry entry(json, value);
      history.events.push_back(read_event(entry, position, findings));
      continue;
    }
    RecordedEvent event;
    event.position = position;
    event.offset = json.offset(value);
    event.offsets.fill(event.offset);
    if (findings.take_another()) {
      findings.add({Code::event_not_usable,
                    {std::to_string(position + 1), "it is " + std::string(words(json.kind(value)))},
                    pointer_to(event),
                    event.offset,
                    "an event is an object"});
    }
    history.events.push_back(std::move(event));
  }
}

/// The value of a member of the whole; nothing if it is absent or null.
std::optional<JsonIndex> member(const Json& json, std::string_view key) {
  for (JsonIndex at = 1; at < json.after(0); at = json.after(at + 1)) {
    if (json.is_word(at, key) && !json.is_null(at + 1)) return at + 1;
  }
  return std::nullopt;
}

std::optional<Unusable> check_version(const Json& json) {
  const auto version = member(json, "lifecycle");
  if (!version) return unusable("its key \"lifecycle\", the version of its form, is missing", json.offset(0));
  if (json.is_text(*version) && json.is_word(*version, "1")) return std::nullopt;
  const std::string written = dossier::compact_value_at(json.whole_text(), json.offset(*version));
  return unusable("its version, " + clipped(written) + ", is not known", json.offset(*version));
}

std::optional<Unusable> read_head(Entry& whole, History& history, Findings& findings) {
  whole.optional_text("lifecycle");
  if (auto certificate = whole.required_object("certificate")) {
    history.certificate = read_certificate(*certificate, findings);
    whole.take_mistake_of(*certificate);
  }
  if (auto terms = whole.optional_object("terms")) {
    history.terms = read_terms(*terms, findings);
    whole.take_mistake_of(*terms);
  }
  if (whole.mistake().empty()) return std::nullopt;
  return unusable(whole.mistake(), whole.mistake_offset());
}

std::optional<Unusable> read_into(const Json& json, History& history, Findings& findings) {
  if (!json.is_object(0))
    return unusable("expected an object, found " + std::string(words(json.kind(0))), json.offset(0));
  if (auto problem = check_version(json)) return problem;
  Entry whole(json, 0);
  if (auto problem = read_head(whole, history, findings)) return problem;
  const auto list = whole.required_list("events");
  if (!list) return unusable(whole.mistake(), whole.mistake_offset());
  whole.report_undeclared("", "a history", findings);
  read_events(json, *list, history, findings);
  return std::nullopt;
}

}  // namespace

std::variant<History, Unusable> read(std::string_view text) {
  if (text.size() > limits::dossier_bytes)
    return unusable("it is larger than " + std::to_string(limits::dossier_bytes >> 20) + " MB", 0);
  std::vector<dossier::JsonValue> values;
  if (const auto failure = dossier::read_json(text, values)) return unusable_json(*failure);
  const Json json(text, values);
  History history;
  Findings findings(history.findings);
  if (auto problem = read_into(json, history, findings)) return std::move(*problem);
  findings.close();
  return history;
}

}  // namespace assay::lifecycle
