// How the nodes of a program move with the assessment date. Where a value only rises or only falls, the day on which a
// comparison turns can be found by halving; everything that is not shown to do so counts as moving to and fro.

#include "compile/course.hpp"

#include "model/expression.hpp"

#include <algorithm>
#include <compare>

namespace assay::compile {

using model::ArithmeticOperator;
using model::Function;
using program::Course;
using program::Node;
using program::NodeId;
using program::Operation;

namespace {

/// Of a sum of both.
Course joined(Course left, Course right) {
  if (left == Course::still) return right;
  if (right == Course::still || left == right) return left;
  return Course::moving;
}

Course flipped(Course course) {
  if (course == Course::rising) return Course::falling;
  return course == Course::falling ? Course::rising : course;
}

Course with_sign(std::partial_ordering sign, Course course) {
  if (course == Course::still || sign > 0) return course;
  return sign < 0 ? flipped(course) : Course::moving;
}

/// Of a test, by the course of the difference that it looks at.
Course test_of(Course difference) {
  if (difference == Course::still) return Course::still;
  return difference == Course::moving ? Course::turns_often : Course::turns_once;
}

class Courses {
 public:
  explicit Courses(program::Program& program) : program_(program), parameters_(program.registers, Course::still) {}

  /// Looks at every node once more; false if that told nothing new. What calls pass to parameters stands behind the
  /// bodies that read them, so one look is not enough. A course only ever becomes less certain, so there is an end.
  bool look() {
    bool is_new = false;
    for (Node& node : program_.nodes) {
      const Course course = course_of(node);
      is_new |= course != node.course;
      node.course = course;
      if (node.operation == Operation::call)
        is_new |= pass(program_.functions[node.a].parameters, node);
      else if (node.operation == Operation::table)
        is_new |= pass(program_.tables[node.a].parameters, node);
    }
    return is_new;
  }

 private:
  /// Of the value of an operand: a test inside it has not turned yet.
  Course of(std::uint32_t id) const {
    if (NodeId{id} == program::no_node) return Course::still;
    const Course course = program_.nodes[id].course;
    return program::is_test(course) ? Course::still : course;
  }
  Course of_kid(const Node& node, std::uint32_t i) const { return of(program_.children[node.b + i]); }

  bool pass(const std::vector<std::uint32_t>& parameters, const Node& node) {
    bool is_new = false;
    for (std::uint32_t i = 0; i < node.c && i < parameters.size(); ++i) {
      Course& parameter = parameters_[parameters[i]];
      const Course course = joined(parameter, of_kid(node, i));
      is_new |= course != parameter;
      parameter = course;
    }
    return is_new;
  }

  Course course_of(const Node& node) const;
  Course arithmetic(const Node& node) const;
  Course product(const Node& node, std::uint32_t i, Course left, Course right) const;
  Course function(const Node& node) const;
  Course table(const Node& node) const;
  Course one_of(const Node& node) const;
  std::partial_ordering sign_of(std::uint32_t id) const;

  program::Program& program_;
  std::vector<Course> parameters_;  ///< by register
};

Course Courses::course_of(const Node& node) const {
  switch (node.operation) {
    case Operation::assessment_date: return Course::rising;
    case Operation::variable: return parameters_[node.a];
    case Operation::define: return of(program_.defines[node.a].value);
    case Operation::call: return of(program_.functions[node.a].body.value);
    case Operation::table: return table(node);
    case Operation::apply: return function(node);
    case Operation::arithmetic: return arithmetic(node);
    case Operation::scale: return with_sign(std::get<Decimal>(program_.constants[node.b]) <=> Decimal{}, of(node.a));
    case Operation::minus:
      return node.shape == program::Shape::number || of(node.a) == Course::still ? flipped(of(node.a)) : Course::moving;
    case Operation::conditional: return joined(of(node.b), of(node.c));
    case Operation::fallback: return joined(of(node.a), of(node.b));
    case Operation::sum:
    case Operation::min:
    case Operation::max:
    case Operation::average: return of(node.b);
    case Operation::plan_part: return of(node.a) == Course::still ? Course::still : Course::moving;
    case Operation::equal:
    case Operation::not_equal:
    case Operation::less:
    case Operation::less_equal:
    case Operation::greater:
    case Operation::greater_equal: return test_of(joined(of(node.a), flipped(of(node.b))));
    case Operation::in_range: {
      const Course low = joined(of(node.a), flipped(of(node.b)));
      const Course high = joined(of(node.a), flipped(of(node.c)));
      return std::max(test_of(low), test_of(high));
    }
    case Operation::one_of:
    case Operation::not_one_of: return one_of(node);
    case Operation::includes: return of(node.b) == Course::still ? Course::still : Course::turns_often;
    case Operation::conformity:
      return of(node.b) == Course::still && of(node.c) == Course::still ? Course::still : Course::turns_often;
    case Operation::within:
      return of(node.a) == Course::still && of(node.b) == Course::still ? Course::turns_once : Course::turns_often;
    default: return Course::still;
  }
}

/// Calendar-true addition keeps the order of days: of two, the later one never comes to lie before the other.
Course Courses::arithmetic(const Node& node) const {
  Course result = of_kid(node, 0);
  for (std::uint32_t i = 1; i < node.c; ++i) {
    const Course next = of_kid(node, i);
    const auto step = static_cast<ArithmeticOperator>(program_.children[node.d + i - 1]);
    if (node.left != program::Shape::number) {
      result = next == Course::still ? result : Course::moving;
    } else if (step == ArithmeticOperator::add) {
      result = joined(result, next);
    } else if (step == ArithmeticOperator::subtract) {
      result = joined(result, flipped(next));
    } else {
      result = product(node, i, result, next);
    }
  }
  return result;
}

Course Courses::product(const Node& node, std::uint32_t i, Course left, Course right) const {
  if (left == Course::still && right == Course::still) return Course::still;
  if (right == Course::still) return with_sign(sign_of(program_.children[node.b + i]), left);
  const bool is_product = program_.children[node.d + i - 1] == static_cast<std::uint32_t>(ArithmeticOperator::multiply);
  if (left == Course::still && is_product && i == 1) return with_sign(sign_of(program_.children[node.b]), right);
  return Course::moving;
}

/// Unordered where nobody knows it before the dossier is there. Zero: what moves is nothing then, or no number.
std::partial_ordering Courses::sign_of(std::uint32_t id) const {
  const Node& node = program_.nodes[id];
  if (node.operation != Operation::constant) return std::partial_ordering::unordered;
  const std::partial_ordering sign = std::get<Decimal>(program_.constants[node.a]) <=> Decimal{};
  return sign == std::partial_ordering::equivalent ? std::partial_ordering::unordered : sign;
}

Course Courses::function(const Node& node) const {
  Course any = Course::still;
  for (std::uint32_t i = 0; i < node.c; ++i) any = joined(any, of_kid(node, i));
  if (any == Course::still) return any;
  switch (static_cast<Function>(node.a)) {
    case Function::year:
    case Function::date:
    case Function::round:
    case Function::round_half_even:
    case Function::floor:
    case Function::ceiling:
    case Function::percent:
    case Function::ratio: return any;
    case Function::days_between: return joined(flipped(of_kid(node, 0)), of_kid(node, 1));
    default: return Course::moving;
  }
}

/// While its inputs stay in the row, a table moves as the row's result does.
Course Courses::table(const Node& node) const {
  Course any = Course::still;
  for (const program::Row& row : program_.tables[node.a].rows) any = joined(any, of(row.result.value));
  return any;
}

Course Courses::one_of(const Node& node) const {
  Course any = Course::still;
  for (std::uint32_t i = 0; i < node.c; ++i) any = std::max(any, test_of(joined(of(node.a), flipped(of_kid(node, i)))));
  return any;
}

}  // namespace

void mark_courses(program::Program& program) {
  const auto reads_date = [](const Node& node) {
    return node.operation == Operation::assessment_date || node.operation == Operation::within;
  };
  if (std::none_of(program.nodes.begin(), program.nodes.end(), reads_date)) return;
  Courses courses(program);
  while (courses.look()) {
  }
}

}  // namespace assay::compile
