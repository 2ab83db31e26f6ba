#include "report/summary.hpp"

#include "report/json_writer.hpp"
#include "report/scheme_json.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace assay::report {

namespace {

constexpr std::array<Verdict, 4> all_verdicts = {Verdict::conforming, Verdict::nonconforming, Verdict::undetermined,
                                                 Verdict::not_applicable};

void write_example_lines(std::string_view what, const std::vector<Example>& examples, TextPage& page) {
  if (examples.empty()) return;
  page.paragraph(2, 2, what);
  for (const Example& example : examples) {
    std::string line = example.path;
    if (example.is_of_stream) line += ":" + std::to_string(example.line);
    if (!example.subject.empty()) line += "  " + shortened(example.subject, 40);
    page.paragraph(4, 2, line);
  }
}

/// Of what passes nobody needs an example on a page; the JSON has them all.
void write_examples_text(const Summary& summary, const model::Scheme& scheme, TextPage& page) {
  page.blank_line();
  page.paragraph(0, 2, "Examples", Style::strong);
  for (Cell cell = 0; cell < unusable_cell; ++cell) {
    const auto outcome = static_cast<DecisionOutcome>(cell);
    if (sign_of(outcome) == OutcomeSign::positive) continue;
    write_example_lines(to_string(outcome), summary.examples.of(cell), page);
  }
  write_example_lines("not usable", summary.examples.of(unusable_cell), page);
  for (std::size_t i = 0; i < scheme.requirements.size(); ++i) {
    const std::string& id = scheme.requirements[scheme.requirements.id_at(i)].id;
    for (const Verdict verdict : {Verdict::nonconforming, Verdict::undetermined}) {
      const std::string what = id + " " + std::string(to_string(verdict));
      write_example_lines(what, summary.examples.of(cell_of(i, verdict)), page);
    }
  }
}

void write_count(JsonWriter& json, std::uint64_t count, const std::vector<Example>& examples) {
  json.member("count", count);
  json.key("examples");
  json.begin_array();
  for (const Example& example : examples) {
    json.begin_object();
    json.member("path", example.path);
    json.member("line", example.line);
    json.member_or_null("subject", example.subject);
    json.end_object();
  }
  json.end_array();
}

void write_decisions(JsonWriter& json, const Summary& summary) {
  json.key("decisions");
  json.begin_array();
  for (Cell cell = 0; cell < summary.counts.decisions.size(); ++cell) {
    if (summary.counts.decisions[cell] == 0) continue;
    json.begin_object();
    json.member("decision", to_string(static_cast<DecisionOutcome>(cell)));
    write_count(json, summary.counts.decisions[cell], summary.examples.of(cell));
    json.end_object();
  }
  json.end_array();
}

void write_requirements(JsonWriter& json, const Summary& summary, const model::Scheme& scheme) {
  json.key("requirements");
  json.begin_array();
  for (std::size_t i = 0; i < scheme.requirements.size(); ++i) {
    const model::Requirement& requirement = scheme.requirements[scheme.requirements.id_at(i)];
    json.begin_object();
    json.member("id", requirement.id);
    json.member("title", requirement.title);
    for (const Verdict verdict : all_verdicts) {
      const bool is_counted = i < summary.counts.verdicts.size();
      json.key(to_string(verdict));
      json.begin_object();
      write_count(json, is_counted ? summary.counts.verdicts[i][static_cast<std::size_t>(verdict)] : 0,
                  summary.examples.of(cell_of(i, verdict)));
      json.end_object();
    }
    json.end_object();
  }
  json.end_array();
}

}  // namespace

bool Examples::add(Cell cell, Example example) {
  if (cells_[cell].size() >= most_) return false;
  cells_[cell].push_back(std::move(example));
  return true;
}

void write_summary_text(const Summary& summary, const evaluate::Scheme& scheme, TextOptions options, std::string& out) {
  write_batch_text(summary.counts, scheme.model, options, out);
  if (summary.examples.is_empty()) return;
  TextPage page(out, options);
  write_examples_text(summary, scheme.model, page);
}

void write_summary_json(const Summary& summary, const evaluate::Scheme& scheme, Layout layout, std::string& out) {
  JsonWriter json(out, layout);
  json.begin_object();
  json.member("summary", "1");
  write_engine(json);
  write_scheme(json, scheme);
  json.member("dossiers", summary.counts.assessed + summary.counts.refused);
  json.member("assessed", summary.counts.assessed);
  json.key("not_usable");
  json.begin_object();
  write_count(json, summary.counts.refused, summary.examples.of(unusable_cell));
  json.end_object();
  write_decisions(json, summary);
  write_requirements(json, summary, scheme.model);
  json.end_object();
}

}  // namespace assay::report
