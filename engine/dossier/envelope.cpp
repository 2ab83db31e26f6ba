// What a dossier says beside its subject. What decides how the subject is read must be right, or the dossier is not
// usable; the rest is findings.
#include "dossier/envelope.hpp"

#include "base/limits.hpp"
#include "base/nearest.hpp"
#include "dossier/entry.hpp"
#include "dossier/escape.hpp"
#include "dossier/evidence.hpp"
#include "dossier/judgement.hpp"
#include "dossier/list.hpp"
#include "dossier/nonconformity.hpp"
#include "dossier/people_reader.hpp"
#include "dossier/waiver.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace assay::dossier {
namespace {

using diagnostics::Code;

enum Key : std::size_t {
  version,
  scheme_key,
  date,
  activity,
  subject_key,
  judgements,
  decision,
  certificates_key,
  evidence,
  people,
  review,
  waivers,
  nonconformities
};
/// In the order of Key.
constexpr std::array<std::string_view, 13> keys = {"dossier",    "scheme",   "assessment_date", "activity", "subject",
                                                   "judgements", "decision", "certificates",    "evidence", "people",
                                                   "review",     "waivers",  "nonconformities"};

/// Where each key's value stands; 0 for one that is absent or null.
using Values = std::array<JsonIndex, keys.size()>;

Unusable unusable_entry(const Json& json, Key key, JsonIndex value, std::string_view expected) {
  const std::string found =
      json.is_text(value) ? "'" + clipped(json.raw(value)) + "'" : std::string(words(json.kind(value)));
  return {Code::dossier_entry_invalid,
          {std::string(keys[key]), "expected " + std::string(expected) + ", found " + found},
          json.offset(value)};
}

std::string pointer_to(std::string_view key) {
  std::string pointer;
  append_token(pointer, key);
  return pointer;
}

void report_undeclared(const Json& json, JsonIndex key, Findings& findings) {
  if (!findings.take_another()) return;
  const std::string word = json.decoded(key);
  findings.add({Code::undeclared_key,
                {clipped(json.raw(key)), "a dossier"},
                pointer_to(word),
                json.offset(key),
                suggestion(nearest(word, keys))});
}

std::optional<Unusable> find_values(const Json& json, Findings& findings, Values& values) {
  values.fill(0);
  std::array<bool, keys.size()> seen{};
  for (JsonIndex key = 1; key < json.after(0); key = json.after(key + 1)) {
    const auto* found = std::find_if(keys.begin(), keys.end(), [&](auto word) { return json.is_word(key, word); });
    if (found == keys.end()) {
      report_undeclared(json, key, findings);
      continue;
    }
    const auto position = static_cast<std::size_t>(found - keys.begin());
    if (seen[position]) return Unusable{Code::duplicate_json_key, {std::string(*found)}, json.offset(key)};
    seen[position] = true;
    if (!json.is_null(key + 1) || position == version) values[position] = key + 1;
  }
  return std::nullopt;
}

std::optional<Unusable> check_version(const Json& json, JsonIndex value) {
  if (json.is_text(value) && json.is_word(value, "1")) return std::nullopt;
  const std::string written = compact_value_at(json.whole_text(), json.offset(value));
  return Unusable{Code::unknown_dossier_version, {clipped(written)}, json.offset(value)};
}

std::optional<Unusable> check_scheme(const Json& json, JsonIndex value, const model::Scheme& model,
                                     Findings& findings) {
  if (value == 0) return std::nullopt;
  if (!json.is_object(value)) return unusable_entry(json, scheme_key, value, "an object");
  Entry entry(json, value);
  const std::string id = entry.optional_text("id");
  const std::string scheme_version = entry.optional_text("version");
  if (!entry.mistake().empty()) {
    return Unusable{Code::dossier_entry_invalid, {"scheme", entry.mistake()}, entry.mistake_offset()};
  }
  // A dossier made for a scheme has what its profiles ask, in the same form.
  const bool is_for_base = model.profile && id == model.profile->id;
  if (!id.empty() && id != model.header.id && !is_for_base)
    return Unusable{Code::other_scheme, {clipped(id), model.header.id}, entry.offset_of("id")};
  const std::string& own_version = is_for_base ? model.profile->version : model.header.version;
  if (!scheme_version.empty() && scheme_version != own_version) {
    findings.add({Code::other_scheme_version,
                  {clipped(scheme_version), own_version},
                  "/scheme/version",
                  entry.offset_of("version"),
                  ""});
  }
  entry.report_undeclared("/scheme", "a dossier's scheme", findings);
  return std::nullopt;
}

/// An invalid date must not silently become another one.
std::optional<Unusable> read_date(const Json& json, JsonIndex value, Dossier& dossier) {
  if (value == 0) return std::nullopt;
  if (json.is_text(value)) dossier.assessment_date = parse_date(json.decoded(value));
  if (dossier.assessment_date) return std::nullopt;
  return unusable_entry(json, date, value, "a date (YYYY-MM-DD)");
}

/// What is not known stays so: no decision is proposed for it.
void read_activity(const Json& json, JsonIndex value, Dossier& dossier, Findings& findings) {
  if (value == 0) return;
  dossier.activity = json.is_text(value) ? activity_of(json.decoded(value)) : std::nullopt;
  dossier.activity_offset = json.offset(value);
  if (dossier.activity) return;
  findings.add({Code::dossier_activity_unknown,
                {json.is_text(value) ? clipped(json.decoded(value)) : std::string(words(json.kind(value)))},
                pointer_to(keys[activity]),
                json.offset(value),
                "write initial, surveillance or recertification"});
}

std::optional<Unusable> check_size(const Json& json, JsonIndex value) {
  const bool is_list = value != 0 && json.is_array(value);
  if (!is_list || json.element_count(value) <= limits::evidence_items) return std::nullopt;
  return Unusable{
      Code::dossier_too_large, {std::to_string(limits::evidence_items) + " items of evidence"}, json.offset(value)};
}

std::optional<Unusable> check_subject(const Json& json, JsonIndex value) {
  if (value == 0) return Unusable{Code::dossier_without_subject, {}, json.offset(0)};
  if (json.is_object(value)) return std::nullopt;
  return Unusable{Code::not_an_object, {std::string(words(json.kind(value)))}, json.offset(value)};
}

void report_invalid(const Json& json, std::string_view key, JsonIndex value, std::string words_of_mistake,
                    Findings& findings) {
  findings.add({Code::dossier_entry_invalid,
                {std::string(key), std::move(words_of_mistake)},
                pointer_to(key),
                json.offset(value),
                ""});
}

std::string expected_but_found(const Json& json, std::string_view expected, JsonIndex value) {
  return "expected " + std::string(expected) + ", found " + std::string(words(json.kind(value)));
}

std::optional<RecordedDecision> read_decision(const Json& json, JsonIndex value, Findings& findings) {
  if (value == 0) return std::nullopt;
  if (!json.is_object(value)) {
    report_invalid(json, "decision", value, expected_but_found(json, "an object", value), findings);
    return std::nullopt;
  }
  Entry entry(json, value);
  RecordedDecision recorded;
  recorded.by = entry.required_texts("by");
  recorded.on = entry.optional_date("on");
  const std::string word = entry.required_text("outcome");
  recorded.reason = entry.optional_text("reason");
  recorded.offset = entry.offset();
  const auto outcome = outcome_of(word);
  if (!outcome) entry.reject("its outcome, '" + clipped(word) + "', is no outcome", entry.offset_of("outcome"));
  entry.report_undeclared("/decision", "a dossier's decision", findings);
  report_mistake(entry, "decision", "/decision", "until then no decision is recorded", findings);
  if (!entry.mistake().empty()) return std::nullopt;
  recorded.outcome = *outcome;
  return recorded;
}

/// Is the value there, and of the kind that its key needs? Else it is a finding.
bool is_given(const Json& json, Key key, JsonIndex value, JsonKind kind, Findings& findings) {
  if (value == 0) return false;
  if (json.kind(value) == kind) return true;
  const std::string_view expected = kind == JsonKind::array ? "a list" : "an object";
  report_invalid(json, keys[key], value, expected_but_found(json, expected, value), findings);
  return false;
}

void read_all_evidence(const Json& json, JsonIndex value, bool is_list, Dossier& dossier, Findings& findings) {
  if (is_list) {
    dossier.evidence = read_evidence(json, value, findings);
    dossier.unplaced_evidence = find_unplaced_evidence(json, value, dossier.evidence);
  } else if (value != 0) {
    const std::string mistake = "it is " + std::string(words(json.kind(value))) + ", expected a list";
    dossier.unplaced_evidence.push_back({"evidence", mistake, "/evidence", json.offset(value)});
  }
}

void read_records(const Json& json, const Values& values, Dossier& dossier, Findings& findings) {
  const auto is_list = [&](Key key) { return is_given(json, key, values[key], JsonKind::array, findings); };
  if (is_list(judgements)) dossier.judgements = read_judgements(json, values[judgements], findings);
  read_all_evidence(json, values[evidence], is_list(evidence), dossier, findings);
  if (is_list(people)) dossier.people = read_people(json, values[people], findings);
  if (is_given(json, review, values[review], JsonKind::object, findings))
    dossier.review = read_review(json, values[review], findings);
  if (is_list(waivers)) dossier.waivers = read_waivers(json, values[waivers], findings);
  if (is_list(nonconformities)) {
    dossier.nonconformities = read_nonconformities(json, values[nonconformities], findings);
  } else {
    dossier.nonconformities_are_readable = values[nonconformities] == 0;
  }
  dossier.recorded_decision = read_decision(json, values[decision], findings);
}

}  // namespace

bool is_dossier(const Json& json) {
  for (JsonIndex key = 1; key < json.after(0); key = json.after(key + 1)) {
    if (json.is_word(key, keys[version])) return true;
  }
  return false;
}

std::optional<Unusable> read_envelope(const Json& json, const model::Scheme& scheme, Dossier& dossier,
                                      Findings& findings, FactsAt& facts) {
  Values values;
  if (auto unusable = find_values(json, findings, values)) return unusable;
  if (auto unusable = check_version(json, values[version])) return unusable;
  if (auto unusable = check_scheme(json, values[scheme_key], scheme, findings)) return unusable;
  if (auto unusable = read_date(json, values[date], dossier)) return unusable;
  if (auto unusable = check_subject(json, values[subject_key])) return unusable;
  if (auto unusable = check_size(json, values[evidence])) return unusable;
  facts = {values[subject_key], {values[certificates_key], values[evidence], values[judgements]}};
  read_activity(json, values[activity], dossier, findings);
  read_records(json, values, dossier, findings);
  return std::nullopt;
}

}  // namespace assay::dossier
