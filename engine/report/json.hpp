#pragma once

#include "assessment/assessment.hpp"
#include "evaluate/evaluate.hpp"
#include "report/layout.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace assay::report {

/// The report as JSON, its keys in the order of schemas/report.schema.json; appended to `out` without a line end.
void write_json(const assessment::Assessment& assessment, const evaluate::Scheme& scheme, Layout layout,
                std::string& out);

/// A dossier that could not be assessed, as it stands among the reports of a batch.
struct Refusal {
  std::string path;
  std::uint64_t line = 1;    ///< counts the records of a stream
  std::uint64_t offset = 0;  ///< of the record in the stream
  std::string_view code;
  std::string message;
  source::Position position;  ///< inside the record
};

/// The same place in the output for a dossier that has no report.
void write_refusal_json(const Refusal& refusal, Layout layout, std::string& out);

}  // namespace assay::report
