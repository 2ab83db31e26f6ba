#include "report/next_change.hpp"

#include <algorithm>
#include <string>

namespace assay::report {

using assessment::Assessment;
using assessment::ChangedRequirement;
using assessment::NextChange;

namespace {

// The JSON report has them all.
constexpr std::size_t most_requirements = 100;

const std::string& id_of(const ChangedRequirement& changed, const model::Scheme& scheme) {
  return scheme.requirements[model::RequirementId{changed.requirement}].id;
}

void write_judged(JsonWriter& json, std::string_view key, const Judged& judged) {
  json.key(key);
  json.begin_object();
  json.member("verdict", to_string(judged.verdict));
  json.member_or_null("grade", judged.grade ? to_string(*judged.grade) : "");
  json.member("grade_settled", judged.grade_settled);
  json.end_object();
}

void write_requirements(JsonWriter& json, const NextChange& change, const model::Scheme& scheme) {
  json.key("requirements");
  json.begin_array();
  for (const ChangedRequirement& changed : change.requirements) {
    json.begin_object();
    json.member("id", id_of(changed, scheme));
    write_judged(json, "now", changed.now);
    write_judged(json, "then", changed.then);
    json.end_object();
  }
  json.end_array();
}

void write_decision(JsonWriter& json, const NextChange& change, DecisionOutcome now) {
  json.key("decision");
  if (!change.decision) return json.null();
  json.begin_object();
  json.member("now", to_string(now));
  json.member("then", to_string(*change.decision));
  json.end_object();
}

/// "major nonconforming", "minor or major nonconforming"
std::string words_of(const Judged& judged) {
  std::string words(judged.verdict == Verdict::not_applicable ? "not applicable" : to_string(judged.verdict));
  if (judged.grade)
    words = std::string(to_string(*judged.grade)) + (judged.grade_settled ? " " : " or graver, ") + words;
  return words;
}

}  // namespace

void write_next_change(JsonWriter& json, const Assessment& assessment, const model::Scheme& scheme) {
  json.key("next_change");
  if (!assessment.next_change) return json.null();
  const NextChange& change = *assessment.next_change;
  json.begin_object();
  json.member_or_null("on", change.on);
  json.member("unchanged_until", change.unchanged_until);
  write_requirements(json, change, scheme);
  write_decision(json, change, assessment.decision.outcome);
  json.key("because");
  json.begin_array();
  for (const std::string& because : change.because) json.text(because);
  json.end_array();
  json.end_object();
}

void write_next_change(TextPage& page, const Assessment& assessment, const model::Scheme& scheme) {
  if (!assessment.next_change) return;
  const NextChange& change = *assessment.next_change;
  page.blank_line();
  page.paragraph(0, 2, change.on.empty() ? "Next change" : "Next change, on " + change.on, Style::strong);
  if (change.on.empty())
    return page.paragraph(2, 2, "none up to " + change.unchanged_until + "; what comes after that was not looked at");
  const std::size_t shown = std::min(change.requirements.size(), most_requirements);
  for (std::size_t i = 0; i < shown; ++i) {
    const ChangedRequirement& changed = change.requirements[i];
    page.paragraph(2, 4, id_of(changed, scheme) + ": " + words_of(changed.now) + " → " + words_of(changed.then));
  }
  if (change.requirements.size() > most_requirements)
    page.paragraph(2, 2, "and " + std::to_string(change.requirements.size() - most_requirements) + " more",
                   Style::faint);
  if (change.decision)
    page.paragraph(2, 4,
                   "decision: " + std::string(to_string(assessment.decision.outcome)) + " → " +
                       std::string(to_string(*change.decision)));
  for (const std::string& because : change.because) page.paragraph(4, 6, because, Style::faint);
}

}  // namespace assay::report
