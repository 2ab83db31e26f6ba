// The report for people, made for a terminal: what was assessed, the verdicts by section, what is still needed, the
// counts, and the proposed decision where the eye rests: at the end.
#include "report/text.hpp"

#include "base/utf8.hpp"
#include "report/methods.hpp"
#include "report/next_change.hpp"
#include "report/profile.hpp"
#include "report/requirement_text.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <string_view>

namespace assay::report {

namespace {

using namespace assessment;

constexpr std::size_t label_width = 12;

// A terminal is no place for a thousand lines of one kind; the JSON report has them all.
constexpr std::size_t most_lines = 100;
// A reason that a scheme gives as a value is a sentence or two.
constexpr std::size_t longest_value = 400;

Style style_of(DecisionOutcome outcome) {
  switch (sign_of(outcome)) {
    case OutcomeSign::positive: return Style::good;
    case OutcomeSign::negative: return Style::bad;
    case OutcomeSign::open: return Style::open;
  }
  return Style::plain;
}

std::string upper(std::string_view word) {
  std::string letters(word);
  for (char& letter : letters) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  return letters;
}

std::string place_in_scheme(const SchemePlace& place) {
  return std::string(place.file) + ":" + std::to_string(place.position.line) + ":" +
         std::to_string(place.position.column);
}

std::string joined(const std::vector<std::string_view>& parts) {
  std::string text;
  for (const std::string_view part : parts) {
    if (!text.empty()) text += ", ";
    text += part;
  }
  return text;
}

/// "Triage Assist (product)", or as much of it as is known.
std::string object_of(const Assessment& assessment, const model::Header& header) {
  const std::string subject = shortened(assessment.subject, 200);
  if (subject.empty() || header.object.empty()) return subject + header.object;
  return subject + " (" + header.object + ")";
}

/// Does the text go round, a few letters at a time?
bool is_periodic(std::string_view digits) {
  constexpr std::size_t longest_period = 6;
  for (std::size_t period = 1; period <= longest_period; ++period)
    if (digits.substr(period) == digits.substr(0, digits.size() - period)) return true;
  return false;
}

/// A quotient that does not come out even repeats its digits to the 34th; the JSON report has them all.
std::string without_endless_digits(std::string_view number) {
  constexpr std::size_t decimals = 12;
  constexpr std::size_t looked_at = 15;
  const std::size_t point = number.find('.');
  const bool is_plain = number.find_first_not_of("-0123456789.") == std::string_view::npos;
  if (!is_plain || point == std::string_view::npos || number.size() < point + decimals + looked_at)
    return std::string(number);
  // The last digit is rounded.
  if (!is_periodic(number.substr(number.size() - 1 - looked_at, looked_at))) return std::string(number);
  return std::string(number.substr(0, point + decimals + 1)) + "…";
}

/// While it is open whether some requirement applies, more than those counted may.
bool has_open_applicability(const Summary& summary) {
  return summary.applicable < summary.conforming + summary.nonconforming + summary.undetermined;
}

class Report {
 public:
  Report(const Assessment& assessment, const evaluate::Scheme& scheme, TextOptions options, std::string& out)
      : assessment_(assessment), scheme_(scheme), page_(out, options) {}

  void write() {
    write_title();
    write_requirements();
    write_observations();
    write_findings();
    write_open_points();
    write_values();
    write_changes(scheme_, page_);
    write_coming();
    write_next_change(page_, assessment_, scheme_.model);
    write_counts();
    write_recorded_decision();
    write_decision();
    write_validity(assessment_.validity_if_decided_today, ", if decided today");
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
    const model::Header& header = scheme_.model.header;
    page_.paragraph(0, 2, header.title + ", version " + header.version, Style::strong);
    labelled("Scheme", header.id);
    labelled("Profile of", base_in_words(scheme_.model));
    labelled("Object", object_of(assessment_, header));
    labelled("Dossier", assessment_.path);
    labelled("As of", to_string(assessment_.date));
    if (assessment_.activity != to_string(Activity::initial)) labelled("Activity", assessment_.activity);
  }

  void write_requirements() {
    std::size_t id_width = 0;
    for (const RequirementResult& requirement : assessment_.requirements) {
      id_width = std::max(id_width, count_code_points(requirement.id));
    }
    const RequirementResult* previous = nullptr;
    for (const RequirementResult& requirement : assessment_.requirements) {
      if (previous == nullptr || previous->section != requirement.section) {
        heading(requirement.section.empty() ? "Requirements" : requirement.section);
      }
      write_requirement(requirement, assessment_.path, std::min<std::size_t>(id_width, 20), page_);
      previous = &requirement;
    }
  }

  void write_observations() {
    if (assessment_.summary.observations == 0) return;
    heading("Observations");
    for (const RequirementResult& requirement : assessment_.requirements) {
      for (const ProvisionResult& provision : requirement.provisions) {
        if (provision.modal == "should" && provision.met == Truth::no) {
          write_provision(provision, assessment_.path, 2, page_);
        }
      }
    }
  }

  void write_findings() {
    if (assessment_.data_findings.empty()) return;
    heading("Data findings");
    const std::size_t shown = std::min(assessment_.data_findings.size(), most_lines);
    for (std::size_t i = 0; i < shown; ++i) {
      const DataFinding& finding = assessment_.data_findings[i];
      std::string line(finding.severity);
      line.append("[").append(finding.code).append("]  ").append(finding.message);
      if (!finding.help.empty()) line.append("; ").append(finding.help);
      line += "  " + place_in_dossier(finding.place, assessment_.path);
      page_.paragraph(2, 4, line);
    }
    more(assessment_.data_findings.size());
  }

  void write_open_points() {
    if (assessment_.open_points.empty()) return;
    heading("Still needed");
    const std::size_t shown = std::min(assessment_.open_points.size(), most_lines);
    for (std::size_t i = 0; i < shown; ++i) write_open_point(assessment_.open_points[i]);
    more(assessment_.open_points.size());
  }

  void write_open_point(const OpenPoint& point) {
    std::string line(point.kind == NeedKind::fact ? point.place.pointer : word(point.kind));
    if (point.kind != NeedKind::fact && !point.place.pointer.empty()) line.append(" ").append(point.place.pointer);
    if (!point.name.empty()) line.append(" ").append(point.name);
    if (!point.role.empty()) line.append(" by ").append(point.role);
    if (!point.message.empty()) line.append(": ").append(point.message);
    std::vector<std::string_view> ids;
    for (const std::uint32_t index : point.requirements) {
      ids.push_back(scheme_.model.requirements[model::RequirementId{index}].id);
    }
    line += "  for " + joined(ids);
    if (point.if_applicable) line += ", if applicable";
    const auto methods = methods_of(point, scheme_.model);
    if (!methods.empty()) line += "  (" + joined(methods) + ")";
    page_.paragraph(2, 4, line);
  }

  void write_values() {
    if (assessment_.values.empty()) return;
    heading("Values");
    std::size_t width = 0;
    for (const NamedValue& value : assessment_.values) width = std::max(width, value.name.size());
    const std::size_t shown = std::min(assessment_.values.size(), most_lines);
    for (std::size_t i = 0; i < shown; ++i) {
      const NamedValue& value = assessment_.values[i];
      const bool is_known = !value.json.empty() && value.json != "null";
      const std::string_view known = is_known ? value.json : "unknown";
      const std::string unit = value.unit.empty() ? std::string() : " " + std::string(value.unit);
      page_.paragraph(2, width + 2,
                      padded(value.name, width + 2) + shortened(without_endless_digits(known), longest_value) + unit);
    }
    more(assessment_.values.size());
  }

  void write_counts() {
    const Summary& summary = assessment_.summary;
    heading("Counts");
    const std::string at_least = has_open_applicability(summary) ? "at least " : "";
    page_.paragraph(
        2, 2,
        at_least + counted(summary.applicable, "applicable") + ": " + counted(summary.conforming, "conforming") + ", " +
            counted(summary.nonconforming, "nonconforming") + " (" + counted(summary.majors, "major") + ", " +
            counted(summary.minors, "minor") + "), " + counted(summary.undetermined, "undetermined"));
    page_.paragraph(2, 2,
                    counted(summary.not_applicable, "not applicable") + ", " +
                        counted(summary.observations, summary.observations == 1 ? "observation" : "observations") +
                        ", " + counted(summary.vacuous, "vacuous"));
    write_counts_of_records();
  }

  /// Counts that most assessments have none of.
  void write_counts_of_records() {
    const Summary& summary = assessment_.summary;
    std::string line;
    const auto add = [&line](std::uint64_t number, std::string_view what) {
      if (number > 0) line += (line.empty() ? "" : ", ") + counted(number, what);
    };
    add(summary.waived, "waived");
    add(summary.overdue, "overdue");
    add(summary.planned, "planned");
    add(summary.presumed, "presumed");
    if (!line.empty()) page_.paragraph(2, 2, line);
  }

  void write_coming() {
    if (assessment_.coming.empty()) return;
    heading("Coming into force");
    const std::size_t shown = std::min(assessment_.coming.size(), most_lines);
    for (std::size_t i = 0; i < shown; ++i) {
      const Coming& coming = assessment_.coming[i];
      const auto& requirement = scheme_.model.requirements[model::RequirementId{coming.requirement}];
      page_.paragraph(2, 14, coming.from + "  " + requirement.id + "  " + requirement.title);
    }
    more(assessment_.coming.size());
  }

  void write_validity(const std::optional<Validity>& validity, std::string_view on_condition) {
    if (!validity) return;
    std::string line = "Valid from " + validity->valid_from;
    if (!validity->valid_to.empty()) line += " to " + validity->valid_to;
    page_.paragraph(2, 2, line.append(on_condition));
  }

  static std::string counted(std::uint64_t number, std::string_view what) {
    return std::to_string(number) + " " + std::string(what);
  }

  void write_recorded_decision() {
    if (!assessment_.recorded_decision) return;
    const RecordedDecision& recorded = *assessment_.recorded_decision;
    std::string line = "Recorded decision: " + std::string(to_string(recorded.outcome));
    if (!recorded.on.empty()) line += " on " + recorded.on;
    const std::vector<std::string_view> names(recorded.by.begin(), recorded.by.end());
    if (!names.empty()) line += " by " + joined(names);
    line += recorded.agrees ? ", which agrees with the proposal" : ", which differs from the proposal";
    page_.blank_line();
    page_.paragraph(0, 2, line);
    write_validity(assessment_.validity, "");
  }

  void write_decision() {
    const DecisionResult& decision = assessment_.decision;
    page_.blank_line();
    page_.paragraph(0, 2, "Proposed decision: " + upper(to_string(decision.outcome)), style_of(decision.outcome));
    std::string rule = "because " + grounds_of_decision(assessment_);
    if (decision.at) rule += "  (" + place_in_scheme(*decision.at) + ")";
    page_.paragraph(2, 2, rule);
  }

  const Assessment& assessment_;
  const evaluate::Scheme& scheme_;
  TextPage page_;
};

/// " nonconforming DG-1, PR-1;": the ids that got `verdict`.
void append_ids(std::string& line, const Assessment& assessment, Verdict verdict) {
  bool is_first = true;
  for (const RequirementResult& requirement : assessment.requirements) {
    if (requirement.judged.verdict != verdict) continue;
    line += is_first ? "  " + std::string(to_string(verdict)) + " " : ", ";
    line += requirement.id;
    is_first = false;
  }
}

// A record of a stream stays on its line, however long the line is.
TextOptions unbroken(TextOptions options) {
  options.width = std::string::npos;
  return options;
}

}  // namespace

void write_text(const Assessment& assessment, const evaluate::Scheme& scheme, TextOptions options, std::string& out) {
  Report(assessment, scheme, options, out).write();
}

void write_text_line(const Assessment& assessment, TextOptions options, std::string& out) {
  const std::string outcome = padded(to_string(assessment.decision.outcome), 11);
  std::string line = outcome + "  " + assessment.path + ":" + std::to_string(assessment.line);
  if (!assessment.subject.empty()) line += "  " + shortened(assessment.subject, 40);
  append_ids(line, assessment, Verdict::nonconforming);
  append_ids(line, assessment, Verdict::undetermined);
  TextPage(out, unbroken(options)).paragraph(0, 2, line, style_of(assessment.decision.outcome), outcome.size());
}

void write_refusal_line(const Refusal& refusal, TextOptions options, std::string& out) {
  const std::string outcome = padded("not usable", 11);
  const std::string line = outcome + "  " + refusal.path + ":" + std::to_string(refusal.line) + "  " +
                           std::string(refusal.code) + ": " + refusal.message;
  TextPage(out, unbroken(options)).paragraph(0, 2, line, Style::bad, outcome.size());
}

}  // namespace assay::report
