// Where a decision about a measured value may stand: where its being met can only help the provision to be met. Under a
// negation a guard band would protect the wrong side, and in a definition nobody could tell which side it is.
#include "check/declaration.hpp"
#include "model/walk.hpp"

namespace assay::check {
namespace {

using diagnostics::Code;

std::vector<std::string> help_for(const model::Conformity& conformity, const Context& context) {
  const auto& types = context.scheme.types;
  const auto& type = types[conformity.measured->type];
  const auto& span = conformity.measured->span;
  const auto text = context.files[span.file].text().substr(span.begin, span.end - span.begin);
  constexpr std::size_t longest = 60;
  if (types.records[type.record].built_in != model::BuiltIn::measurement || text.size() > longest) return {};
  return {"write '" + std::string(text) + ".value' to compare the value without its uncertainty"};
}

class Places {
 public:
  explicit Places(Context& context) : context_(context) {}

  void visit(const model::Expression& expression, bool is_positive) {
    const auto* conformity = std::get_if<model::Conformity>(&expression.node);
    if (conformity != nullptr && !is_positive) report(*conformity, expression.span);
    for (const auto* part : parts_of(expression)) visit(*part, is_positive && keeps_sign(expression, *part));
  }

 private:
  /// Does the part being met never keep the expression from being met?
  static bool keeps_sign(const model::Expression& expression, const model::Expression& part) {
    if (std::holds_alternative<model::Connective>(expression.node)) return true;
    if (const auto* implication = std::get_if<model::Implication>(&expression.node))
      return &part == implication->conclusion.get();
    if (const auto* choice = std::get_if<model::Conditional>(&expression.node)) return &part != choice->condition.get();
    const auto* quantifier = std::get_if<model::Quantifier>(&expression.node);
    if (quantifier == nullptr || &part != quantifier->satisfies.get()) return false;
    return quantifier->kind == model::QuantifierKind::every || quantifier->kind == model::QuantifierKind::some ||
           quantifier->kind == model::QuantifierKind::at_least;
  }

  void report(const model::Conformity& conformity, source::Span at) {
    context_.diagnostics.add(
        {.code = Code::conformity_out_of_place,
         .arguments = {},
         .at = {at, "belongs into a shall or a should, not under a negation and not into a condition"},
         .also = {},
         .help = help_for(conformity, context_)});
  }

  Context& context_;
};

}  // namespace

void check_conformity_places(Context& context) {
  Places places(context);
  const auto visit = [&](const model::ExpressionPtr& expression) {
    if (expression) places.visit(*expression, false);
  };
  for (const auto& define : context.scheme.defines) visit(define.value);
  for (const auto& table : context.scheme.tables) {
    for (const auto& input : table.inputs) visit(input);
    for (const auto& row : table.rows) visit(row.result);
  }
  for (const auto& requirement : context.scheme.requirements) {
    visit(requirement.in_force_from);
    visit(requirement.applies);
    visit(requirement.not_applicable_because);
    for (const auto& provision : requirement.provisions)
      places.visit(*provision.condition, provision.modal != Modal::may);
  }
  for (const auto& evidence : context.scheme.evidence) {
    if (!evidence.covering) continue;
    visit(evidence.covering->covered);
    visit(evidence.covering->key);
  }
  for (const auto& presumption : context.scheme.presumptions) visit(presumption.condition);
  for (const auto& decision : context.scheme.decisions) {
    if (!decision) continue;
    for (const auto& rule : decision->rules) visit(rule.condition);
  }
}

}  // namespace assay::check
