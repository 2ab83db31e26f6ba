#include "evaluate/completion_account.hpp"

#include "base/limits.hpp"
#include "evaluate/open_facts.hpp"

#include <string>
#include <utility>

namespace assay::evaluate {

using assessment::Explanation;
using program::NodeId;

std::optional<assessment::Completions> account_for_completions(const Scheme& scheme, Workspace& workspace,
                                                               SecondWalk& walk, NodeId condition, Account& account) {
  const std::size_t cells = workspace.completions.cells_tried(condition);
  if (cells == 0) return std::nullopt;
  Evaluator& evaluator = workspace.evaluator;
  const auto stand_on = [&](NodeId part) {
    walk.why(part, walk.node(part).shape == program::Shape::boolean && evaluator.truth(part) == Truth::yes, false,
             account);
  };
  assessment::Completions told;
  told.cases = cells;
  std::vector<assessment::DossierPlace> facts;
  for (const OpenFact& fact : open_facts(scheme, evaluator, condition, stand_on).facts)
    facts.push_back(walk.place(fact.slot));
  told.facts = walk.memory().keep(facts);
  return told;
}

namespace {

Explanation alternative(const Scheme& scheme, SecondWalk& walk, std::string text, const std::vector<Assumed>& assumed,
                        const dossier::Facts& facts) {
  Explanation made;
  made.role = "completion";
  made.text = std::move(text);
  for (const Assumed& one : assumed) {
    if (one.judgement != program::none) {
      Explanation finding;
      finding.text = "judgement " + scheme.model.judgements[model::JudgementId{one.judgement}].name;
      finding.value = std::get<bool>(one.value) ? "met" : "not met";
      made.parts.push_back(std::move(finding));
      continue;
    }
    const auto type = dossier::type_of(facts, scheme.model.types, scheme.model.subject, one.slot);
    Explanation fact;
    const assessment::DossierPlace place = walk.place(one.slot);
    fact.place = place;
    fact.text = spoken(place.pointer);
    fact.value = with_unit(walk.json(Operand::known(one.value), type->value), walk.unit_of_type(*type));
    made.parts.push_back(std::move(fact));
  }
  return made;
}

std::string words_for(Obstacle obstacle, std::size_t most_cells) {
  const std::string not_tried = "not all completions are tried: ";
  switch (obstacle) {
    case Obstacle::none: return {};
    case Obstacle::asks_for_presence: return not_tried + "it asks whether something is there";
    case Obstacle::further_facts: return not_tried + "what is missing could bring further facts into play";
    case Obstacle::computed: return not_tried + "something is computed from a missing number or date";
    case Obstacle::mixed_numbers: return not_tried + "whole numbers and others, both missing, are compared";
    case Obstacle::untried: return not_tried + "it turns on something that cannot be tried";
    case Obstacle::too_many_facts:
      return not_tried + "it turns on more than " + std::to_string(limits::completion_facts) + " missing facts";
    case Obstacle::too_many_cases: return not_tried + "there are more than " + std::to_string(most_cells) + " cases";
    case Obstacle::too_many_steps:
      return not_tried + "it would take more than " + std::to_string(limits::completion_steps) + " steps";
  }
  return {};
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i)
    text += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
  return text;
}

}  // namespace

void explain_completions(const Scheme& scheme, Workspace& workspace, SecondWalk& walk, std::uint32_t requirement,
                         NodeId condition, Explanation& tree) {
  Evaluator& evaluator = workspace.evaluator;
  if (evaluator.truth(condition) != Truth::unknown) return;
  const std::size_t most_cells = cells_for(scheme.program.requirements[requirement]);
  const Truth settled = workspace.completions.settle(condition, most_cells);
  if (is_definite(settled)) {
    Account unused;
    const auto told = account_for_completions(scheme, workspace, walk, condition, unused);
    std::vector<std::string> pointers;
    for (const assessment::DossierPlace& place : told->facts) pointers.emplace_back(place.pointer);
    tree.value = settled == Truth::yes ? "true" : "false";
    tree.note = "whatever " + joined(pointers) + (pointers.size() == 1 ? " is" : " are") + ": settled by " +
                std::to_string(told->cases) + " cases, which stand for all completions";
    return;
  }
  const Obstacle obstacle = workspace.completions.obstacle();
  const auto found = workspace.completions.alternatives(condition);
  const dossier::Facts& facts = evaluator.facts();
  if (found.holds) tree.parts.push_back(alternative(scheme, walk, "that makes it true", *found.holds, facts));
  if (found.fails) tree.parts.push_back(alternative(scheme, walk, "that makes it false", *found.fails, facts));
  if ((found.holds && found.fails) || !found.has_facts || obstacle == Obstacle::none) return;
  tree.note += (tree.note.empty() ? "" : "; ") + words_for(obstacle, most_cells);
}

}  // namespace assay::evaluate
