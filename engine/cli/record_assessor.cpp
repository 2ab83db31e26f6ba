// One line of text, or one file, to its report. Of a stream of millions most lines take the short way: verdicts and
// decision, one compact line or a count.
#include "base/limits.hpp"
#include "cli/assess.hpp"
#include "cli/refusal.hpp"
#include "diagnostics/diagnostic.hpp"
#include "report/reason_lines.hpp"
#include "report/text.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace assay::cli {

namespace {

constexpr std::size_t kept_bytes = std::size_t{8} << 20;

/// What messages call a record: the line of an excerpt counts inside the record.
std::string name_of(const Batch& batch, const Record& record) {
  const bool is_nothing = record.unusable && record.unusable->code == diagnostics::Code::nothing_to_assess;
  if (!batch.is_stream || is_nothing) return batch.path;
  return batch.path + " (record " + std::to_string(record.line) + ")";
}

report::RecordPlace place_of(const Batch& batch, const Record& record) {
  return {batch.path, batch.is_stream ? std::optional(record.line) : std::nullopt};
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

void Rendered::clear() {
  // One report of 200 MB must not keep its memory for the rest of the run.
  if (reports.capacity() > kept_bytes) reports = {};
  reports.clear();
  ends.clear();
  findings.clear();
  refusals.clear();
  hidden_refusals = 0;
  examples.clear();
  counts.reset();
  has_unusable = false;
}

RecordAssessor::RecordAssessor(const evaluate::Scheme& scheme, const AssessOptions& options, const DatePolicy& dates,
                               const Style& style, const std::optional<report::JsonReport>& json)
    : scheme_(scheme),
      options_(options),
      dates_(dates),
      style_(style),
      json_(json),
      assessor_(scheme),
      given_(report::cell_count(scheme.model.requirements.size())) {
  assessor_.look_for_evidence_below(options.common.evidence_root);
}

void RecordAssessor::run(const Batch& batch, Rendered& rendered) {
  rendered.clear();
  const bool is_judged_first = style_.is_summary || is_brief(style_.format) || style_.only;
  for (const Record& record : batch.records) {
    if (record.unusable) {
      refuse(batch, record, *record.unusable, rendered);
    } else if (is_judged_first) {
      judge(batch, record, rendered);
    } else {
      take(batch, record, assessor_.assess(batch.text(record), dates_), rendered);
    }
  }
}

void RecordAssessor::take(const Batch& batch, const Record& record, Outcome outcome, Rendered& rendered) {
  if (const auto* unusable = std::get_if<dossier::Unusable>(&outcome)) {
    return refuse(batch, record, *unusable, rendered);
  }
  auto& assessment = std::get<assessment::Assessment>(outcome);
  rendered.counts.add(assessment);
  render(batch, record, assessment, rendered);
  assessor_.give_back(std::move(assessment));
}

void RecordAssessor::judge(const Batch& batch, const Record& record, Rendered& rendered) {
  if (const auto unusable = assessor_.judge(batch.text(record), dates_, decided_)) {
    return refuse(batch, record, *unusable, rendered);
  }
  if (style_.is_summary) {
    rendered.counts.add(decided_);
    return find_examples(batch, record, rendered);
  }
  if (!is_wanted(decided_)) return rendered.counts.add(decided_);
  if (is_brief(style_.format)) return write_verdicts(batch, record, rendered);
  take(batch, record, assessor_.account(batch.text(record)), rendered);
}

void RecordAssessor::write_verdicts(const Batch& batch, const Record& record, Rendered& rendered) {
  const std::size_t before = rendered.reports.size();
  report::write_verdict_line(decided_, place_of(batch, record), rendered.reports);
  if (style_.format == Format::reasons) {
    auto outcome = assessor_.reasons();
    if (const auto* unusable = std::get_if<dossier::Unusable>(&outcome)) {
      rendered.reports.resize(before);
      return refuse(batch, record, *unusable, rendered);
    }
    auto& reasons = std::get<assessment::Assessment>(outcome);
    report::write_reason_lines(reasons, rendered.reports);
    assessor_.give_back(std::move(reasons));
  }
  rendered.counts.add(decided_);
  rendered.ends.push_back(rendered.reports.size());
}

void RecordAssessor::render(const Batch& batch, const Record& record, assessment::Assessment& assessment,
                            Rendered& rendered) {
  assessment.path = batch.path;
  assessment.line = record.line;
  assessment.offset = record.offset;
  write_report(assessment, batch.is_stream, rendered.reports);
  rendered.ends.push_back(rendered.reports.size());

  // The records of a stream are too many to show each mistake in its text; their reports list them.
  const bool shows_findings = style_.format == Format::text && !batch.is_stream && !style_.is_quiet;
  if (!shows_findings) return;
  std::string findings = rendered_findings(assessor_.findings(), batch.path, batch.text(record), options_.common);
  if (!findings.empty()) rendered.findings.push_back(std::move(findings));
}

void RecordAssessor::refuse(const Batch& batch, const Record& record, const dossier::Unusable& unusable,
                            Rendered& rendered) {
  rendered.has_unusable = true;
  // The writer shows no more of a stream than this of all threads together, and those of this thread come in the order
  // of the input. For a whole file the diagnostic is all that people get.
  if (batch.is_stream && refusals_ >= limits::diagnostics) {
    ++rendered.hidden_refusals;
  } else {
    if (batch.is_stream) ++refusals_;
    rendered.refusals.push_back(
        rendered_unusable(unusable, name_of(batch, record), batch.text(record), options_.common));
  }
  if (unusable.code == diagnostics::Code::nothing_to_assess) return;
  ++rendered.counts.refused;
  if (style_.is_summary) return find_example(report::unusable_cell, batch, record, rendered);
  const std::size_t before = rendered.reports.size();
  write_report(refusal_of(batch, record, unusable), place_of(batch, record), rendered.reports);
  if (rendered.reports.size() > before) rendered.ends.push_back(rendered.reports.size());
}

bool RecordAssessor::is_wanted(const assessment::Decided& decided) const {
  if (!style_.only) return true;
  return std::any_of(decided.requirements.begin(), decided.requirements.end(),
                     [this](const Judged& judged) { return (*style_.only)[static_cast<std::size_t>(judged.verdict)]; });
}

void RecordAssessor::find_examples(const Batch& batch, const Record& record, Rendered& rendered) {
  find_example(report::cell_of(decided_.decision), batch, record, rendered);
  for (std::size_t i = 0; i < decided_.requirements.size(); ++i) {
    find_example(report::cell_of(i, decided_.requirements[i].verdict), batch, record, rendered);
  }
}

void RecordAssessor::find_example(report::Cell cell, const Batch& batch, const Record& record, Rendered& rendered) {
  // The batches of one thread come in the order of the input: once it has given enough, its later ones cannot be among
  // the first.
  if (given_[cell] >= style_.examples) return;
  ++given_[cell];
  const bool is_unusable = cell == report::unusable_cell;
  rendered.examples.push_back({cell,
                               {.path = batch.path,
                                .line = record.line,
                                .is_of_stream = batch.is_stream,
                                .subject = is_unusable ? std::string() : assessor_.subject()}});
}

void RecordAssessor::write_report(const assessment::Assessment& assessment, bool is_stream, std::string& out) const {
  switch (style_.format) {
    case Format::json: return json_->write(assessment, out);
    case Format::ndjson: json_->write(assessment, out); break;
    case Format::text:
      return is_stream ? report::write_text_line(assessment, style_.text, out)
                       : report::write_text(assessment, scheme_, style_.text, out);
    case Format::verdicts:
    case Format::reasons: return;
  }
  out += '\n';
}

void RecordAssessor::write_report(const report::Refusal& refusal, const report::RecordPlace& place,
                                  std::string& out) const {
  switch (style_.format) {
    case Format::json: return report::write_refusal_json(refusal, report::Layout::pretty, out);
    case Format::ndjson: report::write_refusal_json(refusal, report::Layout::line, out); break;
    case Format::verdicts:
    case Format::reasons: return report::write_refusal_verdict_line(refusal.code, place, out);
    // For people the message on standard error is the report of a file; a stream keeps its line.
    case Format::text:
      if (place.line) report::write_refusal_line(refusal, style_.text, out);
      return;
  }
  out += '\n';
}

}  // namespace assay::cli
