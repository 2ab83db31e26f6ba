// From what is open to the order in which it decides soonest.
#include "inquiry/plan.hpp"

#include "inquiry/facts_read.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace assay::inquiry {

namespace {

using assessment::Assessment;
using assessment::Disregard;
using assessment::NeedKind;
using assessment::OpenPoint;
using assessment::Outlook;
using assessment::Part;
using assessment::Prospect;

using Points = std::set<std::uint32_t>;

/// The open points of one requirement, by the part that waits for them.
struct Waiting {
  Points applicability;  ///< and the justification of not being applicable
  std::map<std::uint32_t, Points> provisions;
  Points evidence;
  Points presumption;
};

void add(Points& points, const Points& more) { points.insert(more.begin(), more.end()); }

std::map<std::uint32_t, Waiting> waiting_in(const Outlook& outlook) {
  std::map<std::uint32_t, Waiting> waiting;
  for (std::uint32_t i = 0; i < outlook.waits.size(); ++i)
    for (const assessment::Wait& wait : outlook.waits[i]) {
      Waiting& of = waiting[wait.requirement];
      switch (wait.part) {
        case Part::applicability:
        case Part::justification: of.applicability.insert(i); break;
        case Part::provision: of.provisions[wait.provision].insert(i); break;
        case Part::evidence: of.evidence.insert(i); break;
        case Part::presumption: of.presumption.insert(i); break;
      }
    }
  return waiting;
}

/// The shortest route that each point is on.
class Routes {
 public:
  Routes(const Assessment& assessment, const Outlook& outlook, const model::Scheme& scheme)
      : assessment_(assessment),
        scheme_(scheme),
        waiting_(waiting_in(outlook)),
        shortest_(assessment.open_points.size()) {}

  void add_all();
  void add(const Prospect& prospect);
  const std::optional<Route>& operator[](std::size_t point) const { return shortest_[point]; }

 private:
  void take(const Points& points, const std::vector<Prospect>& by);
  void add_failures(const Waiting& waiting, const Prospect& prospect);

  const Assessment& assessment_;
  const model::Scheme& scheme_;
  std::map<std::uint32_t, Waiting> waiting_;
  std::vector<std::optional<Route>> shortest_;
};

/// Two provisions of one grade lead to the same.
void add_new(const std::vector<Prospect>& more, std::vector<Prospect>& by) {
  for (const Prospect& prospect : more) {
    const bool is_known = std::any_of(by.begin(), by.end(), [&](const Prospect& one) {
      return one.requirement == prospect.requirement && one.verdict == prospect.verdict && one.grade == prospect.grade;
    });
    if (!is_known) by.push_back(prospect);
  }
}

void Routes::take(const Points& points, const std::vector<Prospect>& by) {
  // What no answer repairs is the end of a route.
  for (const std::uint32_t point : points)
    if (assessment_.open_points[point].kind == NeedKind::scheme) return;
  const auto answers = static_cast<std::uint32_t>(points.size());
  for (const std::uint32_t point : points) {
    std::optional<Route>& shortest = shortest_[point];
    if (!shortest || answers < shortest->answers) {
      shortest = Route{answers, by};
    } else if (answers == shortest->answers) {
      add_new(by, shortest->by);
    }
  }
}

void Routes::add_all() {
  Points all;
  for (std::uint32_t i = 0; i < shortest_.size(); ++i) all.insert(i);
  take(all, {});
}

/// One `shall` that is not met makes the verdict; its grade is settled once nothing graver is open.
void Routes::add_failures(const Waiting& waiting, const Prospect& prospect) {
  const auto& provisions = scheme_.requirements[model::RequirementId{prospect.requirement}].provisions;
  Points graver;
  for (const auto& [provision, points] : waiting.provisions)
    if (provisions[provision].modal == Modal::shall && provisions[provision].grade > prospect.grade)
      inquiry::add(graver, points);
  for (const auto& [provision, points] : waiting.provisions) {
    if (provisions[provision].modal != Modal::shall || provisions[provision].grade != prospect.grade) continue;
    Points route = waiting.applicability;
    inquiry::add(route, graver);
    inquiry::add(route, points);
    take(route, {prospect});
  }
  // What failed already waits for its applicability, or for its grade.
  Points rest = waiting.applicability;
  inquiry::add(rest, graver);
  const auto& results = assessment_.requirements[prospect.requirement].provisions;
  for (std::size_t i = 0; i < results.size(); ++i)
    if (results[i].met == Truth::no && provisions[i].modal == Modal::shall && provisions[i].grade == prospect.grade)
      return take(rest, {prospect});
}

void Routes::add(const Prospect& prospect) {
  const auto found = waiting_.find(prospect.requirement);
  if (found == waiting_.end()) return;
  const Waiting& waiting = found->second;
  if (prospect.verdict == Verdict::nonconforming) return add_failures(waiting, prospect);
  Points route = waiting.applicability;
  if (prospect.verdict == Verdict::conforming) {
    const auto& provisions = scheme_.requirements[model::RequirementId{prospect.requirement}].provisions;
    for (const auto& [provision, points] : waiting.provisions)
      if (provisions[provision].modal == Modal::shall) inquiry::add(route, points);
    inquiry::add(route, waiting.evidence);
    if (!waiting.presumption.empty()) {
      Points presumed = waiting.applicability;
      inquiry::add(presumed, waiting.presumption);
      take(presumed, {prospect});
    }
  }
  take(route, {prospect});
}

std::vector<std::string_view> methods_of(const OpenPoint& point, const model::Scheme& scheme) {
  std::vector<std::string_view> methods;
  for (const std::uint32_t requirement : point.requirements)
    for (const std::string& method : scheme.requirements[model::RequirementId{requirement}].methods)
      if (std::find(methods.begin(), methods.end(), method) == methods.end()) methods.push_back(method);
  return methods;
}

std::string asked_of(const OpenPoint& point, const model::Scheme& scheme) {
  constexpr std::string_view in_an_envelope = "/subject";
  if (point.kind != NeedKind::fact) return {};
  const std::string_view pointer = point.place.pointer;
  auto fact = fact_at(pointer, scheme);
  if (!fact && pointer.substr(0, in_an_envelope.size()) == in_an_envelope)
    fact = fact_at(pointer.substr(in_an_envelope.size()), scheme);
  if (!fact) return {};
  return fact->description.empty() ? fact->type : fact->type + ": " + fact->description;
}

std::vector<Step> steps_of(const Assessment& assessment, const Routes& routes, const model::Scheme& scheme) {
  std::vector<Step> steps;
  for (std::uint32_t i = 0; i < assessment.open_points.size(); ++i) {
    const OpenPoint& point = assessment.open_points[i];
    steps.push_back(
        {.point = i, .asked = asked_of(point, scheme), .route = routes[i], .methods = methods_of(point, scheme)});
  }
  const auto before = [&](const Step& left, const Step& right) {
    const auto answers = [](const Step& step) {
      return step.route ? step.route->answers : std::numeric_limits<std::uint32_t>::max();
    };
    const auto waiting = [&](const Step& step) { return assessment.open_points[step.point].requirements.size(); };
    if (answers(left) != answers(right)) return answers(left) < answers(right);
    return waiting(left) > waiting(right);
  };
  std::stable_sort(steps.begin(), steps.end(), before);
  return steps;
}

std::vector<Group> groups_of(const std::vector<Step>& steps) {
  std::vector<Group> groups;
  for (std::uint32_t i = 0; i < steps.size(); ++i) {
    const std::string_view method = steps[i].methods.empty() ? std::string_view() : steps[i].methods.front();
    auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& one) { return one.method == method; });
    if (group == groups.end()) group = groups.insert(group, Group{method, {}});
    group->steps.push_back(i);
  }
  return groups;
}

std::string provision_ids(const Disregard& disregard, const model::Requirement& requirement) {
  std::string ids;
  for (const std::uint32_t provision : disregard.provisions)
    ids += (ids.empty() ? "" : ", ") + requirement.provisions[provision].id;
  return ids;
}

std::string because(const Disregard& disregard, const Assessment& assessment, const model::Scheme& scheme) {
  const model::Requirement& requirement = scheme.requirements[model::RequirementId{disregard.requirement}];
  const assessment::RequirementResult& result = assessment.requirements[disregard.requirement];
  const std::string ids = provision_ids(disregard, requirement);
  switch (disregard.why) {
    case assessment::Idle::not_applicable:
      // An exclusion that still waits for its justification is none yet.
      if (result.judged.verdict == Verdict::undetermined)
        return requirement.id + " is excluded by '" + requirement.applies_text +
               "', and waits for its justification only";
      return requirement.id + " is not applicable" +
             (result.not_applicable_because.empty() ? "" : ": " + std::string(result.not_applicable_because));
    case assessment::Idle::verdict_settled: {
      const std::string grade = result.judged.grade ? " (" + std::string(to_string(*result.judged.grade)) + ")" : "";
      return requirement.id + " is " + std::string(to_string(result.judged.verdict)) + grade + " in any case";
    }
    case assessment::Idle::applies: return requirement.id + " applies in any case";
    case assessment::Idle::provision_settled: return ids + " can no longer change the verdict on " + requirement.id;
    case assessment::Idle::not_reached:
      return "in " + (ids.empty() ? requirement.id : ids) + " what is known decides the part that asks for it";
    case assessment::Idle::changes_nothing: return ids + " changes neither a verdict nor the decision";
  }
  return {};
}

}  // namespace

Plan plan_of(const Assessment& assessment, const Outlook& outlook, const model::Scheme& scheme) {
  Plan plan;
  plan.is_decided = assessment.decision.outcome != DecisionOutcome::defer;
  Routes routes(assessment, outlook, scheme);
  for (const Prospect& prospect : outlook.prospects) routes.add(prospect);
  if (outlook.is_open) routes.add_all();
  plan.steps = steps_of(assessment, routes, scheme);
  plan.groups = groups_of(plan.steps);
  for (std::uint32_t i = 0; i < outlook.idle.size(); ++i) {
    Idle idle{.question = i, .because = {}};
    for (const Disregard& disregard : outlook.idle[i].because)
      idle.because.push_back(because(disregard, assessment, scheme));
    plan.idle.push_back(std::move(idle));
  }
  return plan;
}

}  // namespace assay::inquiry
