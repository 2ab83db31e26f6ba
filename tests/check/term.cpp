#include "base/match.hpp"
#include "check/checked.hpp"

#include <array>

namespace assay::check {

namespace {

class Terms {
 public:
  explicit Terms(const model::Scheme& scheme) : scheme_(scheme) {}

  std::string operator()(const model::Expression& expression) const {
    return match(
        expression.node, [&](const model::Constant& node) { return value(node.value, expression.type); },
        [&](const model::AllMembers& node) { return scheme_.types.enumerations[node.enumeration].name; },
        [&](const model::SubjectReference&) { return scheme_.subject_name; },
        [&](const model::DossierListReference& reference) {
          return std::string(model::dossier_list_words[static_cast<std::size_t>(reference.list)]);
        },
        [&](const model::VariableReference& node) { return scheme_.variables[node.variable].name; },
        [&](const model::FieldAccess& node) { return (*this)(*node.object) + "." + field(node); },
        [&](const model::DefineCall& node) { return term(scheme_.defines[node.define].name, node.arguments); },
        [&](const model::TableCall& node) { return term(scheme_.tables[node.table].name, node.arguments); },
        [&](const model::AssessmentDate&) { return std::string("assessment_date"); },
        [&](const model::FunctionCall& node) { return term(function(node.function), node.arguments); },
        [&](const model::Scale& node) { return term("scale", node.operand, node.factor.to_string()); },
        [&](const model::Connective& node) { return term(node.is_and ? "and" : "or", node.operands); },
        [&](const model::Negation& node) { return term("not", node.operand); },
        [&](const model::Implication& node) { return term("implies", node.premise, node.conclusion); },
        [&](const model::Conditional& node) { return term("if", node.condition, node.then, node.otherwise); },
        [&](const model::Fallback& node) { return term("otherwise", node.value, node.otherwise); },
        [&](const model::Arithmetic& node) { return arithmetic(node); },
        [&](const model::Minus& node) { return term("minus", node.operand); },
        [&](const model::Comparison& node) { return term(comparator(node.comparator), node.left, node.right); },
        [&](const model::InRange& node) { return term("in", node.value, node.low, node.high); },
        [&](const model::Conformity& node) {
          return "(conforms " + (*this)(*node.measured) + " " + (node.low ? (*this)(*node.low) : "..") + " " +
                 (node.high ? (*this)(*node.high) : "..") + ")";
        },
        [&](const model::OneOf& node) { return term(node.negated ? "none_of" : "one_of", node.value, node.members); },
        [&](const model::Includes& node) { return term("includes", node.collection, node.member); },
        [&](const model::Matches& node) { return term("matches", node.value, "\"" + node.pattern + "\""); },
        [&](const model::Presence& node) { return term(presence(node.kind), node.path); },
        [&](const model::WithinDuration& node) { return term("within", node.value, node.duration); },
        [&](const model::Quantifier& node) { return quantifier(node); },
        [&](const model::CountInRange& node) { return count(node); },
        [&](const model::Aggregate& node) { return term(aggregate(node.kind), node.element, node.range); },
        [&](const model::The& node) { return term("the", node.range); },
        [&](const model::JudgementReference& node) { return "judgement " + scheme_.judgements[node.judgement].name; },
        [&](const model::EvidenceReference& node) { return "provide " + scheme_.evidence[node.evidence].name; },
        [&](const model::TallyReference& node) { return "tally " + std::to_string(static_cast<int>(node.tally)); },
        [&](const model::VerdictReference& node) { return "verdict " + scheme_.requirements[node.requirement].id; });
  }

 private:
  std::string part(const std::string& word) const { return " " + word; }
  std::string part(const model::ExpressionPtr& expression) const {
    return expression ? " " + (*this)(*expression) : "";
  }
  std::string part(const std::vector<model::ExpressionPtr>& expressions) const {
    std::string all;
    for (const auto& expression : expressions) all += part(expression);
    return all;
  }
  std::string part(const model::Range& range) const {
    const auto& name = scheme_.variables[range.variable].name;
    return " [" + name + part(range.list) + (range.where ? " where" : "") + part(range.where) + "]";
  }
  template <typename... Parts>
  std::string term(std::string_view head, const Parts&... parts) const {
    std::string text(head);
    (text += ... += part(parts));
    return "(" + text + ")";
  }

  std::string value(const Value& any, model::TypeId type) const {
    return match(
        any, [](std::monostate) { return std::string("nothing"); },
        [](bool truth) { return std::string(truth ? "true" : "false"); },
        [](const Decimal& number) { return number.to_string(); },
        [](std::string_view text) { return "\"" + std::string(text) + "\""; },
        [](Date date) { return to_string(date); }, [](DateTime instant) { return to_string(instant); },
        [](const Duration& duration) { return to_string(duration); },
        [&](Member member) { return enumeration(type).name + "." + enumeration(type).members[member.position].name; },
        [](Elements) { return std::string("elements"); }, [](RecordAt) { return std::string("record"); },
        [](const SamplingPlan&) { return std::string("plan"); });
  }
  const model::Enumeration& enumeration(model::TypeId type) const {
    return scheme_.types.enumerations[scheme_.types[type].enumeration];
  }
  std::string field(const model::FieldAccess& access) const {
    return scheme_.types.records[scheme_.types[access.object->type].record].fields[access.field].name;
  }
  std::string arithmetic(const model::Arithmetic& node) const {
    std::string text = (*this)(*node.operands.front());
    for (std::size_t i = 1; i < node.operands.size(); ++i) {
      text += std::string(" ") + "+-*/"[static_cast<std::size_t>(node.operators[i - 1])];
      text += part(node.operands[i]);
    }
    return "(" + text + ")";
  }
  std::string quantifier(const model::Quantifier& node) const {
    constexpr std::array<std::string_view, 6> names{"every", "some", "no", "at_least", "at_most", "exactly"};
    const auto position = static_cast<std::size_t>(node.kind);
    const std::string number = position < 3 ? "" : " " + std::to_string(node.number);
    return term(std::string(names[position]) + number, node.range, node.satisfies);
  }
  std::string count(const model::CountInRange& node) const {
    const std::string ends = node.low.to_string() + ".." + (node.has_high ? node.high.to_string() : "");
    return term(node.negated ? "count_not" : "count", ends, node.range);
  }
  static std::string_view comparator(model::Comparator comparator) {
    constexpr std::array<std::string_view, 6> names{"=", "!=", "<", "<=", ">", ">="};
    return names[static_cast<std::size_t>(comparator)];
  }
  static std::string_view presence(model::PresenceKind kind) {
    constexpr std::array<std::string_view, 3> names{"provided", "missing", "stated"};
    return names[static_cast<std::size_t>(kind)];
  }
  static std::string_view aggregate(model::AggregateKind kind) {
    constexpr std::array<std::string_view, 5> names{"count", "sum", "min", "max", "average"};
    return names[static_cast<std::size_t>(kind)];
  }
  static std::string_view function(model::Function function) {
    constexpr std::array<std::string_view, 18> names{"round",        "round_half_even",
                                                     "floor",        "ceiling",
                                                     "percent",      "ratio",
                                                     "length",       "starts_with",
                                                     "ends_with",    "contains",
                                                     "lower",        "year",
                                                     "month",        "day",
                                                     "days_between", "date",
                                                     "value",        "count"};
    return names[static_cast<std::size_t>(function)];
  }

  const model::Scheme& scheme_;
};

}  // namespace

std::string term_of(const model::Scheme& scheme, const model::Expression& expression) {
  return Terms(scheme)(expression);
}

}  // namespace assay::check
