// What the requirements say: where each comes from, how it is determined, and on what it rests.
#include "completeness/reach.hpp"
#include "completeness/scheme_type.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace assay::completeness {
namespace {

using model::Requirement;

constexpr std::size_t most_ids = 8;

/// The requirements of which `lacks` holds, as "A-1, A-2 and 3 more".
struct Lacking {
  std::string ids;
  std::size_t number = 0;
  std::optional<source::Span> first;
};
Lacking lacking(const model::Scheme& scheme, const std::function<bool(const Requirement&)>& lacks) {
  Lacking found;
  for (const Requirement& requirement : scheme.requirements) {
    if (!lacks(requirement)) continue;
    if (++found.number == 1) found.first = requirement.span;
    if (found.number > most_ids) continue;
    if (!found.ids.empty()) found.ids += ", ";
    found.ids += requirement.id;
  }
  if (found.number > most_ids) found.ids += " and " + std::to_string(found.number - most_ids) + " more";
  return found;
}

std::optional<source::Span> first_requirement(const model::Scheme& scheme) {
  if (scheme.requirements.empty()) return std::nullopt;
  return scheme.requirements.begin()->span;
}

Answer sources(const model::Scheme& scheme) {
  const Lacking without = lacking(scheme, [](const Requirement& requirement) { return requirement.sources.empty(); });
  if (without.number > 0)
    return missing("add 'source DOCUMENT \"clause\"' to each", "none in " + without.ids, without.first);
  const std::size_t documents = scheme.documents.size();
  return present(first_requirement(scheme),
                 std::to_string(documents) + (documents == 1 ? " document" : " documents") + " referred to");
}

Answer methods(const model::Scheme& scheme) {
  const Lacking without = lacking(scheme, [](const Requirement& requirement) { return requirement.methods.empty(); });
  if (without.number > 0)
    return missing("add 'method examination' or another to each", "none in " + without.ids, without.first);
  std::vector<std::string_view> used;
  for (const Requirement& requirement : scheme.requirements)
    for (const auto& method : requirement.methods)
      if (std::find(used.begin(), used.end(), method) == used.end()) used.push_back(method);
  std::string note;
  for (const auto method : used) note += (note.empty() ? "" : ", ") + std::string(method);
  return present(first_requirement(scheme), std::move(note));
}

const Requirement* determined_by(const model::Scheme& scheme, std::string_view method) {
  for (const Requirement& requirement : scheme.requirements)
    for (const auto& used : requirement.methods)
      if (used == method) return &requirement;
  return nullptr;
}

/// What makes a result hold for later objects too: a management system, or control of the process.
Answer client(const model::Scheme& scheme) {
  if (const Requirement* audited = determined_by(scheme, "audit"))
    return present(audited->span, audited->id + " is determined by audit");
  if (auto answer = unless_later_objects_are_covered(scheme)) return *answer;
  return missing("add a requirement on how the client works, with 'method audit'");
}

/// A third party finds out for itself, and so does a second; a first party knows.
Answer grounds(const model::Scheme& scheme) {
  if (scheme.header.party == "first") return not_applicable("a first party states what it knows");
  const auto is_judged = [&](const Requirement& requirement) {
    return std::any_of(scheme.judgements.begin(), scheme.judgements.end(), [&](const model::Judgement& judgement) {
      return scheme.requirements[judgement.requirement].id == requirement.id;
    });
  };
  const Lacking without = lacking(
      scheme, [&](const Requirement& requirement) { return requirement.evidence.empty() && !is_judged(requirement); });
  if (without.number > 0)
    return missing("add 'evidence NAME \"…\"' or a judgement to each", "none in " + without.ids, without.first);
  return present(first_requirement(scheme));
}

bool reads_certificates(const model::Expression& expression) {
  const auto* held = std::get_if<model::DossierListReference>(&expression.node);
  return held != nullptr && held->list == model::DossierList::certificates;
}

Answer acceptance(const model::Scheme& scheme) {
  const auto conditioned =
      std::find_if(scheme.evidence.begin(), scheme.evidence.end(),
                   [](const model::Evidence& item) { return item.age || !item.accreditation.empty(); });
  if (conditioned != scheme.evidence.end())
    return present(conditioned->span, "conditions on evidence, such as '" + conditioned->text + "'");
  if (!scheme.presumptions.empty()) return present(scheme.presumptions.front().span, "by presumption");
  if (const auto* reads = find_in_provisions(scheme, reads_certificates))
    return present(reads->span, "by certificates held");
  return missing("say in 'evidence' who may issue it, 'by accredited to \"…\"', or how old it is, 'issued within'");
}

bool is_sampling(const model::Expression& expression) {
  const auto* call = std::get_if<model::FunctionCall>(&expression.node);
  if (call == nullptr) return false;
  switch (call->function) {
    case model::Function::sampling_plan:
    case model::Function::tightened_sampling_plan:
    case model::Function::sites_to_visit:
    case model::Function::zero_failure_sample: return true;
    default: return false;
  }
}

Answer sampling(const model::Scheme& scheme) {
  if (const auto* plan = find_in_provisions(scheme, is_sampling)) return present(plan->span, "by a sampling plan");
  if (const Requirement* sampled = determined_by(scheme, "sampling"))
    return present(sampled->span, sampled->id + " is determined by sampling");
  const SchemeType* type = type_of(scheme);
  if (type == nullptr) return without_type(scheme);
  if (!type->draws_samples) return not_applicable(words(*type) + " need not draw samples");
  return missing("say how many are drawn, as with 'sampling_plan', or add 'method sampling'");
}

Answer decision_rules(const model::Scheme& scheme) {
  const auto* rule = find_in_provisions(scheme, [](const model::Expression& expression) {
    return std::holds_alternative<model::Conformity>(expression.node);
  });
  if (rule != nullptr) return present(rule->span);
  const auto* bare = find_in_provisions(scheme, [&](const model::Expression& expression) {
    const auto* access = std::get_if<model::FieldAccess>(&expression.node);
    if (access == nullptr) return false;
    const auto& type = scheme.types[access->object->type];
    if (type.kind != model::Kind::record) return false;
    const auto built_in = scheme.types.records[type.record].built_in;
    return built_in == model::BuiltIn::measurement || built_in == model::BuiltIn::proportion;
  });
  if (bare == nullptr) return not_applicable("no requirement asks for a measured value");
  return missing("compare the measured value itself, and add a rule such as 'by guarded acceptance'",
                 "a measured value is used without its uncertainty", bare->span);
}

constexpr std::array<Item, 7> items = {{
    {"sources", "Documents that the requirements come from", sources},
    {"client", "Requirements on how the client works", client},
    {"methods", "Methods of determination", methods},
    {"grounds", "Evidence or judgement behind each requirement", grounds},
    {"acceptance", "Conditions for results of others", acceptance},
    {"sampling", "Sampling", sampling},
    {"decision_rules", "How uncertainty is taken into account", decision_rules},
}};

}  // namespace

std::span<const Item> requirement_items() { return items; }

}  // namespace assay::completeness
