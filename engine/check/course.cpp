// The counts of a decision under a stricter profile. Requirements are added, and those that are tightened conform less
// often, so most counts only grow; conclusions that need more than that are not drawn.
#include "check/course.hpp"

#include "base/match.hpp"
#include "check/scope.hpp"
#include "model/walk.hpp"

#include <algorithm>

namespace assay::check {
namespace {

using model::Comparator;
using model::Tally;

Course reversed(Course course) {
  if (course == Course::rises) return Course::falls;
  if (course == Course::falls) return Course::rises;
  return course;
}

Course together(Course left, Course right) {
  if (left == right || right == Course::same) return left;
  return left == Course::same ? right : Course::either;
}

Course course_of_tally(Tally tally, const Demand& demand) {
  switch (tally) {
    case Tally::applicable: return demand.adds ? Course::rises : Course::same;
    case Tally::conforming: return demand.adds ? Course::either : Course::falls;
    // What was minor may become major.
    case Tally::minors: return demand.tightened.empty() || demand.majors_come_first ? Course::rises : Course::either;
    // What was undetermined may become nonconforming.
    case Tally::undetermined: return demand.tightened.empty() ? Course::rises : Course::either;
    case Tally::nonconforming:
    case Tally::majors:
    case Tally::observations:
    case Tally::waived:
    case Tally::overdue:
    case Tally::planned: return Course::rises;
  }
  return Course::either;
}

bool speaks_of_counts(const model::Expression& expression) {
  return model::holds_anywhere(expression, [](const model::Expression& node) {
    return std::holds_alternative<model::TallyReference>(node.node) ||
           std::holds_alternative<model::VerdictReference>(node.node);
  });
}

Course course_of_sum(const model::Arithmetic& sum, const Demand& demand);

/// Of a number: does it grow?
Course course_of_number(const model::Expression& number, const Demand& demand) {
  if (!speaks_of_counts(number)) return Course::same;
  if (const auto* reference = std::get_if<model::TallyReference>(&number.node))
    return course_of_tally(reference->tally, demand);
  if (const auto* sum = std::get_if<model::Arithmetic>(&number.node)) return course_of_sum(*sum, demand);
  return Course::either;
}

Course course_of_sum(const model::Arithmetic& sum, const Demand& demand) {
  Course course = course_of_number(*sum.operands.front(), demand);
  for (std::size_t i = 0; i < sum.operators.size(); ++i) {
    const Course next = course_of_number(*sum.operands[i + 1], demand);
    const bool adds = sum.operators[i] == model::ArithmeticOperator::add;
    if (!adds && sum.operators[i] != model::ArithmeticOperator::subtract) return Course::either;
    course = together(course, adds ? next : reversed(next));
  }
  return course;
}

bool is_number(const model::Expression& expression, std::int64_t number) {
  const auto constant = constant_of(expression);
  const auto* decimal = constant ? std::get_if<Decimal>(&constant->value) : nullptr;
  return decimal != nullptr && *decimal == Decimal::of(number);
}

Comparator mirrored(Comparator comparator) {
  switch (comparator) {
    case Comparator::less: return Comparator::greater;
    case Comparator::less_equal: return Comparator::greater_equal;
    case Comparator::greater: return Comparator::less;
    case Comparator::greater_equal: return Comparator::less_equal;
    case Comparator::equal:
    case Comparator::not_equal: break;
  }
  return comparator;
}

/// `majors > 0` whichever side the count stands on; nothing if the condition is no such comparison.
struct CountTest {
  Comparator comparator;
  const model::Expression* number;
};
std::optional<CountTest> count_test(const model::Expression& condition, Tally tally) {
  const auto* comparison = std::get_if<model::Comparison>(&condition.node);
  if (comparison == nullptr) return std::nullopt;
  const auto is_count = [tally](const model::Expression& side) {
    const auto* reference = std::get_if<model::TallyReference>(&side.node);
    return reference != nullptr && reference->tally == tally;
  };
  if (is_count(*comparison->left)) return CountTest{comparison->comparator, comparison->right.get()};
  if (is_count(*comparison->right)) return CountTest{mirrored(comparison->comparator), comparison->left.get()};
  return std::nullopt;
}

/// `majors = 0` of a count that only grows: it is not 0 for longer than it was.
Course course_of_equality(const model::Expression& condition, const model::Comparison& comparison,
                          const Demand& demand) {
  const auto* reference = std::get_if<model::TallyReference>(&comparison.left->node);
  if (reference == nullptr) reference = std::get_if<model::TallyReference>(&comparison.right->node);
  if (reference == nullptr || course_of_tally(reference->tally, demand) != Course::rises) return Course::either;
  if (is_none(condition, reference->tally)) return Course::falls;
  return is_at_least_one(condition, reference->tally) ? Course::rises : Course::either;
}

Course course_of_comparison(const model::Expression& condition, const model::Comparison& comparison,
                            const Demand& demand) {
  if (demand.applies_anyway && is_none(condition, Tally::applicable)) return Course::same;
  const Course left = course_of_number(*comparison.left, demand);
  const Course right = course_of_number(*comparison.right, demand);
  const Course difference = together(left, reversed(right));
  switch (comparison.comparator) {
    case Comparator::greater:
    case Comparator::greater_equal: return difference;
    case Comparator::less:
    case Comparator::less_equal: return reversed(difference);
    case Comparator::equal:
    case Comparator::not_equal:
      return difference == Course::same ? Course::same : course_of_equality(condition, comparison, demand);
  }
  return Course::either;
}

/// `verdict(ID) is nonconforming`. A tightened requirement conforms less often and applies as before.
std::optional<Course> course_of_verdict(const model::Comparison& comparison, const Demand& demand) {
  const auto* reference = std::get_if<model::VerdictReference>(&comparison.left->node);
  const auto* other = std::get_if<model::Constant>(&comparison.right->node);
  if (reference == nullptr) {
    reference = std::get_if<model::VerdictReference>(&comparison.right->node);
    other = std::get_if<model::Constant>(&comparison.left->node);
  }
  if (reference == nullptr) return std::nullopt;
  if (!demand.tightened.contains(reference->requirement)) return other == nullptr ? Course::either : Course::same;
  const auto* member = other == nullptr ? nullptr : std::get_if<Member>(&other->value);
  if (member == nullptr) return Course::either;
  const auto verdict = static_cast<Verdict>(member->position);
  const Course is = verdict == Verdict::nonconforming    ? Course::rises
                    : verdict == Verdict::conforming     ? Course::falls
                    : verdict == Verdict::not_applicable ? Course::same
                                                         : Course::either;
  return comparison.comparator == Comparator::equal ? is : reversed(is);
}

Course course_of_all(const std::vector<model::ExpressionPtr>& operands, const Demand& demand) {
  Course course = Course::same;
  for (const auto& operand : operands) course = together(course, course_of(*operand, demand));
  return course;
}

}  // namespace

bool is_at_least_one(const model::Expression& condition, Tally tally) {
  const auto test = count_test(condition, tally);
  if (!test) return false;
  if (test->comparator == Comparator::greater_equal) return is_number(*test->number, 1);
  const bool excludes = test->comparator == Comparator::greater || test->comparator == Comparator::not_equal;
  return excludes && is_number(*test->number, 0);
}

bool is_none(const model::Expression& condition, Tally tally) {
  const auto test = count_test(condition, tally);
  if (!test) return false;
  if (test->comparator == Comparator::less) return is_number(*test->number, 1);
  const bool includes = test->comparator == Comparator::equal || test->comparator == Comparator::less_equal;
  return includes && is_number(*test->number, 0);
}

Course course_of(const model::Expression& condition, const Demand& demand) {
  if (!speaks_of_counts(condition)) return Course::same;
  if (const auto* comparison = std::get_if<model::Comparison>(&condition.node)) {
    const auto verdict = course_of_verdict(*comparison, demand);
    return verdict ? *verdict : course_of_comparison(condition, *comparison, demand);
  }
  if (const auto* connective = std::get_if<model::Connective>(&condition.node))
    return course_of_all(connective->operands, demand);
  if (const auto* negation = std::get_if<model::Negation>(&condition.node))
    return reversed(course_of(*negation->operand, demand));
  if (const auto* implication = std::get_if<model::Implication>(&condition.node))
    return together(reversed(course_of(*implication->premise, demand)), course_of(*implication->conclusion, demand));
  if (const auto* choice = std::get_if<model::Conditional>(&condition.node)) {
    if (speaks_of_counts(*choice->condition)) return Course::either;
    return together(course_of(*choice->then, demand), course_of(*choice->otherwise, demand));
  }
  return Course::either;
}

}  // namespace assay::check
