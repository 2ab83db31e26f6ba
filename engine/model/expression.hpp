#pragma once

#include "model/type.hpp"
#include "quantity/value.hpp"
#include "statistics/decision_rule.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Expressions as they are meant: names resolved, every node with its type, units already converted.
namespace assay::model {

using DefineId = Index<struct DefineTag>;
using TableId = Index<struct TableTag>;
using JudgementId = Index<struct JudgementTag>;
using EvidenceId = Index<struct EvidenceTag>;
using RequirementId = Index<struct RequirementTag>;
/// A quantifier's variable or a define's or table's parameter: one number for each in the whole scheme.
using VariableId = Index<struct VariableTag>;

struct Expression;
using ExpressionPtr = std::unique_ptr<const Expression>;

/// Texts among constants are owned by `text`; `value` then views it.
struct Constant {
  Value value;
  std::shared_ptr<const std::string> text;
};
/// All members of an enumeration, as a list of them.
struct AllMembers {
  EnumId enumeration;
};
struct SubjectReference {};
/// What a dossier lists beside its subject and expressions read; the slots of these lists lie behind those of the
/// subject, in this order.
enum class DossierList : std::uint8_t { certificates, evidence, judgements };
/// As the scheme and the dossier name them.
inline constexpr std::array<std::string_view, 3> dossier_list_words{"certificates", "evidence", "judgements"};
/// To add an item of evidence or a judgement completes a dossier; another certificate is another case.
constexpr bool completions_extend(DossierList list) { return list != DossierList::certificates; }
struct DossierListReference {
  DossierList list = DossierList::certificates;
};
struct VariableReference {
  VariableId variable;
};
struct FieldAccess {
  ExpressionPtr object;  ///< of record type
  std::uint32_t field = 0;
};
struct DefineCall {
  DefineId define;
  std::vector<ExpressionPtr> arguments;
};
struct TableCall {
  TableId table;
  std::vector<ExpressionPtr> arguments;
};
struct AssessmentDate {};

enum class Function : std::uint8_t {
  round,
  round_half_even,
  floor,
  ceiling,
  percent,  ///< plain number to %
  ratio,    ///< % to plain number
  length,
  starts_with,
  ends_with,
  contains,
  lower,
  year,
  month,
  day,
  days_between,
  date,
  value,                    ///< of a scored member, or the sum over a set
  count,                    ///< elements of a list or set
  sampling_plan,            ///< of a lot, an AQL and an inspection level
  tightened_sampling_plan,  ///< the same for tightened inspection
  sites_to_visit,           ///< of a number of sites and an audit stage
  zero_failure_sample       ///< of a share and a confidence
};
struct FunctionCall {
  Function function = Function::round;
  std::vector<ExpressionPtr> arguments;
};
/// The operand times `factor`: a unit expressed in its base unit.
struct Scale {
  ExpressionPtr operand;
  Decimal factor;
};

struct Connective {
  bool is_and = false;
  std::vector<ExpressionPtr> operands;
};
struct Negation {
  ExpressionPtr operand;
};
struct Implication {
  ExpressionPtr premise;
  ExpressionPtr conclusion;
};
struct Conditional {
  ExpressionPtr condition;
  ExpressionPtr then;
  ExpressionPtr otherwise;
};
struct Fallback {
  ExpressionPtr value;
  ExpressionPtr otherwise;
};

enum class ArithmeticOperator : std::uint8_t { add, subtract, multiply, divide };
/// Over numbers, or `add`/`subtract` of a date, datetime or duration on the left and a duration on the right.
/// Chains are folded to the left: `operators[i]` stands before `operands[i + 1]`.
struct Arithmetic {
  std::vector<ArithmeticOperator> operators;
  std::vector<ExpressionPtr> operands;
};
struct Minus {
  ExpressionPtr operand;
};

enum class Comparator : std::uint8_t { equal, not_equal, less, less_equal, greater, greater_equal };
/// Both sides have one kind and one unit.
struct Comparison {
  Comparator comparator = Comparator::equal;
  ExpressionPtr left;
  ExpressionPtr right;
};
struct InRange {
  ExpressionPtr value;
  ExpressionPtr low;
  ExpressionPtr high;
};
/// A measurement or proportion against limits in its unit, by a decision rule.
struct Conformity {
  ExpressionPtr measured;
  ExpressionPtr low;      ///< null if open
  ExpressionPtr high;     ///< null if open
  bool excluded = false;  ///< `<` and `>`
  statistics::DecisionRule rule;
};
struct OneOf {
  ExpressionPtr value;
  bool negated = false;
  std::vector<ExpressionPtr> members;
};
/// A list or set includes a value.
struct Includes {
  ExpressionPtr collection;
  ExpressionPtr member;
};
struct Matches {
  ExpressionPtr value;
  std::string pattern;  ///< RE2 accepts it
};
enum class PresenceKind : std::uint8_t { provided, missing, stated };
struct Presence {
  PresenceKind kind = PresenceKind::provided;
  ExpressionPtr path;  ///< a FieldAccess, VariableReference of an element, or SubjectReference
};
struct WithinDuration {
  ExpressionPtr value;  ///< date or datetime
  ExpressionPtr duration;
};

struct Range {
  VariableId variable;
  ExpressionPtr list;
  ExpressionPtr where;  ///< null if absent
};
enum class QuantifierKind : std::uint8_t { every, some, no, at_least, at_most, exactly };
struct Quantifier {
  QuantifierKind kind = QuantifierKind::every;
  std::int64_t number = 0;
  Range range;
  ExpressionPtr satisfies;
};
/// A comparison of `count(L)` or `count(x in L where P)` with a constant: holds if low <= count <= high, and is decided
/// as soon as the known elements decide it. `high` < 0 is no upper end. `range.where` is null for count(L).
struct CountInRange {
  Range range;
  Decimal low;
  Decimal high;
  bool has_high = false;
  bool negated = false;  ///< `!=`
};
enum class AggregateKind : std::uint8_t { count, sum, min, max, average };
struct Aggregate {
  AggregateKind kind = AggregateKind::count;
  Range range;
  ExpressionPtr element;  ///< null for count
};
struct The {
  Range range;
};
struct JudgementReference {
  JudgementId judgement;
};
/// `provide NAME`: is there an item of that evidence, and a good one?
struct EvidenceReference {
  EvidenceId evidence;
};

/// A count of the decision: known there alone.
enum class Tally : std::uint8_t {
  applicable,
  conforming,
  nonconforming,
  majors,
  minors,
  observations,
  waived,
  overdue,
  planned,
  undetermined
};
struct TallyReference {
  Tally tally = Tally::applicable;
};
/// `verdict(ID)`: a member of the built-in enumeration Verdict, in the order of assay::Verdict.
struct VerdictReference {
  RequirementId requirement;
};

struct Expression {
  TypeId type;
  source::Span span;
  std::variant<Constant, AllMembers, SubjectReference, DossierListReference, VariableReference, FieldAccess, DefineCall,
               TableCall, AssessmentDate, FunctionCall, Scale, Connective, Negation, Implication, Conditional, Fallback,
               Arithmetic, Minus, Comparison, InRange, Conformity, OneOf, Includes, Matches, Presence, WithinDuration,
               Quantifier, CountInRange, Aggregate, The, JudgementReference, EvidenceReference, TallyReference,
               VerdictReference>
      node;
};

}  // namespace assay::model
