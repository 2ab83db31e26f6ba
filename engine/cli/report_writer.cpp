#include "cli/report_writer.hpp"

#include "base/limits.hpp"
#include "cli/problem.hpp"

#include <iostream>
#include <utility>

namespace assay::cli {

ExitStatus status_of(const report::BatchCounts& counts, bool has_unusable) {
  ExitStatus status = has_unusable || counts.assessed == 0 ? ExitStatus::unusable : ExitStatus::success;
  for (std::size_t i = 0; i < counts.decisions.size(); ++i) {
    if (counts.decisions[i] == 0) continue;
    switch (sign_of(static_cast<DecisionOutcome>(i))) {
      case OutcomeSign::positive: break;
      case OutcomeSign::negative: status = graver(status, ExitStatus::negative); break;
      case OutcomeSign::open: status = graver(status, ExitStatus::open); break;
    }
  }
  return status;
}

ReportWriter::ReportWriter(Output& output, const Style& style, const evaluate::Scheme& scheme, bool is_array)
    : output_(output),
      style_(style),
      scheme_(scheme),
      is_array_(is_array),
      summary_{.counts = {}, .examples = {scheme.model.requirements.size(), style.examples}} {}

void ReportWriter::restore(report::Summary summary, bool has_unusable) {
  summary_ = std::move(summary);
  has_unusable_ = has_unusable;
}

bool ReportWriter::write(Rendered& rendered, bool is_stream) {
  for (const std::string& message : rendered.findings) say(message);
  for (const std::string& message : rendered.refusals) refuse(message, is_stream);
  hidden_ += rendered.hidden_refusals;
  for (report::FoundExample& found : rendered.examples) summary_.examples.add(found.cell, std::move(found.example));
  summary_.counts.add(rendered.counts);
  has_unusable_ = has_unusable_ || rendered.has_unusable;
  return output_.write(is_in_lines(style_.format) ? std::string_view(rendered.reports) : set_apart(rendered));
}

bool ReportWriter::write_end(bool has_stream) {
  std::string bytes;
  if (style_.is_summary) {
    write_summary(bytes);
  } else if (style_.format == Format::json && is_array_) {
    bytes = is_first_ ? "[]\n" : "\n]\n";
  } else if (style_.format == Format::text && has_stream && summary_.counts.assessed + summary_.counts.refused > 0) {
    bytes = "\n";
    report::write_batch_text(summary_.counts, scheme_.model, style_.text, bytes);
  }
  return output_.write(bytes);
}

void ReportWriter::tell_hidden() const {
  if (hidden_ == 0) return;
  std::cerr << '\n';
  report_problem(diagnostics::Code::more_unusable, {std::to_string(hidden_)});
}

ExitStatus ReportWriter::status() const { return status_of(summary_.counts, has_unusable_); }

void ReportWriter::write_summary(std::string& bytes) const {
  if (style_.format == Format::text) return report::write_summary_text(summary_, scheme_, style_.text, bytes);
  const auto layout = style_.format == Format::json ? report::Layout::pretty : report::Layout::line;
  report::write_summary_json(summary_, scheme_, layout, bytes);
  bytes += '\n';
}

void ReportWriter::say(const std::string& message) {
  std::cerr << (std::exchange(has_message_, true) ? "\n" : "") << message;
}

void ReportWriter::refuse(const std::string& message, bool is_stream) {
  if (is_stream && refusals_ >= limits::diagnostics) {
    ++hidden_;
    return;
  }
  if (is_stream) ++refusals_;
  say(message);
}

std::string_view ReportWriter::set_apart(const Rendered& rendered) {
  bytes_.clear();
  std::size_t begin = 0;
  for (const std::size_t end : rendered.ends) {
    append(std::string_view(rendered.reports).substr(begin, end - begin));
    begin = end;
  }
  return bytes_;
}

void ReportWriter::append(std::string_view report) {
  const bool is_first = std::exchange(is_first_, false);
  if (style_.format == Format::text) {
    // Whole reports are set apart; the lines of a stream are not.
    if (!is_first && report.find('\n') + 1 != report.size()) bytes_ += "\n\n";
    bytes_ += report;
    return;
  }
  if (is_array_) bytes_ += is_first ? "[\n" : ",\n";
  bytes_ += report;
  if (!is_array_) bytes_ += '\n';
}

}  // namespace assay::cli
