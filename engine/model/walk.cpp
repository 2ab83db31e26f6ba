// The expressions inside an expression.
#include "model/walk.hpp"

#include "base/match.hpp"

namespace assay::model {
namespace {

using Nodes = std::vector<const Expression*>;

void add(Nodes& nodes, const ExpressionPtr& expression) {
  if (expression) nodes.push_back(expression.get());
}
void add(Nodes& nodes, const std::vector<ExpressionPtr>& expressions) {
  for (const auto& expression : expressions) add(nodes, expression);
}
void add(Nodes& nodes, const Range& range) {
  add(nodes, range.list);
  add(nodes, range.where);
}
template <typename... Parts>
void add_all(Nodes& nodes, const Parts&... parts) {
  (add(nodes, parts), ...);
}

void add_parts(Nodes& nodes, const Expression& expression) {
  match(
      expression.node, [](const Constant&) {}, [](const AllMembers&) {}, [](const SubjectReference&) {},
      [](const DossierListReference&) {}, [](const VariableReference&) {}, [](const AssessmentDate&) {},
      [](const JudgementReference&) {}, [](const EvidenceReference&) {}, [](const TallyReference&) {},
      [](const VerdictReference&) {}, [&](const FieldAccess& node) { add(nodes, node.object); },
      [&](const DefineCall& node) { add(nodes, node.arguments); },
      [&](const TableCall& node) { add(nodes, node.arguments); },
      [&](const FunctionCall& node) { add(nodes, node.arguments); },
      [&](const Scale& node) { add(nodes, node.operand); }, [&](const Connective& node) { add(nodes, node.operands); },
      [&](const Negation& node) { add(nodes, node.operand); },
      [&](const Implication& node) { add_all(nodes, node.premise, node.conclusion); },
      [&](const Conditional& node) { add_all(nodes, node.condition, node.then, node.otherwise); },
      [&](const Fallback& node) { add_all(nodes, node.value, node.otherwise); },
      [&](const Arithmetic& node) { add(nodes, node.operands); }, [&](const Minus& node) { add(nodes, node.operand); },
      [&](const Comparison& node) { add_all(nodes, node.left, node.right); },
      [&](const InRange& node) { add_all(nodes, node.value, node.low, node.high); },
      [&](const Conformity& node) {
        add(nodes, node.measured);
        add(nodes, node.low);
        add(nodes, node.high);
      },
      [&](const OneOf& node) { add_all(nodes, node.value, node.members); },
      [&](const Includes& node) { add_all(nodes, node.collection, node.member); },
      [&](const Matches& node) { add(nodes, node.value); }, [&](const Presence& node) { add(nodes, node.path); },
      [&](const WithinDuration& node) { add_all(nodes, node.value, node.duration); },
      [&](const Quantifier& node) { add_all(nodes, node.range, node.satisfies); },
      [&](const CountInRange& node) { add(nodes, node.range); },
      [&](const Aggregate& node) { add_all(nodes, node.range, node.element); },
      [&](const The& node) { add(nodes, node.range); });
}

}  // namespace

std::vector<const Expression*> parts_of(const Expression& expression) {
  Nodes parts;
  add_parts(parts, expression);
  return parts;
}

bool holds_anywhere(const Expression& expression, const std::function<bool(const Expression&)>& holds) {
  Nodes open{&expression};
  while (!open.empty()) {
    const auto* next = open.back();
    open.pop_back();
    if (holds(*next)) return true;
    add_parts(open, *next);
  }
  return false;
}

void for_each_node(const Expression& expression, const std::function<void(const Expression&)>& visit) {
  holds_anywhere(expression, [&](const Expression& node) {
    visit(node);
    return false;
  });
}

}  // namespace assay::model
