#pragma once

#include "assessment/assessment.hpp"
#include "evaluate/evaluate.hpp"
#include "report/layout.hpp"
#include "report/requirements_json.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace assay::report {

/// Writes the reports of one scheme as JSON, their keys in the order of schemas/report.schema.json. What is the same in
/// all of them is written once, in advance. Immutable: any number of threads may write with it.
class JsonReport {
 public:
  /// `scheme` must outlive it.
  JsonReport(const evaluate::Scheme& scheme, Layout layout);

  /// Appends a report, without a line end.
  void write(const assessment::Assessment& assessment, std::string& out) const;

 private:
  const evaluate::Scheme& scheme_;
  Layout layout_;
  std::string head_;  ///< members
  RequirementsJson requirements_;
};

/// A single report.
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
