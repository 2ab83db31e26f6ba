#include "report/plan_words.hpp"

#include "report/words.hpp"

#include <algorithm>
#include <map>

namespace assay::report {

using assessment::NeedKind;
using assessment::OpenPoint;
using assessment::Prospect;

namespace {

const model::Requirement& requirement_at(std::uint32_t index, const model::Scheme& scheme) {
  return scheme.requirements[model::RequirementId{index}];
}

std::string supposed(const Prospect& prospect, const model::Scheme& scheme) {
  std::string verdict(to_string(prospect.verdict));
  std::replace(verdict.begin(), verdict.end(), '_', ' ');
  std::string text = std::string(to_string(prospect.outcome)) + " if " +
                     requirement_at(prospect.requirement, scheme).id + " is " + verdict;
  return prospect.grade ? text + " (" + std::string(to_string(*prospect.grade)) + ")" : text;
}

std::string counted(std::size_t number, std::string_view one, std::string_view several) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : several);
}

}  // namespace

std::string name_of(NeedKind kind, std::string_view pointer, std::string_view name, std::string_view role) {
  if (kind == NeedKind::fact) return std::string(pointer.empty() ? "the subject" : pointer);
  std::string text(word(kind));
  std::replace(text.begin(), text.end(), '_', ' ');
  if (!pointer.empty()) text.append(" ").append(pointer);
  if (!name.empty()) text.append(" ").append(name);
  if (!role.empty()) text.append(" by ").append(role);
  return text;
}

std::string text_of(const model::Evidence& evidence) {
  constexpr std::string_view keyword = "evidence ";
  const bool has_keyword = evidence.text.compare(0, keyword.size(), keyword) == 0;
  return has_keyword ? evidence.text.substr(keyword.size()) : evidence.text;
}

std::string asked_in(const inquiry::Step& step, const OpenPoint& point) {
  if (point.message.empty()) return step.asked;
  const std::string message(point.message);
  return step.asked.empty() ? message : step.asked + "; " + message;
}

std::string joined_ids(std::span<const std::uint32_t> requirements, const model::Scheme& scheme) {
  std::string ids;
  for (const std::uint32_t index : requirements) ids += (ids.empty() ? "" : ", ") + requirement_at(index, scheme).id;
  return ids;
}

std::string waiting_for(const OpenPoint& point, const model::Scheme& scheme) {
  if (point.requirements.empty()) return "the decision";
  return joined_ids(point.requirements, scheme) + (point.if_applicable ? ", if applicable" : "");
}

std::string deciding(const inquiry::Step& step, const model::Scheme& scheme) {
  constexpr std::size_t most = 3;
  if (!step.route || step.route->by.empty()) return {};
  const auto& by = step.route->by;
  std::string outcomes;
  for (std::size_t i = 0; i < by.size() && i < most; ++i) outcomes += (i > 0 ? ", " : "") + supposed(by[i], scheme);
  if (by.size() > most) outcomes += " and " + std::to_string(by.size() - most) + " more";
  if (step.route->answers == 1) return "may decide alone: " + outcomes;
  return "may decide with " + counted(step.route->answers - 1, "other", "others") + ": " + outcomes;
}

std::string standing(const CasePlan& plan) {
  const std::size_t steps = plan.plan.steps.size();
  if (plan.plan.is_decided)
    return steps == 0 ? "The decision is settled, and so are all verdicts."
                      : "The decision is settled. What follows can only change verdicts.";
  if (steps == 0) return "No answer that is known to be missing would settle the decision.";
  std::string needed = counted(steps, "answer is", "answers are") + " still needed.";
  if (steps == 1 && plan.outlook.is_open) return needed;
  if (!plan.outlook.is_open) return needed + " The decision waits for something else too.";
  const bool has_short_routes =
      std::any_of(plan.plan.steps.begin(), plan.plan.steps.end(),
                  [](const inquiry::Step& step) { return step.route && !step.route->by.empty(); });
  if (!has_short_routes) return needed + " None of them decides without the others.";
  return needed + " They stand in the order that decides soonest.";
}

std::string heading_of(std::string_view method) {
  if (method.empty()) return "No method named";
  std::string heading(method);
  if (heading[0] >= 'a' && heading[0] <= 'z') heading[0] = static_cast<char>(heading[0] - 'a' + 'A');
  std::replace(heading.begin(), heading.end(), '_', ' ');
  return heading;
}

std::vector<IdleGroup> idle_groups(const CasePlan& plan) {
  std::vector<IdleGroup> groups;
  std::map<std::string, std::size_t> positions;
  for (const inquiry::Idle& idle : plan.plan.idle) {
    const assessment::IdleQuestion& question = plan.outlook.idle[idle.question];
    std::string because;
    for (const std::string& reason : idle.because) because += (because.empty() ? "" : "; ") + reason;
    const auto [at, is_new] = positions.try_emplace(because, groups.size());
    if (is_new) groups.push_back({because, {}});
    groups[at->second].questions.push_back(
        name_of(question.kind, question.place.pointer, question.name, question.role));
  }
  return groups;
}

std::string sources_of(const model::Requirement& requirement, const model::Scheme& scheme) {
  std::string text;
  for (const model::SourceReference& source : requirement.sources)
    text += (text.empty() ? "" : "; ") + scheme.documents[source.document].name + " " + source.clause;
  return text;
}

std::string period_of(const model::Requirement& requirement) {
  const auto& [from, to] = requirement.in_force;
  if (!from && !to) return {};
  return (from ? to_string(*from) + " " : std::string()) + ".." + (to ? " " + to_string(*to) : std::string());
}

}  // namespace assay::report
