#pragma once

#include "assay/assessor.hpp"
#include "evaluate/evaluate.hpp"

#include <cstddef>
#include <string>
#include <vector>

// What the benchmarks work on. A file that is not there ends the program with a message.
namespace assay::bench {

/// Documents, and the scheme that they are assessed by.
struct Workload {
  const evaluate::Scheme& scheme;
  std::vector<std::string> documents;
  DatePolicy dates;
};

// bench/common.assay: fifty requirements on facts.
const Workload& common_same();      ///< bench/dossier.json: one document of 4 KB
const Workload& common_distinct();  ///< a thousand documents that differ from each other

// bench/deep.assay: fifty requirements with evidence, judgements, measurements and time.
const Workload& deep_same();   ///< bench/deep-dossier.json: one dossier of 8 KB in which nothing is missing
const Workload& deep_known();  ///< a thousand of these that differ from each other
const Workload& deep_open();   ///< a thousand that have gaps
const Workload& few_known();   ///< the first forty of each, for what runs slowly under an instruction counter
const Workload& few_open();
/// The first of them without the four booleans of D30: what completions make of them differs.
const Workload& deep_without_safeguards();

// One condition over four booleans, on which all completions agree.
const Workload& agreed_given();
const Workload& agreed_open();

/// The fifty requirements of bench/common.assay again and again under new ids, until there are `requirements` of them.
std::string scheme_text(std::size_t requirements);

evaluate::Scheme load_scheme(const std::string& text);

}  // namespace assay::bench
