#pragma once

#include "assessment/assessment.hpp"
#include "evaluate/evaluate.hpp"
#include "report/json.hpp"
#include "report/text_page.hpp"

#include <string>

namespace assay::report {

/// The report for people, the proposed decision last; appended to `out`.
void write_text(const assessment::Assessment& assessment, const evaluate::Scheme& scheme, TextOptions options,
                std::string& out);

/// One line for a record of a stream: its place, the proposed decision, the subject, and what was not conforming.
void write_text_line(const assessment::Assessment& assessment, TextOptions options, std::string& out);

/// The line of a record that could not be assessed.
void write_refusal_line(const Refusal& refusal, TextOptions options, std::string& out);

}  // namespace assay::report
