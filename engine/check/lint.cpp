// What is allowed and most often a mistake: quantifiers that turn 'not reported' into a verdict, where a lookup would
// keep it unknown, counts of different things against each other, and functions that nothing calls.
#include "check/declaration.hpp"
#include "check/tally.hpp"
#include "model/walk.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace assay::check {
namespace {

using diagnostics::Code;

bool is_field_of(const model::Expression& expression, model::VariableId variable) {
  const auto* access = std::get_if<model::FieldAccess>(&expression.node);
  const auto* object = access ? std::get_if<model::VariableReference>(&access->object->node) : nullptr;
  return object != nullptr && object->variable == variable;
}

bool is_text(const model::Expression& expression) {
  const auto* constant = std::get_if<model::Constant>(&expression.node);
  return constant != nullptr && std::holds_alternative<std::string_view>(constant->value);
}

/// `m.name is "sensitivity"`
bool picks_by_name(const model::Expression& expression, model::VariableId variable) {
  const auto* comparison = std::get_if<model::Comparison>(&expression.node);
  if (comparison == nullptr || comparison->comparator != model::Comparator::equal) return false;
  return is_field_of(*comparison->left, variable) && is_text(*comparison->right);
}

const model::Expression* name_test_of_some(const model::Quantifier& quantifier) {
  const auto* both = std::get_if<model::Connective>(&quantifier.satisfies->node);
  if (quantifier.kind != model::QuantifierKind::some || both == nullptr || !both->is_and) return nullptr;
  const auto found = std::find_if(both->operands.begin(), both->operands.end(), [&](const auto& operand) {
    return picks_by_name(*operand, quantifier.range.variable);
  });
  return found == both->operands.end() ? nullptr : found->get();
}

const model::Expression* name_test_of_every(const model::Quantifier& quantifier) {
  const auto* implication = std::get_if<model::Implication>(&quantifier.satisfies->node);
  if (quantifier.kind != model::QuantifierKind::every || implication == nullptr) return nullptr;
  return picks_by_name(*implication->premise, quantifier.range.variable) ? implication->premise.get() : nullptr;
}

void report(Code code, const model::Quantifier& quantifier, const model::Expression& name_test, std::size_t module,
            Context& context) {
  const auto phrase = [&](const model::Expression& part) {
    return phrase_of({part.span.begin, part.span.end}, context, module);
  };
  const auto& variable = context.scheme.variables[quantifier.range.variable].name;
  context.diagnostics.add({.code = code,
                           .arguments = {},
                           .at = {name_test.span, "looks up one element"},
                           .also = {},
                           .help = {"write '(the " + variable + " in " + phrase(*quantifier.range.list) + " where " +
                                    phrase(name_test) + ")' to keep it undetermined"}});
}

void lint(const model::Expression& condition, std::size_t module, Context& context) {
  for_each_node(condition, [&](const model::Expression& node) {
    const auto* quantifier = std::get_if<model::Quantifier>(&node.node);
    if (quantifier == nullptr) return;
    // A certificate that is not in the dossier is not held, and evidence is not there: there is nothing to look up.
    if (std::holds_alternative<model::DossierListReference>(quantifier->range.list->node)) return;
    if (const auto* test = name_test_of_some(*quantifier))
      report(Code::lookup_hidden_by_some, *quantifier, *test, module, context);
    if (const auto* test = name_test_of_every(*quantifier))
      report(Code::lookup_hidden_by_every, *quantifier, *test, module, context);
  });
}

/// What stands in a profile is looked at with it, what stands in its scheme with the scheme.
bool is_looked_at(std::size_t module, const Context& context) { return context.root == 0 || module == context.root; }

void lint_provisions(const Declared<syntax::Requirement, model::RequirementId>& declared, Context& context) {
  if (!is_looked_at(declared.module, context)) return;
  for (const auto& provision : context.scheme.requirements[declared.id].provisions) {
    const bool stands_here = provision.span.file == context.module_files[declared.module];
    if (stands_here && provision.modal != Modal::may) lint(*provision.condition, declared.module, context);
  }
}

/// Requirements that somebody judges, by their rows.
std::vector<bool> judged_requirements(const model::Scheme& scheme) {
  std::vector<bool> judged(scheme.requirements.size(), false);
  for (const auto& judgement : scheme.judgements) judged[judgement.requirement.value] = true;
  return judged;
}

/// A third party finds out for itself: by evidence, or by somebody's judgement.
void lint_grounds(const Declarations& declarations, Context& context) {
  if (context.scheme.header.party != "third") return;
  const auto judged = judged_requirements(context.scheme);
  for (const auto& declared : declarations.requirements) {
    if (!is_looked_at(declared.module, context) || judged[declared.id.value] ||
        !context.scheme.requirements[declared.id].evidence.empty())
      continue;
    context.diagnostics.add({.code = Code::rests_on_declared_facts,
                             .arguments = {context.scheme.requirements[declared.id].id},
                             .at = {span_of(declared.node->id, context, declared.module), ""},
                             .also = {},
                             .help = {"add 'evidence NAME \"…\"', or a judgement"}});
  }
}

bool counts_records(model::Tally tally) { return tally == model::Tally::overdue || tally == model::Tally::planned; }

std::string_view word(model::Tally tally) {
  const auto named = [&](const TallyName& row) { return row.tally == tally; };
  return std::find_if(tally_names.begin(), tally_names.end(), named)->name;
}

/// One requirement may have several records, or none: that there are as many of the one as of the other says nothing.
void lint_comparison(const model::Expression& comparison, Context& context) {
  std::optional<model::Tally> of_records;
  std::optional<model::Tally> of_requirements;
  for_each_node(comparison, [&](const model::Expression& node) {
    if (const auto* reference = std::get_if<model::TallyReference>(&node.node))
      (counts_records(reference->tally) ? of_records : of_requirements) = reference->tally;
  });
  if (!of_records || !of_requirements) return;
  const std::string records(word(*of_records));
  context.diagnostics.add(
      {.code = Code::records_against_requirements,
       .arguments = {records, std::string(word(*of_requirements))},
       .at = {comparison.span, "a requirement may have several records, or none"},
       .also = {},
       .help = {"compare each with a number of its own, as in '" + records +
                " > 0'; that each minor nonconformity has a plan, 'assay attest' asks of a conditional decision"}});
}

void lint_decisions(Context& context) {
  for (const auto& decision : context.scheme.decisions) {
    if (!decision) continue;
    for (const model::DecisionRule& rule : decision->rules) {
      if (!rule.condition) continue;
      for_each_node(*rule.condition, [&](const model::Expression& node) {
        const bool compares =
            std::holds_alternative<model::Comparison>(node.node) || std::holds_alternative<model::InRange>(node.node);
        if (compares) lint_comparison(node, context);
      });
    }
  }
}

/// Which defines and tables something calls.
class Calls {
 public:
  explicit Calls(const model::Scheme& scheme)
      : defines(scheme.defines.size(), false), tables(scheme.tables.size(), false) {
    for (const model::Define& define : scheme.defines) add(define.value);
    for (const model::DecisionTable& table : scheme.tables) {
      for (const auto& input : table.inputs) add(input);
      for (const model::Row& row : table.rows) add(row.result);
    }
    for (const model::Requirement& requirement : scheme.requirements) {
      add(requirement.applies);
      add(requirement.in_force_from);
      add(requirement.not_applicable_because);
      for (const model::Provision& provision : requirement.provisions) add(provision.condition);
    }
    for (const model::Evidence& evidence : scheme.evidence) {
      if (!evidence.covering) continue;
      add(evidence.covering->covered);
      add(evidence.covering->key);
    }
    for (const model::Presumption& presumption : scheme.presumptions) add(presumption.condition);
    for (const auto& decision : scheme.decisions) {
      if (!decision) continue;
      for (const model::DecisionRule& rule : decision->rules) add(rule.condition);
    }
  }

  std::vector<bool> defines;
  std::vector<bool> tables;

 private:
  void add(const model::ExpressionPtr& expression) {
    if (!expression) return;
    for_each_node(*expression, [this](const model::Expression& node) {
      if (const auto* call = std::get_if<model::DefineCall>(&node.node)) defines[call->define.value] = true;
      if (const auto* call = std::get_if<model::TableCall>(&node.node)) tables[call->table.value] = true;
    });
  }
};

/// A report shows what has no parameters, whether it is called or not. A library is there for more than one scheme.
template <typename Row>
void lint_call(const Row& row, bool is_called, std::size_t module, Context& context) {
  if (is_called || row.parameters.empty() || module != context.root) return;
  context.diagnostics.add({.code = Code::never_called,
                           .arguments = {row.name},
                           .at = {row.span, "has parameters, so no report shows it"},
                           .also = {},
                           .help = {"remove it, or call it"}});
}

void lint_calls(const Declarations& declarations, Context& context) {
  // A profile may do without what its scheme calls, and a mistake may hide a call.
  if (context.root != 0 || context.diagnostics.has_errors()) return;
  const Calls calls(context.scheme);
  for (const auto& declared : declarations.defines)
    lint_call(context.scheme.defines[declared.id], calls.defines[declared.id.value], declared.module, context);
  for (const auto& declared : declarations.tables)
    lint_call(context.scheme.tables[declared.id], calls.tables[declared.id.value], declared.module, context);
}

}  // namespace

void lint(const Declarations& declarations, Context& context) {
  for (const auto& declared : declarations.requirements) lint_provisions(declared, context);
  for (const auto& tightening : declarations.tightenings) lint_provisions(tightening, context);
  lint_grounds(declarations, context);
  lint_decisions(context);
  lint_calls(declarations, context);
}

}  // namespace assay::check
