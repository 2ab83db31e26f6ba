// Plans for people at a terminal.
#include "report/plan_words.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <string_view>

namespace assay::report {

namespace {

using assessment::OpenPoint;

constexpr std::size_t label_width = 12;
// A terminal is no place for a thousand lines of one kind; the JSON plan has them all.
constexpr std::size_t most_lines = 100;
constexpr std::size_t most_questions = 20;

void labelled(std::string_view label, std::string_view text, std::size_t indent, TextPage& page) {
  if (!text.empty()) page.paragraph(indent, label_width, padded(label, label_width) + std::string(text));
}

void heading(std::string_view title, TextPage& page) {
  page.blank_line();
  page.paragraph(0, 2, title, Style::strong);
}

void more(std::size_t all, std::size_t shown, TextPage& page) {
  if (all > shown) page.paragraph(2, 2, "and " + std::to_string(all - shown) + " more", Style::faint);
}

void write_step(const CasePlan& plan, std::uint32_t number, TextPage& page) {
  const inquiry::Step& step = plan.plan.steps[number];
  const OpenPoint& point = plan.assessment.open_points[step.point];
  std::string line = std::to_string(number + 1);
  line.insert(0, line.size() < 3 ? 3 - line.size() : 0, ' ');
  line += "  " + name_of(point.kind, point.place.pointer, point.name, point.role);
  if (const std::string asked = asked_in(step, point); !asked.empty())
    line += (point.kind == assessment::NeedKind::fact ? "  " : ": ") + asked;
  page.paragraph(1, 5, line);
  std::string why = "for " + waiting_for(point, plan.scheme.model);
  if (step.methods.size() > 1) {
    why += "; also by ";
    for (std::size_t i = 1; i < step.methods.size(); ++i) why += (i > 1 ? ", " : "") + std::string(step.methods[i]);
  }
  if (const std::string decides = deciding(step, plan.scheme.model); !decides.empty()) why += "; " + decides;
  page.paragraph(6, 2, why, Style::faint);
}

void write_idle(const CasePlan& plan, TextPage& page) {
  const auto groups = idle_groups(plan);
  if (groups.empty()) return;
  heading("No longer needed", page);
  const std::size_t shown = std::min(groups.size(), most_lines);
  for (std::size_t i = 0; i < shown; ++i) {
    const IdleGroup& group = groups[i];
    page.paragraph(2, 2, group.because);
    std::string line;
    const std::size_t listed = std::min(group.questions.size(), most_questions);
    for (std::size_t j = 0; j < listed; ++j) line += (j > 0 ? ", " : "") + group.questions[j];
    if (group.questions.size() > listed) line += " and " + std::to_string(group.questions.size() - listed) + " more";
    page.paragraph(6, 2, line, Style::faint);
  }
  more(groups.size(), shown, page);
}

void write_head(const model::Header& header, std::string_view title, TextPage& page) {
  page.paragraph(0, 2, header.title + ", version " + header.version, Style::strong);
  page.paragraph(0, 2, title);
  labelled("Scheme", header.id, 0, page);
}

void write_requirement(const inquiry::RequirementPlan& plan, const model::Scheme& scheme, TextPage& page) {
  const model::Requirement& requirement = scheme.requirements[model::RequirementId{plan.requirement}];
  constexpr std::size_t indent = 6;
  page.blank_line();
  page.paragraph(2, 6, requirement.id + "  " + requirement.title, Style::strong, requirement.id.size());
  labelled("source", sources_of(requirement, scheme), indent, page);
  labelled("in force", period_of(requirement), indent, page);
  labelled("applies", requirement.applies ? "when " + requirement.applies_text : "always", indent, page);
  for (const model::Provision& provision : requirement.provisions) {
    std::string text = provision.id + "  " + provision.text;
    if (provision.modal == Modal::shall) text += "  (" + std::string(to_string(provision.grade)) + ")";
    labelled(assessment::modal_word(provision.modal), text, indent, page);
  }
  for (const model::EvidenceId id : requirement.evidence)
    labelled("evidence", text_of(scheme.evidence[id]), indent, page);
  for (const std::uint32_t index : plan.presumptions)
    labelled("presumed", "when " + scheme.presumptions[index].text, indent, page);
  for (const std::uint32_t index : plan.judgements) {
    const model::Judgement& judgement = scheme.judgements[model::JudgementId{index}];
    labelled("judgement", judgement.name + " by " + judgement.role + ": " + judgement.question, indent, page);
  }
  for (const inquiry::FactRead& fact : plan.facts)
    labelled("fact", fact.pointer + "  " + fact.type + (fact.description.empty() ? "" : ": " + fact.description),
             indent, page);
  labelled("guidance", requirement.guidance, indent, page);
}

}  // namespace

void write_plan_text(const CasePlan& plan, TextOptions options, std::string& out) {
  TextPage page(out, options);
  const assessment::Assessment& assessment = plan.assessment;
  write_head(plan.scheme.model.header, "What is still needed", page);
  labelled("Object", shortened(assessment.subject, 200), 0, page);
  labelled("Dossier", assessment.path, 0, page);
  labelled("As of", to_string(assessment.date), 0, page);
  page.blank_line();
  page.paragraph(0, 2,
                 "Proposed decision now: " + std::string(to_string(assessment.decision.outcome)) + ", because " +
                     grounds_of_decision(assessment),
                 Style::strong);
  page.paragraph(0, 2, standing(plan));
  for (const inquiry::Group& group : plan.plan.groups) {
    heading(heading_of(group.method), page);
    const std::size_t shown = std::min(group.steps.size(), most_lines);
    for (std::size_t i = 0; i < shown; ++i) write_step(plan, group.steps[i], page);
    more(group.steps.size(), shown, page);
  }
  write_idle(plan, page);
}

void write_plan_text(const inquiry::SchemePlan& plan, const evaluate::Scheme& scheme, TextOptions options,
                     std::string& out) {
  TextPage page(out, options);
  write_head(scheme.model.header, "Assessment plan", page);
  for (const inquiry::MethodPlan& method : plan.methods) {
    heading(heading_of(method.method), page);
    for (const std::uint32_t index : method.requirements)
      write_requirement(plan.requirements[index], scheme.model, page);
    if (method.also.empty()) continue;
    if (!method.requirements.empty()) page.blank_line();
    page.paragraph(2, 2, "also for " + joined_ids(method.also, scheme.model));
  }
  if (plan.decision_facts.empty()) return;
  heading("Decision", page);
  for (const inquiry::FactRead& fact : plan.decision_facts) labelled("fact", fact.pointer + "  " + fact.type, 6, page);
}

}  // namespace assay::report
