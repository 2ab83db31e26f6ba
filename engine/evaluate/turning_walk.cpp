// The first walk: on which day a test turns that reads the assessment date. It is computed anew at other days, with
// everything around it as it is; no further than to the first day that was noted, for what stands inside it turns no
// earlier than that.

#include "evaluate/evaluator.hpp"
#include "evaluate/turning.hpp"

#include <utility>

namespace assay::evaluate {

using program::Course;
using program::NodeId;
using program::Operation;

namespace {

char letter(const Operand& operand) {
  if (!operand.is_known()) return operand.state == Operand::State::missing ? 'm' : 'u';
  const bool* holds = std::get_if<bool>(&operand.value);
  return holds != nullptr && *holds ? 'y' : 'n';
}

char order(const Operand& left, const Operand& right) {
  if (!left.is_known() || !right.is_known()) return 'u';
  const std::partial_ordering found = order_of(left.value, right.value);
  return found < 0 ? '<' : found > 0 ? '>' : found == 0 ? '=' : '?';
}

bool is_equality(Operation operation) { return operation == Operation::equal || operation == Operation::not_equal; }

}  // namespace

void Evaluator::note_turns(Turns* turns) { turns_ = turns; }

bool Evaluator::passes_moving(std::uint32_t first_kid, std::uint32_t count) const {
  for (std::uint32_t i = 0; i < count; ++i)
    if (program::is_moving(node(kid(first_kid + i)).course)) return true;
  return false;
}

template <typename Visit>
auto Evaluator::at_day(Date day, Visit visit) {
  Turns* const turns = std::exchange(turns_, nullptr);
  const Date today = std::exchange(date_, day);
  const std::uint64_t steps = steps_;
  const std::vector<Register> held = moving_calls_.empty() ? std::vector<Register>{} : registers_;
  is_elsewhen_ = true;
  for (const MovingCall& call : moving_calls_) bind_arguments(*call.parameters, call.first_kid, call.count);
  auto found = visit();
  is_elsewhen_ = false;
  if (!moving_calls_.empty()) registers_ = held;
  turns->spend(steps_ - steps);
  if (is_exhausted()) turns->stop_at(Date{today.days + 1});
  steps_ = steps;
  date_ = today;
  turns_ = turns;
  return found;
}

void Evaluator::note_first_change(Course course, const std::function<std::string()>& looks, Turn turn) {
  const Date last = turns_->last_quiet();
  if (last <= date_) return;
  if (turns_->is_spent()) return turns_->stop_at(Date{date_.days + 1});
  // Also today without noting: what stands inside has been noted, and would be again at every level of nesting.
  const std::string now = at_day(date_, looks);
  Date low = date_;
  if (course == Course::turns_once) {
    if (at_day(last, looks) == now) return;
    Date high = last;
    while (high.days - low.days > 1) {
      const Date middle{low.days + (high.days - low.days) / 2};
      (at_day(middle, looks) == now ? low : high) = middle;
    }
    return turns_->note(high, turn);
  }
  for (Date day{date_.days + 1}; day <= last; ++day.days) {
    if (turns_->is_spent() || day.days - date_.days > limits::outlook_strides) return turns_->stop_at(day);
    if (at_day(day, looks) != now) return turns_->note(day, turn);
  }
}

Operand Evaluator::turning(NodeId id, const program::Node& at) {
  const Operand now = computed(id, at);
  // Where an assumed day lies to those that move is the affair of who assumed it: it would lie there tomorrow as well.
  if (looks_at_assumed(at)) return now;
  const Turn turn{Turn::Kind::test, id.value};
  if (at.operation == Operation::within && at.course == Course::turns_once) {
    note_window(at, turn);
  } else if (!note_day_compared(at, turn)) {
    note_first_change(
        at.course, [&] { return looks_of(id, at); }, turn);
  }
  return now;
}

/// What a test looks at, so that it differs from one day to another if its result does. For a test that turns once,
/// each letter of it turns in one direction only.
std::string Evaluator::looks_of(NodeId id, const program::Node& at) {
  std::string looks;
  switch (at.operation) {
    case Operation::equal:
    case Operation::not_equal: {
      const Operand left = value(NodeId{at.a});
      return looks += order(left, value(NodeId{at.b}));
    }
    case Operation::in_range: {
      const Operand middle = value(NodeId{at.a});
      looks += order(middle, value(NodeId{at.b}));
      return looks += order(middle, value(NodeId{at.c}));
    }
    case Operation::one_of:
    case Operation::not_one_of: {
      const Operand asked = value(NodeId{at.a});
      for (std::uint32_t i = 0; i < at.c && (looks.empty() || looks.back() != '='); ++i)
        looks += order(asked, value(kid(at.b + i)));
      return looks;
    }
    default: return looks += letter(computed(id, at));
  }
}

bool Evaluator::looks_at_assumed(const program::Node& at) {
  if (assumed_.empty()) return false;
  const auto is_assumed = [&](std::uint32_t id) { return value(NodeId{id}).is_assumed; };
  return at_day(date_, [&] {
    switch (at.operation) {
      case Operation::equal:
      case Operation::not_equal:
      case Operation::less:
      case Operation::less_equal:
      case Operation::greater:
      case Operation::greater_equal: return is_assumed(at.a) || is_assumed(at.b);
      case Operation::in_range: return is_assumed(at.a) || is_assumed(at.b) || is_assumed(at.c);
      case Operation::includes: return is_assumed(at.b);
      case Operation::within: return is_assumed(at.a);
      case Operation::one_of:
      case Operation::not_one_of: {
        bool found = is_assumed(at.a);
        for (std::uint32_t i = 0; i < at.c; ++i) found = found || is_assumed(program_.children[at.b + i]);
        return found;
      }
      default: return false;
    }
  });
}

/// The usual comparison, of the assessment date itself with a day that stands still.
bool Evaluator::note_day_compared(const program::Node& at, Turn turn) {
  if (at.operation < Operation::equal || at.operation > Operation::greater_equal) return false;
  const bool is_left = node(NodeId{at.a}).operation == Operation::assessment_date;
  const NodeId other{is_left ? at.b : at.a};
  if (!is_left && node(NodeId{at.b}).operation != Operation::assessment_date) return false;
  if (program::is_moving(node(other).course)) return false;
  const Operand found = at_day(date_, [&] { return value(other); });
  if (!found.is_known()) return true;
  const Date day = std::get<Date>(found.value);
  const Date behind{day.days + 1};
  // `assessment_date < DAY` is over on the day, `assessment_date <= DAY` behind it; an equality lasts for the day.
  const bool turns_on_day = at.operation == (is_left ? Operation::less : Operation::greater) ||
                            at.operation == (is_left ? Operation::greater_equal : Operation::less_equal) ||
                            (is_equality(at.operation) && day > date_);
  turns_->note(turns_on_day ? day : behind, turn);
  return true;
}

/// `x is within DURATION`: first x comes, then it is too long ago.
void Evaluator::note_window(const program::Node& at, Turn turn) {
  const auto [moment, duration] = at_day(date_, [&] { return std::pair{value(NodeId{at.a}), value(NodeId{at.b})}; });
  if (!moment.is_known() || !duration.is_known()) return;
  const auto back = negate(std::get<Duration>(duration.value));
  const auto earliest = back ? add(date_, *back) : std::nullopt;
  const auto* instant = std::get_if<DateTime>(&moment.value);
  const Date day = instant != nullptr ? day_of(*instant) : std::get<Date>(moment.value);
  if (!earliest) {
    note_first_change(
        Course::turns_often, [&] { return std::string(1, letter(within(at))); }, turn);
  } else if (day > date_) {
    turns_->note(day, turn);
  } else if (*earliest <= day) {
    if (const auto turned = first_day_beyond(day, *back, date_, turns_->last_quiet())) turns_->note(*turned, turn);
  }
}

void Evaluator::note_inputs(const program::DecisionTable& table) {
  for (std::size_t i = 0; i < table.inputs.size(); ++i) {
    const NodeId input = table.inputs[i];
    const Course course = node(input).course;
    if (!program::is_moving(course) || (!assumed_.empty() && at_day(date_, [&] { return value(input).is_assumed; })))
      continue;
    const auto looks = [&] {
      const Operand found = value(input);
      std::string orders;
      const auto look_at = [&](std::uint32_t constant) {
        if (constant != program::none) orders += order(found, Operand::known(program_.constants[constant]));
      };
      for (const program::Row& row : table.rows) {
        for (const std::uint32_t one : row.patterns[i].values) look_at(one);
        look_at(row.patterns[i].low.constant);
        look_at(row.patterns[i].high.constant);
      }
      return orders;
    };
    note_first_change(course == Course::moving ? Course::turns_often : Course::turns_once, looks,
                      {Turn::Kind::table_input, input.value});
  }
}

void Evaluator::look_again_tomorrow() {
  if (turns_ != nullptr) turns_->stop_at(Date{date_.days + 1});
}

}  // namespace assay::evaluate
