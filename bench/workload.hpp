#pragma once

#include "evaluate/evaluate.hpp"

#include <cstddef>
#include <string>
#include <vector>

// What the benchmarks work on. A file that is not there ends the program with a message.
namespace assay::bench {

/// bench/common.assay: fifty requirements.
std::string common_scheme_text();

/// The fifty requirements again and again under new ids, until there are `requirements` of them.
std::string scheme_text(std::size_t requirements);

evaluate::Scheme load_scheme(const std::string& text);

/// bench/dossier.json: one document of 4 KB.
std::vector<std::string> same_document();
/// A thousand documents that differ from each other.
std::vector<std::string> distinct_documents();

}  // namespace assay::bench
