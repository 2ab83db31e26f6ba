#include "inquiry/scheme_plan.hpp"

#include <algorithm>
#include <utility>

namespace assay::inquiry {

namespace {

MethodPlan& method_in(std::vector<MethodPlan>& methods, std::string_view name) {
  const auto found =
      std::find_if(methods.begin(), methods.end(), [&](const MethodPlan& one) { return one.method == name; });
  return found != methods.end() ? *found : methods.emplace_back(MethodPlan{name, {}, {}});
}

void add_methods(std::uint32_t index, const model::Requirement& requirement, std::vector<MethodPlan>& methods) {
  if (requirement.methods.empty()) return method_in(methods, {}).requirements.push_back(index);
  for (std::size_t i = 0; i < requirement.methods.size(); ++i) {
    MethodPlan& method = method_in(methods, requirement.methods[i]);
    (i == 0 ? method.requirements : method.also).push_back(index);
  }
}

}  // namespace

SchemePlan plan_of(const model::Scheme& scheme) {
  SchemePlan plan;
  for (std::uint32_t i = 0; i < scheme.requirements.size(); ++i) {
    const model::Requirement& requirement = scheme.requirements[model::RequirementId{i}];
    plan.requirements.push_back(
        {.requirement = i, .judgements = {}, .presumptions = {}, .facts = facts_read(model::RequirementId{i}, scheme)});
    add_methods(i, requirement, plan.methods);
  }
  for (std::uint32_t i = 0; i < scheme.judgements.size(); ++i)
    plan.requirements[scheme.judgements[model::JudgementId{i}].requirement.value].judgements.push_back(i);
  for (std::uint32_t i = 0; i < scheme.presumptions.size(); ++i)
    for (const model::RequirementId satisfied : scheme.presumptions[i].satisfies)
      plan.requirements[satisfied.value].presumptions.push_back(i);
  plan.decision_facts = facts_read_by_decisions(scheme);
  return plan;
}

}  // namespace assay::inquiry
