// One requirement in the report for people.
#include "report/requirement_text.hpp"

#include "report/completions.hpp"
#include "report/measurement.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace assay::report {

namespace {

using namespace assessment;

// Of a provision over a long list; the JSON report has more.
constexpr std::size_t most_reasons = 10;

struct Look {
  std::string_view mark;
  std::string_view words;
  Style style;
};

Look look_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::conforming: return {"✓", "conforming", Style::good};
    case Verdict::nonconforming: return {"✗", "nonconforming", Style::bad};
    case Verdict::undetermined: return {"?", "undetermined", Style::open};
    case Verdict::not_applicable: return {"–", "not applicable", Style::faint};
  }
  return {"?", "undetermined", Style::open};
}

std::string text_of(const Reason& reason, std::string_view path) {
  std::string line;
  if (reason.kind == ReasonKind::value && !reason.value.empty()) {
    line = "found " + shortened(reason.value, 60);
    if (!reason.unit.empty()) line.append(" ").append(reason.unit);
    if (!reason.asked.empty()) line.append(", asked ").append(reason.asked);
  } else {
    line = reason.message;
  }
  if (reason.place) line += "  " + place_in_dossier(*reason.place, path);
  return line;
}

void write_reasons(std::span<const Reason> reasons, std::string_view path, std::size_t indent, TextPage& page) {
  std::vector<std::string> lines;
  std::uint64_t left_out = 0;
  for (const Reason& reason : reasons) {
    if (reason.kind == ReasonKind::more) {
      left_out += reason.count;
      continue;
    }
    std::string line = text_of(reason, path);
    // Several elements may fail for the same fact.
    if (std::find(lines.begin(), lines.end(), line) != lines.end()) continue;
    if (lines.size() < most_reasons) {
      lines.push_back(std::move(line));
    } else {
      ++left_out;
    }
  }
  for (const std::string& line : lines) page.paragraph(indent, 2, line);
  if (left_out > 0) page.paragraph(indent, 2, "and " + std::to_string(left_out) + " more", Style::faint);
}

/// Without those that the numbers behind the verdict say better.
std::vector<Reason> unmeasured(const ProvisionResult& provision) {
  std::vector<Reason> reasons(provision.reasons.begin(), provision.reasons.end());
  std::erase_if(reasons, [&](const Reason& reason) {
    return reason.kind == ReasonKind::value && reason.place &&
           std::any_of(provision.measurements.begin(), provision.measurements.end(),
                       [&](const Measurement& each) { return each.place.pointer == reason.place->pointer; });
  });
  return reasons;
}

/// The numbers behind a verdict: a statement of conformity names its rule (ISO/IEC 17025).
void write_measured(const ProvisionResult& provision, std::string_view path, std::size_t indent, TextPage& page) {
  constexpr std::size_t most = 5;
  const auto& all = provision.measurements;
  for (std::size_t i = 0; i < all.size() && i < most; ++i)
    page.paragraph(indent, 2, measurement_text(all[i]) + "  " + place_in_dossier(all[i].place, path));
  if (all.size() > most)
    page.paragraph(indent, 2, "and " + std::to_string(all.size() - most) + " more measured values", Style::faint);
}

void write_provisions(const RequirementResult& requirement, Truth met, std::string_view path, TextPage& page) {
  for (const ProvisionResult& provision : requirement.provisions) {
    if (provision.modal == "shall" && provision.met == met) write_provision(provision, path, 6, page);
  }
}

/// "evidence datasheet E1 counts", "evidence datasheet E2 does not count: expired 2026-05-01"
void write_items(const RequirementResult& requirement, std::string_view path, TextPage& page) {
  std::size_t lines = 0;
  for (const EvidenceResult& item : requirement.evidence) {
    if (lines++ == most_reasons) break;
    std::string line = "evidence " + std::string(item.name);
    if (!item.id.empty()) line += " " + shortened(item.id, 60);
    line += item.counts ? " counts" : " does not count: " + shortened(item.why_not, 200);
    if (item.digest == "match") line += ", its file has the SHA-256 given";
    page.paragraph(6, 2, line + "  " + place_in_dossier(item.place, path), item.counts ? Style::faint : Style::plain);
  }
  if (requirement.evidence.size() <= most_reasons) return;
  page.paragraph(6, 2, "and " + std::to_string(requirement.evidence.size() - most_reasons) + " more", Style::faint);
}

/// What is asked for and stands in no item; why items do not count is said with them.
void write_absent_evidence(const RequirementResult& requirement, std::string_view path, TextPage& page) {
  std::vector<Reason> absent;
  for (const Reason& reason : requirement.evidence_reasons) {
    const bool is_of_an_item = reason.kind == ReasonKind::evidence && reason.place;
    if (!is_of_an_item) absent.push_back(reason);
  }
  write_reasons(absent, path, 6, page);
}

void write_vacuous(const RequirementResult& requirement, TextPage& page) {
  for (const std::string_view name : requirement.evidence_of_nothing) {
    page.paragraph(6, 2, "vacuous: there is nothing that evidence " + std::string(name) + " must cover");
  }
  for (const ProvisionResult& provision : requirement.provisions) {
    if (!provision.vacuous) continue;
    page.paragraph(6, 2, "vacuous: " + std::string(provision.id) + " holds only because a list is empty");
  }
}

void write_presumption(const RequirementResult& requirement, TextPage& page) {
  if (!requirement.presumption) return;
  const std::string title = "\"" + std::string(requirement.presumption->title) + "\"";
  page.paragraph(6, 2, (requirement.presumption->rebutted ? "presumption rebutted: " : "by presumption: ") + title);
}

void write_waiver(const RequirementResult& requirement, TextPage& page) {
  if (!requirement.waiver) return;
  const Waiver& waiver = *requirement.waiver;
  std::string line = "waived until ";
  line.append(waiver.expires).append(" by ").append(waiver.approved_by).append(" (").append(waiver.role).append("): ");
  page.paragraph(6, 2, line + shortened(waiver.reason, 200));
}

void write_why(const RequirementResult& requirement, std::string_view path, TextPage& page) {
  switch (requirement.judged.verdict) {
    case Verdict::conforming:
      for (const ProvisionResult& provision : requirement.provisions) write_measured(provision, path, 6, page);
      break;
    case Verdict::not_applicable:
      if (requirement.not_applicable_because.empty()) break;
      page.paragraph(6, 2, "because " + std::string(requirement.not_applicable_because));
      break;
    case Verdict::nonconforming:
      write_reasons(requirement.reasons, path, 6, page);
      write_provisions(requirement, Truth::no, path, page);
      if (requirement.judged.grade_settled) break;
      page.paragraph(6, 2, "the grade is not settled yet:");
      write_provisions(requirement, Truth::unknown, path, page);
      break;
    case Verdict::undetermined:
      if (!requirement.applies_reasons.empty()) page.paragraph(6, 2, "whether it applies is not known:");
      write_reasons(requirement.applies_reasons, path, 8, page);
      write_provisions(requirement, Truth::unknown, path, page);
      write_absent_evidence(requirement, path, page);
      break;
  }
  for (const std::string& line : completions_text(requirement)) page.paragraph(6, 2, line);
  write_items(requirement, path, page);
  write_presumption(requirement, page);
  write_waiver(requirement, page);
  write_vacuous(requirement, page);
}

}  // namespace

std::string place_in_dossier(const DossierPlace& place, std::string_view path) {
  std::string pointer = place.pointer.empty() ? "" : "(" + std::string(place.pointer) + ")";
  if (place.line == 0) return pointer;
  const std::string text = std::string(path) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
  return pointer.empty() ? text : text + " " + pointer;
}

void write_provision(const ProvisionResult& provision, std::string_view path, std::size_t indent, TextPage& page) {
  const std::string at = std::string(provision.at.file) + ":" + std::to_string(provision.at.position.line);
  page.paragraph(indent, 2,
                 std::string(provision.id) + "  " + std::string(provision.modal) + " " + std::string(provision.text) +
                     "  (" + at + ")");
  if (!provision.message.empty()) page.paragraph(indent + 2, 2, provision.message);
  write_reasons(unmeasured(provision), path, indent + 2, page);
  write_measured(provision, path, indent + 2, page);
}

void write_requirement(const RequirementResult& requirement, std::string_view path, std::size_t id_width,
                       TextPage& page) {
  const Look look = look_of(requirement.judged.verdict);
  std::string words(look.words);
  if (requirement.judged.grade && requirement.judged.verdict == Verdict::nonconforming) {
    words = std::string(to_string(*requirement.judged.grade)) + " " + words;
  }
  const std::string verdict = std::string(look.mark) + " " + padded(words, 20);
  const std::string id = padded(requirement.id, id_width);
  page.paragraph(2, 26 + id_width, verdict + "  " + id + "  " + std::string(requirement.title), look.style,
                 look.mark.size() + 1 + words.size());
  write_why(requirement, path, page);
}

}  // namespace assay::report
