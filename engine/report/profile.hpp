#pragma once

#include "evaluate/evaluate.hpp"
#include "report/json_writer.hpp"
#include "report/text_page.hpp"

#include <string>

// What a profile changed of the scheme that an assessment was made with.
namespace assay::report {

/// The member `profile_of`: the scheme as it is without the profile, and each change; null without a profile.
void write_profile_of(JsonWriter& json, const evaluate::Scheme& scheme);

/// "Trustworthy AI mark, version 1.0.0 (example.org/trustworthy-ai)"; empty without a profile.
std::string base_in_words(const model::Scheme& scheme);

/// What was changed and why, a line for each; nothing without a profile.
void write_changes(const evaluate::Scheme& scheme, TextPage& page);

}  // namespace assay::report
