#pragma once

#include "logic/activity.hpp"
#include "logic/verdict.hpp"
#include "program/straight_pattern.hpp"
#include "program/straight_test.hpp"
#include "quantity/value.hpp"
#include "source/file.hpp"
#include "statistics/decision_rule.hpp"

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

// A scheme ready to run: flat typed nodes over slots and registers. What a verdict needs is apart from what only an
// explanation needs (Origin).
namespace assay::program {

using NodeId = Index<struct NodeTag>;
using OriginId = Index<struct OriginTag>;
inline constexpr NodeId no_node{0xFFFFFFFF};

/// What a node does. "kids" are `count` nodes from children[first]. A comment gives the meaning of a, b, c, d.
enum class Operation : std::uint8_t {
  constant,       ///< constants[a]
  all_members,    ///< a list of b members, as constants[a] …
  subject_fact,   ///< slot a; c is 1 for a list that completions extend
  variable,       ///< register a: an element or a parameter
  variable_fact,  ///< slot (record in register a) + b
  record_fact,    ///< slot (record that node a yields) + b
  define,         ///< defines[a], computed once a dossier
  call,           ///< functions[a] with kids b, count c
  table,          ///< tables[a] with kids b, count c as arguments
  assessment_date,
  apply,        ///< model::Function a on kids b, count c; `value` reads scores from scores[d]
  scale,        ///< node a times constants[b]
  conjunction,  ///< kids b, count c
  disjunction,  ///< kids b, count c
  negation,     ///< node a
  implication,  ///< node a, node b
  conditional,  ///< if node a then node b else node c
  fallback,     ///< node a otherwise node b
  arithmetic,   ///< kids b, count c, folded to the left; model::ArithmeticOperator children[d + i] before kid i + 1
  minus,        ///< node a
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,  ///< node a, node b
  in_range,       ///< node a in node b .. node c
  one_of,         ///< node a among kids b, count c
  not_one_of,
  includes,  ///< collection node a, member node b
  matches,   ///< node a, patterns[b]
  provided,
  missing,
  stated,  ///< node a
  within,  ///< node a within duration node b of the assessment date
  every,
  some,
  no,
  at_least,
  at_most,
  exactly,         ///< ranges[a], satisfies node b, number in constants[c]
  count_in_range,  ///< ranges[a]; constants[b] .. constants[c] (c = none: open)
  count_not_in_range,
  count,
  sum,
  min,
  max,
  average,     ///< ranges[a], element node b
  the,         ///< ranges[a]
  judgement,   ///< judgements[a]
  provide,     ///< is there an item of evidence a, and a good one?
  tally,       ///< model::Tally a
  verdict,     ///< of requirement a
  conformity,  ///< the measured record that node a yields, against conformities[d] with limits node b, node c
  plan_part    ///< field b of the sampling plan that node a yields
};

/// Does it name one fact of the dossier, by the place where it stands? The operations stand together.
constexpr bool is_path(Operation operation) {
  return operation >= Operation::subject_fact && operation <= Operation::record_fact;
}

/// Does it compare two values? The operations stand together, before those that ask something else of one.
constexpr bool is_comparison(Operation operation) {
  return operation >= Operation::equal && operation <= Operation::greater_equal;
}
constexpr bool asks_of_value(Operation operation) {
  return operation >= Operation::equal && operation <= Operation::within;
}

/// Does it run over the elements of ranges[a]? The operations stand together.
constexpr bool is_range(Operation operation) { return operation >= Operation::every && operation <= Operation::the; }

/// Does it count them?
constexpr bool is_count(Operation operation) {
  return operation == Operation::count || operation == Operation::count_in_range ||
         operation == Operation::count_not_in_range;
}

/// Does it ask or take something of each element, in node b?
constexpr bool has_element_part(Operation operation) {
  return is_range(operation) && !is_count(operation) && operation != Operation::the;
}

/// The case of Value that a node yields.
enum class Shape : std::uint8_t { boolean, number, text, date, datetime, duration, member, elements, record, plan };

/// How the value of a node moves as the assessment date does, while every test inside it comes out the same. A test is
/// a node whose value stays until it turns: at one day, or nobody can say how often. compile/course.cpp finds them.
enum class Course : std::uint8_t { still, rising, falling, moving, turns_once, turns_often };

constexpr bool is_test(Course course) { return course >= Course::turns_once; }
constexpr bool is_moving(Course course) { return course != Course::still && !is_test(course); }

struct Node {
  Operation operation;
  Shape shape;                  ///< of the node's own value
  Shape left = Shape::boolean;  ///< of the first operand, where the operation depends on it
  Course course = Course::still;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t c = 0;
  std::uint32_t d = 0;
  OriginId origin;
};

inline constexpr std::uint32_t none = 0xFFFFFFFF;

struct Range {
  std::uint32_t variable = 0;  ///< register
  NodeId list;
  NodeId where = no_node;
  Shape element = Shape::record;  ///< a record's slot, or the value in the element's slot
};

/// A decision about a measured value. A node that is `no_node` is an open limit.
struct Conformity {
  statistics::DecisionRule rule;
  bool excluded = false;       ///< `<` and `>`
  bool is_proportion = false;  ///< else a measurement
};

/// Where a node comes from; read only when somebody asks why.
struct Origin {
  source::Span span;
  std::uint32_t type = 0;  ///< model::TypeId
};

struct Function {
  std::vector<std::uint32_t> parameters;  ///< registers
  NodeId body;
};
struct Bound {
  std::uint32_t constant = none;
  bool excluded = false;
};
struct Pattern {
  bool any = false;
  std::vector<std::uint32_t> values;  ///< constants
  Bound low;
  Bound high;
};
struct Row {
  std::vector<Pattern> patterns;
  NodeId result;
};
struct DecisionTable {
  std::vector<std::uint32_t> parameters;  ///< registers
  std::vector<NodeId> inputs;
  std::vector<Row> rows;
};

struct Provision {
  NodeId condition;
  Grade grade = Grade::major;
  Modal modal = Modal::shall;
  StraightTest straight{};        ///< of the condition, if there is one
  StraightTest grounds_if_met{};  ///< on which it stands, if they are found so
};
/// What the items of an evidence must cover.
struct Evidence {
  NodeId covered = no_node;    ///< a key or several, or with a range the key of each element; no_node: nothing
  std::uint32_t range = none;  ///< ranges[range]
};
struct Requirement {
  std::optional<Date> in_force_since;  ///< both days in
  std::optional<Date> in_force_until;
  NodeId in_force = no_node;  ///< `assessment_date >= EXPR`
  bool is_reassessed = true;  ///< at surveillance
  NodeId applies = no_node;
  StraightTest straight_applies;
  StraightTest grounds_if_applies;
  StraightTest grounds_if_not;
  NodeId not_applicable_because = no_node;
  std::uint32_t first_provision = 0;
  std::uint32_t provision_count = 0;
  std::vector<std::uint32_t> presumptions;  ///< that satisfy it
};
struct DecisionRule {
  DecisionOutcome outcome = DecisionOutcome::defer;
  NodeId condition = no_node;  ///< no_node: otherwise
};
/// A define or table without parameters, for the report's `values`.
struct NamedValue {
  std::string name;
  std::uint32_t define = 0;
};

/// Immutable once compiled; any number of threads may read it. Indices of requirements, provisions, evidence and
/// judgements are those of the model.
struct Program {
  std::vector<Node> nodes;
  std::vector<std::uint32_t> children;
  std::vector<Value> constants;
  std::deque<std::string> texts;  ///< what text constants view
  std::vector<Range> ranges;
  std::vector<std::shared_ptr<const re2::RE2>> patterns;
  std::vector<std::optional<StraightPattern>> straight_patterns;  ///< of each, if it is one
  std::vector<NodeId> defines;                                    ///< bodies of defines and tables without parameters
  std::vector<Function> functions;
  std::vector<DecisionTable> tables;
  std::vector<Conformity> conformities;
  std::vector<Requirement> requirements;
  std::vector<Provision> provisions;
  StraightTests straight;
  std::vector<Evidence> evidence;
  std::vector<NodeId> presumptions;                                        ///< their conditions
  std::array<std::vector<DecisionRule>, activity_words.size()> decisions;  ///< by Activity
  std::vector<NamedValue> values;
  std::vector<Origin> origins;
  std::uint32_t registers = 0;
  std::vector<Decimal> scores;  ///< of the members of scored enumerations; 0 for a member without a number
};

}  // namespace assay::program
