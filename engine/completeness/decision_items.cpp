// Review and decision: who may take part, and on which conditions conformity is granted, maintained and taken away.
#include "completeness/scheme_type.hpp"
#include "model/walk.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace assay::completeness {
namespace {

using model::DecisionRule;
using model::Tally;

/// Where a scheme writes no decision the language's own rules hold, and stand at the header.
bool is_written(const model::Decision& decision, const model::Scheme& scheme) {
  return !decision.rules.empty() && decision.rules.front().span != scheme.header.span;
}

const DecisionRule* find_rule(const model::Scheme& scheme, const auto& holds) {
  for (const auto& decision : scheme.decisions) {
    if (!decision || !is_written(*decision, scheme)) continue;
    for (const DecisionRule& rule : decision->rules)
      if (holds(rule)) return &rule;
  }
  return nullptr;
}

const DecisionRule* rule_to(const model::Scheme& scheme, std::initializer_list<DecisionOutcome> outcomes) {
  return find_rule(scheme, [&](const DecisionRule& rule) {
    return std::find(outcomes.begin(), outcomes.end(), rule.outcome) != outcomes.end();
  });
}

const DecisionRule* rule_reading(const model::Scheme& scheme, std::initializer_list<Tally> tallies,
                                 bool also_verdicts) {
  const auto reads = [&](const model::Expression& expression) {
    if (also_verdicts && std::holds_alternative<model::VerdictReference>(expression.node)) return true;
    const auto* tally = std::get_if<model::TallyReference>(&expression.node);
    return tally != nullptr && std::find(tallies.begin(), tallies.end(), tally->tally) != tallies.end();
  };
  return find_rule(scheme, [&](const DecisionRule& rule) {
    return rule.condition && model::holds_anywhere(*rule.condition, reads);
  });
}

std::string words(const DecisionRule& rule) {
  const std::string condition = rule.condition ? "when " + rule.text : rule.text;
  return std::string(to_string(rule.outcome)) + " " + condition;
}

/// A condition that only a statement about later objects needs.
Answer condition_for_later(const model::Scheme& scheme, std::initializer_list<DecisionOutcome> outcomes,
                           std::string help) {
  if (const DecisionRule* rule = rule_to(scheme, outcomes)) return present(rule->span, words(*rule));
  if (auto answer = unless_later_objects_are_covered(scheme)) return *answer;
  return missing(std::move(help));
}

/// In every scheme: the dossier records the persons, and Assay keeps them apart.
Answer review(const model::Scheme&) {
  return present(std::nullopt, "built in: who evaluated a case neither reviews nor decides it, in every dossier");
}

Answer granting(const model::Scheme& scheme) {
  if (const DecisionRule* rule = rule_to(scheme, {DecisionOutcome::grant})) return present(rule->span, words(*rule));
  return missing("add 'decision { refuse when majors > 0 conditional when minors > 0 grant otherwise }'");
}

Answer maintaining(const model::Scheme& scheme) {
  return condition_for_later(scheme, {DecisionOutcome::maintain},
                             "add 'decision at surveillance { suspend when majors > 0 maintain otherwise }'");
}

Answer scope(const model::Scheme& scheme) {
  return condition_for_later(scheme, {DecisionOutcome::reduce, DecisionOutcome::extend},
                             "add 'reduce when …' to the decision at surveillance");
}

/// A statement that nobody looks at again can be taken back all the same, but at no assessment that the language knows.
Answer taking_back(const model::Scheme& scheme, DecisionOutcome outcome, std::string help) {
  const SchemeType* type = type_of(scheme);
  const bool is_looked_at_once = type != nullptr && !type->covers_later_objects;
  if (!is_looked_at_once || rule_to(scheme, {outcome}) != nullptr)
    return condition_for_later(scheme, {outcome}, std::move(help));
  return {.status = Status::outside_language,
          .note = words(*type) + " has no surveillance at which the language could decide it",
          .help = {},
          .at = std::nullopt};
}

Answer suspending(const model::Scheme& scheme) {
  return taking_back(scheme, DecisionOutcome::suspend, "add 'suspend when majors > 0' to the decision at surveillance");
}

Answer withdrawing(const model::Scheme& scheme) {
  return taking_back(scheme, DecisionOutcome::withdraw, "add 'withdraw when …' to the decision at surveillance");
}

Answer renewal(const model::Scheme& scheme) {
  const auto& decision = scheme.decisions[static_cast<std::size_t>(Activity::recertification)];
  if (decision && !decision->rules.empty()) return present(decision->rules.front().span);
  if (auto answer = unless_later_objects_are_covered(scheme)) return *answer;
  const bool ends = scheme.attestation && scheme.attestation->valid_for;
  if (scheme.attestation && !ends) return not_applicable("the statement has no end");
  return missing("add 'decision at recertification { refuse when majors > 0 grant otherwise }'");
}

Answer nonconformities(const model::Scheme& scheme) {
  const auto* rule = rule_reading(scheme, {Tally::nonconforming, Tally::majors, Tally::minors}, true);
  if (rule != nullptr) return present(rule->span, words(*rule));
  return missing("add a rule such as 'refuse when majors > 0' to the decision");
}

Answer corrections(const model::Scheme& scheme) {
  const auto* rule = rule_reading(scheme, {Tally::overdue, Tally::planned}, false);
  if (rule != nullptr) return present(rule->span, words(*rule));
  if (auto answer = unless_later_objects_are_covered(scheme)) return *answer;
  return missing("add a rule such as 'suspend when overdue > 0' to the decision at surveillance");
}

Answer waivers(const model::Scheme& scheme) {
  const auto& header = scheme.header;
  if (header.waiver_role.empty()) return not_applicable("the scheme admits none");
  std::string note = "by " + header.waiver_role + " for ";
  if (header.waivable.empty()) return present(header.span, note + "every requirement");
  for (const auto& id : header.waivable) note += (id == header.waivable.front() ? "" : ", ") + id;
  return present(header.span, std::move(note));
}

constexpr std::array<Item, 10> items = {{
    {"review", "Review and decision apart from evaluation", review},
    {"granting", "Conditions to grant", granting},
    {"maintaining", "Conditions to maintain", maintaining},
    {"scope", "Conditions to extend or reduce the scope", scope},
    {"suspending", "Conditions to suspend", suspending},
    {"withdrawing", "Conditions to withdraw", withdrawing},
    {"renewal", "Conditions to renew", renewal},
    {"nonconformities", "What follows from nonconformities", nonconformities},
    {"corrections", "What follows from their correction", corrections},
    {"waivers", "Waivers", waivers},
}};

}  // namespace

std::span<const Item> decision_items() { return items; }

}  // namespace assay::completeness
