#include "cli/assess.hpp"
#include "cli/refusal.hpp"
#include "diagnostics/diagnostic.hpp"
#include "report/text.hpp"

#include <utility>
#include <variant>

namespace assay::cli {

namespace {

/// What messages call a record: the line of an excerpt counts inside the record.
std::string name_of(const Batch& batch, const Record& record) {
  const bool is_nothing = record.unusable && record.unusable->code == diagnostics::Code::nothing_to_assess;
  if (!batch.is_stream || is_nothing) return batch.path;
  return batch.path + " (record " + std::to_string(record.line) + ")";
}

report::Refusal refusal_of(const Batch& batch, const Record& record, const dossier::Unusable& unusable) {
  const diagnostics::Diagnostic diagnostic{
      .code = unusable.code, .arguments = unusable.arguments, .at = {}, .also = {}, .help = {}};
  return {.path = batch.path,
          .line = record.line,
          .offset = record.offset,
          .code = diagnostics::entry(unusable.code).code,
          .message = diagnostics::message(diagnostic),
          .position = dossier::position_in(batch.text(record), unusable.offset)};
}

}  // namespace

Rendered RecordAssessor::run(const Batch& batch) {
  Rendered rendered;
  for (const Record& record : batch.records) {
    record.unusable ? refuse(batch, record, *record.unusable, rendered) : assess(batch, record, rendered);
  }
  return rendered;
}

void RecordAssessor::assess(const Batch& batch, const Record& record, Rendered& rendered) {
  auto outcome = assessor_.assess(batch.text(record), dates_);
  if (const auto* unusable = std::get_if<dossier::Unusable>(&outcome)) {
    return refuse(batch, record, *unusable, rendered);
  }
  auto& assessment = std::get<assessment::Assessment>(outcome);
  assessment.path = batch.path;
  assessment.line = record.line;
  assessment.offset = record.offset;
  rendered.counts.add(assessment);
  rendered.reports.push_back(report_of(assessment, batch.is_stream));

  // The records of a stream are too many to show each mistake in its text; their reports list them.
  const bool shows_findings = style_.format == Format::text && !batch.is_stream && !style_.is_quiet;
  if (!shows_findings) return;
  std::string findings = rendered_findings(assessor_.findings(), batch.path, batch.text(record), options_.common);
  if (!findings.empty()) rendered.messages.push_back(std::move(findings));
}

void RecordAssessor::refuse(const Batch& batch, const Record& record, const dossier::Unusable& unusable,
                            Rendered& rendered) {
  rendered.has_unusable = true;
  rendered.messages.push_back(rendered_unusable(unusable, name_of(batch, record), batch.text(record), options_.common));
  if (unusable.code == diagnostics::Code::nothing_to_assess) return;
  ++rendered.counts.refused;
  std::string report = report_of(refusal_of(batch, record, unusable), batch.is_stream);
  if (!report.empty()) rendered.reports.push_back(std::move(report));
}

std::string RecordAssessor::report_of(const assessment::Assessment& assessment, bool is_stream) const {
  std::string out;
  switch (style_.format) {
    case Format::json: report::write_json(assessment, scheme_, report::Layout::pretty, out); break;
    case Format::ndjson: report::write_json(assessment, scheme_, report::Layout::line, out); break;
    case Format::text:
      is_stream ? report::write_text_line(assessment, style_.text, out)
                : report::write_text(assessment, scheme_, style_.text, out);
      break;
  }
  return out;
}

std::string RecordAssessor::report_of(const report::Refusal& refusal, bool is_stream) const {
  std::string out;
  switch (style_.format) {
    case Format::json: report::write_refusal_json(refusal, report::Layout::pretty, out); break;
    case Format::ndjson: report::write_refusal_json(refusal, report::Layout::line, out); break;
    // For people the message on standard error is the report of a file; a stream keeps its line.
    case Format::text:
      if (is_stream) report::write_refusal_line(refusal, style_.text, out);
      break;
  }
  return out;
}

}  // namespace assay::cli
