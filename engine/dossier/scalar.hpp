#pragma once

#include "diagnostics/diagnostic.hpp"
#include "dossier/json.hpp"
#include "dossier/vocabulary.hpp"
#include "model/type.hpp"
#include "quantity/value.hpp"

#include <deque>
#include <string>
#include <vector>

namespace assay::dossier {

/// What a value of the subject is held to.
struct Expected {
  const model::Types& types;
  const Vocabulary& vocabulary;
  model::TypeId type;
  const model::Field& field;  ///< whose value it is, or in whose list it stands
};

/// Takes the value of a scalar type into `scalar`; false if what stands in the JSON is none. Texts with escapes are
/// added to `decoded`.
bool take_scalar(const Expected& expected, const Json& json, JsonIndex value, std::deque<std::string>& decoded,
                 Value& scalar);

/// What is wrong with a value, in words.
struct Mistake {
  diagnostics::Code code;
  std::vector<std::string> arguments;
  std::string help;
};

/// Why a value is none of the expected type: asked only where it is not.
Mistake mistake_in(const Expected& expected, const Json& json, JsonIndex value);

}  // namespace assay::dossier
