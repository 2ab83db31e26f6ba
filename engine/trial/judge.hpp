#pragma once

#include "assessment/assessment.hpp"
#include "evaluate/evaluate.hpp"
#include "model/test.hpp"
#include "trial/result.hpp"

#include <functional>

namespace assay::trial {

/// Brings a place of the dossier that was assessed back to where it is written.
using Locate = std::function<Place(const assessment::DossierPlace&)>;

/// How the value at a position among those that a report names came about.
using ExplainValue = std::function<assessment::Explanation(std::uint32_t position)>;

/// Holds an assessment to one expectation. `at` of the result is left to the caller.
ExpectationResult judge(const model::Expectation& expectation, const assessment::Assessment& assessment,
                        const evaluate::Scheme& scheme, const Locate& locate, const ExplainValue& explain);

}  // namespace assay::trial
