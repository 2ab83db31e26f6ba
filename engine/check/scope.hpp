#pragma once

#include "diagnostics/diagnostic.hpp"
#include "model/scheme.hpp"
#include "source/file.hpp"
#include "syntax/scheme.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// What the parts of the checker share: who means what, and where an expression stands.
namespace assay::check {

struct SubjectName {};
/// The alias of `use "…" as name`.
struct ModuleName {
  std::size_t module = 0;
};
using Meaning = std::variant<SubjectName, ModuleName, model::UnitId, model::EnumId, model::RecordId, model::DefineId,
                             model::TableId, model::DocumentId>;

/// The names that one module sees: its own, and those of the modules that it uses without an alias. Units live in a
/// space of their own, for a unit only stands behind a number.
struct Names {
  std::map<std::string, Meaning, std::less<>> general;
  std::map<std::string, model::UnitId, std::less<>> units;
};

/// What the whole check works on. `names[i]` belongs to the i-th module.
struct Context {
  model::Scheme& scheme;
  const source::Files& files;
  diagnostics::Diagnostics& diagnostics;
  std::vector<source::FileId> module_files;
  std::vector<Names> names;
  std::map<std::string, model::RequirementId, std::less<>> requirements;
  std::size_t root = 0;  ///< the module that was asked for: the scheme, or its profile

  /// State of the defines and tables, which are checked when they are first needed (see declaration.hpp).
  struct Lazy;
  Lazy* lazy = nullptr;
};

/// Where an expression stands.
struct Scope {
  Context& context;
  std::size_t module = 0;
  enum class Place : std::uint8_t { define, table, applies, provision, decision } place = Place::define;
  /// Parameters and quantifier variables, innermost last.
  std::vector<model::VariableId> variables;
  int quantifiers = 0;  ///< quantifiers, aggregates and `the` around the place
  std::optional<model::RequirementId> requirement;
  std::string provision_id;  ///< names a judgement that has no name of its own
};

/// The parameters and the type of a define or table; checks it first if it was not needed before. A define that refers
/// to itself is reported once and has the erroneous type. Implemented in declaration.cpp.
struct Signature {
  std::vector<model::VariableId> parameters;
  model::TypeId type;
};
Signature signature_of(Context& context, model::DefineId define);
Signature signature_of(Context& context, model::TableId table);

/// The type that is written, or the erroneous type after a report. Implemented in type.cpp.
model::TypeId check_type(const syntax::Type& type, Context& context, std::size_t module);

/// The unit that is written behind a number or a type; `plain_unit` after a report. Implemented in type.cpp.
model::UnitId check_unit(const syntax::Name& unit, Context& context, std::size_t module);

/// The expression as it is meant. `expected` resolves a bare enumeration member and nothing else; it does not force a
/// type. After a report the node has the erroneous type; never null. Implemented in expression.cpp.
model::ExpressionPtr check_expression(const syntax::Expression& expression, Scope& scope,
                                      std::optional<model::TypeId> expected = std::nullopt);

/// The same for a place that needs a boolean. Implemented in expression.cpp.
model::ExpressionPtr check_condition(const syntax::Expression& expression, Scope& scope);

/// `expression` brought to `type` where a number, integer or other unit of one dimension stands in for it; reports
/// E0301 where it does not fit. Implemented in expression.cpp.
model::ExpressionPtr coerce(model::ExpressionPtr expression, model::TypeId type, Scope& scope);

/// The value of a literal, enumeration member, or minus or Scale of one. Implemented in expression.cpp.
std::optional<model::Constant> constant_of(const model::Expression& expression);

/// "help: did you mean 'x'?" or nothing. Implemented in suggestion.cpp.
std::vector<std::string> did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

inline source::Span span_of(const syntax::Spanned& node, const Scope& scope) {
  return {scope.context.module_files[scope.module], node.begin, node.end};
}
inline source::Span span_of(const syntax::Spanned& node, const Context& context, std::size_t module) {
  return {context.module_files[module], node.begin, node.end};
}

}  // namespace assay::check
