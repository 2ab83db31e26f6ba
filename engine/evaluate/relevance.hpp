#pragma once

#include "assessment/assessment.hpp"
#include "evaluate/second_walk.hpp"

#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <vector>

// Internal to the stage: which questions an expression asks, and which answers could still change its value. Where the
// second walk goes to what a value came from, this walk goes everywhere.
namespace assay::evaluate {

/// A question that the dossier does not answer: a fact by its slot, a judgement or an evidence by its number.
struct Question {
  assessment::NeedKind kind = assessment::NeedKind::fact;
  std::uint32_t subject = 0;
  friend auto operator<=>(const Question&, const Question&) = default;
};
struct Questions {
  std::vector<Question> asked;  ///< all of them, some more than once
  std::vector<Question> open;   ///< those whose answer may change the value
};

/// An expression that tests no absence keeps its value once it has one (the law of completions). One that does may
/// turn round when something is given, so its parts are looked at one by one. In doubt a question is open.
class Relevance {
 public:
  Relevance(const program::Program& program, SecondWalk& walk, Evaluator& evaluator);

  /// Adds the questions of an expression; true if no answer can change its value.
  bool gather(program::NodeId id, Questions& questions);
  /// The same of what no answer can bring into play: its questions are asked, not open.
  void gather_closed(program::NodeId id, Questions& questions);
  /// The same for what an evidence must cover.
  bool gather_covered(const program::Evidence& evidence, Questions& questions);

 private:
  const program::Node& node(program::NodeId id) const { return program_.nodes[id.value]; }
  /// Is it settled without a look at its parts?
  bool keeps_its_value(program::NodeId id);
  bool tests_absence(program::NodeId id);
  bool has_absence_inside(const program::Node& at);

  bool gather_parts(program::NodeId id, Questions& questions);
  bool gather_kids(program::NodeId id, Questions& questions);
  bool gather_fact(program::NodeId id, Questions& questions);
  /// What the record of a fact is looked up by; the record itself is no question.
  bool gather_record(program::NodeId id, Questions& questions);
  /// Of a fact whose record is not known: what the record comes from.
  bool gather_source(program::NodeId id, Questions& questions);
  bool gather_slot(std::uint32_t slot, Questions& questions);
  bool gather_presence(const program::Node& at, Questions& questions);
  bool gather_junction(const program::Node& at, Truth decisive, Questions& questions);
  bool gather_implication(const program::Node& at, Questions& questions);
  bool gather_conditional(const program::Node& at, Questions& questions);
  bool gather_fallback(const program::Node& at, Questions& questions);
  bool gather_table(const program::Node& at, Questions& questions);
  bool gather_definition(std::uint32_t define, Questions& questions);
  bool gather_range(const program::Node& at, Questions& questions);
  struct Element {
    bool is_taken = false;     ///< it may itself be the value: of `the`
    bool is_decisive = false;  ///< it alone settles the quantifier
  };
  bool gather_bound(const program::Range& range, Questions& questions);
  bool gather_element(const program::Range& range, program::NodeId inside, std::optional<Truth> decisive,
                      const std::function<void()>& bind, Element& element, Questions& questions);
  void gather_of_any_element(program::NodeId id, std::set<std::uint32_t>& seen, Questions& questions);
  /// `inside` may be `no_node`; an element for which it is `decisive` settles the whole.
  bool gather_elements(const program::Range& range, program::NodeId inside, std::optional<Truth> decisive,
                       Questions& questions, bool is_taken = false);

  struct Definition {
    Questions questions;
    bool is_settled = false;
  };
  const program::Program& program_;
  SecondWalk& walk_;
  Evaluator& evaluator_;
  std::vector<bool> is_parameter_;                  ///< by register
  std::vector<std::optional<bool>> tests_absence_;  ///< by node, as far as asked
  std::map<std::uint32_t, Definition> definitions_;
  std::uint32_t closed_ = 0;  ///< inside how many expressions that are settled whatever their parts are
};

}  // namespace assay::evaluate
