#include "evaluate/completion.hpp"

#include "base/limits.hpp"
#include "evaluate/moving_cuts.hpp"
#include "program/parts.hpp"

#include <algorithm>

namespace assay::evaluate {

using program::NodeId;
using program::Operation;

namespace {

using Cells = std::vector<std::vector<Value>>;

/// The combinations of values, one after the other: the first fact's value changes with each. Behind the cells of the
/// facts may stand those of the judgements.
class Combinations {
 public:
  Combinations(const OpenFacts& open, const Cells& cells) : cells_(cells), places_(cells.size(), 0) {
    for (const OpenFact& fact : open.facts) current_.push_back({fact.slot, cells[current_.size()].front()});
    while (current_.size() < cells.size())
      current_.push_back(
          {program::none, cells[current_.size()].front(), open.judgements[current_.size() - open.facts.size()]});
  }

  const std::vector<Assumed>& current() const { return current_; }
  /// False behind the last.
  bool advance() {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      places_[i] = (places_[i] + 1) % cells_[i].size();
      current_[i].value = cells_[i][places_[i]];
      if (places_[i] != 0) return true;
    }
    return false;
  }

 private:
  const Cells& cells_;
  std::vector<std::size_t> places_;
  std::vector<Assumed> current_;
};

/// Does it tell what is absent from what is there?
bool asks(const program::Node& at) {
  const Operation operation = at.operation;
  if (operation == Operation::subject_fact) return at.c == 1;
  return operation == Operation::provided || operation == Operation::missing || operation == Operation::stated ||
         operation == Operation::fallback || operation == Operation::provide;
}

std::size_t count_of(const Cells& cells) {
  std::size_t count = 1;
  for (const std::vector<Value>& values : cells) count *= values.size();
  return count;
}

Obstacle obstacle_in(const OpenFacts& open, const model::Types& types) {
  if (open.facts.size() > limits::completion_facts) return Obstacle::too_many_facts;
  if (open.is_cut_off) return Obstacle::too_many_cases;
  if (!open.is_closed) return Obstacle::further_facts;
  const bool is_computed = std::any_of(open.facts.begin(), open.facts.end(), [&](const OpenFact& fact) {
    return !fact.is_only_compared && is_ordered(types[fact.type].kind);
  });
  return is_computed ? Obstacle::computed : Obstacle::none;
}

/// Where something is computed from a fact, no cut tells its turning points: values that often lie on both sides of
/// them.
void guess(OpenFacts& open, const model::Types& types) {
  for (OpenFact& fact : open.facts) {
    const model::Kind kind = types[fact.type].kind;
    if (fact.is_only_compared || !is_ordered(kind)) continue;
    const bool is_number = kind == model::Kind::number || kind == model::Kind::integer;
    for (const Value& value : open.near) {
      const bool fits = is_number                   ? std::holds_alternative<Decimal>(value)
                        : kind == model::Kind::date ? std::holds_alternative<Date>(value)
                                                    : std::holds_alternative<DateTime>(value);
      if (fits) fact.cuts.push_back({value, false, {}});
    }
    for (const std::int64_t number : {0, 1'000'000})
      if (is_number) fact.cuts.push_back({Decimal::of(number), false, {}});
  }
}

/// A fact in a record that is missing brings the record with it, which the trial does not know.
bool is_in_missing_record(const Scheme& scheme, const dossier::Facts& facts, const OpenFact& fact) {
  const auto around = record_around(scheme, facts, fact.slot, fact.slot);
  return around && facts[*around].state != dossier::State::known;
}

}  // namespace

std::size_t cells_for(const program::Requirement& requirement) {
  const std::size_t conditions = requirement.provision_count + (requirement.applies == program::no_node ? 0U : 1U);
  return limits::completion_cells / std::max<std::size_t>(conditions, 1);
}

void Completions::begin(const Filed& filed) {
  filed_ = filed;
  has_begun_ = false;
  settled_.clear();
}

Evaluator& Completions::trial() {
  if (!trial_) trial_.emplace(scheme_.program);
  if (!has_begun_) {
    trial_->begin(*filed_.dossier, filed_.date, *filed_.judgements);
    trial_->take_evidence(*filed_.evidence);
    has_begun_ = true;
  }
  trial_->assume({});
  trial_->allow(limits::completion_steps);
  return *trial_;
}

Truth Completions::stopped_by(Obstacle obstacle) {
  obstacle_ = obstacle;
  return Truth::unknown;
}

const Completions::Content& Completions::content_of(NodeId id) {
  if (const auto known = contents_.find(id.value); known != contents_.end()) return known->second;
  const program::Node& at = scheme_.program.nodes[id.value];
  Content content{asks(at), at.course != program::Course::still};
  // A count that asks of elements only to tell them apart: no completion gives an element, so none flips that.
  const bool is_of_all = program::is_count_of_all(scheme_.program, at);
  program::for_each_part(scheme_.program, at, [&](NodeId part) {
    if (is_of_all && part == scheme_.program.ranges[at.a].where) return;
    const Content& inside = content_of(part);
    content.asks_for_presence |= inside.asks_for_presence;
    content.moves |= inside.moves;
  });
  return contents_.emplace(id.value, content).first->second;
}

Truth Completions::agreed(NodeId condition, const OpenFacts& open, const Cells& cells) {
  Truth agreed = Truth::unknown;
  Combinations combinations(open, cells);
  do {
    trial_->assume(combinations.current());
    const Truth found = trial_->truth(condition);
    if (found == Truth::unknown || trial_->is_exhausted()) return stopped_by(Obstacle::untried);
    if (is_definite(agreed) && found != agreed) return Truth::unknown;
    agreed = found;
  } while (combinations.advance());
  return agreed;
}

Truth Completions::settle(NodeId condition, std::size_t most_cells, Turns* turns) {
  steps_ = 0;
  obstacle_ = Obstacle::none;
  const Content& content = content_of(condition);
  if (content.asks_for_presence) return stopped_by(Obstacle::asks_for_presence);
  if (!content.moves) turns = nullptr;
  const std::uint64_t before = trial().steps();
  trial_->note_turns(turns);
  const Truth found = tried(condition, most_cells, turns);
  if (trial_->is_exhausted()) {
    obstacle_ = Obstacle::too_many_steps;
    trial_->look_again_tomorrow();
  }
  trial_->note_turns(nullptr);
  steps_ = trial_->steps() - before;
  return found;
}

Truth Completions::tried(NodeId condition, std::size_t most_cells, Turns* turns) {
  const OpenFacts open = open_facts(scheme_, *trial_, condition);
  if (const Obstacle found = obstacle_in(open, scheme_.model.types); found != Obstacle::none) return stopped_by(found);
  if (open.facts.empty()) return stopped_by(Obstacle::untried);
  if (turns != nullptr) note_moving_cuts(open, filed_.date, *turns);
  if (most_combinations(open, scheme_.model.types, most_cells) > most_cells)
    return stopped_by(Obstacle::too_many_cases);
  const auto cells = cells_of(open, scheme_.model.types);
  if (!cells) return stopped_by(Obstacle::mixed_numbers);
  const Truth found = agreed(condition, open, *cells);
  if (is_definite(found)) settled_.emplace(condition.value, count_of(*cells));
  return found;
}

std::size_t Completions::cells_tried(NodeId condition) const {
  const auto found = settled_.find(condition.value);
  return found == settled_.end() ? 0 : found->second;
}

Completions::Alternatives Completions::alternatives(NodeId condition) {
  Alternatives found;
  OpenFacts open = open_facts(scheme_, trial(), condition);
  found.has_facts = !open.facts.empty();
  if ((open.facts.empty() && open.judgements.empty()) || open.is_cut_off) return found;
  const bool brings_records = std::any_of(open.facts.begin(), open.facts.end(), [&](const OpenFact& fact) {
    return is_in_missing_record(scheme_, filed_.dossier->facts, fact);
  });
  if (brings_records && content_of(condition).asks_for_presence) return found;
  guess(open, scheme_.model.types);
  auto cells = cells_of(open, scheme_.model.types);
  if (!cells || count_of(*cells) == 0) return found;
  cells->insert(cells->end(), open.judgements.size(), {Value(true), Value(false)});
  Combinations combinations(open, *cells);
  for (std::size_t tried = 0; tried < limits::completion_cells; ++tried) {
    trial_->assume(combinations.current());
    const Truth truth = trial_->truth(condition);
    if (trial_->is_exhausted()) break;
    if (truth == Truth::yes && !found.holds) found.holds = combinations.current();
    if (truth == Truth::no && !found.fails) found.fails = combinations.current();
    if ((found.holds && found.fails) || !combinations.advance()) break;
  }
  return found;
}

}  // namespace assay::evaluate
