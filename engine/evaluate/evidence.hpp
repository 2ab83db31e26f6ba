#pragma once

#include "evaluate/evaluate.hpp"
#include "evaluate/evaluator.hpp"
#include "evaluate/verdicts.hpp"

#include <functional>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

// Internal to the stage: is the evidence there that a requirement asks for?
namespace assay::evaluate {

/// What the good items of an evidence leave open.
struct Coverage {
  std::vector<std::string> missing;  ///< keys that none of them covers, each once
  bool is_known = true;              ///< false while the list or one of its keys is not
  bool has_keys = false;             ///< without any, there is nothing to cover
};
/// Of an evidence that must cover something.
Coverage coverage_of(const Scheme& scheme, Evaluator& evaluator, std::uint32_t evidence);

/// Calls `take` with each key that an evidence must cover, or with nothing for one that is not known. False if the
/// list itself is not known.
using TakeKey = std::function<void(const std::optional<std::string>&)>;
bool for_each_key(const Scheme& scheme, Evaluator& evaluator, std::uint32_t evidence, const TakeKey& take);

/// What an evidence must cover, if all of it is known. Nothing for one that must cover nothing.
std::optional<std::unordered_set<std::string>> known_keys(const Scheme& scheme, Evaluator& evaluator,
                                                          std::uint32_t evidence);
/// Does a good item cover some of what is asked? Yes if that is not known, or nothing.
bool is_to_the_point(const std::optional<std::unordered_set<std::string>>& keys, const dossier::EvidenceRecord& item);

/// Is all there that the evidence asks for? Never `no`: what is absent may still come.
Truth is_satisfied(const Scheme& scheme, Evaluator& evaluator, std::uint32_t evidence);

/// Adds the evidence to the verdicts of the provisions: a requirement whose evidence is not there does not conform.
void judge_evidence(const Scheme& scheme, Evaluator& evaluator, Verdicts& verdicts);

}  // namespace assay::evaluate
