#include "evaluate/completion.hpp"

#include "base/limits.hpp"
#include "program/parts.hpp"

#include <algorithm>
#include <unordered_set>

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
      current_.push_back({program::none, cells[current_.size()].front(), open.judgements[current_.size() - open.facts.size()]});
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

bool asks(Operation operation) {
  return operation == Operation::provided || operation == Operation::missing || operation == Operation::stated ||
         operation == Operation::fallback || operation == Operation::provide;
}

bool asks_anywhere(const program::Program& program, NodeId id, std::unordered_set<std::uint32_t>& seen) {
  if (!seen.insert(id.value).second) return false;
  const program::Node& at = program.nodes[id.value];
  bool found = asks(at.operation);
  program::for_each_part(program, at, [&](NodeId part) { found = found || asks_anywhere(program, part, seen); });
  return found;
}

bool can_be_settled(const OpenFacts& open, const model::Types& types) {
  if (open.facts.empty() || open.is_cut_off || !open.is_closed) return false;
  return std::all_of(open.facts.begin(), open.facts.end(), [&](const OpenFact& fact) {
    return fact.is_only_compared || !is_ordered(types[fact.type].kind);
  });
}

/// Where something is computed from a fact, no cut tells its turning points: values that often lie on both sides of
/// them.
void guess(OpenFacts& open, const model::Types& types) {
  for (OpenFact& fact : open.facts) {
    const model::Kind kind = types[fact.type].kind;
    if (fact.is_only_compared || !is_ordered(kind)) continue;
    const bool is_number = kind == model::Kind::number || kind == model::Kind::integer;
    for (const Value& value : open.near) {
      const bool fits = is_number                         ? std::holds_alternative<Decimal>(value)
                        : kind == model::Kind::date       ? std::holds_alternative<Date>(value)
                                                          : std::holds_alternative<DateTime>(value);
      if (fits) fact.cuts.push_back(value);
    }
    for (const std::int64_t number : {0, 1'000'000})
      if (is_number) fact.cuts.emplace_back(Decimal::of(number));
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

bool Completions::asks_for_presence(NodeId condition) {
  const auto known = asks_for_presence_.find(condition.value);
  if (known != asks_for_presence_.end()) return known->second;
  std::unordered_set<std::uint32_t> seen;
  return asks_for_presence_[condition.value] = asks_anywhere(scheme_.program, condition, seen);
}

Truth Completions::agreed(NodeId condition, const OpenFacts& open, const Cells& cells) {
  Truth agreed = Truth::unknown;
  Combinations combinations(open, cells);
  do {
    trial_->assume(combinations.current());
    const Truth found = trial_->truth(condition);
    if (found == Truth::unknown || trial_->is_exhausted()) return Truth::unknown;
    if (is_definite(agreed) && found != agreed) return Truth::unknown;
    agreed = found;
  } while (combinations.advance());
  return agreed;
}

Truth Completions::settle(NodeId condition, std::size_t most_cells) {
  if (asks_for_presence(condition)) return Truth::unknown;
  const OpenFacts open = open_facts(scheme_, trial(), condition);
  if (!can_be_settled(open, scheme_.model.types)) return Truth::unknown;
  const auto cells = cells_of(open, scheme_.model.types);
  const std::size_t count = cells ? count_of(*cells, most_cells) : 0;
  if (count == 0 || count > most_cells) return Truth::unknown;
  const Truth found = agreed(condition, open, *cells);
  if (is_definite(found)) settled_.emplace(condition.value, count);
  return found;
}

std::size_t Completions::cells_tried(NodeId condition) const {
  const auto found = settled_.find(condition.value);
  return found == settled_.end() ? 0 : found->second;
}

Completions::Alternatives Completions::alternatives(NodeId condition) {
  Alternatives found;
  OpenFacts open = open_facts(scheme_, trial(), condition);
  if ((open.facts.empty() && open.judgements.empty()) || open.is_cut_off) return found;
  const bool brings_records = std::any_of(open.facts.begin(), open.facts.end(), [&](const OpenFact& fact) {
    return is_in_missing_record(scheme_, filed_.dossier->facts, fact);
  });
  if (brings_records && asks_for_presence(condition)) return found;
  guess(open, scheme_.model.types);
  auto cells = cells_of(open, scheme_.model.types);
  if (!cells || count_of(*cells, limits::completion_cells) == 0) return found;
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
