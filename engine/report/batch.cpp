#include "report/batch.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace assay::report {

namespace {

std::string right(const std::string& text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

void write_verdicts(const BatchCounts& counts, const model::Scheme& scheme, TextPage& page) {
  std::size_t id_width = 11;
  for (const model::Requirement& requirement : scheme.requirements) {
    id_width = std::max(id_width, count_code_points(requirement.id));
  }
  page.paragraph(0, 2, padded("Requirement", id_width) + "  conforming  nonconforming  undetermined  not applicable",
                 Style::strong);
  for (std::size_t i = 0; i < counts.verdicts.size(); ++i) {
    static constexpr std::array<std::size_t, 4> widths = {12, 15, 14, 16};
    std::string line = padded(scheme.requirements[scheme.requirements.id_at(i)].id, id_width);
    for (std::size_t verdict = 0; verdict < widths.size(); ++verdict) {
      line += right(std::to_string(counts.verdicts[i][verdict]), widths[verdict]);
    }
    page.paragraph(0, 2, line);
  }
}

void write_decisions(const BatchCounts& counts, TextPage& page) {
  page.paragraph(0, 2, "Proposed decisions", Style::strong);
  for (std::size_t i = 0; i < counts.decisions.size(); ++i) {
    if (counts.decisions[i] == 0) continue;
    const std::string name(to_string(static_cast<DecisionOutcome>(i)));
    page.paragraph(2, 2, padded(name, 14) + right(std::to_string(counts.decisions[i]), 9));
  }
  if (counts.refused > 0) page.paragraph(2, 2, padded("not usable", 14) + right(std::to_string(counts.refused), 9));
  page.paragraph(2, 2, padded("dossiers", 14) + right(std::to_string(counts.assessed + counts.refused), 9));
}

}  // namespace

void BatchCounts::add(const assessment::Assessment& assessment) {
  ++assessed;
  ++decisions[static_cast<std::size_t>(assessment.decision.outcome)];
  for (const assessment::RequirementResult& requirement : assessment.requirements) {
    if (requirement.index >= verdicts.size()) verdicts.resize(std::size_t{requirement.index} + 1);
    ++verdicts[requirement.index][static_cast<std::size_t>(requirement.judged.verdict)];
  }
}

void BatchCounts::add(const assessment::Decided& decided) {
  ++assessed;
  ++decisions[static_cast<std::size_t>(decided.decision)];
  if (verdicts.size() < decided.requirements.size()) verdicts.resize(decided.requirements.size());
  for (std::size_t i = 0; i < decided.requirements.size(); ++i) {
    ++verdicts[i][static_cast<std::size_t>(decided.requirements[i].verdict)];
  }
}

void BatchCounts::reset() {
  std::fill(verdicts.begin(), verdicts.end(), std::array<std::uint64_t, 4>{});
  decisions.fill(0);
  assessed = refused = 0;
}

void BatchCounts::add(const BatchCounts& other) {
  assessed += other.assessed;
  refused += other.refused;
  for (std::size_t i = 0; i < decisions.size(); ++i) decisions[i] += other.decisions[i];
  if (verdicts.size() < other.verdicts.size()) verdicts.resize(other.verdicts.size());
  for (std::size_t i = 0; i < other.verdicts.size(); ++i) {
    for (std::size_t verdict = 0; verdict < verdicts[i].size(); ++verdict) {
      verdicts[i][verdict] += other.verdicts[i][verdict];
    }
  }
}

void write_batch_text(const BatchCounts& counts, const model::Scheme& scheme, TextOptions options, std::string& out) {
  TextPage page(out, options);
  write_verdicts(counts, scheme, page);
  page.blank_line();
  write_decisions(counts, page);
}

}  // namespace assay::report
