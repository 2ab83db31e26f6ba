#pragma once

#include "base/match.hpp"
#include "check/check.hpp"
#include "grammar/parse.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// One expression in a scheme that has something of everything, and what became of it as one line of text.
namespace assay::check {

inline constexpr std::string_view world = R"(
scheme "Mark" {
  id "example.org/mark"
  version "1"
  owner "Example"
  object product
}
unit kWh
unit MWh = 1000 kWh
unit FLOP
enum Risk { high, low, none }
enum Oversight { none, basic, enhanced }
enum Impact { rights "Rights-Impacting", safety "Safety-Impacting" }
enum Answer { yes "item1-3" = 3, no "item2-0" = 0 }
record Dataset {
  name      text
  share     number in %
  collected date
}
subject system {
  name      text
  risk      Risk
  impact    Impact
  answer    Answer
  answers   set of Answer
  datasets  list of Dataset
  sites     list of text
  loads     list of number in MWh
  energy    number in kWh
  peak      number in MWh
  compute   number in FLOP
  share     number in %
  fraction  number
  number_of integer
  certified boolean
  since     date
  at        datetime
  period    duration
  first     Dataset
}
define is_high = system.risk is high
define doubled(x: number in kWh) = x * 2
define rated(r: Risk, share: number in %) = r is high and share > 5 %
table level(x: integer) by x -> Oversight {
  .. 0 => none
  1 .. => basic
}
)";

inline std::string scheme_with(std::string_view condition, std::string_view declarations = "",
                               std::string_view rule = "majors > 0") {
  std::string text(world);
  text += declarations;
  text += "\nrequirement R-1 \"One\" {\n  shall ";
  text += condition;
  text += "\n}\ndecision {\n  refuse when ";
  text += rule;
  text += "\n  grant otherwise\n}\n";
  return text;
}

struct Checked {
  Checked() = default;
  explicit Checked(std::string text) {
    const auto id = files.add(source::File("mark.assay", std::move(text)));
    auto tree = grammar::parse(id, files[id], diagnostics);
    if (!tree) return;
    std::vector<LoadedModule> modules;
    modules.push_back({id, *std::move(tree), {}});
    scheme = check(modules, files, diagnostics);
  }

  /// What was reported, by place. Many tests declare what they do not call.
  std::vector<diagnostics::Diagnostic> reported() const {
    auto all = diagnostics.sorted();
    std::erase_if(all, [](const auto& one) { return one.code == diagnostics::Code::never_called; });
    return all;
  }
  /// The codes of it: "E0301 W0413".
  std::string codes() const {
    std::string all;
    for (const auto& diagnostic : reported()) {
      all += all.empty() ? "" : " ";
      all += diagnostics::entry(diagnostic.code).code;
    }
    return all;
  }
  /// "message | label | help" of the first report.
  std::string first() const {
    const auto sorted = reported();
    if (sorted.empty()) return "";
    auto text = message(sorted.front()) + " | " + sorted.front().at.words;
    for (const auto& line : sorted.front().help) text += " | " + line;
    return text;
  }
  /// The code that the first report points at.
  std::string place() const {
    const auto span = reported().front().at.span;
    return std::string(files[span.file].text().substr(span.begin, span.end - span.begin));
  }

  source::Files files;
  diagnostics::Diagnostics diagnostics;
  Outcome<model::Scheme> scheme;
};

inline Checked checked(std::string_view condition, std::string_view declarations = "") {
  return Checked(scheme_with(condition, declarations));
}

/// Writes expressions as prefix terms: (less_equal system.share 5).
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

/// The condition as a term, or the codes of what was reported.
inline std::string meaning(std::string_view condition, std::string_view declarations = "") {
  const auto result = checked(condition, declarations);
  if (!result.scheme) return result.codes();
  const auto& requirements = result.scheme->requirements;
  return Terms(*result.scheme)(*requirements[requirements.id_at(0)].provisions.front().condition);
}

/// The value of a define as "term : type", or the codes of what was reported.
inline std::string value_meaning(std::string_view value, std::string_view declarations = "") {
  const auto text = std::string(declarations) + "\ndefine it = " + std::string(value) + "\n";
  const auto result = checked("true", text);
  if (!result.scheme) return result.codes();
  const auto& defines = result.scheme->defines;
  const auto& it = *defines[defines.id_at(defines.size() - 1)].value;
  return Terms(*result.scheme)(it) + " : " + result.scheme->types.words(it.type);
}

/// The condition of the first rule of the decision as a term, or the codes of what was reported.
inline std::string rule_meaning(std::string_view condition) {
  const Checked result(scheme_with("true", "", condition));
  if (!result.scheme) return result.codes();
  return Terms(*result.scheme)(*result.scheme->initial_decision().rules.front().condition);
}

inline std::string codes_of(std::string_view condition, std::string_view declarations = "") {
  return checked(condition, declarations).codes();
}

/// "message | label | help" of the first report.
inline std::string report_of(std::string_view condition, std::string_view declarations = "") {
  return checked(condition, declarations).first();
}

}  // namespace assay::check
