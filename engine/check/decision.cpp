// The decision: its rules, or those that hold where a scheme gives none.
#include "check/declaration.hpp"
#include "check/suggest.hpp"
#include "model/walk.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace assay::check {
namespace {

using diagnostics::Code;
using model::Comparator;
using model::Tally;

std::vector<std::string_view> outcomes() {
  std::vector<std::string_view> words;
  for (int number = 0; number <= static_cast<int>(DecisionOutcome::defer); ++number)
    words.push_back(to_string(static_cast<DecisionOutcome>(number)));
  return words;
}

bool reads(const model::Expression& condition, Tally tally) {
  return holds_anywhere(condition, [&](const model::Expression& node) {
    const auto* reference = std::get_if<model::TallyReference>(&node.node);
    return reference != nullptr && reference->tally == tally;
  });
}

bool decision_reads(const model::Decision& decision, Tally tally) {
  return std::any_of(decision.rules.begin(), decision.rules.end(),
                     [&](const model::DecisionRule& rule) { return rule.condition && reads(*rule.condition, tally); });
}

bool is_applicable_count(const model::Expression& expression) {
  const auto* reference = std::get_if<model::TallyReference>(&expression.node);
  return reference != nullptr && reference->tally == Tally::applicable;
}

bool is_number(const model::Expression& expression, std::int64_t number) {
  const auto constant = constant_of(expression);
  const auto* decimal = constant ? std::get_if<Decimal>(&constant->value) : nullptr;
  return decimal != nullptr && *decimal == Decimal::of(number);
}

/// `applicable = 0`, however it is written.
bool says_nothing_applicable(const model::Expression& expression) {
  const auto* comparison = std::get_if<model::Comparison>(&expression.node);
  if (comparison == nullptr) return false;
  const auto& left = *comparison->left;
  const auto& right = *comparison->right;
  switch (comparison->comparator) {
    case Comparator::equal:
      return (is_applicable_count(left) && is_number(right, 0)) || (is_number(left, 0) && is_applicable_count(right));
    case Comparator::less: return is_applicable_count(left) && is_number(right, 1);
    case Comparator::less_equal: return is_applicable_count(left) && is_number(right, 0);
    case Comparator::greater: return is_number(left, 1) && is_applicable_count(right);
    case Comparator::greater_equal: return is_number(left, 0) && is_applicable_count(right);
    case Comparator::not_equal: return false;
  }
  return false;
}

class DecisionCheck {
 public:
  DecisionCheck(const syntax::Decision& node, Context& context) : node_(node), context_(context) {}

  model::Decision check() {
    for (const auto& rule : node_.rules) check(rule);
    if (otherwise_ == nullptr)
      report(Code::no_otherwise, node_.rules.empty() ? span(node_) : span(node_.rules.back()), {},
             {"end with a rule such as 'grant otherwise'"});
    return std::move(model_);
  }

 private:
  void check(const syntax::DecisionRule& rule);
  DecisionOutcome outcome(const syntax::Name& word);
  source::Span span(const syntax::Spanned& node) const { return span_of(node, context_, 0); }
  void report(Code code, source::Span at, std::vector<std::string> arguments, std::vector<std::string> help = {},
              std::vector<diagnostics::Place> also = {}) {
    context_.diagnostics.add({.code = code,
                              .arguments = std::move(arguments),
                              .at = {at, ""},
                              .also = std::move(also),
                              .help = std::move(help)});
  }

  const syntax::Decision& node_;
  Context& context_;
  model::Decision model_;
  const syntax::DecisionRule* otherwise_ = nullptr;
};

void DecisionCheck::check(const syntax::DecisionRule& rule) {
  if (otherwise_ != nullptr)
    report(Code::rule_after_otherwise, span(rule), {}, {"move 'otherwise' to the end"},
           {{span(*otherwise_), "holds whenever it is reached"}});
  if (!rule.condition && otherwise_ == nullptr) otherwise_ = &rule;
  model::DecisionRule row;
  row.outcome = outcome(rule.outcome);
  row.text = "otherwise";
  row.span = span(rule);
  if (rule.condition) {
    Scope scope{.context = context_,
                .module = 0,
                .place = Scope::Place::decision,
                .variables = {},
                .quantifiers = 0,
                .requirement = std::nullopt,
                .provision_id = ""};
    row.condition = check_condition(*rule.condition, scope);
    row.text = phrase_of(*rule.condition, context_, 0);
  }
  model_.rules.push_back(std::move(row));
}

DecisionOutcome DecisionCheck::outcome(const syntax::Name& word) {
  if (const auto known = outcome_of(word.text)) return *known;
  report(Code::unknown_outcome, span(word), {word.text}, suggest(word.text, outcomes, context_));
  return DecisionOutcome::defer;
}

/// `majors > 0`, or several such joined by `or`.
model::ExpressionPtr any_above_zero(std::initializer_list<Tally> tallies, Context& context) {
  const auto span = context.scheme.header.span;
  const auto boolean = context.scheme.types.intern({.kind = model::Kind::boolean});
  const auto integer = context.scheme.types.intern({.kind = model::Kind::integer});
  const auto node = [&](model::TypeId type, auto content) {
    auto expression = std::make_unique<model::Expression>();
    expression->type = type;
    expression->span = span;
    expression->node = std::move(content);
    return expression;
  };
  std::vector<model::ExpressionPtr> conditions;
  for (const auto tally : tallies) {
    model::Comparison comparison;
    comparison.comparator = Comparator::greater;
    comparison.left = node(integer, model::TallyReference{tally});
    comparison.right = node(integer, model::Constant{.value = Decimal::of(0), .text = nullptr});
    conditions.push_back(node(boolean, std::move(comparison)));
  }
  if (conditions.size() == 1) return std::move(conditions.front());
  model::Connective any;
  any.is_and = false;
  any.operands = std::move(conditions);
  return node(boolean, std::move(any));
}

/// Refuse on a major nonconformity, grant under conditions on a minor or waived one, else grant.
model::Decision default_rules(Context& context) {
  model::Decision decision;
  const auto add = [&](DecisionOutcome outcome, model::ExpressionPtr condition, std::string text) {
    model::DecisionRule rule;
    rule.outcome = outcome;
    rule.condition = std::move(condition);
    rule.text = std::move(text);
    rule.span = context.scheme.header.span;
    decision.rules.push_back(std::move(rule));
  };
  add(DecisionOutcome::refuse, any_above_zero({Tally::majors}, context), "majors > 0");
  add(DecisionOutcome::conditional, any_above_zero({Tally::minors, Tally::waived}, context),
      "minors > 0 or waived > 0");
  add(DecisionOutcome::grant, nullptr, "otherwise");
  return decision;
}

void check_waivers_are_read(const syntax::Decision& written, const model::Decision& decision,
                            const Declarations& declarations, Context& context) {
  if (context.scheme.header.waiver_role.empty() || decision_reads(decision, Tally::waived)) return;
  for (const auto& entry : declarations.header->entries) {
    if (!std::holds_alternative<syntax::WaiverEntry>(entry.value)) continue;
    context.diagnostics.add({.code = Code::waived_never_read,
                             .arguments = {},
                             .at = {span_of(entry, context, 0), "admits waivers"},
                             .also = {{span_of(written, context, 0), "never reads 'waived'"}},
                             .help = {"add a rule such as 'conditional when waived > 0'"}});
  }
}

model::Decision checked_decision(const syntax::Decision& written, const Declarations& declarations, Context& context) {
  auto decision = DecisionCheck(written, context).check();
  decision.reads_observations = decision_reads(decision, Tally::observations);
  decision.reads_applicable =
      std::any_of(decision.rules.begin(), decision.rules.end(), [](const model::DecisionRule& rule) {
        return rule.condition && holds_anywhere(*rule.condition, says_nothing_applicable);
      });
  check_waivers_are_read(written, decision, declarations, context);
  return decision;
}

void check_surveillance_is_decided(const Context& context) {
  const auto& at_surveillance = context.scheme.decisions[static_cast<std::size_t>(Activity::surveillance)];
  if (!context.scheme.surveillance || at_surveillance) return;
  context.diagnostics.add({.code = Code::no_decision_at_surveillance,
                           .arguments = {},
                           .at = {context.scheme.surveillance->span, ""},
                           .also = {},
                           .help = {"add 'decision at surveillance { suspend when majors > 0 maintain otherwise }'"}});
}

}  // namespace

void check_decisions(const Declarations& declarations, Context& context) {
  auto& decisions = context.scheme.decisions;
  for (std::size_t activity = 0; activity < decisions.size(); ++activity)
    if (const auto* written = declarations.decisions[activity])
      decisions[activity] = checked_decision(*written, declarations, context);
  if (!decisions[0]) decisions[0] = default_rules(context);
  check_surveillance_is_decided(context);
}

}  // namespace assay::check
