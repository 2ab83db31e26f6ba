#pragma once

#include "base/limits.hpp"
#include "quantity/calendar.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

// Internal to the stage: the days on which something that the first walk looked at turns. Up to the first of them
// every test keeps its result, so what was not looked at for their sake stays so, and nothing can change.
namespace assay::evaluate {

/// What turns. `subject` is a node of the program, a requirement of the scheme, or a record of the dossier.
struct Turn {
  enum class Kind : std::uint8_t {
    test,          ///< a node
    table_input,   ///< a node
    in_force,      ///< a requirement
    out_of_force,  ///< a requirement
    scheme_in_force,
    scheme_out_of_force,
    evidence_issued,
    evidence_stale,  ///< `asked` is the evidence of the scheme
    evidence_expired,
    judgement_counts,
    nonconformity_overdue,
    nonconformity_planned,
    nonconformity_closed,
    waiver_expired
  } kind = Kind::test;
  std::uint32_t subject = 0;
  std::uint32_t asked = 0;
  friend bool operator==(const Turn&, const Turn&) = default;
};

class Turns {
 public:
  /// Looks ahead from `date` up to and with `horizon`.
  void begin(Date date, Date horizon);

  void note(Date day, Turn turn);
  /// On that day it has to be looked again, whether or not something turns.
  void stop_at(Date day);

  /// The first day that was noted; nothing up to the horizon.
  std::optional<Date> first() const;
  /// The last day before it.
  Date last_quiet() const { return Date{first_.days - 1}; }
  const std::vector<Turn>& on_first() const { return on_first_; }

  /// Counts what was evaluated at other days.
  void spend(std::uint64_t steps) { spent_ += steps; }
  std::uint64_t spent() const { return spent_; }
  bool is_spent() const { return spent_ > limits::outlook_steps; }

 private:
  Date date_;
  Date first_;
  Date horizon_;
  std::vector<Turn> on_first_;
  std::uint64_t spent_ = 0;
};

/// The first day after `date` on which what lies `back` lies behind `moment`; nothing up to `last`. `back` leads into
/// the past.
std::optional<Date> first_day_beyond(Date moment, const Duration& back, Date date, Date last);

}  // namespace assay::evaluate
