// The profile that a scheme was read through.
#include "report/profile.hpp"

namespace assay::report {

namespace {

using Kind = model::ProfileChange::Kind;

// A terminal is no place for a thousand changes; the JSON report has them all.
constexpr std::size_t most_changes = 100;

std::string_view word(Kind kind) {
  switch (kind) {
    case Kind::set: return "set";
    case Kind::add: return "add";
    case Kind::tighten: return "tighten";
    case Kind::relax: return "relax";
    case Kind::exempt: return "exempt";
  }
  return "set";
}

void write_change(JsonWriter& json, const model::ProfileChange& change, const evaluate::Scheme& scheme) {
  const source::File& file = (*scheme.files)[change.span.file];
  const source::Position at = file.position(change.span.begin);
  json.begin_object();
  json.member("change", word(change.kind));
  json.member("of", change.what);
  json.member_or_null("value", change.value);
  json.member_or_null("because", change.because);
  json.key("at");
  json.begin_object();
  json.member("file", file.path());
  json.member("line", std::uint64_t{at.line});
  json.member("column", std::uint64_t{at.column});
  json.end_object();
  json.end_object();
}

std::string words_of(const model::ProfileChange& change) {
  std::string words = std::string(word(change.kind)) + " " + change.what;
  if (!change.value.empty()) words += " " + shortened(change.value, 200);
  if (!change.because.empty()) words += " because " + shortened(change.because, 400);
  return words;
}

/// Stands at the head of the report anyway.
bool is_shown_above(const model::ProfileChange& change) {
  return change.kind == Kind::set && (change.what == "id" || change.what == "title" || change.what == "version");
}

}  // namespace

void write_profile_of(JsonWriter& json, const evaluate::Scheme& scheme) {
  if (!scheme.model.profile) return json.null_member("profile_of");
  const model::Profile& profile = *scheme.model.profile;
  json.key("profile_of");
  json.begin_object();
  json.member("id", profile.id);
  json.member("title", profile.title);
  json.member("version", profile.version);
  json.member("path", (*scheme.files)[profile.file].path());
  json.member("sha256", scheme.file_hashes[profile.file.value]);
  json.member("stricter", profile.is_stricter);
  json.key("changes");
  json.begin_array();
  for (const model::ProfileChange& change : profile.changes) write_change(json, change, scheme);
  json.end_array();
  json.end_object();
}

std::string base_in_words(const model::Scheme& scheme) {
  if (!scheme.profile) return {};
  const std::string claim = scheme.profile->is_stricter ? ", stricter" : "";
  return scheme.profile->title + ", version " + scheme.profile->version + " (" + scheme.profile->id + ")" + claim;
}

void write_changes(const evaluate::Scheme& scheme, TextPage& page) {
  if (!scheme.model.profile) return;
  page.blank_line();
  page.paragraph(0, 2, "Changes of the profile", Style::strong);
  std::size_t shown = 0;
  std::size_t left_out = 0;
  for (const model::ProfileChange& change : scheme.model.profile->changes) {
    if (is_shown_above(change)) continue;
    if (shown++ >= most_changes) {
      ++left_out;
      continue;
    }
    const source::File& file = (*scheme.files)[change.span.file];
    const std::string line = std::to_string(file.position(change.span.begin).line);
    page.paragraph(2, 4, words_of(change) + "  (" + file.path() + ":" + line + ")");
  }
  if (shown == 0) page.paragraph(2, 2, "none but its name");
  if (left_out > 0) page.paragraph(2, 2, "and " + std::to_string(left_out) + " more", Style::faint);
}

}  // namespace assay::report
