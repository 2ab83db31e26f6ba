// The expressions inside an expression.
#include "check/walk.hpp"

#include "base/match.hpp"

namespace assay::check {
namespace {

using Nodes = std::vector<const model::Expression*>;

void add(Nodes& nodes, const model::ExpressionPtr& expression) {
  if (expression) nodes.push_back(expression.get());
}
void add(Nodes& nodes, const std::vector<model::ExpressionPtr>& expressions) {
  for (const auto& expression : expressions) add(nodes, expression);
}
void add(Nodes& nodes, const model::Range& range) {
  add(nodes, range.list);
  add(nodes, range.where);
}
template <typename... Parts>
void add_all(Nodes& nodes, const Parts&... parts) {
  (add(nodes, parts), ...);
}

void add_parts(Nodes& nodes, const model::Expression& expression) {
  match(
      expression.node, [](const model::Constant&) {}, [](const model::AllMembers&) {},
      [](const model::SubjectReference&) {}, [](const model::CertificatesReference&) {},
      [](const model::VariableReference&) {}, [](const model::AssessmentDate&) {},
      [](const model::JudgementReference&) {}, [](const model::EvidenceReference&) {},
      [](const model::TallyReference&) {}, [](const model::VerdictReference&) {},
      [&](const model::FieldAccess& node) { add(nodes, node.object); },
      [&](const model::DefineCall& node) { add(nodes, node.arguments); },
      [&](const model::TableCall& node) { add(nodes, node.arguments); },
      [&](const model::FunctionCall& node) { add(nodes, node.arguments); },
      [&](const model::Scale& node) { add(nodes, node.operand); },
      [&](const model::Connective& node) { add(nodes, node.operands); },
      [&](const model::Negation& node) { add(nodes, node.operand); },
      [&](const model::Implication& node) { add_all(nodes, node.premise, node.conclusion); },
      [&](const model::Conditional& node) { add_all(nodes, node.condition, node.then, node.otherwise); },
      [&](const model::Fallback& node) { add_all(nodes, node.value, node.otherwise); },
      [&](const model::Arithmetic& node) { add(nodes, node.operands); },
      [&](const model::Minus& node) { add(nodes, node.operand); },
      [&](const model::Comparison& node) { add_all(nodes, node.left, node.right); },
      [&](const model::InRange& node) { add_all(nodes, node.value, node.low, node.high); },
      [&](const model::Conformity& node) {
        add(nodes, node.measured);
        add(nodes, node.low);
        add(nodes, node.high);
      },
      [&](const model::OneOf& node) { add_all(nodes, node.value, node.members); },
      [&](const model::Includes& node) { add_all(nodes, node.collection, node.member); },
      [&](const model::Matches& node) { add(nodes, node.value); },
      [&](const model::Presence& node) { add(nodes, node.path); },
      [&](const model::WithinDuration& node) { add_all(nodes, node.value, node.duration); },
      [&](const model::Quantifier& node) { add_all(nodes, node.range, node.satisfies); },
      [&](const model::CountInRange& node) { add(nodes, node.range); },
      [&](const model::Aggregate& node) { add_all(nodes, node.range, node.element); },
      [&](const model::The& node) { add(nodes, node.range); });
}

}  // namespace

std::vector<const model::Expression*> parts_of(const model::Expression& expression) {
  Nodes parts;
  add_parts(parts, expression);
  return parts;
}

bool holds_anywhere(const model::Expression& expression, const std::function<bool(const model::Expression&)>& holds) {
  Nodes open{&expression};
  while (!open.empty()) {
    const auto* next = open.back();
    open.pop_back();
    if (holds(*next)) return true;
    add_parts(open, *next);
  }
  return false;
}

void for_each_node(const model::Expression& expression, const std::function<void(const model::Expression&)>& visit) {
  holds_anywhere(expression, [&](const model::Expression& node) {
    visit(node);
    return false;
  });
}

}  // namespace assay::check
