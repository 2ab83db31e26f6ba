// One assessment against fifty requirements, and the parts that it consists of. Each runs on one document again and
// again, and on documents that differ.
#include "assay/assessor.hpp"
#include "dossier/dossier.hpp"
#include "dossier/indexed_reader.hpp"
#include "evaluate/workspace.hpp"
#include "heap.hpp"
#include "report/json.hpp"
#include "workload.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <benchmark/benchmark.h>
#include <simdjson.h>

namespace assay::bench {

namespace {

using Documents = std::vector<std::string>;

const evaluate::Scheme& common_scheme() {
  static const evaluate::Scheme scheme = load_scheme(common_scheme_text());
  return scheme;
}

DatePolicy fixed_date() { return {.as_of = parse_date("2026-11-22"), .otherwise = {}}; }

/// Times `work` on one document after the other, and counts what it allocates once it is warm.
template <typename Work>
void run(benchmark::State& state, const Documents& documents, Work work) {
  for (const std::string& document : documents) work(document);
  const Heap heap = heap_of([&] {
    for (const std::string& document : documents) work(document);
  });
  std::size_t next = 0;
  std::size_t bytes = 0;
  for (auto _ : state) {
    const std::string& document = documents[next];
    work(document);
    bytes += document.size();
    next = next + 1 == documents.size() ? 0 : next + 1;
  }
  const auto count = static_cast<double>(documents.size());
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.counters["allocations"] = static_cast<double>(heap.allocations) / count;
  state.counters["allocated"] = static_cast<double>(heap.bytes) / count;
}

/// What simdjson takes to make a tree of the same documents, of which nothing is read: all figures are ratios to this.
void floor(benchmark::State& state, const Documents& documents) {
  simdjson::dom::parser parser;
  run(state, documents, [&](const std::string& document) {
    benchmark::DoNotOptimize(parser.parse(document.data(), document.size()).error());
  });
}

/// Documents into an index of their values.
void index(benchmark::State& state, const Documents& documents) {
  dossier::StructuralIndex structural;
  std::vector<dossier::JsonValue> values;
  run(state, documents, [&](const std::string& document) {
    benchmark::DoNotOptimize(dossier::read_indexed_json(document, structural, values));
  });
}

/// JSON into facts.
void read(benchmark::State& state, const Documents& documents) {
  const evaluate::Scheme& scheme = common_scheme();
  const dossier::Vocabulary vocabulary = dossier::vocabulary_of(scheme.model.types);
  dossier::Dossier read;
  run(state, documents, [&](const std::string& document) {
    benchmark::DoNotOptimize(dossier::read(document, scheme.model, vocabulary, read));
  });
}

/// The above, and the first walk: every verdict, no word about it.
void verdicts(benchmark::State& state, const Documents& documents) {
  const evaluate::Scheme& scheme = common_scheme();
  const dossier::Vocabulary vocabulary = dossier::vocabulary_of(scheme.model.types);
  const Date date = *parse_date("2026-11-22");
  dossier::Dossier read;
  const auto workspace = evaluate::make_workspace(scheme);
  run(state, documents, [&](const std::string& document) {
    benchmark::DoNotOptimize(dossier::read(document, scheme.model, vocabulary, read));
    evaluate::begin(scheme, read, date, *workspace);
    evaluate::find_verdicts(workspace->evaluator, workspace->completions, workspace->records, false,
                            workspace->verdicts);
    benchmark::DoNotOptimize(workspace->verdicts.requirements.data());
  });
}

/// The above, the account of every verdict, and the decision: all that a report says.
void assess(benchmark::State& state, const Documents& documents) {
  Assessor assessor(common_scheme());
  const DatePolicy dates = fixed_date();
  run(state, documents,
      [&](const std::string& document) { benchmark::DoNotOptimize(assessor.assess(document, dates)); });
}

/// The above, written as one line of JSON.
void report(benchmark::State& state, const Documents& documents) {
  const evaluate::Scheme& scheme = common_scheme();
  Assessor assessor(scheme);
  const DatePolicy dates = fixed_date();
  const report::JsonReport writer(scheme, report::Layout::line);
  std::string json;
  run(state, documents, [&](const std::string& document) {
    const auto outcome = assessor.assess(document, dates);
    json.clear();
    writer.write(std::get<assessment::Assessment>(outcome), json);
    benchmark::DoNotOptimize(json.data());
  });
}

BENCHMARK_CAPTURE(floor, same, same_document())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(floor, distinct, distinct_documents())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(index, same, same_document())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(index, distinct, distinct_documents())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(read, same, same_document())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(read, distinct, distinct_documents())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(verdicts, same, same_document())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(verdicts, distinct, distinct_documents())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(assess, same, same_document())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(assess, distinct, distinct_documents())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(report, same, same_document())->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(report, distinct, distinct_documents())->Unit(benchmark::kMicrosecond);

}  // namespace

}  // namespace assay::bench
