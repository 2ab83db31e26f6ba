#pragma once

#include "dossier/dossier.hpp"
#include "evaluate/evaluator.hpp"
#include "model/scheme.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Internal to the stage: the judgements of the scheme as the dossier records them.
namespace assay::evaluate {

/// The scheme's judgements by requirement and by name; the same for all dossiers.
using AskedJudgements = std::map<std::pair<std::string_view, std::string_view>, std::size_t>;
AskedJudgements asked_judgements(const model::Scheme& scheme);

/// A record by somebody whom the scheme does not ask: it does not count.
struct WrongRole {
  std::size_t record = 0;
  std::size_t judgement = 0;  ///< of the scheme
};
/// A record that names another one to no effect.
struct WronglySuperseded {
  std::size_t record = 0;
  std::string id;
  std::string_view why;
};

struct RecordedJudgements {
  std::vector<JudgementState> states;  ///< one for each judgement of the scheme
  std::vector<std::size_t> unmatched;  ///< records that belong to no judgement of the scheme
  std::vector<WrongRole> by_wrong_role;
  std::vector<std::size_t> in_the_future;  ///< records dated after the assessment date
  std::vector<WronglySuperseded> wrongly_superseded;
};
RecordedJudgements recorded_judgements(const model::Scheme& scheme, const AskedJudgements& asked,
                                       const dossier::Dossier& dossier, Date date);

}  // namespace assay::evaluate
