#pragma once

#include "syntax/expression.hpp"

#include <optional>
#include <variant>
#include <vector>

// A test as it is written.
namespace assay::syntax {

/// A JSON value: the bytes of the file, without those around it. Its brackets close and its texts end; that it is JSON
/// is found out where JSON is read.
struct JsonText : Spanned {};

/// `"/subject/name": "x"`, or, behind `without`, `"/subject/name"`
struct Change : Spanned {
  Text pointer;
  std::optional<JsonText> value;  ///< nothing: taken out
};

/// `given "file.json" with { … } without …`
struct Given : Spanned {
  std::variant<Text, JsonText> dossier;  ///< a file, or the dossier itself
  std::vector<Change> changes;           ///< in the order in which they are made
};

/// `expect DG-1 nonconforming minor`
struct VerdictExpectation : Spanned {
  Name requirement;
  Name verdict;
  std::optional<Name> grade;
};
/// `expect level is basic`, `expect level = 3`, `expect level unknown`
struct ValueExpectation : Spanned {
  ExpressionPtr name;
  ExpressionPtr value;  ///< null: unknown
};
/// `expect open "/subject/name"`, `expect open representative`, `expect nothing open`
struct OpenExpectation : Spanned {
  std::optional<std::variant<Text, Name>> point;  ///< nothing: none is open
};
/// `expect decision defer`
struct DecisionExpectation : Spanned {
  Name outcome;
};
using Expectation = std::variant<VerdictExpectation, ValueExpectation, OpenExpectation, DecisionExpectation>;

struct Test : Spanned {
  Text title;
  Given given;
  std::optional<Moment> on;
  std::vector<Expectation> expectations;
};

}  // namespace assay::syntax
