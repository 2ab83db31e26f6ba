#pragma once

#include "assessment/assessment.hpp"
#include "base/function_ref.hpp"
#include "evaluate/asked_texts.hpp"
#include "evaluate/evaluate.hpp"
#include "evaluate/evaluator.hpp"
#include "evaluate/leaf_facts.hpp"
#include "evaluate/marks.hpp"
#include "evaluate/telling.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// Internal to the stage: the second walk, over what is reported. It asks the first walk again for the value of each
// part and goes where the result came from.
namespace assay::evaluate {

/// What is needed to settle an unknown expression: a fact by its slot, a judgement by its number, evidence by its
/// number and, in the message, the key that it must cover, or a repair of the scheme or the facts by a message.
struct Need {
  assessment::NeedKind kind = assessment::NeedKind::fact;
  std::uint32_t subject = program::none;
  std::string_view message;
};

/// What an account tells: all that a report shows, or only the reasons of what is not met or not known.
enum class Extent : std::uint8_t { everything, reasons };

/// What a verdict stands on, at most limits::grounds: each fact and judgement once, however many parts of the
/// requirement stand on it. Emptied, it keeps its memory for the next.
struct Grounds {
  std::vector<assessment::Ground> list;
  std::uint64_t more = 0;  ///< cut off beyond the limit
  Marks facts;
  Marks judgements;
  Marks definitions;  ///< whose facts are all there

  void clear();
  /// False if there are too many, of which it counts this one.
  bool has_room();
};

/// What the walk gathers about one provision or requirement. Emptied, it keeps its memory for the next.
struct Account {
  std::vector<assessment::Reason> reasons;
  std::vector<Need> needs;
  std::vector<assessment::Measurement> measurements;
  Grounds* grounds = nullptr;  ///< null: nobody asks for them
  std::uint64_t more_reasons = 0;
  std::uint64_t more_measurements = 0;
  Marks seen_unknown;
  // Definitions that were entered, so that what names one twice is not walked twice over.
  Marks unknown_definitions;
  Marks told_definitions;
  Marks told_side_definitions;  ///< of one side of a comparison
  Marks seen_judgements;
  Marks seen_evidence;
  SeenTexts seen_reasons;

  /// For a part that stands on nothing, or adds to these.
  void clear(Grounds* of_all = nullptr);
};

/// "5 %", "5"
std::string with_unit(std::string_view value, std::string_view unit);

/// "missing_share" of "/datasets/0/missing_share"; the pointer itself where it ends in a number.
std::string_view spoken(std::string_view pointer);

class SecondWalk {
 public:
  /// Of the dossier that evaluator and telling of the workspace have turned to. What it finds stands in the memory of
  /// the latter.
  SecondWalk(const Scheme& scheme, Workspace& workspace, Extent extent = Extent::everything);

  /// Reasons and needs of an expression that is not known. For a leaf its place or judgement; for an operator the union
  /// over its operands that are not known; for a quantifier over its undecided elements.
  void why_unknown(program::NodeId id, Account& account);

  /// What a definite condition stands on, if all is told. With `tell_values`, also the values that made it come out so,
  /// as reasons.
  void why(program::NodeId id, bool holds, bool tell_values, Account& account);
  /// What a definite condition stands on, where there may be steps that find it.
  void why(program::NodeId id, bool holds, const program::StraightTest& grounds, Account& account);

  /// A decision about a measured value as a report shows it; nothing where it could not be made.
  std::optional<assessment::Measurement> measurement(program::NodeId id);

  /// The zone and what it follows from, in words; empty where there is none.
  std::string zone_text(program::NodeId id);

  /// Reasons and needs of an evidence of the scheme that is not there.
  void why_not_satisfied(std::uint32_t evidence, Account& account);
  /// The items that count for an evidence, and the facts that say what it must cover.
  void ground_evidence(std::uint32_t evidence, Account& account);
  assessment::DossierPlace place_of_item(const EvidenceItem& item);

  /// Did the condition come out so only because a list was empty?
  bool is_vacuous(program::NodeId id, bool holds);

  std::string pointer(std::uint32_t slot) const;
  assessment::DossierPlace place(std::uint32_t slot) { return telling_.place(slot); }
  assessment::DossierPlace place_at(std::string_view pointer, std::uint32_t offset) {
    return telling_.place_at(pointer, offset);
  }
  assessment::Memory& memory() { return telling_.memory(); }
  std::string_view keep(std::string_view text) { return telling_.keep(text); }
  /// The name of the unit in which a fact stands; empty for a plain number and whatever is none.
  std::string_view unit_of(std::uint32_t slot) const;
  std::string_view unit_of_type(model::TypeId type) const;
  std::string text(program::NodeId id) const { return text_of(scheme_, id); }
  /// A known value as JSON; "null" for one that is not known.
  std::string json(const Operand& operand, std::uint32_t type);
  /// A value for people: with its unit, "missing" or "unknown".
  std::string shown(program::NodeId id, const Operand& operand);
  /// The slot behind a fact or a variable, or none for anything computed.
  std::uint32_t direct_slot(program::NodeId id);
  /// Direct operands, without those that stand under a range.
  void for_each_kid(const program::Node& node, FunctionRef<void(program::NodeId)> visit) const;
  const program::Node& node(program::NodeId id) const { return program_.nodes[id.value]; }
  model::TypeId type(program::NodeId id) const;

 private:
  bool is_empty(const program::Range& range);
  /// Has the list no element that passes what the range asks?
  bool is_passed_by_none(const program::Range& range);
  void unknown_fact(std::uint32_t slot, Account& account);
  void unknown_judgement(std::uint32_t judgement, Account& account);
  void unknown_evidence(std::uint32_t evidence, Account& account);
  /// Why each item of an evidence does not count, or that there is none.
  void tell_items(std::uint32_t evidence, Account& account);
  /// What may be such evidence, for nobody can read of what kind it is.
  void tell_unplaced(const model::Evidence& asked, Account& account);
  void tell_keys(std::uint32_t evidence, Account& account);
  void unknown_variable(const program::Node& at, Account& account);
  void unknown_range(program::NodeId id, Account& account);
  /// False if every element is decided and known.
  bool unknown_elements(program::NodeId id, const Elements& elements, Account& account);
  void undecided_elements(const program::Range& range, const Elements& elements, Account& account);
  /// " (c is A_2_2)": what a condition on one variable asks of the others. Ranges inside it are not entered.
  std::string outer_values(program::NodeId id, std::uint32_t own);
  void collect_outer_values(program::NodeId id, std::uint32_t own, std::vector<std::string>& values);
  void nothing_to_gather(program::NodeId id, Account& account);
  void unknown_the(program::NodeId id, const Elements& elements, Account& account);
  void unknown_table(const program::Node& at, Account& account);
  void unknown_operator(program::NodeId id, Account& account);
  void unknown_collection(const program::Node& at, Account& account);
  void not_computable(program::NodeId id, Account& account);
  void unknown_conformity(program::NodeId id, Account& account);
  void tell_conformity(program::NodeId id, bool holds, Account& account);
  void add_measurement(program::NodeId id, Account& account);

  void why_connective(const program::Node& at, bool holds, bool tell_values, Account& account);
  void why_conditional(const program::Node& at, bool holds, bool tell_values, Account& account);
  void why_quantifier(const program::Node& at, bool holds, bool tell_values, Account& account);
  void why_count(program::NodeId id, bool holds, bool tell_values, Account& account);
  void why_leaf(program::NodeId id, bool holds, bool tell_values, Account& account);
  void why_provided(std::uint32_t evidence, bool holds, bool tell_values, Account& account);
  void why_judgement(const program::Node& at, bool tell_values, Account& account);
  void tell_value(program::NodeId id, bool holds, Account& account);
  void tell_side(program::NodeId side, std::string_view asked, Account& account);
  void tell_fact(std::uint32_t slot, std::string_view asked, Account& account);
  std::string_view asked_of(program::NodeId id, bool holds);
  void add_reason(const assessment::Reason& reason, Account& account);

  /// Receives the facts behind a value; a definition that was entered is not entered again.
  struct FactReceiver {
    FunctionRef<void(std::uint32_t)> receive;
    Marks& entered;
  };
  void collect_facts(program::NodeId id, const FactReceiver& receiver, Account& account);
  void collect_table(const program::Node& at, const FactReceiver& receiver, Account& account);
  void collect_range(program::NodeId id, const FactReceiver& receiver, Account& account);
  void ground_fact(std::uint32_t slot, Account& account);
  void ground_leaf(program::NodeId id, Account& account);
  void ground_all(std::span<const program::NodeId> paths, Account& account);
  void ground_judgement(std::uint32_t judgement, Account& account);

  const Scheme& scheme_;
  const program::Program& program_;
  Evaluator& evaluator_;
  Telling& telling_;
  LeafFacts& leaf_facts_;
  AskedTexts& asked_texts_;
  Extent extent_;
  std::unordered_map<std::uint32_t, bool> vacuous_definitions_;
};

}  // namespace assay::evaluate
