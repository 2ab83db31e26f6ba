// Which definitions a definition names. It may name more than it needs (a quantifier's variable may be spelled like a
// define): the order of the check needs no better.
#include "base/match.hpp"
#include "check/declaration.hpp"

#include <utility>

namespace assay::check {
namespace {

class NamesUsed {
 public:
  NamesUsed(const Context& context, std::size_t module, std::vector<std::size_t>& positions)
      : context_(context), module_(module), positions_(positions) {}

  void add(const syntax::Expression& expression);
  void add(const syntax::ExpressionPtr& expression) {
    if (expression) add(*expression);
  }

 private:
  void add(const std::vector<syntax::ExpressionPtr>& expressions) {
    for (const auto& expression : expressions) add(expression);
  }
  void add(const syntax::Range& range) { add_all(range.list, range.where); }
  template <typename... Parts>
  void add_all(const Parts&... parts) {
    (add(parts), ...);
  }
  void add(const syntax::Access& access);
  void add_name(std::string_view name);

  const Context& context_;
  std::size_t module_;
  std::vector<std::size_t>& positions_;
};

void NamesUsed::add_name(std::string_view name) {
  const auto meaning = find_name(name, context_, module_);
  if (!meaning) return;
  if (const auto* define = std::get_if<model::DefineId>(&*meaning)) positions_.push_back(define->value);
  if (const auto* table = std::get_if<model::TableId>(&*meaning))
    positions_.push_back(context_.lazy->defines.size() + table->value);
}

/// `alias.name` looks like a field of a record.
void NamesUsed::add(const syntax::Access& access) {
  add(access.object);
  if (!access.object) return;
  if (const auto* alias = std::get_if<syntax::Reference>(&access.object->node))
    add_name(alias->name.text + "." + access.field.text);
}

void NamesUsed::add(const syntax::Expression& expression) {
  match(
      expression.node, [](const syntax::Number&) {}, [](const syntax::Text&) {}, [](const syntax::Moment&) {},
      [](const syntax::TruthLiteral&) {}, [](const syntax::Judgement&) {}, [](const syntax::Provide&) {},
      [&](const syntax::Reference& node) { add_name(node.name.text); }, [&](const syntax::Access& node) { add(node); },
      [&](const syntax::Call& node) {
        add_name(node.callee.text);
        add(node.arguments);
      },
      [&](const syntax::Aggregate& node) { add_all(node.element, node.range); },
      [&](const syntax::Quantifier& node) { add_all(node.number, node.range, node.satisfies); },
      [&](const syntax::The& node) { add(node.range); },
      [&](const syntax::Conditional& node) { add_all(node.condition, node.then, node.otherwise); },
      [&](const syntax::Implication& node) { add_all(node.premise, node.conclusion); },
      [&](const syntax::Connective& node) { add(node.operands); },
      [&](const syntax::Negation& node) { add(node.operand); }, [&](const syntax::Minus& node) { add(node.operand); },
      [&](const syntax::Arithmetic& node) { add(node.operands); },
      [&](const syntax::Fallback& node) { add_all(node.value, node.otherwise); },
      [&](const syntax::Comparison& node) { add_all(node.left, node.right); },
      [&](const syntax::InRange& node) { add_all(node.value, node.low, node.high); },
      [&](const syntax::OneOf& node) { add_all(node.value, node.members); },
      [&](const syntax::Matches& node) { add(node.value); }, [&](const syntax::Presence& node) { add(node.path); },
      [&](const syntax::WithinDuration& node) { add_all(node.value, node.duration); });
}

}  // namespace

std::vector<std::vector<std::size_t>> dependencies(const Context& context) {
  std::vector<std::vector<std::size_t>> all;
  for (const auto& define : context.lazy->defines)
    NamesUsed(context, define.module, all.emplace_back()).add(define.node->value);
  for (const auto& table : context.lazy->tables) {
    NamesUsed names(context, table.module, all.emplace_back());
    for (const auto& input : table.node->inputs) names.add(input);
    for (const auto& row : table.node->rows) names.add(row.result);
  }
  return all;
}

}  // namespace assay::check
