// Quantifiers that turn 'not reported' into a verdict, where a lookup would keep it unknown.
#include "check/declaration.hpp"
#include "model/walk.hpp"

#include <algorithm>

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
    // A certificate that is not in the dossier is not held: there is nothing to look up.
    if (std::holds_alternative<model::CertificatesReference>(quantifier->range.list->node)) return;
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

}  // namespace

void lint(const Declarations& declarations, Context& context) {
  for (const auto& declared : declarations.requirements) lint_provisions(declared, context);
  for (const auto& tightening : declarations.tightenings) lint_provisions(tightening, context);
  lint_grounds(declarations, context);
}

}  // namespace assay::check
