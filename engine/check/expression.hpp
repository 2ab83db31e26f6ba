#pragma once

#include "check/scope.hpp"
#include "syntax/expression.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What the constructs of an expression share while they are checked. Nothing outside the expression checker needs it.
namespace assay::check {

using diagnostics::Code;

/// See `expected` of check_expression. The erroneous type says that what would have told was reported.
using Expected = std::optional<model::TypeId>;

/// A checked node that its parent may still rework.
using Draft = std::unique_ptr<model::Expression>;
using Drafts = std::vector<Draft>;

Draft draft_of(const syntax::Expression& expression, Scope& scope, Expected expected = std::nullopt);

// One function for each case of syntax::Expression.
Draft check_node(const syntax::Number& number, Scope& scope, Expected expected);
Draft check_node(const syntax::Text& text, Scope& scope, Expected expected);
Draft check_node(const syntax::Moment& moment, Scope& scope, Expected expected);
Draft check_node(const syntax::TruthLiteral& literal, Scope& scope, Expected expected);
Draft check_node(const syntax::Reference& reference, Scope& scope, Expected expected);
Draft check_node(const syntax::Access& access, Scope& scope, Expected expected);
Draft check_node(const syntax::Call& call, Scope& scope, Expected expected);
Draft check_node(const syntax::Aggregate& aggregate, Scope& scope, Expected expected);
Draft check_node(const syntax::Quantifier& quantifier, Scope& scope, Expected expected);
Draft check_node(const syntax::The& the, Scope& scope, Expected expected);
Draft check_node(const syntax::Conditional& conditional, Scope& scope, Expected expected);
Draft check_node(const syntax::Implication& implication, Scope& scope, Expected expected);
Draft check_node(const syntax::Connective& connective, Scope& scope, Expected expected);
Draft check_node(const syntax::Negation& negation, Scope& scope, Expected expected);
Draft check_node(const syntax::Minus& minus, Scope& scope, Expected expected);
Draft check_node(const syntax::Arithmetic& arithmetic, Scope& scope, Expected expected);
Draft check_node(const syntax::Fallback& fallback, Scope& scope, Expected expected);
Draft check_node(const syntax::Comparison& comparison, Scope& scope, Expected expected);
Draft check_node(const syntax::InRange& range, Scope& scope, Expected expected);
Draft check_node(const syntax::OneOf& one_of, Scope& scope, Expected expected);
Draft check_node(const syntax::Matches& matches, Scope& scope, Expected expected);
Draft check_node(const syntax::Presence& presence, Scope& scope, Expected expected);
Draft check_node(const syntax::WithinDuration& within, Scope& scope, Expected expected);
Draft check_node(const syntax::Judgement& judgement, Scope& scope, Expected expected);
Draft check_node(const syntax::Provide& provide, Scope& scope, Expected expected);

/// Is it a measurement or a proportion? Then the one of the record type that the language brings along.
model::BuiltIn measured_kind(const model::Expression& expression, const Scope& scope);
/// A measured value against its limits; `low` or `high` may be null. The rule is null where none is written.
struct MeasuredComparison {
  source::Span span;
  Draft measured;
  Draft low;
  Draft high;
  bool excluded = false;  ///< `<` and `>`
  const syntax::ConformityRule* rule = nullptr;
};
/// Implemented in conformity.cpp, like the report of a rule where nothing is measured.
Draft check_conformity(MeasuredComparison asked, Scope& scope);
Draft refuse_rule(const syntax::ConformityRule& rule, const model::Expression& value, Scope& scope);

/// How many to sample; null for a call of something else. Implemented in sampling.cpp.
Draft check_sampling(const syntax::Call& call, Scope& scope);

/// A function of the language, such as `round`; nothing of the scheme has its name. Implemented in function.cpp.
Draft check_function(const syntax::Call& call, Scope& scope);

template <typename Node>
Draft make(model::TypeId type, source::Span span, Node node) {
  auto draft = std::make_unique<model::Expression>();
  draft->type = type;
  draft->span = span;
  draft->node = std::move(node);
  return draft;
}
/// The node that stands for something that was reported.
Draft erroneous(source::Span span);
bool is_erroneous(const model::Expression& expression);
bool has_erroneous(const Drafts& drafts);

/// What a report says beyond its headline.
struct Remarks {
  std::string label;
  std::vector<std::string> help;
};
void report(Scope& scope, Code code, source::Span at, std::vector<std::string> arguments, Remarks remarks = {});
/// Reports and gives the erroneous node of that place.
Draft refuse(Scope& scope, Code code, source::Span at, std::vector<std::string> arguments, Remarks remarks = {});

/// The code of a span, for a help line; nothing if it does not fit into one.
std::optional<std::string> code_of(source::Span span, const Scope& scope);
/// `advise("percent(", span, ")")` is "write 'percent(x)'", or nothing if the code is too long to repeat.
std::vector<std::string> advise(std::string_view before, source::Span code, std::string_view after, const Scope& scope);
using Candidates = std::function<std::vector<std::string_view>()>;
/// did_you_mean, but not once so much was reported that nobody will read it: the candidates may be the whole scheme.
std::vector<std::string> suggest(std::string_view word, const Candidates& candidates, const Scope& scope);

inline const model::Types& types(const Scope& scope) { return scope.context.scheme.types; }
inline model::Type type_of(const model::Expression& expression, const Scope& scope) {
  return types(scope)[expression.type];
}
std::string words(const model::Expression& expression, const Scope& scope);
model::TypeId plain_type(model::Kind kind, Scope& scope);
model::TypeId number_type(model::Kind kind, model::UnitId unit, Scope& scope);
model::TypeId enumeration_type(model::EnumId enumeration, Scope& scope);
constexpr bool is_number(model::Kind kind) { return kind == model::Kind::integer || kind == model::Kind::number; }
constexpr bool is_collection(model::Kind kind) { return kind == model::Kind::list || kind == model::Kind::set; }

inline constexpr std::string_view assessment_date = "assessment_date";
/// `certificates`, `evidence`, `judgements`.
std::optional<model::DossierList> dossier_list_named(std::string_view name);
/// The innermost one of that name.
std::optional<model::VariableId> find_variable(std::string_view name, const Scope& scope);

/// The position of the member with that name.
std::optional<std::uint32_t> member_named(const model::Enumeration& enumeration, std::string_view name);
Draft member_node(model::EnumId enumeration, std::uint32_t position, source::Span span, Scope& scope);

/// Is this a bare name that can only be an enumeration member here? The other side of a comparison then says of which.
bool is_bare_member(const syntax::Expression& expression, const Scope& scope);
/// Both, each expecting the type of the other.
Drafts check_pair(const syntax::Expression& left, const syntax::Expression& right, Scope& scope,
                  Expected expected = std::nullopt);

}  // namespace assay::check
