#pragma once

#include "base/function_ref.hpp"
#include "base/limits.hpp"
#include "dossier/dossier.hpp"
#include "evaluate/recorded_evidence.hpp"
#include "evaluate/turning.hpp"
#include "logic/truth.hpp"
#include "program/program.hpp"
#include "quantity/value.hpp"
#include "statistics/decision_rule.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// Internal to the stage: the first walk. It knows values and three-valued results, no reasons.
namespace assay::evaluate {

/// What an expression comes to. A missing operand makes its operator missing, which is what `otherwise` asks; for a
/// connective missing and unknown are one.
struct Operand {
  enum class State : std::uint8_t { missing, unknown, known } state = State::unknown;
  Value value;
  bool is_assumed = false;  ///< it is a number or a day that a missing fact is only taken to have, as it stands

  bool is_known() const { return state == State::known; }
  static Operand missing() { return {State::missing, {}}; }
  static Operand unknown() { return {State::unknown, {}}; }
  static Operand known(Value value) { return {State::known, value}; }
  static Operand of(Truth truth) { return truth == Truth::unknown ? unknown() : known(Value(truth == Truth::yes)); }
};

/// So many letters of a text are looked at for one step.
inline constexpr std::size_t letters_a_step = 32;

inline Truth truth_in(const Operand& operand) {
  return operand.is_known() ? truth_of(std::get<bool>(operand.value)) : Truth::unknown;
}

/// An element of a list or an argument of a call. `slot` and `argument` say where it came from.
struct Register {
  Operand operand;
  std::uint32_t slot = program::none;
  program::NodeId argument = program::no_node;
};

/// What the dossier records for each judgement of the scheme.
struct JudgementState {
  enum class Kind : std::uint8_t { pending, met, not_met, disagreeing } kind = Kind::pending;
  std::uint32_t record = program::none;  ///< in Dossier::judgements
};

/// A measurement or a proportion, and the limits it is held to: of a proportion as shares of 1.
struct Measured {
  std::uint32_t slot = program::none;
  std::variant<statistics::Measurement, statistics::Proportion> found;
  statistics::Limits limits;
};

/// Are two known values of one shape equal? Nothing for durations that do not compare.
std::optional<bool> equal_values(const Value& left, const Value& right);
/// Their order; unordered where there is none.
std::partial_ordering order_of(const Value& left, const Value& right);

/// A value that a missing fact is taken to have, or the finding that a pending judgement is taken to come to.
struct Assumed {
  std::uint32_t slot = program::none;
  Value value;
  std::uint32_t judgement = program::none;
};

/// Where a straight test stands. Whatever a place means lies in a slot, so that all are looked at in the same way.
struct StraightWalk {
  struct Loop {
    std::uint32_t left = 0;
    std::uint32_t stride = 0;
    std::uint32_t tally = 0;
  };
  std::array<const dossier::Slot*, program::Place::bases> bases{};
  std::array<Loop, program::Place::deepest_loop + 1> loops;
  std::vector<dossier::Slot> constants;
  std::array<dossier::Slot, program::StraightTest::computed_values> computed;
};

/// Evaluates the nodes of a program over the facts of one dossier.
class Evaluator {
 public:
  explicit Evaluator(const program::Program& program);

  /// Turns to another dossier; keeps the memory of the last.
  void begin(const dossier::Dossier& dossier, Date date, std::vector<JudgementState> judgements);
  /// What `provide` asks for; it must outlive the walks over this dossier.
  void take_evidence(const RecordedEvidence& evidence) { evidence_ = &evidence; }

  /// Takes missing facts and pending judgements to be given, and all others to be open, until it is told otherwise or
  /// turns to another dossier.
  void assume(const std::vector<Assumed>& given);
  /// From here on no more steps than these.
  void allow(std::uint64_t steps);
  /// Counts steps that were taken elsewhere for this dossier.
  void charge(std::uint64_t steps) { steps_ += steps; }

  Truth truth(program::NodeId id);
  /// The same for a condition that may have a straight test.
  Truth truth(program::NodeId id, const program::StraightTest& test) {
    const Truth decided = is_straight(test) ? straight(test.first) : Truth::unknown;
    return decided == Truth::unknown ? truth(id) : decided;
  }
  Operand value(program::NodeId id);
  /// Tells each fact on which a condition stands, perhaps several times, as the steps that find them do. False if only
  /// the nodes can tell them all: then it has told the first of them.
  bool tell_grounds(const program::StraightTest& steps, FunctionRef<void(std::uint32_t)> tell);

  /// From now on the days are noted on which a test that is evaluated turns; no more with nullptr.
  void note_turns(Turns* turns);
  bool is_noting() const { return turns_ != nullptr; }
  Turns* turns() const { return turns_; }
  /// Notes the first day on which something `looks` otherwise. `course` is that of a test: if it turns once, each
  /// letter of the looks turns in one direction only.
  void note_first_change(program::Course course, const std::function<std::string()>& looks, Turn turn);
  /// Notes the next day, if days are noted.
  void look_again_tomorrow();

  /// More than limits::evaluation_steps were taken; every result since then is unknown.
  bool is_exhausted() const;

  /// One more step; false once there were too many. The second walk counts its own: what the first one remembers of a
  /// definition it walks again.
  bool step() { return ++steps_ <= limits::evaluation_steps; }
  std::uint64_t steps() const { return steps_; }

  // What the second walk needs to bind and look at the same things.
  const program::Program& program() const { return program_; }
  const dossier::Dossier& dossier() const { return *dossier_; }
  const dossier::Facts& facts() const { return dossier_->facts; }
  Date date() const { return date_; }
  const Register& register_at(std::uint32_t place) const { return registers_[place]; }
  const JudgementState& judgement(std::uint32_t judgement) const { return judgements_[judgement]; }
  const RecordedEvidence& evidence() const { return *evidence_; }
  Operand fact(std::uint32_t slot) const;
  /// What a decision about a measured value compares; nothing where a part is not known or beyond the range of numbers.
  std::optional<Measured> measured(const program::Node& conformity);
  std::optional<statistics::Conformity> decided(const program::Node& conformity);
  /// The slot that a fact node reads, or none where its record is not known.
  std::uint32_t slot_of(program::NodeId id) {
    const program::Node& at = node(id);
    if (at.operation == program::Operation::subject_fact) return at.a;
    const bool is_of_element =
        at.operation == program::Operation::variable_fact && registers_[at.a].slot != program::none;
    return is_of_element ? registers_[at.a].slot + at.b : slot_found(at);
  }
  /// The elements of a range's list; not known if the list is not.
  Operand list_of(const program::Range& range);
  void bind_element(const program::Range& range, const Elements& elements, std::uint32_t position);
  void bind_arguments(const std::vector<std::uint32_t>& parameters, std::uint32_t first_kid, std::uint32_t count);
  /// Walks `visit` with the arguments bound, and gives the parameters back what they held: an argument of a call may
  /// itself be a call of the same function.
  template <typename Visit>
  void with_arguments(const std::vector<std::uint32_t>& parameters, std::uint32_t first_kid, std::uint32_t count,
                      Visit visit) {
    const std::size_t bottom = held_.size();
    for (const std::uint32_t parameter : parameters) held_.push_back(registers_[parameter]);
    const bool is_moving = turns_ != nullptr && passes_moving(first_kid, count);
    bind_arguments(parameters, first_kid, count);
    if (is_moving) moving_calls_.push_back({&parameters, first_kid, count});
    visit();
    if (is_moving) moving_calls_.pop_back();
    for (std::size_t i = 0; i < parameters.size(); ++i) registers_[parameters[i]] = held_[bottom + i];
    held_.resize(bottom);
  }
  /// Visits the argument of a parameter. It may call the function whose body asks for it, and leave that body's
  /// parameters and elements bound to its own.
  template <typename Visit>
  void in_an_argument(Visit visit) {
    const std::vector<Register> held = registers_;
    visit();
    registers_ = held;
  }
  /// Does element `position`, once bound, pass the range's `where`?
  Truth passes(const program::Range& range) {
    return range.where == program::no_node ? Truth::yes : truth(range.where);
  }
  /// The position of the one element for which the range holds, or nothing.
  std::optional<std::uint32_t> the_one(const program::Range& range, const Elements& elements);
  /// Can this row of the table be the one, as far as its inputs are known?
  Truth row_matches(const program::Row& row, const std::vector<Operand>& inputs) const;
  /// How many elements pass the range's `where`: for certain, and at most. Nothing if the list is not known.
  struct Count {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
  };
  Count count_passing(const program::Range& range, const Elements& elements);
  /// Is there an element that passes the range's `where`, or may pass it?
  bool may_pass_any(const program::Range& range, const Elements& elements);

 private:
  const program::Node& node(program::NodeId id) const { return program_.nodes[id.value]; }
  program::NodeId kid(std::uint32_t place) const { return program::NodeId{program_.children[place]}; }
  Operand assumed(std::uint32_t slot) const;
  Operand assumed_finding(std::uint32_t judgement) const;
  void forget();
  /// The value of a node without a copy where it lies in a slot or among the constants, else in `room`. Null if it is
  /// not known: `room` then says in which way.
  const Value* known(program::NodeId id, Operand& room);
  const Value* evaluated(program::NodeId id, Operand& room);
  Truth boolean(program::NodeId id);
  /// Can the test be taken? It notes no days, and takes nothing to be given.
  bool is_straight(const program::StraightTest& test) const {
    return !test.is_absent() && (turns_ == nullptr || test.looks_at_facts_only) && assumed_.empty();
  }
  std::uint32_t slot_found(const program::Node& at);
  // straight_walk.cpp
  void begin_straight();
  /// Unknown also for what only the nodes can tell.
  Truth straight(std::uint32_t step);
  /// The slot at a place of the dossier.
  std::uint32_t slot_at(const program::Place& place) const {
    const dossier::Slot* slot = straight_walk_.bases[place.base] + place.at;
    return static_cast<std::uint32_t>(slot - straight_walk_.bases[program::Place::subject]);
  }
  void bind(std::uint32_t variable, const program::Place& place);
  Truth compared(program::NodeId id, const program::Node& node);
  Operand define(std::uint32_t index);
  Operand call(const program::Node& node);
  Operand table(const program::Node& node);
  Operand looked_up(const program::DecisionTable& table, bool is_moving);
  Operand conditional(const program::Node& node);
  Operand fallback(const program::Node& node);
  Operand arithmetic(const program::Node& node);
  Operand comparison(const program::Node& node);
  Operand in_range(const program::Node& node);
  Operand one_of(const program::Node& node);
  Operand includes(const program::Node& node);
  Operand matches(const program::Node& node);
  Operand within(const program::Node& node);
  Operand minus(const program::Node& node);
  Operand scale(const program::Node& node);
  Operand conformity(const program::Node& node);
  Operand plan_part(const program::Node& node);
  Operand sample(const program::Node& node);
  Operand apply(const program::Node& node);
  Operand score(const program::Node& node, const Value& value);
  Operand judged(std::uint32_t judgement) const;
  Operand count_in_range(const program::Node& node);
  Operand aggregate(const program::Node& node);
  Operand the(const program::Node& node);

  Operand computed(program::NodeId id, const program::Node& at);
  // turning_walk.cpp
  Operand turning(program::NodeId id, const program::Node& at);
  std::string looks_of(program::NodeId id, const program::Node& at);
  bool note_day_compared(const program::Node& at, Turn turn);
  bool looks_at_assumed(const program::Node& at);
  void note_window(const program::Node& at, Turn turn);
  void note_inputs(const program::DecisionTable& table);
  bool passes_moving(std::uint32_t first_kid, std::uint32_t count) const;
  template <typename Visit>
  auto at_day(Date day, Visit visit);
  /// Visits with the call's arguments bound; if they move, they are bound again at every day that is looked at.
  template <typename Visit>
  Operand in_call(const std::vector<std::uint32_t>& parameters, const program::Node& at, Visit visit) {
    const bool is_moving = turns_ != nullptr && passes_moving(at.b, at.c);
    bind_arguments(parameters, at.b, at.c);
    if (is_moving) moving_calls_.push_back({&parameters, at.b, at.c});
    const Operand result = visit();
    if (is_moving) moving_calls_.pop_back();
    return result;
  }

  Truth connective(const program::Node& node);
  Truth presence(const program::Node& node);
  Truth quantifier(const program::Node& node);
  Truth counted(const program::Node& node, const Elements& elements);

  const program::Program& program_;
  const dossier::Dossier* dossier_ = nullptr;
  const RecordedEvidence* evidence_ = nullptr;
  Date date_;
  std::vector<Register> registers_;
  std::vector<Register> held_;  ///< a stack: what calls that are under way will put back or bind
  std::vector<Operand> defines_;
  std::vector<std::uint8_t> define_is_computed_;
  std::vector<JudgementState> judgements_;
  std::vector<Assumed> assumed_;
  std::deque<std::string> texts_;  ///< what `lower` made
  std::uint64_t steps_ = 0;
  StraightWalk straight_walk_;
  const FunctionRef<void(std::uint32_t)>* told_grounds_ = nullptr;

  /// A call under way whose arguments move with the date.
  struct MovingCall {
    const std::vector<std::uint32_t>* parameters;
    std::uint32_t first_kid;
    std::uint32_t count;
  };
  Turns* turns_ = nullptr;
  std::vector<MovingCall> moving_calls_;
  bool is_elsewhen_ = false;  ///< something is computed as of another day: definitions keep nothing of it
};

// Asked for every operand, most of which are known facts and constants.
inline const Value* Evaluator::known(program::NodeId id, Operand& room) {
  using program::Operation;
  const program::Node& at = node(id);
  std::uint32_t slot = program::none;
  switch (at.operation) {
    case Operation::constant: ++steps_; return &program_.constants[at.a];
    case Operation::subject_fact: slot = at.a; break;
    case Operation::variable_fact:
      if (registers_[at.a].slot != program::none) slot = registers_[at.a].slot + at.b;
      break;
    default: break;
  }
  if (slot != program::none && facts()[slot].state == dossier::State::known) {
    ++steps_;
    return &facts()[slot].value;
  }
  return evaluated(id, room);
}

}  // namespace assay::evaluate
