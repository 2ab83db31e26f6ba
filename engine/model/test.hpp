#pragma once

#include "logic/verdict.hpp"
#include "model/expression.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

// The tests of a scheme. What they say about a dossier is found out only when they run.
namespace assay::model {

/// Puts `value` at a place of the given JSON, or takes out what stands there.
struct Change {
  std::string pointer;                ///< as written (RFC 6901)
  std::vector<std::string> steps;     ///< its reference tokens, unescaped
  source::Span at;                    ///< of the pointer
  std::optional<source::Span> value;  ///< JSON in the scheme's file; nothing: taken out
};

/// A path as written, relative to the scheme, or the dossier itself in the scheme's file.
struct Given {
  std::variant<std::string, source::Span> dossier;
  source::Span at;
  std::vector<Change> changes;  ///< made one after the other
};

struct ExpectedVerdict {
  RequirementId requirement;
  Verdict verdict = Verdict::undetermined;
  std::optional<Grade> grade;
};
/// The value of a define or table, by its position among those that a report names.
struct ExpectedValue {
  std::uint32_t position = 0;
  TypeId type;
  std::optional<Constant> value;  ///< nothing: unknown
  std::string words;              ///< the value as written
};
/// A fact by its pointer, or what is open under a name.
struct ExpectedOpen {
  std::string point;  ///< empty: nothing is open
  bool is_pointer = false;
};
struct ExpectedDecision {
  DecisionOutcome outcome = DecisionOutcome::defer;
};

struct Expectation {
  std::variant<ExpectedVerdict, ExpectedValue, ExpectedOpen, ExpectedDecision> what;
  std::string text;  ///< as written behind `expect`, on one line
  source::Span span;
};

struct Test {
  std::string title;
  Given given;
  std::optional<Date> on;
  std::vector<Expectation> expectations;
  source::Span span;
};

}  // namespace assay::model
