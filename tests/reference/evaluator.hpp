#pragma once

#include "logic/truth.hpp"
#include "model/scheme.hpp"
#include "reference/fact.hpp"

#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

// Expressions over facts, straight from the words of the language and with no thought of speed: a define is evaluated
// anew wherever it stands, a parameter wherever it is read.
namespace assay::reference {

struct Result {
  enum class State { known, missing, unknown };

  State state = State::unknown;
  Thing thing;

  static Result known(Thing thing) { return {State::known, std::move(thing)}; }
  static Result of(Truth truth) { return truth == Truth::unknown ? unknown() : known(truth == Truth::yes); }
  static Result missing() { return {State::missing, {}}; }
  static Result unknown() { return {State::unknown, {}}; }
  bool is_known() const { return state == State::known; }
};

struct Bound;
using Names = std::map<model::VariableId, Bound>;
/// What a name stands for: an element of a list, or an argument where the caller wrote it.
struct Bound {
  const Fact* element = nullptr;
  const model::Expression* argument = nullptr;
  std::shared_ptr<const Names> names;
};

/// What the records of one judgement say together.
enum class Said { pending, met, not_met, disagreeing };

/// A fact or judgement that stands in the way, or a computation without a result.
struct Cause {
  /// "missing", "invalid", "lookup", "judgement", "evidence", "guard_band", "inconclusive", "arithmetic"
  std::string kind;
  std::string subject;  ///< a pointer, the name of a judgement or an evidence; empty for arithmetic
  friend bool operator==(const Cause&, const Cause&) = default;
};

/// A missing fact that an undecided condition reads: what it is compared with, and whether it is used in no other way.
struct Use {
  const Fact* fact = nullptr;
  std::vector<Thing> cuts;
  std::set<const Fact*> untried;  ///< what it is compared with and that is not tried
  bool is_only_compared = true;
};
struct Uses {
  std::vector<Use> all;
  std::set<std::pair<std::size_t, std::size_t>> pairs;  ///< compared with each other
  bool is_closed = true;                                ///< what is given brings nothing else into play
};
/// What an expression may come to: known things and missing facts; not whole if something else is computed.
struct Seen {
  std::vector<Thing> things;
  std::vector<std::size_t> uses;
  std::set<const Fact*> untried;
  bool is_whole = true;
};

class Evaluator {
 public:
  Evaluator(const model::Scheme& scheme, const Fact& subject, const Lists& lists, Date date,
            std::vector<Said> judgements, std::vector<Truth> provided);

  Result value(const model::Expression& expression, const Names& names) const;
  Truth truth(const model::Expression& expression, const Names& names) const;
  /// What all completions make of a condition that is unknown, if there are at most so many to try.
  Truth settle(const model::Expression& condition, std::size_t most) const;
  /// Why it is not known: each cause once, in the order of the scheme and of the elements.
  void why(const model::Expression& expression, const Names& names, std::vector<Cause>& causes) const;
  /// What the report shows of a value.
  std::string json(const Result& result, model::TypeId type) const;

  /// Where it stands in the document; empty if it does not.
  std::string pointer(const model::Expression& expression, const Names& names) const;

  /// While a decision is tried: what its counts are taken to be.
  std::map<model::Tally, std::int64_t> tallies;

 private:
  const Fact* fact(const model::Expression& expression, const Names& names) const;
  std::vector<Result> values(const std::vector<model::ExpressionPtr>& expressions, const Names& names) const;
  Names bind(const Names& names, model::VariableId variable, const Fact& element) const;
  Names bind(const Names& names, const std::vector<model::VariableId>& parameters,
             const std::vector<model::ExpressionPtr>& arguments) const;
  Truth passes(const model::Range& range, const Names& names) const;
  std::vector<const model::Row*> possible_rows(const model::DecisionTable& table, const Names& names) const;
  const Fact* the_one(const model::The& the, const Fact& list, const Names& names) const;

  Result of(const model::Constant& constant, const Names& names) const;
  Result of(const model::AllMembers& all, const Names& names) const;
  Result of(const model::SubjectReference& subject, const Names& names) const;
  Result of(const model::DossierListReference& list, const Names& names) const;
  Result of(const model::VariableReference& variable, const Names& names) const;
  Result of(const model::FieldAccess& access, const Names& names) const;
  Result of(const model::DefineCall& call, const Names& names) const;
  Result of(const model::TableCall& call, const Names& names) const;
  Result of(const model::AssessmentDate& date, const Names& names) const;
  Result of(const model::FunctionCall& call, const Names& names) const;
  Result of(const model::Scale& scale, const Names& names) const;
  Result of(const model::Connective& connective, const Names& names) const;
  Result of(const model::Negation& negation, const Names& names) const;
  Result of(const model::Implication& implication, const Names& names) const;
  Result of(const model::Conditional& conditional, const Names& names) const;
  Result of(const model::Fallback& fallback, const Names& names) const;
  Result of(const model::Arithmetic& arithmetic, const Names& names) const;
  Result of(const model::Minus& minus, const Names& names) const;
  Result of(const model::Comparison& comparison, const Names& names) const;
  Result of(const model::InRange& range, const Names& names) const;
  Result of(const model::Conformity& conformity, const Names& names) const;
  Result of(const model::OneOf& one_of, const Names& names) const;
  Result of(const model::Includes& includes, const Names& names) const;
  Result of(const model::Matches& matches, const Names& names) const;
  Result of(const model::Presence& presence, const Names& names) const;
  Result of(const model::WithinDuration& within, const Names& names) const;
  Result of(const model::Quantifier& quantifier, const Names& names) const;
  Result of(const model::CountInRange& count, const Names& names) const;
  Result of(const model::Aggregate& aggregate, const Names& names) const;
  Result of(const model::The& the, const Names& names) const;
  Result of(const model::JudgementReference& judgement, const Names& names) const;
  Result of(const model::EvidenceReference& evidence, const Names& names) const;
  Result of(const model::TallyReference& tally, const Names& names) const;
  Result of(const model::VerdictReference& verdict, const Names& names) const;

  Seen see(const model::Expression& expression, const Names& names, Uses& uses) const;
  Seen see_fact(const Fact& fact, Uses& uses) const;
  Seen see_table(const model::TableCall& call, const Names& names, Uses& uses) const;
  Seen see_range(const model::Range& range, const model::Expression* inside, const model::Quantifier* quantifier,
                 const Names& names, Uses& uses) const;
  Seen see_within(const model::WithinDuration& within, const Names& names, Uses& uses) const;
  Seen see_conditional(const model::Conditional& conditional, const Names& names, Uses& uses) const;
  Seen see_includes(const model::Includes& includes, const Names& names, Uses& uses) const;

  void why_fact(const Fact& fact, std::vector<Cause>& causes) const;
  void why_conformity(const model::Expression& expression, const Names& names, std::vector<Cause>& causes) const;
  const Fact* culprit(const model::Expression& expression, const Names& names) const;
  void why_list(const model::Expression& list, const Names& names, std::vector<Cause>& causes) const;
  void why_elements(const model::Expression& expression, const Names& names, std::vector<Cause>& causes) const;
  void why_the(const model::The& the, const Names& names, std::vector<Cause>& causes) const;
  void why_table(const model::TableCall& call, const Names& names, std::vector<Cause>& causes) const;
  void why_operands(const model::Expression& expression, const Names& names, std::vector<Cause>& causes) const;

  const model::Scheme& scheme_;
  const Fact& subject_;
  const Lists& lists_;
  Date date_;
  std::vector<Said> judgements_;
  std::vector<Truth> provided_;
  std::map<model::EnumId, Fact> all_members_;
};

/// The order of two things of one kind; nothing where they have none.
std::optional<std::strong_ordering> order(const Thing& left, const Thing& right);

/// The expressions that stand directly in this one, in the order of the text.
std::vector<const model::Expression*> operands(const model::Expression& expression);

/// What a function gives for known arguments.
Result apply(const model::Scheme& scheme, const model::FunctionCall& call, const std::vector<Thing>& arguments);

}  // namespace assay::reference
