// Plans as CommonMark with tables (GitHub Flavored Markdown), for a case file or a review.
#include "report/plan_words.hpp"
#include "report/words.hpp"

#include "diagnostics/printable.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace assay::report {

namespace {

using assessment::OpenPoint;

/// Text in which nothing is markup: what a dossier or a scheme says must not become a heading, a link or HTML.
std::string plain(std::string_view text) {
  std::string escaped;
  for (const char letter : diagnostics::printable(text)) {
    if (std::string_view("\\`*_{}[]<>#|~&").find(letter) != std::string_view::npos) escaped += '\\';
    escaped += letter;
  }
  return escaped;
}

/// A span of code: its fence is longer than any row of backticks inside; in a table a bar needs its backslash.
std::string code(std::string_view text) {
  std::string inside;
  std::size_t row = 0;
  std::size_t longest = 0;
  for (const char letter : diagnostics::printable(text)) {
    row = letter == '`' ? row + 1 : 0;
    longest = std::max(longest, row);
    if (letter == '|') inside += '\\';
    inside += letter;
  }
  const std::string fence(longest + 1, '`');
  return longest == 0 ? fence + inside + fence : fence + " " + inside + " " + fence;
}

void write_item(std::string_view label, const std::string& text, std::string& out) {
  if (!text.empty()) out += "- " + std::string(label) + ": " + text + "\n";
}

std::string question_text(assessment::NeedKind kind, std::string_view pointer, std::string_view name,
                          std::string_view role) {
  const std::string text = name_of(kind, pointer, name, role);
  return kind == assessment::NeedKind::fact ? code(text) : plain(text);
}

void write_step(const CasePlan& plan, std::uint32_t number, std::string& out) {
  const inquiry::Step& step = plan.plan.steps[number];
  const OpenPoint& point = plan.assessment.open_points[step.point];
  out += "| " + std::to_string(number + 1) + " | ";
  out += question_text(point.kind, point.place.pointer, point.name, point.role);
  if (const std::string asked = asked_in(step, point); !asked.empty()) out += "<br>" + plain(asked);
  std::string methods;
  for (std::size_t i = 1; i < step.methods.size(); ++i)
    methods += (i > 1 ? ", " : "; also by ") + std::string(step.methods[i]);
  out += " | " + plain(waiting_for(point, plan.scheme.model) + methods) + " | ";
  out += plain(deciding(step, plan.scheme.model)) + " |\n";
}

void write_idle(const CasePlan& plan, std::string& out) {
  const auto groups = idle_groups(plan);
  if (groups.empty()) return;
  out += "\n## No longer needed\n\n| Why | What |\n| --- | --- |\n";
  for (const IdleGroup& group : groups) {
    out += "| " + plain(group.because) + " | ";
    for (std::size_t i = 0; i < group.questions.size(); ++i) out += (i > 0 ? ", " : "") + plain(group.questions[i]);
    out += " |\n";
  }
}

void write_head(const model::Header& header, std::string_view title, std::string& out) {
  out += "# " + std::string(title) + ": " + plain(header.title) + ", version " + plain(header.version) + "\n\n";
  write_item("Scheme", plain(header.id), out);
}

void write_facts(const std::vector<inquiry::FactRead>& facts, std::string& out) {
  if (facts.empty()) return;
  out += "- facts:\n";
  for (const inquiry::FactRead& fact : facts) {
    out += "  - " + code(fact.pointer) + " (" + plain(fact.type) + ")";
    if (!fact.description.empty()) out += ": " + plain(fact.description);
    out += "\n";
  }
}

void write_requirement(const inquiry::RequirementPlan& plan, const model::Scheme& scheme, std::string& out) {
  const model::Requirement& requirement = scheme.requirements[model::RequirementId{plan.requirement}];
  out += "\n### " + plain(requirement.id) + " " + plain(requirement.title) + "\n\n";
  write_item("source", plain(sources_of(requirement, scheme)), out);
  write_item("in force", period_of(requirement), out);
  write_item("applies", requirement.applies ? "when " + code(requirement.applies_text) : "always", out);
  for (const model::Provision& provision : requirement.provisions) {
    std::string text = plain(provision.id) + " " + code(provision.text);
    if (provision.modal == Modal::shall) text += " (" + std::string(to_string(provision.grade)) + ")";
    write_item(assessment::modal_word(provision.modal), text, out);
  }
  for (const model::EvidenceId id : requirement.evidence)
    write_item("evidence", code(text_of(scheme.evidence[id])), out);
  for (const std::uint32_t index : plan.presumptions)
    write_item("presumed", "when " + code(scheme.presumptions[index].text), out);
  for (const std::uint32_t index : plan.judgements) {
    const model::Judgement& judgement = scheme.judgements[model::JudgementId{index}];
    write_item("judgement", plain(judgement.name + " by " + judgement.role + ": " + judgement.question), out);
  }
  write_facts(plan.facts, out);
  write_item("guidance", plain(requirement.guidance), out);
}

}  // namespace

void write_plan_markdown(const CasePlan& plan, std::string& out) {
  const assessment::Assessment& assessment = plan.assessment;
  write_head(plan.scheme.model.header, "What is still needed", out);
  write_item("Object", plain(assessment.subject), out);
  write_item("Dossier", plain(assessment.path), out);
  write_item("As of", to_string(assessment.date), out);
  out += "\n**Proposed decision now: " + std::string(to_string(assessment.decision.outcome)) + "**, because " +
         plain(grounds_of_decision(assessment)) + ".\n" + standing(plan) + "\n";
  for (const inquiry::Group& group : plan.plan.groups) {
    out += "\n## " + plain(heading_of(group.method)) +
           "\n\n| No. | Needed | For | What it may decide |\n| ---: | --- | --- | --- |\n";
    for (const std::uint32_t step : group.steps) write_step(plan, step, out);
  }
  write_idle(plan, out);
}

void write_plan_markdown(const inquiry::SchemePlan& plan, const evaluate::Scheme& scheme, std::string& out) {
  write_head(scheme.model.header, "Assessment plan", out);
  for (const inquiry::MethodPlan& method : plan.methods) {
    out += "\n## " + plain(heading_of(method.method)) + "\n";
    for (const std::uint32_t index : method.requirements)
      write_requirement(plan.requirements[index], scheme.model, out);
    if (!method.also.empty()) out += "\nAlso for " + plain(joined_ids(method.also, scheme.model)) + ".\n";
  }
  if (plan.decision_facts.empty()) return;
  out += "\n## Decision\n\n";
  write_facts(plan.decision_facts, out);
}

}  // namespace assay::report
